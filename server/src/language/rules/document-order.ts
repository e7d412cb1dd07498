import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Item, Section } from '../model/definition.ts';
import { isCountedUp, parseSortOrder } from '../model/sort-order.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Source } from '../text/source.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inSection, item } from './example-text.ts';

interface Data {
  readonly parts: readonly (Section | Item)[];
}

export const documentOrder = defineRule<Data>({
  id: 'document-order',
  severity: 'hint',
  offByDefault: true,
  tier: 'advice',
  forms: ['import'],
  summary: 'The elements do not stand in the order of their sort orders.',
  docs: `## What it finds
Sections or items whose lines stand in another order than their sort orders say. Off by default.

## Why it matters
It does not for Salesforce: its own samples write item 1 before item 0. For a reader a file is easier when the two orders agree.

## How to fix it
Sort the elements. Comments stay where they are.`,
  sources: [sources.PT],
  examples: {
    bad: [inSection(item(1, 'b', '1'), '<item sortOrder="«0»" name="a" label="A">1</item>')],
    good: [inSection(item(0, 'a', '1'), item(1, 'b', '1'))],
  },
  check({ definition }, report) {
    const judge = (parts: readonly (Section | Item)[]) => {
      if (isCountedUp(parts)) return;
      let highest = -1;
      for (const part of parts) {
        const order = parseSortOrder(part.sortOrder?.text);
        if (order === undefined || !part.sortOrder) return;
        if (order < highest) {
          report({
            at: part.sortOrder.span,
            message: l10n.t(
              'Number {0} stands behind number {1}. The platform goes by the numbers; for a reader the lines are out of order.',
              order,
              highest,
            ),
            data: { parts },
            sharedFix: parts,
          });
        }
        highest = Math.max(highest, order);
      }
    };
    judge(definition.sections);
    for (const section of definition.sections) judge(section.items);
  },
  fix({ data }, { source }) {
    return data ? [{ title: l10n.t('Sort by sortOrder'), preferred: true, edits: sortEdits(data.parts, source) }] : [];
  },
});

/** Each element's text goes to the place of another one, so that everything between the elements stays. */
function sortEdits(parts: readonly (Section | Item)[], source: Source): TextEdit[] {
  const sorted = [...parts].sort((a, b) => Number(a.sortOrder?.text) - Number(b.sortOrder?.text) || a.index - b.index);
  return parts.flatMap((part, place) => {
    const other = sorted[place];
    if (!other || other === part) return [];
    return [replaceSpan(part.element.span, source.text.slice(other.element.span.start, other.element.span.end))];
  });
}
