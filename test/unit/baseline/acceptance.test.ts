import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { accept, mark, prune, type Rewritten } from '../../../server/src/language/baseline/acceptance.ts';
import { writeBaseline } from '../../../server/src/language/baseline/write-baseline.ts';
import { catalog } from '../../support/features.ts';
import { fieldsOf, northwind, northwindText, readable } from './support.ts';

const consent = { reason: 'asked for', by: 'Cem', on: '2026-11-23' };
const added = { fingerprint: 'cccccccccccc', rule: 'item-added', from: undefined, to: '/own/depth' };
const renamed = { fingerprint: 'dddddddddddd', rule: 'item-renamed', from: '/own/a', to: '/own/b' };
const imported = { takenFrom: { kind: 'git', what: 'v1.2' }, importedOn: '2026-11-23' } as const;
const empty = writeBaseline({ ...northwind, accepted: [] });

/** @throws when it was refused */
function written(result: Rewritten): string {
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.text;
}

function refusal(result: Rewritten): string {
  if (result.kind === 'written') throw new Error(`this was written: ${result.text.slice(0, 80)}`);
  return result.reason;
}

function accepted(text: string): readonly string[] {
  return readable(text).baseline.accepted.map(({ fingerprint, reason }) => `${fingerprint} ${reason}`);
}

describe('accepting', () => {
  test('adds a line for each change, as the whole file would be written', () => {
    for (const baseline of [northwind, { ...northwind, accepted: [] }]) {
      const expected = {
        ...baseline,
        accepted: [...baseline.accepted, { ...added, ...consent }, { ...renamed, ...consent }],
      };
      assert.equal(written(accept(writeBaseline(baseline), [added, renamed], consent)), writeBaseline(expected));
    }
  });

  test('twice is accepting once, and the first reason stays', () => {
    const once = written(accept(northwindText, [added], consent));
    assert.equal(written(accept(once, [added], { ...consent, reason: 'again' })), once);
    assert.equal(written(accept(northwindText, [added, added], consent)), once);
  });

  test('keeps what somebody else accepted in between', () => {
    const theirs = written(accept(northwindText, [renamed], { ...consent, by: 'Dana' }));
    assert.deepEqual(
      readable(written(accept(theirs, [added], consent))).baseline.accepted.map(({ by }) => by),
      ['Ann', 'Bob', 'Dana', 'Cem'],
    );
  });

  test('touches nothing else: comments, blanks, line ends and members that mean nothing', () => {
    const rough = `{ // ours\r\n "owner": "voice", "formatVersion": 1,\r\n "importedOn": "2026-11-20",
      "takenFrom": { "kind": "org", "what": "CallCenter:Northwind" }, "sections": [ /* none, yet */ ]`;
    const ends = [
      '}',
      ' // last, {}\n}',
      ',\n}',
      ', "accepted": []\r\n}\r\n',
      ', "accepted": [ ], }',
      `, "accepted": [${JSON.stringify({ ...renamed, ...consent })} // for Ann, mostly\n ]}`,
      `, "accepted": [\n${JSON.stringify({ ...renamed, ...consent, ticket: 1 })}, /* a, b */\n ]\n}`,
    ];
    for (const end of ends) {
      const before = rough + end;
      const after = written(accept(before, [added], consent));
      assert.deepEqual(accepted(after), [...accepted(before), 'cccccccccccc asked for'], end);
      // What was there is still there, in its order.
      let from = 0;
      for (const piece of before.replace(/\[\s*\](?!,|\s*$)|[\s{}[\]]+/g, ' ').split(' ')) {
        const found = after.indexOf(piece, from);
        assert.ok(found >= 0, `${piece} in ${after}`);
        from = found + piece.length;
      }
    }
    const commented = written(accept(rough + (ends[5] ?? ''), [added], consent));
    assert.match(commented, /"ddd[^\n]*\/\/ for Ann, mostly\r?\n\s*\{ "fingerprint": "ccc/);
  });

  test('writes the line ends of the file', () => {
    const windows = northwindText.replaceAll('\n', '\r\n');
    const after = written(accept(windows, [added], consent));
    assert.equal(after, written(accept(northwindText, [added], consent)).replaceAll('\n', '\r\n'));
  });

  test('asks for a reason, a name and a day', () => {
    assert.match(refusal(accept(northwindText, [added], { ...consent, reason: ' ' })), /Say why/);
    assert.match(refusal(accept(northwindText, [added], { ...consent, by: '' })), /Say who/);
    assert.match(refusal(accept(northwindText, [added], { ...consent, on: '23.11.2026' })), /no date such as/);
  });
});

