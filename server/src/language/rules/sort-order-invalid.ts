import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Item, Section } from '../model/definition.ts';
import { isCountedUp, parseSortOrder } from '../model/sort-order.ts';
import { defineRule } from './define-rule.ts';
import { nextSortOrder, once, setAttribute } from './edits.ts';
import { inSection, item } from './example-text.ts';

interface Data {
  readonly part: Section | Item;
  /** The next free number beside it. */
  readonly next: () => number;
}

export const sortOrderInvalid = defineRule<Data>({
  id: 'sort-order-invalid',
  severity: 'error',
  tier: 'documented',
  forms: ['import'],
  onBrokenText: 'certain',
  summary: 'A sort order is a whole number from 0.',
  docs: `## What it finds
A \`sortOrder\` that is no whole number from 0: empty, negative, with a fraction or with letters.

## Why it matters
The sections of a file, and the items of a section, are numbered 0, 1, 2 and so on. With another value the place of the field is unknown, and the import probably refuses the file.

## How to fix it
Give it the next free number, then renumber.`,
  sources: [sources.XML],
  examples: {
    bad: [
      inSection('<item sortOrder="«first»" name="a" label="A">1</item>'),
      inSection('<item sortOrder="«-1»" name="a" label="A">1</item>'),
    ],
    good: [inSection(item(0, 'a', '1'))],
  },
  check({ definition }, report) {
    const judge = (part: Section | Item, next: () => number) => {
      const { sortOrder } = part;
      if (!sortOrder || parseSortOrder(sortOrder.text) !== undefined) return;
      report({
        at: sortOrder.span,
        message: l10n.t(
          '“{0}” is not a sort order: a whole number from 0 is expected, and the import may refuse anything else.',
          sortOrder.text,
        ),
        data: { part, next },
      });
    };
    const nextSection = once(() => nextSortOrder(definition.sections));
    for (const section of definition.sections) {
      judge(section, nextSection);
      const nextItem = once(() => nextSortOrder(section.items));
      if (!isCountedUp(section.items)) for (const item of section.items) judge(item, nextItem);
    }
  },
  fix({ data }) {
    if (!data) return [];
    const value = String(data.next());
    return [
      {
        title: l10n.t('Change it to {0}', value),
        preferred: true,
        edits: [setAttribute(data.part.element, 'sortOrder', value, data.part.sortOrder)],
      },
    ];
  },
});
