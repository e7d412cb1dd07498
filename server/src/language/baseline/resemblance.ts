import type { Field } from './field.ts';
import { likeness, mostLikeness, type NameTraits } from './likeness.ts';

/**
 * What two items of one section must reach to count as one under another name. Measured on the names, labels and places
 * of published definitions (359 items in 68 different sections), half of the time with the label changed as well: of 100
 * renames by a slip, another case, a prefix or a suffix 94 to 99 reach it, of 100 pairs of different items of one section
 * one does, leaving out pairs of platform items, which are never compared. At 0.7 it is 98 to 99, and two.
 */
export const threshold = 0.75;

/** Without a common place the names have to say more. */
export const thresholdElsewhere = 0.85;

/** Half of what two sections hold is enough, or less where their names are alike. */
export const thresholdOfSections = 0.5;

/** Whether a field is one of several that differ by a number only. */
export type InFamily = (field: Field) => boolean;

/** Asked of either field. */
export interface Families {
  readonly wasInFamily: InFamily;
  readonly nowInFamily: InFamily;
}

/**
 * False where two names cannot be one item: both mean something to the platform, and not the same; or they differ by
 * their number only, where others do as well: `phone2` that went is not the `phone6` that came.
 */
export function mayBeOne(was: Field, now: Field, families: Families): boolean {
  return !(was.known && now.known) && !areSiblings(was, now, families);
}

/** The same of sections; but numbered sections are one when they hold mostly the same. */
export function mayBeOneSection(was: Field, now: Field, shared: number | undefined, families: Families): boolean {
  return !(was.known && now.known) && ((shared ?? 0) >= 0.5 || !areSiblings(was, now, families));
}

function areSiblings(was: Field, now: Field, { wasInFamily, nowInFamily }: Families): boolean {
  return (
    was.name.stem === now.name.stem && was.name.numbers !== now.name.numbers && (wasInFamily(was) || nowInFamily(now))
  );
}

/**
 * Two items of one section. `neighbours` is how many of the two kept items around them are the same, from 0 to 1.
 *
 * A label that stayed the same vouches for a name that changed much. A label that is merely similar does not: where name
 * and label differ in the same word (`incomingRingtone`, `outgoingRingtone`) they are two fields made alike on purpose.
 */
export function itemLikeness(was: Field, now: Field, neighbours: number): number {
  const place = (neighbours + 1 - Math.abs(was.height - now.height)) / 2;
  const name = likeness(was.name, now.name, leastName(was, now, itemWeights, threshold));
  return name === 0 ? 0 : weigh(was, now, name, place, itemWeights);
}

/** Two items of different sections. */
export function itemLikenessElsewhere(was: Field, now: Field): number {
  const name = likeness(was.name, now.name, leastName(was, now, weightsElsewhere, thresholdElsewhere));
  return name === 0 ? 0 : weigh(was, now, name, 0, weightsElsewhere);
}

/** What a name is worth with a label that stayed, and with another one; each time the label has the rest but for the place. */
interface Weights {
  readonly withLabel: number;
  readonly withoutLabel: number;
  readonly place: number;
}

const itemWeights: Weights = { withLabel: 0.5, withoutLabel: 0.85, place: 0.1 };
const weightsElsewhere: Weights = { withLabel: 0.5, withoutLabel: 0.95, place: 0 };

function weigh(was: Field, now: Field, name: number, place: number, weights: Weights): number {
  // Where there is no label to compare, the name speaks for it.
  const label = labelLikeness(was, now) ?? name;
  return combine(name, label, place, weights);
}

function combine(
  name: number,
  label: number,
  place: number,
  { withLabel, withoutLabel, place: worth }: Weights,
): number {
  const rest = 1 - worth;
  return (
    worth * place +
    Math.max(withLabel * name + (rest - withLabel) * label ** 4, withoutLabel * name + (rest - withoutLabel) * label)
  );
}

/** Below this the name is too unlike to reach the threshold, whatever the label and the place are: most pairs end there. */
function leastName(was: Field, now: Field, { withLabel, withoutLabel, place }: Weights, needed: number): number {
  const rest = 1 - place;
  const label = was.label && now.label ? labelBound(was.label, now.label) : undefined;
  // Without labels the name stands for both.
  if (label === undefined) return (needed - place) / rest;
  const enough = needed - place;
  return Math.max(
    0.01,
    Math.min(
      (enough - (rest - withLabel) * label ** 4) / withLabel,
      (enough - (rest - withoutLabel) * label) / withoutLabel,
    ),
  );
}

function labelBound(was: NameTraits, now: NameTraits): number {
  return was.written === now.written ? 1 : mostLikeness(was, now);
}

/**
 * Two sections. `shared` is the part of their items that both hold (1: all of them); undefined where items say nothing,
 * since sections beside them hold the same. What a section holds says more than how it is called.
 */
export function sectionLikeness(was: Field, now: Field, shared: number | undefined): number {
  // With half of the items in common no name is needed; with none no other name is like enough.
  const needed = shared === undefined ? thresholdElsewhere : 2 * thresholdOfSections - shared;
  const name = likeness(was.name, now.name, leastName(was, now, weightsElsewhere, needed));
  const called = weigh(was, now, name, 0, weightsElsewhere);
  if (shared === undefined) return called < thresholdElsewhere ? 0 : called;
  return Math.max(0.5 * called + 0.5 * shared, shared);
}

function labelLikeness(was: Field, now: Field): number | undefined {
  return was.label && now.label && likeness(was.label, now.label);
}
