import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dial } from '../../../server/src/language/dialing/dial.ts';
import type { DialPrefixes, ToolkitRule } from '../../../server/src/language/dialing/toolkit.ts';
import type { DialWarningCode } from '../../../server/src/language/dialing/warnings.ts';

function prefixes(outside: string, longDistance: string, international: string): DialPrefixes {
  return { outside, longDistance, international };
}

const northAmerica = prefixes('9', '1', '011');
const sample = prefixes('9', '1', '01');
const noLongDistance = prefixes('9', '', '00');
const noOutside = prefixes('', '1', '011');
const britain = prefixes('9', '0', '00');
const germany = prefixes('0', '0', '00');

/** The worked results of the reference, section 5.4: what is dialled, by which rule, and what is wrong with it. */
const rows: readonly (readonly [DialPrefixes, string, ToolkitRule, string, ...DialWarningCode[]])[] = [
  [northAmerica, '1234', 'R1', '1234'],
  [northAmerica, '911', 'R1', '911'],
  [northAmerica, '5551212', 'R4', '95551212'],
  [northAmerica, '415-555-1212', 'R4', '914155551212'],
  [northAmerica, '(916) 555-1212', 'R4', '919165551212'],
  [northAmerica, '1 415 555 1212', 'R3', '914155551212'],
  [northAmerica, '914155551212', 'R5', '914155551212'],
  [northAmerica, '95551212', 'R4', '995551212', 'doubled-prefix'],
  [northAmerica, '+1 415 555 1212', 'R2', '901114155551212', 'own-country-as-international'],
  [northAmerica, '+44 20 7183 8750', 'R2', '9011442071838750'],
  [northAmerica, ' +44 20 7183 8750', 'R4', '91442071838750', 'plus-not-first'],
  [northAmerica, '011 44 20 7183 8750', 'R3', '9011442071838750'],
  [northAmerica, '0044 20 7183 8750', 'R4', '9100442071838750', 'foreign-access-code'],
  [northAmerica, '415-555-1212 x123', 'R4', '914155551212123', 'extension-dialled'],
  [northAmerica, '1-800-FLOWERS', 'R1', '1800', 'letters-dropped'],
  [northAmerica, '+4412', 'R1', '4412', 'plus-lost'],
  [sample, '+14155551212', 'R2', '90114155551212', 'another-country'],
  [sample, '01144 20 7183 8750', 'R3', '9011442071838750'],
  [noLongDistance, '94155551212', 'R3', '994155551212', 'doubled-prefix'],
  [noOutside, '4155551212', 'R4', '14155551212'],
  [noOutside, '+442071838750', 'R2', '011442071838750'],
  [prefixes('', '', ''), '+442071838750', 'R2', '442071838750', 'plus-lost'],
  [britain, '020 7183 8750', 'R3', '902071838750'],
  [britain, '1632960001', 'R4', '901632960001'],
  [germany, '030 1234567', 'R3', '00301234567'],
  [germany, '00301234567', 'R3', '000301234567', 'doubled-prefix'],
];

describe('what a Toolkit-style dialler dials', () => {
  for (const [given, number, rule, dialled, ...warnings] of rows) {
    const { outside, longDistance, international } = given;
    test(`“${number}” with “${outside}”, “${longDistance}”, “${international}”`, () => {
      const result = dial(number, given);
      assert.equal(result.dialled, dialled);
      assert.deepEqual(
        result.steps.map((step) => [step.rule, step.before, step.after]),
        [[rule, number.replace(/\D/g, ''), dialled]],
      );
      assert.deepEqual(
        result.warnings.map(({ code }) => code),
        warnings,
      );
    });
  }

  test('says the same of them when the country is named', () => {
    const named: readonly (readonly [DialPrefixes, string])[] = [
      [northAmerica, 'US'],
      [sample, 'US'],
      [noOutside, 'CA'],
      [britain, 'GB'],
      [germany, 'DE'],
    ];
    for (const [given, number, , , ...warnings] of rows) {
      for (const [of, country] of named) {
        if (of !== given) continue;
        const codes = dial(number, given, { country }).warnings.map(({ code }) => code);
        assert.deepEqual(codes, warnings, `${number} in ${country}`);
      }
    }
  });

  test('tells the country that the sample’s international prefix reaches', () => {
    const [warning] = dial('+14155551212', sample).warnings;
    assert.match(warning?.message ?? '', /\+41 \(CH\) in place of \+1/);
  });
});
