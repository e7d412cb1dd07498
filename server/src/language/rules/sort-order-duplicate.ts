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

export const sortOrderDuplicate = defineRule<Data>({
  id: 'sort-order-duplicate',
  severity: 'warning',
  tier: 'advice',
  forms: ['import'],
  summary: 'Two sections of the file, or two items of a section, have the same sort order.',
  docs: `## What it finds
The same \`sortOrder\` twice among the sections of the file or among the items of one section. Items of different sections may have the same number: every section begins at 0.

## Why it matters
The numbers must be exactly 0 to n−1, which a repeated one makes impossible. What the import does with it is not documented, and neither is which of the two comes first on the page.

## How to fix it
Renumber in the present order.`,
  sources: [sources.XML],
  examples: {
    bad: [
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">1</item>\n    <item sortOrder="«0»" name="b" label="B">2</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">1</item>\n  </section>\n  <section sortOrder="1" name="t" label="T">\n    <item sortOrder="0" name="a" label="A">1</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ definition }, report) {
    const judge = (list: readonly (Section | Item)[], section: Section | undefined) => {
      if (isCountedUp(list)) return;
      const first = new Map<number, Section | Item>();
      for (const part of list) {
        const number = parseSortOrder(part.sortOrder?.text);
        if (number === undefined || !part.sortOrder) continue;
        const other = first.get(number);
        if (!other) first.set(number, part);
        else {
          report({
            at: part.sortOrder.span,
            message: l10n.t(
              'sortOrder {0} is taken already by “{1}”. Each number may stand once; which of the two would come first is not documented, and the import may refuse the file.',
              number,
              other.name?.text ?? '',
            ),
            related: other.sortOrder
              ? [{ at: other.sortOrder.span, message: l10n.t('The same number stands here.') }]
              : [],
            data: { section },
            sharedFix: section ?? definition,
          });
        }
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
