import { type DialPrefixes, sanitize } from './toolkit.ts';

/** A number that gets prefixes twice: it is what the dialler makes of a plainer number, and is taken for a plain one. */
export interface DoubledNumber {
  readonly number: string;
  readonly dialled: string;
}

/** How a subscriber's number ends that is given to nobody. */
const ending = '5551212';
const lengths = [7, 8, 9, 10, 11, 12] as const;

/** Digits. A prefix with more of them is none, and 600 numbers with it would take long. */
const longestPrefix = 32;

/**
 * Looks for a number that is dialled with a prefix twice, in 600 plain numbers: of each length from 7 to 12, with all
 * beginnings of two digits (prefixes and area codes differ there), 55 first. Undefined when there is none among them:
 * without an outside prefix the algorithm never does it. Undefined, too, for what can be no prefix.
 */
export function findDoubled(prefixes: DialPrefixes): DoubledNumber | undefined {
  if (Object.values(prefixes).some((prefix) => prefix.length > longestPrefix)) return undefined;
  for (const length of lengths) {
    const rest = ending.padStart(12, ending).slice(-length).slice(2);
    for (let step = 0; step < 100; step++) {
      const lead = String((55 + step) % 100).padStart(2, '0');
      const number = sanitize(lead + rest, prefixes).dialled;
      const { dialled, digits } = sanitize(number, prefixes);
      // A star or hash of the outside prefix is dropped from the number, and goes before it again.
      if (dialled !== number && dialled.endsWith(digits)) return { number, dialled };
    }
  }
  return undefined;
}
