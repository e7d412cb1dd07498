import * as l10n from '@vscode/l10n';
import type { ComparedChange } from '../baseline/compare.ts';
import { sectionAt } from '../baseline/field-key.ts';
import { defineRule } from './define-rule.ts';
import { inRoot, item } from './example-text.ts';
import {
  before,
  changedSections,
  fieldMessage,
  fieldProblem,
  fieldSetSources,
  placeOf,
  sectionOf,
} from './field-changes.ts';
import { renameBack } from './restore-field.ts';

export const sectionRenamed = defineRule<ComparedChange>({
  id: 'section-renamed',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onImported: true,
  summary: 'A section has another name than when it was imported.',
  docs: `## What it finds
A section that is not found under its imported name, where another one is so much like it (by name, label, items and place) that it is probably the same one. In a file for the Metadata API it is information only, since it is not known what a deployment makes of changed fields.

## Why it matters
Adapters read an item by its section and its name, so the keys of all its items change. Salesforce renames no section of a call center that is there: the org keeps the old keys, and code that reads the new ones finds nothing.

## How to fix it
Give it its old name back, or import the definition again, under another internal name, and mark it as imported then. Until then the change can be accepted with a reason.`,
  sources: fieldSetSources,
  examples: {
    bad: [
      inRoot(
        '<section sortOrder="0" name="«AgentSettings»" label="Agents">',
        item(0, 'team', 'A'),
        item(1, 'site', 'B'),
        '</section>',
      ),
    ],
    good: [
      inRoot(
        '<section sortOrder="0" name="AgentSetting" label="Agents">',
        item(0, 'team', 'A'),
        item(1, 'site', 'B'),
        '</section>',
      ),
    ],
    given: {
      imported: inRoot(
        '<section sortOrder="0" name="AgentSetting" label="Agents">',
        item(0, 'team', 'A'),
        item(1, 'site', 'B'),
        '</section>',
      ),
    },
  },
  check(context, report) {
    for (const open of changedSections(context, 'section-renamed')) {
      const fact = l10n.t('{0} seems to be what was {1} {2}.', open.nowKey, open.wasKey, before(open));
      const afterImport = l10n.t(
        'Salesforce renames no section of a call center that is there: the org keeps the old keys of all its items, and code that reads the new ones finds nothing.',
      );
      const message = fieldMessage(context, fact, afterImport);
      report(fieldProblem(context, open, placeOf(open.part.name, open.part), message));
    }
  },
  offersOnly: true,
  fix({ data }, { comparison }) {
    const part = data && comparison && sectionOf(comparison, data);
    const field = data?.from && comparison && sectionAt(comparison.was, data.from);
    if (!part || !field) return [];
    return [{ title: l10n.t('Rename back to {0}', field.name), preferred: false, edits: renameBack(part, field) }];
  },
});
