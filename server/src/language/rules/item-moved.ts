import * as l10n from '@vscode/l10n';
import type { ComparedChange, Comparison } from '../baseline/compare.ts';
import { itemAt } from '../baseline/field-key.ts';
import type { Item, Section } from '../model/definition.ts';
import { defineRule } from './define-rule.ts';
import { inRoot, item } from './example-text.ts';
import { before, changedItems, fieldMessage, fieldProblem, fieldSetSources, itemOf, placeOf } from './field-changes.ts';
import { moveItem } from './move-item.ts';

export const itemMoved = defineRule<ComparedChange>({
  id: 'item-moved',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onImported: true,
  summary: 'An item stands in another section than when it was imported.',
  docs: `## What it finds
An item that is not in the section any more where it was imported, and is found in another one: under its name, or under one so much like it that it is probably the same. In a file for the Metadata API it is information only, since it is not known what a deployment makes of changed fields.

## Why it matters
Adapters read an item by its section and its name. Salesforce moves no field of a call center that is there: the org keeps the old key, and code that reads the new one finds nothing.

## How to fix it
Move it back, or import the definition again, under another internal name, and mark it as imported then. Until then the change can be accepted with a reason.`,
  sources: fieldSetSources,
  examples: {
    bad: [
      inRoot(
        '<section sortOrder="0" name="One" label="One">',
        item(0, 'team', 'A'),
        '</section>',
        '<section sortOrder="1" name="Two" label="Two">',
        item(0, 'site', 'B'),
        item(1, '«region»', 'C', 'region'),
        '</section>',
      ),
    ],
    good: [
      inRoot(
        '<section sortOrder="0" name="One" label="One">',
        item(1, 'region', 'C'),
        item(0, 'team', 'A'),
        '</section>',
        '<section sortOrder="1" name="Two" label="Two">',
        item(0, 'site', 'B'),
        '</section>',
      ),
    ],
    given: {
      imported: inRoot(
        '<section sortOrder="0" name="One" label="One">',
        item(0, 'team', 'A'),
        item(1, 'region', 'C'),
        '</section>',
        '<section sortOrder="1" name="Two" label="Two">',
        item(0, 'site', 'B'),
        '</section>',
      ),
    },
  },
  check(context, report) {
    for (const open of changedItems(context, 'item-moved')) {
      const fact = l10n.t('{0} seems to be what was {1} {2}.', open.nowKey, open.wasKey, before(open));
      const afterImport = l10n.t(
        'Salesforce moves no field of a call center that is there: the org keeps the old key, and code that reads the new one finds nothing.',
      );
      const message = fieldMessage(context, fact, afterImport);
      report(fieldProblem(context, open, placeOf(open.part.name, open.part), message));
    }
  },
  offersOnly: true,
  fix({ data }, { source, comparison }) {
    const way = data && comparison && wayBack(comparison, data);
    if (!way) return [];
    const { item, name, target } = way;
    const title = l10n.t('Move back to {0}', target.name?.text ?? '');
    return [{ title, preferred: false, edits: moveItem(source, item, target, { name }) }];
  },
});

/** An item that was moved, the section that it was in, and its name there. */
export function wayBack(
  comparison: Comparison,
  change: ComparedChange,
): { readonly item: Item; readonly name: string; readonly target: Section } | undefined {
  const item = itemOf(comparison, change);
  const field = change.from && itemAt(comparison.was, change.from);
  // Where the section is gone, restoring that comes first.
  const target = change.from && comparison.sectionNow(change.from.section);
  // Of several sections with one name only one is found: then it may stand there already.
  return item && field && target && item.section !== target ? { item, name: field.name, target } : undefined;
}
