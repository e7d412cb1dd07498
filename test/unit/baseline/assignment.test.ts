import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { assign, type Candidate } from '../../../server/src/language/baseline/assignment.ts';

const straight = () => false;

/** Gains in hundredths; 0 stands for no candidate. */
const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
  fc.array(
    fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 })), { minLength: columns, maxLength: columns }),
    {
      minLength: rows,
      maxLength: rows,
    },
  ),
);

function candidatesOf(gains: readonly (readonly number[])[]): Candidate[] {
  return gains.flatMap((cells, row) =>
    cells.flatMap((gain, column) => (gain === 0 ? [] : [{ row, column, gain: gain / 100 }])),
  );
}

/** By trying everything. */
function mostOf(gains: readonly (readonly number[])[], row = 0, used: readonly number[] = []): number {
  const cells = gains[row];
  if (!cells) return 0;
  const choices = cells.map((gain, column) =>
    used.includes(column) ? 0 : gain + mostOf(gains, row + 1, [...used, column]),
  );
  return Math.max(mostOf(gains, row + 1, used), ...choices);
}

const sumOf = (found: readonly Candidate[]) => Math.round(found.reduce((sum, { gain }) => sum + gain, 0) * 100);

describe('the best assignment', () => {
  test('gains the most that any can', () => {
    fc.assert(
      fc.property(table, fc.boolean(), (gains, turned) => {
        const found = assign(candidatesOf(gains), () => turned);
        assert.equal(new Set(found.map(({ row }) => row)).size, found.length);
        assert.equal(new Set(found.map(({ column }) => column)).size, found.length);
        assert.equal(sumOf(found), mostOf(gains));
      }),
      { numRuns: 500 },
    );
  });

  test('gives up a good pair for two that are better together', () => {
    const found = assign(
      candidatesOf([
        [20, 19],
        [15, 0],
      ]),
      straight,
    );
    assert.equal(sumOf(found), 34);
  });

  test('takes a knot that is too large by the greatest gain first', () => {
    const size = 201;
    const gains = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => (row === column ? 30 : Math.abs(row - column) === 1 ? 29 : 0)),
    );
    const found = assign(candidatesOf(gains), straight);
    assert.deepEqual(
      found.map(({ row, column }) => column - row),
      Array(size).fill(0),
    );
  });
});
