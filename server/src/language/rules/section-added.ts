import * as l10n from '@vscode/l10n';
import type { ComparedChange } from '../baseline/compare.ts';
import { defineRule } from './define-rule.ts';
import { removeWithLine } from './edits.ts';
import { inRoot, item } from './example-text.ts';
import {
  changedSections,
  fieldMessage,
  fieldProblem,
  fieldSetSources,
  placeOf,
  sectionOf,
  since,
} from './field-changes.ts';

export const sectionAdded = defineRule<ComparedChange>({
  id: 'section-added',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onImported: true,
  summary: 'A section is not among those that were imported.',
  docs: `## What it finds
A section that the definition did not have when it was imported, with all its items. In a file for the Metadata API it is information only, since it is not known what a deployment makes of changed fields.

## Why it matters
Salesforce adds no section to a call center that is there, and there is no update by import. The call center in the org stays without it, and code that reads its items finds nothing.

## How to fix it
If the section is wanted, import the definition again, under another internal name, and mark it as imported then. Until then the change can be accepted with a reason. Otherwise remove the section.`,
  sources: fieldSetSources,
  examples: {
    bad: [
      inRoot(
        '<section sortOrder="0" name="One" label="One">',
        item(0, 'team', 'A'),
        '</section>',
        '<section sortOrder="1" name="«Two»" label="Two">',
        item(0, 'site', 'B'),
        '</section>',
      ),
    ],
    good: [inRoot('<section sortOrder="0" name="One" label="One">', item(0, 'team', 'B'), '</section>')],
    given: { imported: inRoot('<section sortOrder="0" name="One" label="One">', item(0, 'team', 'A'), '</section>') },
  },
  check(context, report) {
    for (const open of changedSections(context, 'section-added')) {
      const fact = l10n.t('{0} is new {1} (items: {2}).', open.nowKey, since(open), open.part.items.length);
      const afterImport = l10n.t(
        'Salesforce adds no section to a call center that is there, and no import updates one: only a new import under another internal name brings it.',
      );
      const message = fieldMessage(context, fact, afterImport);
      report(fieldProblem(context, open, placeOf(open.part.name, open.part), message));
    }
  },
  offersOnly: true,
  fix({ data }, { source, comparison }) {
    const part = data && comparison && sectionOf(comparison, data);
    if (!part) return [];
    const title = l10n.t('Remove {0}, which was not imported', part.name?.text ?? '');
    return [{ title, preferred: false, edits: [removeWithLine(source, part.element.span)] }];
  },
});
