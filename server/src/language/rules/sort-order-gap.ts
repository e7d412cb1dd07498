import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Item, Section } from '../model/definition.ts';
import { isCountedUp, parseSortOrder } from '../model/sort-order.ts';
import { defineRule } from './define-rule.ts';
import { renumberItems, renumberSections } from './numbering.ts';

interface Data {
  /** Undefined: the sections of the file. */
  readonly section: Section | undefined;
}

export const sortOrderGap = defineRule<Data>({
  id: 'sort-order-gap',
  severity: 'warning',
  tier: 'documented',
  forms: ['import'],
  summary: 'Sort orders must run from 0 without gaps: sections in the file, items in their section.',
  docs: `## What it finds
A number that is missing among the \`sortOrder\` values of the sections of a file, or of the items of a section. Each series begins at 0.

## Why it matters
The guide demands 0 to n−1. For sections that is an error here; for items a warning, because Salesforce's own published Amazon Connect file has a gap in a section and is in use. What the import answers is not known.

## How to fix it
Renumber in the present order. The order of the lines in the file does not matter.`,
  sources: [sources.XML],
  examples: {
    bad: [
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">1</item>\n    <item sortOrder="«2»" name="b" label="B">2</item>\n  </section>\n</callCenter>\n',
      '<callCenter>\n  <section sortOrder="«1»" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">1</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="1" name="a" label="A">1</item>\n    <item sortOrder="0" name="b" label="B">2</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ definition }, report) {
    const judge = (list: readonly (Section | Item)[], section: Section | undefined) => {
      if (isCountedUp(list)) return;
      const numbered = list
        .map((part) => ({ part, number: parseSortOrder(part.sortOrder?.text) }))
        .filter((entry): entry is { part: Section | Item; number: number } => entry.number !== undefined)
        .sort((a, b) => a.number - b.number);
      // A number that is missing or no number is another finding; until it is mended there is no saying what is a gap.
      if (numbered.length < list.length) return;
      let expected = 0;
      for (const { part, number } of numbered) {
        if (number > expected && part.sortOrder) {
          const missing = number - expected === 1 ? String(expected) : `${expected}–${number - 1}`;
          const where = section
            ? l10n.t('among the items of {0}', section.name?.text ?? '')
            : l10n.t('among the sections');
          report({
            at: part.sortOrder.span,
            severity: section ? 'warning' : 'error',
            message: l10n.t(
              'sortOrder {0} leaves a gap {2}: nothing has {1}. The numbers must run from 0 to {3} without gaps; the import may refuse the file.',
              number,
              missing,
              where,
              list.length - 1,
            ),
            data: { section },
            sharedFix: section ?? definition,
          });
        }
        expected = Math.max(expected, number + 1);
      }
    };
    judge(definition.sections, undefined);
    for (const section of definition.sections) judge(section.items, section);
  },
  fix({ data }, { definition, catalog }) {
    const edits = data?.section ? renumberItems(data.section, catalog) : renumberSections(definition);
    const title = data?.section ? l10n.t('Renumber the items of this section') : l10n.t('Renumber the sections');
    return edits.length > 0 ? [{ title, preferred: true, edits }] : [];
  },
});
