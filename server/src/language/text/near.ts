/**
 * The name that was most likely meant: the nearest of the candidates by edit distance (insert, delete, replace, swap of
 * neighbours), when it is near enough: one slip in a short name, up to three in a long one. Case counts as half a slip.
 * `undefined` when none is near or two are equally near.
 */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === written) return undefined;
    const allowed = Math.min(3, Math.floor(candidate.length / 4));
    if (Math.abs(candidate.length - written.length) > allowed) continue;
    const distance = editDistance(written, candidate, allowed);
    if (distance > allowed || distance > bestDistance) continue;
    best = distance === bestDistance ? undefined : candidate;
    bestDistance = distance;
  }
  return best;
}

/**
 * Optimal string alignment distance; a difference in case alone costs one half. What is beyond `limit` is infinite: most
 * names are unlike after a few letters, and a file may hold very many.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (a.toLowerCase() === b.toLowerCase()) return a === b ? 0 : 0.5;
  let beforeLast: number[] = [];
  let leastBefore = 0;
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const left = a[i - 1] ?? '';
      const right = b[j - 1] ?? '';
      const cost = left === right ? 0 : left.toLowerCase() === right.toLowerCase() ? 0.5 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && left === b[j - 2] && a[i - 2] === right)
        value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      row.push(value);
      if (value < least) least = value;
    }
    // No later row gets below this one, but by a swap: it reaches back over one row, and costs one more than what is there.
    if (least > limit && leastBefore + 1 > limit) return Number.POSITIVE_INFINITY;
    leastBefore = least;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