describe('pruning', () => {
  test('takes out what is no more, and keeps the rest as it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 7 }), fc.boolean(), (plan, lastComma) => {
        const list = plan.map(([, twice], index) => ({
          ...added,
          ...consent,
          fingerprint: String(twice && index > 0 ? index - 1 : index).padStart(12, '0'),
        }));
        const still = new Set(list.filter((_, index) => plan[index]?.[0]).map(({ fingerprint }) => fingerprint));
        const plain = writeBaseline({ ...northwind, accepted: list });
        const text = lastComma && list.length > 0 ? plain.replace(/\n {2}\]\n\}\n$/, ',\n  ]\n}\n') : plain;
        const after = written(prune(text, still));
        const expected = list.filter(
          ({ fingerprint }, index) =>
            still.has(fingerprint) && list.findIndex((other) => other.fingerprint === fingerprint) === index,
        );
        assert.deepEqual(readable(after).baseline, { ...northwind, accepted: expected });
        if (text === plain) assert.equal(after, writeBaseline({ ...northwind, accepted: expected }));
      }),
    );
  });

  test('changes nothing where all is still there, or nothing is accepted', () => {
    assert.equal(written(prune(northwindText, new Set(['aaaaaaaaaaaa', 'bbbbbbbbbbbb']))), northwindText);
    assert.equal(written(prune(empty, new Set())), empty);
  });

  test('keeps comments and members that mean nothing of entries that stay', () => {
    const text = northwindText.replace('"by": "Bob"', '"by": "Bob", "ticket": "V-2" /* see there */');
    assert.match(
      written(prune(text, new Set(['bbbbbbbbbbbb']))),
      /\[\n {4}\{ "fingerprint": "bbb.*see there.*\n {2}\]/,
    );
  });
});

describe('marking as imported', () => {
  const fields = fieldsOf(
    '<callCenter><section sortOrder="0" name="reqGeneralInfo" label="G"><item sortOrder="0" name="reqInternalName" label="I">Northwind2</item></section></callCenter>',
  );

  test('writes the fields of now, and the acceptances end', () => {
    const result = mark(northwindText, fields, imported, catalog);
    assert.deepEqual(result.kind === 'written' && result.before, northwind);
    const { baseline } = readable(written(result));
    assert.equal(baseline.internalName, 'Northwind2');
    assert.deepEqual(baseline.takenFrom, { kind: 'git', what: 'v1.2' });
    assert.deepEqual(baseline.accepted, []);
    assert.equal(written(result), written(mark(undefined, fields, imported, catalog)));
  });

  test('keeps the line ends, and what the author put at the top', () => {
    const text = northwindText.replace(
      '"formatVersion"',
      '"$schema": "./x.json",\n  "owner": {\n    "team": 1\n  },\n  "formatVersion"',
    );
    const after = written(mark(text.replaceAll('\n', '\r\n'), fields, imported, catalog));
    assert.match(
      after,
      /^\{\r\n {2}"\$schema": ".\/x.json",\r\n {2}"owner": \{\r\n {4}"team": 1\r\n {2}\},\r\n {2}"formatVersion": 1,\r\n/,
    );
    assert.ok(!/[^\r]\n/.test(after));
  });

  test('is refused for what holds no field, and for no date', () => {
    for (const text of ['', '<a/>', '<callCenter/>', '<callCenter><section sortOrder="0"/></callCenter>']) {
      assert.match(refusal(mark(undefined, fieldsOf(text), imported, catalog)), /no section with a name/);
    }
    assert.match(refusal(mark(undefined, fields, { ...imported, importedOn: 'today' }, catalog)), /“today” is no date/);
  });
});

test('nothing is ever written over a file that cannot be read', () => {
  const fields = fieldsOf('<callCenter><section sortOrder="0" name="own" label="O"/></callCenter>');
  const bad = [
    '',
    'not JSON',
    '[]',
    '{ "formatVersion": 2 }',
    northwindText.replace('"Ann"', '1'),
    `<<<<<<< HEAD\n${northwindText}=======\n>>>>>>> b\n`,
    northwindText.slice(0, 300),
  ];
  for (const text of bad) {
    for (const result of [
      accept(text, [added], consent),
      prune(text, new Set()),
      mark(text, fields, imported, catalog),
    ]) {
      assert.match(refusal(result), /\S/);
    }
  }
});
