import { compareTexts } from './field.ts';

/** Something that is in both lists, by its place in each. */
export interface Kept {
  readonly was: number;
  readonly now: number;
  /** Tells apart which of several equally short lists of moves is meant; the same whichever list comes first. */
  readonly key: string;
}

/**
 * The fewest of them that have to be picked up and put elsewhere to get from one order to the other: all but a longest
 * increasing subsequence. What came and what went moves nothing.
 *
 * Stretches that hold the same in both orders are looked at apart, so that a move in one place does not change what is
 * said about another. Of two neighbours that changed places either could have moved: it is the same one in both directions.
 */
export function outOfOrder<T extends Kept>(kept: readonly T[]): ReadonlySet<T> {
  const byWas = [...kept].sort((a, b) => a.was - b.was);
  if (byWas.every(({ now }, index) => now > (byWas[index - 1]?.now ?? -1))) return new Set();
  const byNow = [...kept].sort((a, b) => a.now - b.now);
  const rank = new Map(byNow.map((each, index) => [each, index]));
  const moved = new Set<T>();
  let start = 0;
  let highest = -1;
  for (const [index, each] of byWas.entries()) {
    highest = Math.max(highest, rank.get(each) ?? 0);
    if (highest !== index) continue;
    const first = byWas[start];
    const firstNow = byNow[start];
    if (first && firstNow && first !== firstNow) {
      const turned = compareTexts(first.key, firstNow.key) > 0;
      const stretch = (turned ? byNow : byWas).slice(start, index + 1);
      const inOrder = longestRise(stretch, ({ was, now }) => (turned ? was : now));
      for (const one of stretch) if (!inOrder.has(one)) moved.add(one);
    }
    start = index + 1;
  }
  return moved;
}

/** A longest increasing subsequence in O(n log n), by the lowest end of a rise of each length. */
function longestRise<T>(list: readonly T[], rankOf: (each: T) => number): ReadonlySet<T> {
  const ends: T[] = [];
  const before = new Map<T, T>();
  for (const each of list) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rankOf(ends[middle] as T) < rankOf(each)) low = middle + 1;
      else high = middle;
    }
    const previous = ends[low - 1];
    if (previous !== undefined) before.set(each, previous);
    ends[low] = each;
  }
  const rise = new Set<T>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) rise.add(at);
  return rise;
}
