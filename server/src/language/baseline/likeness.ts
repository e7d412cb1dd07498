import { editDistance } from '../text/near.ts';

/** What two names or labels are compared by; made once for each, since each is compared with many. */
export interface NameTraits {
  readonly written: string;
  /** Lower case, letters and digits only, without the `req` of platform names: `reqAdapter_URL` -> `adapterurl`. */
  readonly squashed: string;
  /** The same without digits: what the members of `phone1`, `phone2` have in common. */
  readonly stem: string;
  /** `agentURL_2` -> agent, url, 2. */
  readonly tokens: readonly string[];
  /** The numbers in it, without leading zeros: `07-2` -> `7 2`. */
  readonly numbers: string;
  readonly letters: Uint8Array;
}

/** Characters that are compared. No name may have so many, and labels are told apart by what they begin with. */
const mostCompared = 200;

export function nameTraits(written: string): NameTraits {
  const bare = written.slice(0, mostCompared).replace(/^req(?=\p{Lu})/u, '');
  const words = bare.match(/\p{N}+|\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}\p{N}\p{P}\p{S}\p{Z}]+/gu) ?? [];
  const tokens = words.map((word) => (/^\p{N}/u.test(word) ? word.replace(/^0+(?=.)/, '') : word.toLowerCase()));
  const squashed = words.length > 0 ? words.join('').toLowerCase() : bare;
  const letters = new Uint8Array(32);
  for (let i = 0; i < squashed.length; i++) {
    const at = squashed.charCodeAt(i) & 31;
    letters[at] = (letters[at] ?? 0) + 1;
  }
  return {
    written,
    squashed,
    stem: squashed.replace(/\p{N}+/gu, ''),
    tokens,
    numbers: tokens.filter((token) => /^\p{N}/u.test(token)).join(' '),
    letters,
  };
}

/**
 * How alike two names are, from 0 to 1 (the same): by letters (edit distance) or by words (in any order), whichever says
 * more. Below `least` the answer is 0.
 */
export function likeness(a: NameTraits, b: NameTraits, least = 0): number {
  if (a.written === b.written) return 1;
  if (mostLikeness(a, b) < least) return 0;
  const words = wordLikeness(a.tokens, b.tokens);
  const longest = Math.max(a.squashed.length, b.squashed.length);
  // Beyond that distance the letters say less than the words, or too little.
  const limit = Math.floor((1 - Math.max(least, words)) * longest + 1e-9);
  const letters = 1 - editDistance(a.squashed, b.squashed, limit) / longest;
  const numbers = a.numbers === b.numbers ? 1 : isNumbered(a, b) ? otherNumber : otherMember;
  // Only equal names are the same: case, separators and `req` cost a little.
  const alike = Math.min(notQuite, Math.max(words, letters)) * numbers;
  return alike < least ? 0 : alike;
}

/** What `likeness` cannot exceed, by the letters that both have wherever they stand: quick, since most pairs end here. */
export function mostLikeness(a: NameTraits, b: NameTraits): number {
  let more = 0;
  let less = 0;
  for (let i = 0; i < 32; i++) {
    const difference = (a.letters[i] ?? 0) - (b.letters[i] ?? 0);
    if (difference > 0) more += difference;
    else less -= difference;
  }
  const all = a.squashed.length + b.squashed.length;
  const byLetters = 1 - Math.max(more, less) / Math.max(a.squashed.length, b.squashed.length, 1);
  return Math.max(byLetters, (all - more - less) / Math.max(all, 1));
}

const notQuite = 0.98;
const otherNumber = 0.9;
const otherMember = 0.7;

/** Their numbers are all that differs; or one of them has none. Else each belongs to a family of its own: `tel1`, `phone2`. */
function isNumbered(a: NameTraits, b: NameTraits): boolean {
  return a.stem === b.stem || a.numbers === '' || b.numbers === '';
}

/** The letters in words that both have, against all letters (the coefficient of Dice). */
function wordLikeness(a: readonly string[], b: readonly string[]): number {
  let all = 0;
  for (const word of a) all += word.length;
  for (const word of b) all += word.length;
  if (all === 0) return 0;
  let common = 0;
  const rest = [...b];
  for (const word of a) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    common += word.length;
  }
  return (2 * common) / all;
}
