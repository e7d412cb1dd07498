import * as l10n from '@vscode/l10n';
import type { ComparedChange } from '../baseline/compare.ts';
import { itemAt } from '../baseline/field-key.ts';
import { defineRule } from './define-rule.ts';
import { inSection, item } from './example-text.ts';
import { before, changedItems, fieldMessage, fieldProblem, fieldSetSources, itemOf, placeOf } from './field-changes.ts';
import { renameBack } from './restore-field.ts';

export const itemRenamed = defineRule<ComparedChange>({
  id: 'item-renamed',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onImported: true,
  summary: 'An item has another name than when it was imported.',
  docs: `## What it finds
An item that is not found under its imported name, where another one in the same section is so much like it (by name, label, kind of value and place) that it is probably the same one. In a file for the Metadata API it is information only, since it is not known what a deployment makes of changed fields.

## Why it matters
Salesforce renames no field of a call center that is there. The org keeps the old name, and code that reads the new one finds nothing; whoever imports the file from now on has only the new one.

## How to fix it
Give it its old name back, or import the definition again, under another internal name, and mark it as imported then. Until then the change can be accepted with a reason.`,
  sources: fieldSetSources,
  examples: {
    bad: [inSection(item(0, '«agentTeamName»', 'Service', 'Agent Team'))],
    good: [inSection(item(0, 'agentTeam', 'Service', 'Agent Team'))],
    given: { imported: inSection(item(0, 'agentTeam', 'Service', 'Agent Team')) },
  },
  check(context, report) {
    for (const open of changedItems(context, 'item-renamed')) {
      const fact = l10n.t('{0} seems to be what was {1} {2}.', open.nowKey, open.wasKey, before(open));
      const afterImport = l10n.t(
        'Salesforce renames no field of a call center that is there: the org keeps the old name, and code that reads the new one finds nothing.',
      );
      const message = fieldMessage(context, fact, afterImport);
      report(fieldProblem(context, open, placeOf(open.part.name, open.part), message));
    }
  },
  offersOnly: true,
  fix({ data }, { comparison }) {
    const part = data && comparison && itemOf(comparison, data);
    const field = data?.from && comparison && itemAt(comparison.was, data.from);
    if (!part || !field) return [];
    return [{ title: l10n.t('Rename back to {0}', field.name), preferred: false, edits: renameBack(part, field) }];
  },
});
