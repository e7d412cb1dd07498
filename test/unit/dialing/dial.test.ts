import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dialPreset, presetCountries } from '../../../server/src/language/dialing/country-preset.ts';
import { dial, dialAll } from '../../../server/src/language/dialing/dial.ts';
import type { DialPrefixes } from '../../../server/src/language/dialing/toolkit.ts';

function prefixes(given: string): DialPrefixes {
  const [outside = '', longDistance = '', international = ''] = given.split('/');
  return { outside, longDistance, international };
}

function codes(number: string, given: string, country?: string): readonly string[] {
  const options = country === undefined ? {} : { country };
  return dial(number, prefixes(given), options).warnings.map(({ code, severity }) => `${severity} ${code}`);
}

describe('what a number is', () => {
  const cases: readonly (readonly [string, string, string | undefined, string, string | undefined])[] = [
    ['no digits', '9/1/011', undefined, 'none', undefined],
    ['1234', '9/1/011', 'US', 'short', undefined],
    ['911', '9/1/011', 'US', 'emergency', undefined],
    ['112', '0/0/00', 'DE', 'emergency', undefined],
    ['911', '0/0/00', 'DE', 'short', undefined],
    ['555-1212', '9/1/011', 'US', 'local', undefined],
    ['(415) 555-1212', '9/1/011', 'US', 'national', '+14155551212'],
    ['416 555 1212', '9/1/011', 'US', 'national', '+14165551212'],
    ['030 1234567', '0/0/00', 'DE', 'national', '+49301234567'],
    ['00 44 20 7183 8750', '0/0/00', 'DE', 'international', '+442071838750'],
    ['+44 20 7183 8750', '', undefined, 'international', '+442071838750'],
    ['tel:+44-20-7183-8750', '9/1/011', 'US', 'international', '+442071838750'],
    ['914155551212', '9/1/011', 'US', 'prefixed', '+14155551212'],
    ['00301234567', '0/0/00', 'DE', 'prefixed', '+49301234567'],
    ['4155551212', '9/0/00', undefined, 'unknown', undefined],
    ['415555121', '9/1/011', 'US', 'unknown', undefined],
  ];
  for (const [number, given, country, kind, e164] of cases) {
    test(`“${number}” in ${country ?? 'no country'} is ${kind}`, () => {
      const result = dial(number, prefixes(given), country === undefined ? {} : { country });
      assert.deepEqual([result.kind, result.e164], [kind, e164]);
    });
  }

  test('tells country, type and extension', () => {
    const { country, type, extension, valid } = dial('020 7183 8750 ext. 12', prefixes('9/0/00'), { country: 'gb' });
    assert.deepEqual([country, type, extension, valid], ['GB', 'FIXED_LINE', '12', true]);
  });

  test('an E.164 adapter sends no extension, and it is told', () => {
    const { e164Adapter } = dial('415-555-1212 x123', prefixes('9/1/011'), { country: 'US' });
    assert.equal(e164Adapter.dialled, '+14155551212');
    assert.match(e164Adapter.reason, /The extension 123 is left out\./);
  });
});

