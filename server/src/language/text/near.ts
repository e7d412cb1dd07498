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
  if (a === b) return 0;
  if (a.length === b.length && a.toLowerCase() === b.toLowerCase()) return 0.5;
  // What both begin and end with costs nothing, and names of one platform mostly begin alike.
  const shorter = Math.min(a.length, b.length);
  let from = 0;
  while (from < shorter && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let same = 0;
  while (same < shorter - from && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++;
  const height = a.length - from - same;
  const width = b.length - from - same;

  let beforeLast: number[] = [];
  let leastBefore = 0;
  let last = Array.from({ length: width + 1 }, (_, i) => i);
  for (let i = 1; i <= height; i++) {
    const row = [i];
    let least = i;
    const left = a.charCodeAt(from + i - 1);
    for (let j = 1; j <= width; j++) {
      const right = b.charCodeAt(from + j - 1);
      const cost = left === right ? 0 : isSameLetter(left, right) ? 0.5 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && left === b.charCodeAt(from + j - 2) && a.charCodeAt(from + i - 2) === right)
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
  return last[width] ?? 0;
}

/** Whether two characters differ in case alone, given as UTF-16 code units. */
function isSameLetter(one: number, other: number): boolean {
  if (one < 128 && other < 128) return (one ^ other) === 32 && (one | 32) >= 97 && (one | 32) <= 122;
  return String.fromCharCode(one).toLowerCase() === String.fromCharCode(other).toLowerCase();
}
