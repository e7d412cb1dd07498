import * as l10n from '@vscode/l10n';
import type { ComparedChange } from '../baseline/compare.ts';
import { itemAt } from '../baseline/field-key.ts';
import { defineRule } from './define-rule.ts';
import { inSection, item } from './example-text.ts';
import { fieldMessage, fieldProblem, fieldSetSources, openChanges, placeOf, since } from './field-changes.ts';
import { restoreItem } from './restore-field.ts';

export const itemRemoved = defineRule<ComparedChange>({
  id: 'item-removed',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onImported: true,
  summary: 'An item that was imported is not in the definition any more.',
  docs: `## What it finds
An item that the definition had when it was imported and that is nowhere in it now, neither under another name nor in another section. It is reported at its section. Of the items in a section that is gone as a whole, \`section-removed\` tells. In a file for the Metadata API it is information only, since it is not known what a deployment makes of changed fields.

## Why it matters
Salesforce takes no field from a call center that is there. The org keeps the item; whoever imports the file from now on gets a call center without it, and code that reads it finds nothing there.

## How to fix it
Restore the item, or import the definition again, under another internal name, and mark it as imported then. Until then the change can be accepted with a reason.`,
  sources: fieldSetSources,
  examples: {
    bad: [
      '<callCenter>\n  <section sortOrder="0" name="«Own»" label="Own">\n    <item sortOrder="0" name="team" label="Team">Service</item>\n  </section>\n</callCenter>\n',
    ],
    good: [inSection(item(0, 'team', 'Service', 'Team'), item(1, 'region', 'EMEA'))],
    given: { imported: inSection(item(0, 'team', 'Service', 'Team'), item(1, 'region', 'EMEA')) },
  },
  check(context, report) {
    for (const open of openChanges(context, 'item-removed')) {
      const section = open.change.from && open.comparison.sectionNow(open.change.from.section);
      if (!section) continue;
      const fact = l10n.t('{0} is missing {1}.', open.wasKey, since(open));
      const afterImport = l10n.t(
        'Salesforce takes no field from a call center that is there: the org keeps this item, and who imports the file anew does not get it.',
      );
      const message = fieldMessage(context, fact, afterImport);
      report(fieldProblem(context, open, placeOf(section.name, section), message));
    }
  },
  offersOnly: true,
  fix({ data }, context) {
    const edits = data ? restoreItem(context, data) : [];
    if (edits.length === 0) return [];
    const field = data?.from && context.comparison && itemAt(context.comparison.was, data.from);
    return [{ title: l10n.t('Restore {0}', field?.name ?? ''), preferred: false, edits }];
  },
});
