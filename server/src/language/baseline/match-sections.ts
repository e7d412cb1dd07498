import { type Field, sectionField } from './field.ts';
import type { FieldSet } from './field-set.ts';
import { createSharing } from './item-names.ts';
import type { Match, Sides } from './match.ts';
import { pairByName } from './pair-by-name.ts';
import { bestPairs, confidenceOf } from './pairing.ts';
import { mayBeOneSection, sectionLikeness, thresholdOfSections } from './resemblance.ts';

/** More than of items, since most pairs of sections have nothing in common, which shows at once. */
const mostPairsOfSections = 300_000;

/** Sections of equal names, then those that are alike in name, label and items. */
export function matchSections(sides: Sides): readonly Match[] {
  const { was, now } = sides;
  const { pairs, wasLeft, nowLeft } = pairByName(was.sections, now.sections);
  const exact = pairs.map(([a, b]) => ({ was: sectionPlace(a), now: sectionPlace(b), confidence: 1 }));
  if (wasLeft.length === 0 || nowLeft.length === 0) return exact;

  const wasFields = fieldsOf(was, wasLeft);
  const nowFields = fieldsOf(now, nowLeft);
  const sharing = createSharing(was, now, sides.wasNames, sides.nowNames);
  const exhaustive = wasFields.length * nowFields.length <= mostPairsOfSections;
  const found = bestPairs(wasFields, nowFields, { threshold: thresholdOfSections, exhaustive }, (left, right) => {
    const shared = sharing(left.section, right.section);
    return mayBeOneSection(left, right, shared, sides) ? sectionLikeness(left, right, shared) : 0;
  });
  return [
    ...exact,
    ...found.map((pair) => ({
      was: sectionPlace(pair.was.section),
      now: sectionPlace(pair.now.section),
      confidence: confidenceOf(pair.score),
    })),
  ];
}

function sectionPlace(section: number) {
  return { section, item: undefined };
}

function fieldsOf(set: FieldSet, places: readonly number[]): readonly Field[] {
  return places.flatMap((place) => {
    const section = set.sections[place];
    return section ? [sectionField(set, section, place)] : [];
  });
}
