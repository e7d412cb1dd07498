import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { editDistance, nearest } from '../../../server/src/language/text/near.ts';
import { catalog } from '../../support/features.ts';
import { seeded } from '../../support/random.ts';

describe('the distance of two names', () => {
  const cases: readonly (readonly [a: string, b: string, distance: number])[] = [
    ['', '', 0],
    ['item', 'item', 0],
    ['item', 'Item', 0.5],
    ['ITEM', 'item', 0.5],
    ['itm', 'item', 1],
    ['iitem', 'item', 1],
    ['iten', 'item', 1],
    ['itme', 'item', 1],
    ['Itme', 'item', 1.5],
    ['abc', '', 3],
    ['reqSalesforceCompatabilityMode', 'reqSalesforceCompatibilityMode', 1],
  ];
  for (const [a, b, distance] of cases) {
    test(`${JSON.stringify(a)} and ${JSON.stringify(b)}: ${distance}`, () =>
      assert.equal(editDistance(a, b), distance));
  }

  test('is the same in both directions, and 0 for equal names only', () => {
    const random = seeded(13);
    const word = () =>
      Array.from({ length: Math.floor(random() * 7) }, () => 'abAB'[Math.floor(random() * 4)]).join('');
    for (let round = 0; round < 3000; round++) {
      const [a, b] = [word(), word()];
      assert.equal(editDistance(a, b), editDistance(b, a), `${a} ${b}`);
      assert.equal(editDistance(a, b) === 0, a === b);
      assert.ok(editDistance(a, b) <= Math.max(a.length, b.length));
      assert.ok(editDistance(a, b) >= Math.abs(a.length - b.length));
    }
  });

  test('is exact up to the limit, and infinite only beyond it', () => {
    const random = seeded(14);
    const word = () =>
      Array.from({ length: Math.floor(random() * 9) }, () => 'abAB'[Math.floor(random() * 4)]).join('');
    for (let round = 0; round < 5000; round++) {
      const [a, b] = [word(), word()];
      const distance = editDistance(a, b);
      for (const limit of [0, 1, 2, 3]) {
        const limited = editDistance(a, b, limit);
        if (distance <= limit) assert.equal(limited, distance, `${a} ${b} ${limit}`);
        else assert.ok(limited > limit, `${a} ${b} ${limit}`);
      }
    }
  });
});

describe('the name that was meant', () => {
  const names = ['section', 'item', 'reqAdapterUrl', 'reqSalesforceCompatibilityMode', 'reqLongDistPrefix'];
  const cases: readonly (readonly [written: string, meant: string | undefined])[] = [
    ['itm', 'item'],
    ['Section', 'section'],
    ['sectoin', 'section'],
    ['reqAdaptorURL', 'reqAdapterUrl'],
    ['reqSalesforceCompatabilityMode', 'reqSalesforceCompatibilityMode'],
    ['reqsalesforcecompatabilitymode', 'reqSalesforceCompatibilityMode'],
    ['item', undefined],
    ['is', undefined],
    ['reqCompatibilityMode', undefined],
    ['reqStandbyUrl', undefined],
    ['', undefined],
  ];
  for (const [written, meant] of cases) {
    test(`${JSON.stringify(written)}: ${meant ?? 'none'}`, () => assert.equal(nearest(written, names), meant));
  }

  test('is none where two are equally near', () => {
    assert.equal(nearest('reqB', ['reqA', 'reqC']), undefined);
    assert.equal(nearest('reqB', ['reqA', 'reqC', 'reqb']), 'reqb');
  });

  test('is none where a candidate is written exactly, wherever it stands in the list', () => {
    assert.equal(nearest('item', ['itme', 'item']), undefined);
  });

  test('is never another name of the catalog for a name of the catalog', () => {
    const all = [...new Set(catalog.sections.flatMap(({ items }) => items.map(({ name }) => name)))];
    for (const name of all) assert.equal(nearest(name, all), undefined);
  });
});
