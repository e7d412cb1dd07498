import { mostPairs } from './candidates.ts';
import type { FieldPlace } from './change.ts';
import { createFamilies } from './field.ts';
import type { FieldSet } from './field-set.ts';
import { countNames, type NameCounts } from './item-names.ts';
import { sameElsewhere, similarElsewhere, similarInSection } from './match-items.ts';
import { matchSections } from './match-sections.ts';
import { neighboursOf, pairByName } from './pair-by-name.ts';
import type { InFamily } from './resemblance.ts';

/** A section or an item that is in both field sets. */
export interface Match<Place extends FieldPlace = FieldPlace> {
  readonly was: Place;
  readonly now: Place;
  /** How sure it is that they are the same: 1 where all names are, below it where they are not. */
  readonly confidence: number;
}

export type ItemPlace = FieldPlace & { readonly item: number };

export interface Matching {
  readonly sections: readonly Match[];
  /** Those in matched sections, and those that went from one section to another. */
  readonly items: readonly Match<ItemPlace>[];
}

/** The two field sets, and what is known of their names. */
export interface Sides {
  readonly was: FieldSet;
  readonly now: FieldSet;
  readonly wasNames: NameCounts;
  readonly nowNames: NameCounts;
  readonly wasInFamily: InFamily;
  readonly nowInFamily: InFamily;
}

/** Items that have no counterpart yet. */
export interface LeftOver {
  readonly was: readonly ItemPlace[];
  readonly now: readonly ItemPlace[];
}

/** Of more items on both sides nothing similar is looked for: nobody renames so many, and an editor waits. */
const mostLeftOver = 5000;

/**
 * Which section and item of one field set is which of the other. A name that is still there is not renamed, so equal
 * names go first, wherever they are; what is left over is matched by likeness: in one section first, then elsewhere.
 * Each of these steps takes the best of all ways to pair what is left.
 *
 * Turned round, the answer is the same: nothing depends on which of the two is the older.
 */
export function matchFieldSets(was: FieldSet, now: FieldSet): Matching {
  const sides: Sides = {
    was,
    now,
    wasNames: countNames(was),
    nowNames: countNames(now),
    wasInFamily: createFamilies(was),
    nowInFamily: createFamilies(now),
  };
  const sections = matchSections(sides);
  const items: Match<ItemPlace>[] = [];
  const matchedWas = new Set(sections.map((match) => match.was.section));
  const matchedNow = new Set(sections.map((match) => match.now.section));
  const leftWas: (readonly ItemPlace[])[] = [itemsOutside(was, matchedWas)];
  const leftNow: (readonly ItemPlace[])[] = [itemsOutside(now, matchedNow)];
  const open = sections.flatMap((match) => {
    const wasItems = was.sections[match.was.section]?.items ?? [];
    const nowItems = now.sections[match.now.section]?.items ?? [];
    const wasAt = (item: number) => ({ section: match.was.section, item });
    const nowAt = (item: number) => ({ section: match.now.section, item });
    const paired = pairByName(wasItems, nowItems);
    for (const [a, b] of paired.pairs) items.push({ was: wasAt(a), now: nowAt(b), confidence: match.confidence });
    if (paired.wasLeft.length + paired.nowLeft.length === 0) return [];
    const here: LeftOver = { was: paired.wasLeft.map(wasAt), now: paired.nowLeft.map(nowAt) };
    leftWas.push(here.was);
    leftNow.push(here.now);
    return [{ match, here, neighbours: neighboursOf(paired.pairs, wasItems.length, nowItems.length) }];
  });

  const left: LeftOver = { was: leftWas.flat(), now: leftNow.flat() };
  const takenWas = new Set<string>();
  const takenNow = new Set<string>();
  const take = (found: readonly Match<ItemPlace>[]) => {
    for (const match of found) {
      items.push(match);
      takenWas.add(keyOf(match.was));
      takenNow.add(keyOf(match.now));
    }
  };
  const free = (all: LeftOver): LeftOver => ({
    was: all.was.filter((place) => !takenWas.has(keyOf(place))),
    now: all.now.filter((place) => !takenNow.has(keyOf(place))),
  });

  take(sameElsewhere(sides, left, { was: matchedWas, now: matchedNow }));
  if (Math.min(left.was.length, left.now.length) > mostLeftOver) return { sections, items };
  const pairs = open.reduce((sum, { here }) => sum + here.was.length * here.now.length, 0);
  for (const { match, here, neighbours } of open) {
    take(similarInSection(sides, free(here), match, neighbours, pairs <= mostPairs));
  }
  take(similarElsewhere(sides, free(left)));
  return { sections, items };
}

function itemsOutside(set: FieldSet, sections: ReadonlySet<number>): ItemPlace[] {
  return set.sections.flatMap(({ items }, section) =>
    sections.has(section) ? [] : Array.from(items, (_, item) => ({ section, item })),
  );
}

function keyOf({ section, item }: ItemPlace): string {
  return `${section}/${item}`;
}
