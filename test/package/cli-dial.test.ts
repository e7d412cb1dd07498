import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { cli } from './cli.ts';

const northAmerica = ['--outside', '9', '--long-distance', '1', '--international', '011'];
let folder = '';

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-dial-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function json(...args: readonly string[]) {
  const { code, out, error } = cli(['dial', '--format', 'json', ...args]);
  assert.deepEqual([code, error], [0, '']);
  return JSON.parse(out);
}

describe('dialing on the command line', () => {
  test('as JSON every number has what is dialled, the steps and the warnings', () => {
    const dialing = json('415-555-1212', '95551212', '+44 20 7183 8750', ...northAmerica);
    assert.equal(dialing.model, 'toolkit');
    assert.match(dialing.assumes, /CTI Toolkit/);
    assert.deepEqual(dialing.prefixes, { outside: '9', longDistance: '1', international: '011' });
    assert.deepEqual([dialing.country, dialing.countryAssumed], ['US', true]);
    const [national, doubled, abroad] = dialing.numbers;
    assert.equal(national.number, '415-555-1212');
    assert.equal(national.dialled, '914155551212');
    assert.deepEqual(Object.keys(national.steps[0]), ['rule', 'before', 'after', 'reason']);
    assert.equal(national.steps[0].rule, 'R4');
    assert.deepEqual(national.warnings, []);
    assert.equal(national.voice, null);
    assert.equal(doubled.dialled, '995551212');
    assert.deepEqual(Object.keys(doubled.warnings[0]), ['code', 'severity', 'message']);
    assert.equal(doubled.warnings[0].code, 'doubled-prefix');
    assert.equal(abroad.steps[0].rule, 'R2');
    assert.equal(abroad.e164Adapter.dialled, '+442071838750');
  });

  test('as text it says what is dialled, by which rule, and what is wrong', () => {
    const { code, out, error } = cli([
      'dial',
      '+14155551212',
      '--outside=9',
      '--long-distance=1',
      '--international=01',
    ]);
    assert.deepEqual([code, error], [0, '']);
    assert.match(out, /^\+14155551212 → 90114155551212\n {2}R2 .*\n/);
    assert.match(out, /^ {2}error another-country .*\+41 \(CH\)/m);
    assert.match(out, /^ {2}E\.164 adapter: \+14155551212/m);
    assert.match(out, /^Prefixes: outside “9”, long distance “1”, international “01”; country US\.$/m);
    assert.match(out, /^warning access-code-differs 01 /m);
  });

  test('a prefix that is not given is called empty', () => {
    const { out } = cli(['dial', '4155551212', '--long-distance=1']);
    assert.match(out, /^Prefixes: outside \(empty\), long distance “1”, international \(empty\);/m);
    assert.match(out, /the outside prefix \(empty\)/);
  });

  test('the prefixes may be those of a definition, and options stand on top', () => {
    const file = path.join(folder, 'a.xml');
    const sample = fs.readFileSync('test/samples/open-cti.xml', 'utf8');
    fs.writeFileSync(file, sample.replace(/(reqOutsidePrefix"[^>]*>)[^<]*/, '$18'));
    const { prefixes } = json('5551212', '--definition', file);
    assert.equal(prefixes.outside, '8');
    assert.equal(json('5551212', '--definition', file, '--outside', '').prefixes.outside, '');
    const voice = json('415 555 1212', '--definition', 'test/samples/partner-telephony.xml', '--country', 'us');
    assert.equal(typeof voice.voicePrefix, 'string');
    assert.notEqual(voice.numbers[0].voice, null);
  });

  test('what is no number is explained', () => {
    const { numbers } = json('hello', '', ...northAmerica);
    for (const number of numbers) {
      assert.equal(number.dialled, null);
      assert.equal(number.kind, 'none');
      assert.equal(number.warnings[0].code, 'no-digits');
    }
  });

  test('a number steers no terminal', () => {
    const { out } = cli(['dial', '\u001b[31m5551212\u202e', ...northAmerica]);
    assert.doesNotMatch(out, /[\u001b\u202e]/);
    assert.match(out, /→ \d+/);
  });

  test('warnings count when a number of them is allowed', () => {
    const args = ['dial', '95551212', '--international', '011', '--long-distance', '1', '--outside', '9'];
    assert.equal(cli([...args, '--max-warnings', '1']).code, 0);
    const { code, error } = cli([...args, '--max-warnings', '0']);
    assert.equal(code, 1);
    assert.match(error, /^1 warnings are more than the 0 that are allowed\.\n$/);
  });

  test('what is asked for wrongly is said in one line, without the number', () => {
    const other = path.join(folder, 'other.xml');
    fs.writeFileSync(other, '<a/>');
    const broken = path.join(folder, 'broken.xml');
    fs.writeFileSync(broken, '<callCenter><section name="reqDialingOptions"><item name="reqOutsidePrefix">9</item>');
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [northAmerica, /No number is named/],
      [['4155551212', '--outside', 'nine'], /--outside takes digits/],
      [['4155551212', '--outside'], /--outside takes digits/],
      [['4155551212', '--voice-prefix', '1+'], /--voice-prefix takes a country code/],
      [['4155551212', '--country', 'USA'], /--country takes the two letters/],
      [['4155551212', '--country', 'XX'], /no country XX/],
      [['4155551212', '--definition', ''], /--definition takes the name of a file/],
      [['4155551212', '--definition', path.join(folder, 'missing.xml')], /there is no such file/],
      [['4155551212', '--definition', other], /this is no call center definition/],
      [['4155551212', '--definition', broken], /its XML is broken/],
      [['4155551212', '--fix'], /--fix does not go with dial/],
    ];
    for (const [args, message] of cases) {
      const { code, out, error } = cli(['dial', ...args]);
      assert.deepEqual([code, out], [2, ''], error);
      assert.match(error, message);
      assert.equal(error.trimEnd().split('\n').length, 1);
      assert.doesNotMatch(error, /4155551212/);
    }
  });
});
