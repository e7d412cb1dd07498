import { type Field, itemField } from './field.ts';
import type { FieldItem, FieldSet } from './field-set.ts';
import { isDistinct } from './item-names.ts';
import type { ItemPlace, LeftOver, Match, Sides } from './match.ts';
import { bestPairs, confidenceOf, type PairingOptions } from './pairing.ts';
import { itemLikeness, itemLikenessElsewhere, mayBeOne, threshold, thresholdElsewhere } from './resemblance.ts';

/**
 * Items that left one section and stand in another under their name. A name that stands in several sections (each of
 * which has a `url`, say) takes an equal label as well, and says nothing where one section went and another came.
 */
export function sameElsewhere(
  sides: Sides,
  left: LeftOver,
  matched: { readonly was: ReadonlySet<number>; readonly now: ReadonlySet<number> },
): readonly Match<ItemPlace>[] {
  const nowByName = byName(sides.now, left.now);
  return [...byName(sides.was, left.was)].flatMap(([name, was]) => {
    const now = nowByName.get(name) ?? [];
    if (now.length === 0) return [];
    const distinct = isDistinct(name, sides.wasNames, sides.nowNames);
    return pairsIn(sides, { was, now }, { threshold: 0.001 }, (a, b) => {
      if (!distinct && !matched.was.has(a.section) && !matched.now.has(b.section)) return 0;
      const sameLabel = a.label?.written === b.label?.written;
      if (!distinct && !(sameLabel && a.label)) return 0;
      // Of several, the one with the same label and meaning, at the same height in its section.
      return (sameLabel ? 0.5 : 0.1) + (a.known === b.known ? 0.2 : 0) + 0.2 * (1 - Math.abs(a.height - b.height));
    }).map((match) => ({ ...match, confidence: 1 }));
  });
}

/** Items of one section that have another name now. */
export function similarInSection(
  sides: Sides,
  left: LeftOver,
  section: Match,
  neighbours: (was: number, now: number) => number,
  exhaustive: boolean,
): readonly Match<ItemPlace>[] {
  return pairsIn(sides, left, { threshold, exhaustive }, (a, b) =>
    mayBeOne(a, b, sides) ? itemLikeness(a, b, neighbours(a.item, b.item)) : 0,
  ).map((match) => ({ ...match, confidence: Math.min(match.confidence, section.confidence) }));
}

/** Items that stand in another section and under another name. Names that several sections have say too little for that. */
export function similarElsewhere(sides: Sides, left: LeftOver): readonly Match<ItemPlace>[] {
  const distinct = ({ name }: Field) => isDistinct(name.written, sides.wasNames, sides.nowNames);
  return pairsIn(sides, left, { threshold: thresholdElsewhere }, (a, b) =>
    distinct(a) && distinct(b) && mayBeOne(a, b, sides) ? itemLikenessElsewhere(a, b) : 0,
  );
}

function pairsIn(
  sides: Sides,
  left: LeftOver,
  options: PairingOptions,
  scoreOf: (was: Field, now: Field) => number,
): readonly Match<ItemPlace>[] {
  if (left.was.length === 0 || left.now.length === 0) return [];
  const was = left.was.map((place) => fieldAt(sides.was, place));
  const now = left.now.map((place) => fieldAt(sides.now, place));
  return bestPairs(was, now, options, scoreOf).map((pair) => ({
    was: placeOf(pair.was),
    now: placeOf(pair.now),
    confidence: confidenceOf(pair.score),
  }));
}

function placeOf({ section, item }: Field): ItemPlace {
  return { section, item };
}

function byName(set: FieldSet, places: readonly ItemPlace[]): ReadonlyMap<string, readonly ItemPlace[]> {
  const found = new Map<string, ItemPlace[]>();
  for (const place of places) {
    const name = itemAt(set, place).name;
    const others = found.get(name);
    if (others) others.push(place);
    else found.set(name, [place]);
  }
  return found;
}

function fieldAt(set: FieldSet, place: ItemPlace): Field {
  return itemField(set.sections[place.section]?.items.length ?? 0, place, itemAt(set, place));
}

function itemAt(set: FieldSet, { section, item }: ItemPlace): FieldItem {
  const found = set.sections[section]?.items[item];
  if (!found) throw new Error(`no item ${item} in section ${section}`);
  return found;
}
