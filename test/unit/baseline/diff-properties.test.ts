import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Change } from '../../../server/src/language/baseline/change.ts';
import { diffFieldSets } from '../../../server/src/language/baseline/diff.ts';
import type { FieldItem, FieldSection, FieldSet } from '../../../server/src/language/baseline/field-set.ts';
import { applyChanges } from '../../support/apply-changes.ts';
import { keyOf } from '../../support/field-sets.ts';

/** Few enough that names meet again, alike enough that they are taken for one another. */
const words = ['agent', 'queue', 'phone', 'url', 'name', 'screen', 'pop', 'timeout', 'label', 'icon'];
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const name = fc
  .tuple(fc.constantFrom(...words), fc.constantFrom('', ...words), fc.constantFrom('', '', '1', '2', '3'))
  .map(([first, second, number]) => `${first}${capital(second)}${number}`);
const plain = { noNullPrototype: true } as const;
const label = fc.option(fc.constantFrom('', 'One', 'Two', 'Phone 1', 'Phone 2'), { nil: undefined });
const value = fc.option(
  fc.constantFrom('a', 'b').map((text) => ({ text })),
  { nil: undefined },
);
const item: fc.Arbitrary<FieldItem> = fc.record(
  {
    name,
    label,
    kind: fc.constantFrom(undefined, undefined, undefined, 'text', 'url'),
    value,
  },
  plain,
);
const section: fc.Arbitrary<FieldSection> = fc.record({ name, label, items: fc.array(item, { maxLength: 7 }) }, plain);
const anySet: fc.Arbitrary<FieldSet> = fc.record(
  {
    internalName: fc.constantFrom('Acme1', 'Acme2'),
    flavour: fc.constantFrom('openCti', 'partnerTelephony'),
    sections: fc.array(section, { maxLength: 5 }),
  },
  plain,
);

/** Two that have something in common: the second is the first, edited here and there, or another one. */
const pair: fc.Arbitrary<readonly [FieldSet, FieldSet]> = fc.oneof(
  fc.tuple(anySet, anySet),
  fc
    .tuple(anySet, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(5), item), { maxLength: 5 }))
    .map(([set, edits]) => [set, edits.reduce(edited, set)] as const),
);

function edited(set: FieldSet, [a, b, how, fresh]: readonly [number, number, number, FieldItem]): FieldSet {
  const sections = set.sections.map((each) => ({ ...each, items: [...each.items] }));
  const one = sections[a % Math.max(1, sections.length)];
  const other = sections[b % Math.max(1, sections.length)];
  if (!one || !other) return set;
  const at = b % Math.max(1, one.items.length);
  const found = one.items[at];
  if (how === 0) one.items.splice(at, 0, fresh);
  else if (how === 1) one.items.splice(at, 1);
  else if (how === 2 && found) one.items[at] = { ...found, name: `${found.name}s` };
  else if (how === 3) other.items.push(...one.items.splice(at, 1));
  else if (how === 4) one.items.unshift(...one.items.splice(at, 1));
  else one.name = fresh.name;
  return { ...set, sections };
}

describe('for any field sets', () => {
  test('there is no difference of one to itself', () => {
    fc.assert(fc.property(anySet, (set) => assert.deepEqual(diffFieldSets(set, set, { values: true }), [])));
  });

  test('the changes lead from one to the other', () => {
    fc.assert(
      fc.property(pair, ([was, now]) => {
        assert.deepEqual(applyChanges(was, now, diffFieldSets(was, now)), now);
      }),
      { numRuns: 1000 },
    );
  });

  test('the other direction tells the mirror image', () => {
    fc.assert(
      fc.property(pair, ([was, now]) => {
        const there = diffFieldSets(was, now, { values: true }).map((change) => JSON.stringify(change));
        const back = diffFieldSets(now, was, { values: true }).map((change) => JSON.stringify(mirror(change)));
        assert.deepEqual([...back].sort(), [...there].sort());
      }),
      { numRuns: 1000 },
    );
  });

  test('every place is told once of what can happen to it once', () => {
    fc.assert(
      fc.property(pair, ([was, now]) => {
        for (const side of ['from', 'to'] as const) {
          const told = diffFieldSets(was, now)
            .filter(({ kind }) => !kind.endsWith('-changed'))
            .map((change) => change[side])
            .filter((place) => place !== undefined)
            .map(({ section: at, item: in_ }) => `${at}/${in_}`);
          assert.equal(new Set(told).size, told.length);
        }
      }),
    );
  });

  test('less than sure is what has another name only', () => {
    fc.assert(
      fc.property(pair, ([was, now]) => {
        for (const change of diffFieldSets(was, now)) {
          assert.ok(change.confidence > 0 && change.confidence <= 1);
          const renamed = change.from && change.to && keyOf(was, change.from) !== keyOf(now, change.to);
          if (!renamed) assert.equal(change.confidence, 1);
        }
      }),
    );
  });
});

function mirror(change: Change): Change {
  const kind = change.kind.endsWith('-added')
    ? change.kind.replace('added', 'removed')
    : change.kind.replace('removed', 'added');
  return {
    ...change,
    kind: kind as Change['kind'],
    from: change.to,
    to: change.from,
    ...('was' in change ? { was: change.now, now: change.was } : {}),
  };
}
