/** A row and a column that could belong together, and what it is worth to join them: above 0. */
export interface Candidate {
  readonly row: number;
  readonly column: number;
  readonly gain: number;
}

/**
 * Pairs of rows and columns, each used once at most, whose gains sum up to as much as possible. Candidates that do not
 * compete (that share no row or column, not even through others) are decided apart from each other, so that what happens
 * at one end of a file does not change the answer at another. A knot of more than `largestKnot` rows or columns is taken
 * apart by the greatest gain first, which is not always optimal, but is over in no time.
 *
 * `turned` says for a knot whether to solve it with rows and columns exchanged: of several equally good answers the same
 * one is found from both sides then.
 */
export function assign<T extends Candidate>(
  candidates: readonly T[],
  turned: (rows: readonly number[], columns: readonly number[]) => boolean,
): readonly T[] {
  return knotsOf(candidates).flatMap((knot) => {
    if (knot.length === 1) return knot;
    const rows = distinct(knot.map(({ row }) => row));
    const columns = distinct(knot.map(({ column }) => column));
    if (Math.max(rows.length, columns.length) > largestKnot) return greedy(knot);
    // The method wants at least as many columns as rows.
    const exchange = rows.length === columns.length ? turned(rows, columns) : rows.length > columns.length;
    return exchange ? optimal(knot, columns, rows, true) : optimal(knot, rows, columns, false);
  });
}

/** Its cube is the number of steps: some ten milliseconds. */
const largestKnot = 200;

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The connected parts of the graph of candidates, in the order in which their first candidates come. */
function knotsOf<T extends Candidate>(candidates: readonly T[]): T[][] {
  const parents = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    // Shortens the way for the next one.
    for (let at = node; at !== root; ) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { row, column } of candidates) {
    const a = rootOf(`r${row}`);
    const b = rootOf(`c${column}`);
    if (a !== b) parents.set(b, a);
  }
  const knots = new Map<string, T[]>();
  for (const candidate of candidates) {
    const root = rootOf(`r${candidate.row}`);
    const knot = knots.get(root);
    if (knot) knot.push(candidate);
    else knots.set(root, [candidate]);
  }
  return [...knots.values()];
}

function greedy<T extends Candidate>(knot: readonly T[]): T[] {
  const rows = new Set<number>();
  const columns = new Set<number>();
  const byGain = [...knot].sort(
    (a, b) =>
      b.gain - a.gain ||
      Math.abs(a.row - a.column) - Math.abs(b.row - b.column) ||
      Math.min(a.row, a.column) - Math.min(b.row, b.column) ||
      a.row - b.row,
  );
  return byGain.filter(({ row, column }) => {
    if (rows.has(row) || columns.has(column)) return false;
    rows.add(row);
    columns.add(column);
    return true;
  });
}

/**
 * The Hungarian method with potentials (Kuhn, Munkres; the shortest augmenting paths of Jonker and Volgenant), for
 * n rows and m >= n columns in O(n²m). It minimises cost; what is no candidate costs 0, the same as being left alone, and
 * a candidate costs less than that by its gain. Gains become integers first, so that nothing hangs on rounding.
 */
function optimal<T extends Candidate>(
  knot: readonly T[],
  rows: readonly number[],
  columns: readonly number[],
  exchanged: boolean,
): T[] {
  const n = rows.length;
  const m = columns.length;
  const rowAt = new Map(rows.map((row, index) => [row, index + 1]));
  const columnAt = new Map(columns.map((column, index) => [column, index + 1]));
  const candidateAt = new Map<number, T>();
  const costs = new Float64Array((n + 1) * (m + 1));
  for (const candidate of knot) {
    const [row, column] = exchanged ? [candidate.column, candidate.row] : [candidate.row, candidate.column];
    const cell = (rowAt.get(row) ?? 0) * (m + 1) + (columnAt.get(column) ?? 0);
    candidateAt.set(cell, candidate);
    costs[cell] = -Math.round(candidate.gain * 1e6);
  }
  // Index 0 stands for "none": the row that is being placed enters by column 0.
  const rowPotential = new Float64Array(n + 1);
  const columnPotential = new Float64Array(m + 1);
  const rowOf = new Int32Array(m + 1);
  for (let row = 1; row <= n; row++) {
    rowOf[0] = row;
    const cameFrom = new Int32Array(m + 1);
    const slack = new Float64Array(m + 1).fill(Number.POSITIVE_INFINITY);
    const done = new Uint8Array(m + 1);
    let column = 0;
    // The shortest way from the new row to a free column, over columns that would have to pass on their rows.
    do {
      done[column] = 1;
      const from = rowOf[column] ?? 0;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= m; j++) {
        if (done[j] === 1) continue;
        const reduced = (costs[from * (m + 1) + j] ?? 0) - (rowPotential[from] ?? 0) - (columnPotential[j] ?? 0);
        if (reduced < (slack[j] ?? 0)) {
          slack[j] = reduced;
          cameFrom[j] = column;
        }
        if ((slack[j] ?? 0) < step) {
          step = slack[j] ?? 0;
          next = j;
        }
      }
      for (let j = 0; j <= m; j++) {
        if (done[j] === 1) {
          const placed = rowOf[j] ?? 0;
          rowPotential[placed] = (rowPotential[placed] ?? 0) + step;
          columnPotential[j] = (columnPotential[j] ?? 0) - step;
        } else slack[j] = (slack[j] ?? 0) - step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    // Along that way each column takes the row of the one before it.
    while (column !== 0) {
      const before = cameFrom[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    }
  }
  return Array.from({ length: m }, (_, j) => candidateAt.get((rowOf[j + 1] ?? 0) * (m + 1) + j + 1)).filter(
    (candidate) => candidate !== undefined,
  );
}