describe('where the result is wrong', () => {
  const cases: readonly (readonly [string, string, string | undefined, ...string[]])[] = [
    // A plus sign that is not first does no harm where the digits are right without it.
    ['tel:+1 415 555 1212', '9/1/011', 'US'],
    ['tel:+44 20 7183 8750', '9/1/011', 'US', 'error plus-not-first'],
    ['Phone: 415 555 1212', '9/1/011', 'US'],
    ['415 555 1212 Bob', '9/1/011', 'US', 'error letters-dropped'],
    ['٤١٥ 555 1212', '9/1/011', 'US', 'error letters-dropped'],
    ['٤١٥٥٥٥١٢١٢', '9/1/011', 'US', 'error no-digits'],
    ['*67 415 555 1212', '9/1/011', 'US', 'warning symbols-dropped', 'warning incomplete-number'],
    ['+49 (0)30 1234567', '0/0/00', 'GB', 'error trunk-dialled'],
    ['+49 30 1234567', '0/0/00', 'GB'],
    ['+49 30 1234567', '0/0/00', 'DE', 'warning own-country-as-international'],
    ['+44 20 7183 8750', '9/1/00', 'US', 'error another-number'],
    ['+44 20 7183 8750', '9/0/', 'US', 'error plus-lost'],
    // Italy dials the zero as a part of the number, Spain has none.
    ['333 123 4567', '0/0/00', 'IT', 'error long-distance-unneeded'],
    ['333 123 4567', '0//00', 'IT'],
    ['06 6982 1234', '0//00', 'IT'],
    ['612 345 678', '0/0/00', 'ES'],
    ['412 345 678', '0/0/0011', 'AU', 'warning trunk-missing'],
    // Written without the trunk prefix that these countries have.
    ['71 123 456', '9/0/00', 'LB'],
    ['612 34567', '9/0/00', 'CO'],
    ['0412 345 678', '0/0/0011', 'AU'],
    // 0 and 0011 begin with 000; 9 and 1 before another 1 with 911.
    ['+44 20 7183 8750', '0/0/0011', 'AU', 'warning reaches-emergency'],
    ['1 155 555 1212', '9/1/011', 'US', 'warning reaches-emergency'],
    ['9123 4567', '9//001', 'SG'],
    ['415-555-1212 x123', '9/1/011', 'US', 'error extension-dialled'],
    ['555-1212 x123', '9/1/011', 'US', 'error extension-dialled', 'error another-number'],
    ['1'.repeat(300), '0/0/00', 'GB', 'warning incomplete-number'],
  ];
  for (const [number, given, country, ...expected] of cases) {
    test(`“${number.slice(0, 30)}” with ${given} in ${country}: ${expected.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(codes(number, given, country), expected);
    });
  }
});

describe('the other models', () => {
  test('an E.164 adapter writes the country code, and leaves short numbers alone', () => {
    const sent = (number: string, country?: string) =>
      dial(number, prefixes('9//00'), country === undefined ? {} : { country }).e164Adapter.dialled;
    assert.equal(sent('020 7183 8750', 'GB'), '+442071838750');
    assert.equal(sent(' +44 20 7183 8750'), '+442071838750');
    assert.equal(sent('999', 'GB'), '999');
    assert.equal(sent('020 7183 8750'), undefined);
    assert.equal(sent('hello', 'GB'), undefined);
  });

  test('Salesforce Voice puts its prefix before what has no plus sign, and it is said where that goes wrong', () => {
    const sent = (number: string) => {
      const { voice } = dial(number, prefixes(''), { country: 'US', voicePrefix: '+1' });
      return [voice?.dialled, ...(voice?.warnings ?? []).map(({ code }) => code)];
    };
    assert.deepEqual(sent('415-555-1212'), ['+14155551212']);
    assert.deepEqual(sent('+44 20 7183 8750'), ['+442071838750']);
    assert.deepEqual(sent('+44 (0)20 7183 8750'), ['+4402071838750', 'another-number']);
    assert.deepEqual(sent('1 415 555 1212'), ['+114155551212', 'another-number']);
    assert.deepEqual(sent('911'), ['+1911', 'emergency-changed']);
  });

  test('where all prefixes are empty, the step says so and names none of them', () => {
    const { dialled, steps } = dial('(415) 555-1212', prefixes(''));
    assert.equal(dialled, '4155551212');
    assert.deepEqual(
      steps.map(({ rule, reason }) => [rule, reason]),
      [['R3', 'All three prefixes are empty: the digits are dialled as they are.']],
    );
  });

  test('a prefix that is empty is called so, and not shown as quotes around nothing', () => {
    const reasons = (number: string, given: string) => dial(number, prefixes(given)).steps.map(({ reason }) => reason);
    for (const [number, given] of [
      ['4155551212', '/1/011'],
      ['5551212', '/1/011'],
      ['+442071838750', '/1/011'],
      ['+442071838750', '9//'],
      ['14155551212', '/1/011'],
      ['4155551212', '//011'],
      ['4155551212', '/1/'],
    ] as const)
      for (const reason of reasons(number, given)) {
        assert.doesNotMatch(reason, /“”/);
        assert.match(reason, /\(empty\)/, `${number} with ${given}`);
      }
    assert.match(reasons('4155551212', '9/1/011').join(), /the outside prefix “9” and the long-distance prefix “1”/);
  });

  test('letters that stand for digits are lost in each of them, and said of each that dials the rest', () => {
    const { e164Adapter, voice } = dial('1-800-FLOWERS', prefixes('9/1/011'), { country: 'US', voicePrefix: '+1' });
    assert.deepEqual(
      [e164Adapter, voice].map((result) => [result?.dialled, ...(result?.warnings ?? []).map(({ code }) => code)]),
      [
        ['1800', 'letters-dropped'],
        ['+11800', 'letters-dropped'],
      ],
    );
    // Nothing is dialled, and nothing lost.
    const none = dial('hello', prefixes('9/1/011'), { country: 'US', voicePrefix: '+1' });
    assert.deepEqual([none.e164Adapter.warnings, none.voice?.warnings], [[], []]);
  });

  test('nothing is said of Salesforce Voice where there is no such definition', () => {
    assert.equal(dial('4155551212', prefixes('9/1/011')).voice, undefined);
  });
});

describe('what holds for all numbers', () => {
  const of = (given: string, country?: string) =>
    dialAll([], prefixes(given), country === undefined ? {} : { country });

  test('the model is named, and what is assumed', () => {
    const { model, assumes, country, countryAssumed } = of('9/1/011');
    assert.equal(model, 'toolkit');
    assert.match(assumes, /CTI Toolkit.*North America is assumed/);
    assert.deepEqual([country, countryAssumed], ['US', true]);
    assert.deepEqual([of('9/1/011', 'CA').country, of('9/1/011', 'CA').countryAssumed], ['CA', false]);
    assert.equal(of('0/0/00').country, undefined);
  });

  test('the prefixes are compared with the country and with one another', () => {
    const found = (given: string, country?: string) => of(given, country).warnings.map(({ code }) => code);
    assert.deepEqual(found('/1/011'), []);
    assert.deepEqual(found('/1/01'), ['access-code-differs']);
    assert.deepEqual(found('/1/011', 'DK'), ['access-code-differs', 'long-distance-differs']);
    assert.deepEqual(found('0/0/00', 'DE'), ['prefix-ambiguous', 'doubled-prefix-possible']);
    assert.deepEqual(found('/0/+', 'DE'), ['prefix-characters', 'access-code-differs']);
    assert.match(of('9/1/011').warnings[0]?.message ?? '', /doubled prefix, for example 95551212 as 995551212/);
  });
});

describe('the presets of countries', () => {
  const preset = (country: string, present = '9/1/01') => {
    const found = dialPreset(country, prefixes(present));
    return found && Object.values(found.prefixes).join('/');
  };

  test('propose what the numbering plan says, and keep the outside prefix', () => {
    assert.equal(preset('US'), '9/1/011');
    assert.equal(preset('de', '0//'), '0/0/00');
    assert.equal(preset('DK', ''), '//00');
    assert.equal(preset('IT'), '9//00');
    assert.equal(preset('RU'), '9/8/810');
    assert.equal(preset('AU'), '9/0/0011');
    assert.equal(preset('JP'), '9/0/010');
  });

  test('keep of an outside prefix what can be dialled, and say so', () => {
    assert.equal(preset('US', '9, /1/01'), '9/1/011');
    assert.equal(preset('US', '*9#/1/01'), '*9#/1/011');
    assert.equal(preset('US', '+/1/01'), '/1/011');
    const notes = (outside: string) => dialPreset('US', { ...prefixes(''), outside })?.notes.join(' ') ?? '';
    assert.match(notes('9, '), /“9, ”.*\b9\b.*ask/);
    assert.doesNotMatch(notes('9, '), /stays/);
    assert.match(notes('+'), /empty.*ask/);
    assert.match(notes(''), /empty.*ask/);
    assert.match(notes('9'), /stays/);
  });

  test('leave empty what depends on the carrier, and say so', () => {
    assert.equal(preset('BR'), '9/0/');
    assert.match(dialPreset('BR', prefixes(''))?.notes.join(' ') ?? '', /depends on the carrier/);
  });

  test('are there for every country, and lead abroad from it', () => {
    assert.ok(presetCountries().length > 200);
    for (const country of presetCountries()) {
      const found = dialPreset(country, prefixes(''));
      assert.ok(found && found.notes.length > 0, country);
      const { warnings } = dialAll([], found.prefixes, { country });
      assert.deepEqual(warnings, [], country);
    }
    assert.equal(dialPreset('XX', prefixes('')), undefined);
  });
});
