import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { dialAll } from '../../../server/src/language/dialing/dial.ts';
import { findDoubled } from '../../../server/src/language/dialing/doubled.ts';
import { type DialPrefixes, passedOf, sanitize, stepsOf } from '../../../server/src/language/dialing/toolkit.ts';

const digit = fc.constantFrom(...'0123456789');
const digits = (minLength: number, maxLength: number) => fc.string({ unit: digit, minLength, maxLength });
const prefix = fc.string({ unit: fc.constantFrom(...'0123456789*#'), maxLength: 3 });
const anyPrefixes: fc.Arbitrary<DialPrefixes> = fc.record({
  outside: prefix,
  longDistance: prefix,
  international: prefix,
});
/** What people type, and what nobody does. */
const anyNumber = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom(...'0123456789+ -().x*#'), maxLength: 20 }),
  digits(1, 16),
);
const countries = fc.constantFrom(undefined, 'US', 'DE', 'GB', 'IT', 'JP', 'BR', 'SG', 'xx', '');

/** What is dialled, dialled once more. */
function again(number: string, prefixes: DialPrefixes): readonly [string, string] {
  const once = sanitize(number, prefixes).dialled;
  return [once, sanitize(once, prefixes).dialled];
}

describe('the algorithm of the CTI Toolkit', () => {
  test('takes any text and dials digits, and what the prefixes hold', () => {
    fc.assert(
      fc.property(anyNumber, anyPrefixes, (number, prefixes) => {
        const { dialled, digits: reduced } = sanitize(number, prefixes);
        assert.match(dialled, /^[0-9*#]*$/);
        assert.match(reduced, /^[0-9]*$/);
        assert.ok(dialled.endsWith(reduced), 'nothing is taken away, and nothing follows');
      }),
    );
  });

  test('takes one step, by the rule after those that were passed over', () => {
    fc.assert(
      fc.property(anyNumber, anyPrefixes, (number, prefixes) => {
        const sanitized = sanitize(number, prefixes);
        const passed = passedOf(sanitized, prefixes).map(({ rule }) => rule);
        const steps = stepsOf(sanitized, prefixes).map(({ rule }) => rule);
        assert.deepEqual([...passed, ...steps], ['R1', 'R2', 'R3', 'R4', 'R5'].slice(0, passed.length + 1));
      }),
    );
  });

  test('changes nothing any more where R1 or R5 applied', () => {
    fc.assert(
      fc.property(anyNumber, anyPrefixes, (number, prefixes) => {
        const { rule, dialled } = sanitize(number, prefixes);
        if (rule === 'R1' || rule === 'R5') assert.equal(sanitize(dialled, prefixes).dialled, dialled);
      }),
    );
  });

  test('without an outside prefix it changes nothing any more, whatever rule applied', () => {
    const prefixes = fc.record({ outside: fc.constant(''), longDistance: digits(0, 3), international: digits(0, 3) });
    fc.assert(
      fc.property(anyNumber, prefixes, (number, given) => {
        const [once, twice] = again(number, given);
        assert.equal(twice, once);
      }),
    );
  });

  test('knows a long-distance number that R4 has prefixed, when no prefix begins with another', () => {
    const given: DialPrefixes = { outside: '9', longDistance: '1', international: '011' };
    fc.assert(
      fc.property(digits(10, 15), (number) => {
        if (sanitize(number, given).rule !== 'R4') return;
        const [once, twice] = again(number, given);
        assert.equal(twice, once);
      }),
    );
  });

  test('does not know what R3 has prefixed with fewer than 12 digits', () => {
    const given: DialPrefixes = { outside: '9', longDistance: '1', international: '011' };
    assert.deepEqual(again('1155551212', given), ['91155551212', '9191155551212']);
  });

  test('does not know a shorter one: the outside prefix is doubled', () => {
    const given: DialPrefixes = { outside: '9', longDistance: '1', international: '011' };
    assert.deepEqual(again('5551212', given), ['95551212', '995551212']);
  });
});

describe('the search for a number with a doubled prefix', () => {
  test('finds the one that people meet', () => {
    const given = { outside: '9', longDistance: '1', international: '011' };
    assert.deepEqual(findDoubled(given), { number: '95551212', dialled: '995551212' });
    // The dialler drops the star of a number, and puts it before it again.
    assert.deepEqual(findDoubled({ ...given, outside: '*9' }), { number: '*95551212', dialled: '*995551212' });
    assert.equal(findDoubled({ ...given, outside: '*' }), undefined);
  });

  test('finds none without an outside prefix', () => {
    for (const longDistance of ['', '0', '1'])
      assert.equal(findDoubled({ outside: '', longDistance, international: '00' }), undefined);
  });

  test('tells only what the dialler does, and finds something whenever there is an outside prefix', () => {
    fc.assert(
      fc.property(digits(1, 2), digits(0, 2), digits(0, 3), (outside, longDistance, international) => {
        const prefixes = { outside, longDistance, international };
        const found = findDoubled(prefixes);
        assert.ok(found);
        assert.equal(sanitize(found.number, prefixes).dialled, found.dialled);
        assert.ok(found.dialled.endsWith(found.number) && found.dialled !== found.number);
      }),
    );
  });
});

test('any text gets an answer from all models, in any country', () => {
  fc.assert(
    fc.property(fc.array(anyNumber, { maxLength: 3 }), anyPrefixes, countries, (numbers, prefixes, country) => {
      const dialing = dialAll(numbers, prefixes, { ...(country !== undefined && { country }), voicePrefix: '+1' });
      assert.equal(dialing.numbers.length, numbers.length);
      for (const { dialled, digits: reduced, explanation, warnings, e164Adapter, voice } of dialing.numbers) {
        assert.equal(dialled === undefined, reduced === '');
        assert.notEqual(explanation, '');
        assert.match(e164Adapter.dialled ?? '', /^\+?[0-9]*$/);
        assert.match(voice?.dialled ?? '', /^\+?[0-9]*$/);
        assert.equal(new Set(warnings.map(({ code }) => code)).size, warnings.length, 'nothing is told twice');
      }
    }),
  );
});
