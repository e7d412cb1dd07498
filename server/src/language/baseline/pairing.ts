import { assign, type Candidate } from './assignment.ts';
import { candidatePairs, mostPairs } from './candidates.ts';
import { comesFirst, type Field } from './field.ts';

export interface Pairing {
  readonly was: Field;
  readonly now: Field;
  readonly score: number;
}

export interface PairingOptions {
  /** What a score has to reach. */
  readonly threshold: number;
  /** Whether to compare all with all: by default as long as they are not too many. */
  readonly exhaustive?: boolean;
}

/**
 * The best way to pair two lists of fields where `scoreOf` (from 0 to 1) reaches the threshold.
 * What a pair is worth is what it has above the threshold: two poor pairs are no reason to break up a good one.
 */
export function bestPairs(
  was: readonly Field[],
  now: readonly Field[],
  { threshold, exhaustive = was.length * now.length <= mostPairs }: PairingOptions,
  scoreOf: (was: Field, now: Field) => number,
): readonly Pairing[] {
  const found: (Candidate & Pairing)[] = [];
  for (const [row, column] of candidatePairs(was, now, exhaustive)) {
    const left = was[row];
    const right = now[column];
    if (!left || !right) continue;
    const score = scoreOf(left, right);
    // Whatever reaches the threshold is worth something.
    if (score >= threshold) found.push({ row, column, gain: score - threshold + 0.001, was: left, now: right, score });
  }
  const at = (list: readonly Field[], places: readonly number[]) => places.flatMap((place) => list[place] ?? []);
  return assign(found, (rows, columns) => !comesFirst(at(was, rows), at(now, columns)));
}

/** As a confidence: names differ, so never quite 1; in hundredths, which is more than it knows. */
export function confidenceOf(score: number): number {
  return Math.min(99, Math.round(score * 100)) / 100;
}
