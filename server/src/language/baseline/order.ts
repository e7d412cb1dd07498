import { compareTexts } from './field.ts';

/** Something that is in both lists, by its place in each. */
export interface Kept {
  readonly was: number;
  readonly now: number;
}

/**
 * The fewest of them that have to be picked up and put elsewhere to get from one order to the other: all but a longest
 * increasing subsequence. What came and what went moves nothing.
 *
 * Stretches that hold the same in both orders are looked at apart, so that a move in one place does not change what is
 * said about another. Of two neighbours that changed places either could have moved: it is the same one in both directions,
 * given that `keyOf` tells something about them that is the same in both.
 */
export function outOfOrder<T extends Kept>(kept: readonly T[], keyOf: (each: T) => string): ReadonlySet<T> {
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
      const turned = compareTexts(keyOf(first), keyOf(firstNow)) > 0;
      const stretch = (turned ? byNow : byWas).slice(start, index + 1);
      const inOrder = longestRise(stretch, ({ was, now }) => (turned ? was : now));
      for (const one of stretch) if (!inOrder.has(one)) moved.add(one);
    }
    start = index + 1;
  }
  return moved;
}

/**
 * A longest increasing subsequence in O(n log n); among several one that keeps as many as possible that have the same
 * place in both lists, so that nothing is said to have moved from the third place to the third.
 */
function longestRise(list: readonly Kept[], rankOf: (each: Kept) => number): ReadonlySet<Kept> {
  const ranks = new Map([...list].sort((a, b) => rankOf(a) - rankOf(b)).map((each, index) => [each, index + 1]));
  const length = new Map<Kept, number>();
  const before = new Map<Kept, Kept>();
  // A Fenwick tree over the ranks: in each node the best rise that ends at one of the ranks below it.
  const best: (Kept | undefined)[] = [];
  const lengthOf = (each: Kept | undefined) => (each && length.get(each)) ?? 0;
  let longest: Kept | undefined;
  for (const each of list) {
    const rank = ranks.get(each) ?? 0;
    let previous: Kept | undefined;
    for (let node = rank; node > 0; node -= node & -node) {
      if (lengthOf(best[node]) > lengthOf(previous)) previous = best[node];
    }
    if (previous) before.set(each, previous);
    // Length counts for all, a kept place only among equally long ones.
    length.set(each, lengthOf(previous) + list.length + 1 + (each.was === each.now ? 1 : 0));
    if (lengthOf(each) > lengthOf(longest)) longest = each;
    for (let node = rank; node <= list.length; node += node & -node) {
      if (lengthOf(each) > lengthOf(best[node])) best[node] = each;
    }
  }
  const rise = new Set<Kept>();
  for (let at = longest; at; at = before.get(at)) rise.add(at);
  return rise;
}
