import * as l10n from '@vscode/l10n';
import type { ComparedChange, Comparison } from '../baseline/compare.ts';
import { sources } from '../catalog/sources.ts';
import type { Item, Section } from '../model/definition.ts';
import type { TextEdit } from '../text/edits.ts';
import { defineRule } from './define-rule.ts';
import { setAttribute } from './edits.ts';
import { inSection, item } from './example-text.ts';
import { changeProblem, itemOf, openChanges, placeOf, sectionOf } from './field-changes.ts';
import { orderOf } from './insert-item.ts';

export const orderChanged = defineRule<ComparedChange>({
  id: 'order-changed',
  severity: 'information',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onImported: true,
  summary: 'A section or an item stands in another place than when it was imported.',
  docs: `## What it finds
A section or an item that comes earlier or later among its like than it did when it was imported. What stands around it and came or went since then does not count.

## Why it matters
The order is that of the page in Setup, and nothing else. The call center in the org keeps the old one until the definition is imported anew.

## How to fix it
Nothing has to be done. Put the old order back, or accept the change, to be rid of the remark.`,
  sources: [sources.XML],
  examples: {
    bad: [inSection(item(0, 'site', 'A'), item(1, 'desk', 'C'), item(2, '«team»', 'B', 'team'))],
    good: [inSection(item(1, 'site', 'A'), item(0, 'team', 'B'), item(2, 'desk', 'C'))],
    given: { imported: inSection(item(0, 'team', 'B'), item(1, 'site', 'A'), item(2, 'desk', 'C')) },
  },
  check(context, report) {
    for (const open of openChanges(context, 'order-changed')) {
      const part = itemOf(open.comparison, open.change) ?? sectionOf(open.comparison, open.change);
      if (!part) continue;
      const message = l10n.t(
        '{0} had place {1} and has place {2} now, counted from 0. The call center in the org has the old order.',
        open.nowKey,
        open.change.was ?? '',
        open.change.now ?? '',
      );
      const list =
        open.change.to?.item === undefined ? open.comparison.parts : open.comparison.parts[open.change.to.section];
      report({ ...changeProblem(open, placeOf(part.name, part), message), ...(list && { sharedFix: list }) });
    }
  },
  offersOnly: true,
  fix({ data }, { comparison, definition }) {
    if (!data?.from || !comparison || definition.body !== 'import') return [];
    const section = data.to?.item === undefined ? undefined : sectionOf(comparison, data);
    const edits = section
      ? inOldOrder(itemsByOldPlace(comparison, data.from.section, data.to?.section ?? 0))
      : inOldOrder(sectionsByOldPlace(comparison));
    const title = section
      ? l10n.t('Put the items of {0} back into their order', section.name?.text ?? '')
      : l10n.t('Put the sections back into their order');
    return edits.length > 0 ? [{ title, preferred: false, edits }] : [];
  },
});

/** What still stands where it was imported, each with its place at that time, in the present order. */
type Kept = readonly { readonly part: Section | Item; readonly place: number }[];

function itemsByOldPlace({ was, parts }: Comparison, wasSection: number, section: number): Kept {
  const places = new Map(was.sections[wasSection]?.items.map(({ name }, place) => [name, place]));
  const items = parts[section]?.items ?? [];
  return items.flatMap((part) => {
    const place = places.get(part.name?.text.trim() ?? '');
    return place === undefined ? [] : [{ part, place }];
  });
}

function sectionsByOldPlace(comparison: Comparison): Kept {
  const places = new Map(comparison.was.sections.map((_, place) => [comparison.sectionNow(place), place]));
  return comparison.parts.flatMap(({ section }) => {
    const place = places.get(section);
    return place === undefined ? [] : [{ part: section, place }];
  });
}

/** The numbers that are there, handed out by the old places; nothing where some have none, or two the same. */
function inOldOrder(kept: Kept): readonly TextEdit[] {
  const numbers = kept.map(({ part }) => orderOf(part));
  if (numbers.includes(undefined) || new Set(numbers).size < numbers.length) return [];
  const sorted = [...kept].sort((a, b) => a.place - b.place);
  return sorted.flatMap(({ part }, index) => {
    const number = numbers[index];
    if (number === undefined || number === orderOf(part)) return [];
    return [setAttribute(part.element, 'sortOrder', String(number), part.sortOrder)];
  });
}
