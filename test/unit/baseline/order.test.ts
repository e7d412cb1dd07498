import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { outOfOrder } from '../../../server/src/language/baseline/order.ts';

/** `order[i]` is what stands at place i now; it stood at place `order[i]`. */
function keptOf(order: readonly number[]) {
  return order.map((was, now) => ({ was, now }));
}

function movedIn(order: readonly number[]): readonly number[] {
  return [...outOfOrder(keptOf(order), ({ was }) => `${was}`)].map(({ was }) => was).sort((a, b) => a - b);
}

const anyOrder = fc
  .integer({ min: 0, max: 9 })
  .chain((length) => fc.shuffledSubarray([...Array(length).keys()], { minLength: length }));

describe('what is out of order', () => {
  test('is what was put elsewhere, not what that passed', () => {
    assert.deepEqual(movedIn([4, 0, 1, 2, 3]), [4]);
    assert.deepEqual(movedIn([1, 2, 3, 4, 0]), [0]);
    assert.deepEqual(movedIn([0, 1, 2]), []);
  });

  test('is rather what changed its number than what did not', () => {
    const kept = [
      { was: 2, now: 5 },
      { was: 3, now: 3 },
    ];
    assert.deepEqual([...outOfOrder(kept, ({ was }) => `${was}`)], [kept[0]]);
  });

  test('in one stretch does not depend on another', () => {
    const alone = movedIn([1, 0, 2, 3, 4]);
    assert.deepEqual(
      movedIn([1, 0, 2, 4, 3]).filter((was) => was < 3),
      alone,
    );
  });

  test('is as little as can be, and leaves the others in order', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const moved = new Set(movedIn(order));
        const rest = order.filter((was) => !moved.has(was));
        assert.deepEqual(
          rest,
          [...rest].sort((a, b) => a - b),
        );
        assert.equal(rest.length, longestRiseOf(order));
      }),
      { numRuns: 500 },
    );
  });
});

/** By trying every beginning: slow, and too plain to be wrong. */
function longestRiseOf(order: readonly number[]): number {
  const ending = order.map(() => 1);
  for (const [index, value] of order.entries()) {
    for (let before = 0; before < index; before++) {
      if ((order[before] ?? 0) < value) ending[index] = Math.max(ending[index] ?? 1, (ending[before] ?? 1) + 1);
    }
  }
  return Math.max(0, ...ending);
}
