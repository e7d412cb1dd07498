import type { Field } from './field.ts';

/** So many pairs in all can be looked at one by one: some tenths of a second. */
export const mostPairs = 40_000;

/**
 * The pairs of fields that are worth comparing: all of them, or, where those are too many, the ones that have something in
 * common that can be looked up: all letters, all words, the label, the first or the last word, the place among the
 * left-over ones. What more than a few have in common is no reason to compare.
 */
export function* candidatePairs(
  rows: readonly Field[],
  columns: readonly Field[],
  exhaustive: boolean,
): Generator<readonly [number, number]> {
  if (exhaustive) {
    for (const row of rows.keys()) for (const column of columns.keys()) yield [row, column];
    return;
  }
  const byHint = new Map<string, number[]>();
  for (const [column, field] of columns.entries()) {
    for (const hint of hintsOf(field, column)) {
      const others = byHint.get(hint);
      if (others) others.push(column);
      else byHint.set(hint, [column]);
    }
  }
  const rowsByHint = new Map<string, number>();
  const hintsOfRows = rows.map((field, row) => hintsOf(field, row));
  for (const hint of hintsOfRows.flat()) rowsByHint.set(hint, (rowsByHint.get(hint) ?? 0) + 1);
  for (const [row, hints] of hintsOfRows.entries()) {
    const seen = new Set<number>();
    for (const hint of hints) {
      const found = byHint.get(hint) ?? [];
      if (found.length > mostAlike || (rowsByHint.get(hint) ?? 0) > mostAlike) continue;
      for (const column of found) {
        if (seen.has(column)) continue;
        seen.add(column);
        yield [row, column];
      }
    }
  }
}

const mostAlike = 16;

function hintsOf({ name, label }: Field, place: number): string[] {
  const hints = [`=${name.squashed}`, `~${[...name.tokens].sort().join(' ')}`];
  if (label) hints.push(`"${label.squashed}`);
  hints.push(`<${name.tokens[0]}`, `>${name.tokens.at(-1)}`, `#${place}`);
  return hints;
}
