import * as l10n from '@vscode/l10n';
import type { ComparedChange } from '../baseline/compare.ts';
import { defineRule } from './define-rule.ts';
import { removeWithLine } from './edits.ts';
import { inSection, item } from './example-text.ts';
import { changedItems, fieldMessage, fieldProblem, fieldSetSources, itemOf, placeOf, since } from './field-changes.ts';

export const itemAdded = defineRule<ComparedChange>({
  id: 'item-added',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onImported: true,
  summary: 'An item is not among the fields that were imported.',
  docs: `## What it finds
An item that the definition did not have when it was imported: by its baseline, or by whatever else it is compared with. Of the items in a section that is new as a whole, \`section-added\` tells. In a file for the Metadata API it is information only, since it is not known what a deployment makes of changed fields.

## Why it matters
Salesforce adds no field to a call center that is there, and there is no update by import. The call center in the org stays without the item, and code that reads it finds nothing.

## How to fix it
If the item is wanted, import the definition again, under another internal name, and mark it as imported then. Until then the change can be accepted with a reason. Otherwise remove the item.`,
  sources: fieldSetSources,
  examples: {
    bad: [inSection(item(0, 'team', 'Service'), item(1, '«region»', 'EMEA', 'Region'))],
    good: [inSection(item(0, 'team', 'Sales'))],
    given: { imported: inSection(item(0, 'team', 'Service')) },
  },
  check(context, report) {
    for (const open of changedItems(context, 'item-added')) {
      const fact = l10n.t('{0} is new {1}.', open.nowKey, since(open));
      const afterImport = l10n.t(
        'Salesforce adds no field to a call center that is there, and no import updates one: only a new import under another internal name brings this item.',
      );
      const message = fieldMessage(context, fact, afterImport);
      report(fieldProblem(context, open, placeOf(open.part.name, open.part), message));
    }
  },
  offersOnly: true,
  fix({ data }, { source, comparison }) {
    const part = data && comparison && itemOf(comparison, data);
    if (!part) return [];
    const title = l10n.t('Remove {0}, which was not imported', part.name?.text ?? '');
    return [{ title, preferred: false, edits: [removeWithLine(source, part.element.span)] }];
  },
});
