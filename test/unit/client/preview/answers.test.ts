import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Answer, type Asked, answered } from '../../../../client/webview/answers.ts';
import { dial } from '../../../../server/src/language/dialing/dial.ts';
import type { DialSeverity } from '../../../../server/src/language/dialing/warnings.ts';
import type { DialAnswer } from '../../../../server/src/protocol/preview.ts';

const view = { uri: 'file:///adatum.xml', name: 'adatum.xml', locked: false, version: 4, outdated: false };
const shown: Asked['state'] = {
  view,
  secrets: new Map([['/a/token', undefined]]),
  dialled: undefined,
};
const question = 7;
const after = (state: Partial<Asked['state']>, answer: Answer) =>
  answered({ state: { ...shown, ...state }, text: (key, ...args) => [key, ...args].join(' ') }, question, answer);

const secret = (version: number): Answer => ({ type: 'secret', id: '/a/token', version, value: 'h7Gk29sLq0' });

const prefixes = { outside: '9', longDistance: '1', international: '011' };
/** `numbers`: how much each of them goes wrong. */
const dialAnswer = (numbers: readonly (readonly DialSeverity[])[], version = view.version): DialAnswer => ({
  version,
  dialing: {
    model: 'toolkit',
    assumes: '',
    prefixes,
    voicePrefix: undefined,
    country: 'US',
    countryAssumed: true,
    numbers: numbers.map((severities) => ({
      ...dial('911', prefixes),
      warnings: severities.map((severity) => ({ code: 'plus-lost', severity, message: '' })),
    })),
    warnings: [],
  },
  countries: ['US'],
});
const dialled = (numbers: readonly (readonly DialSeverity[])[], version = view.version) => ({
  type: 'dialled' as const,
  ticket: question,
  answer: dialAnswer(numbers, version),
});

const settings = {
  type: 'settings',
  ticket: question,
  format: 'lightning',
  version: 4,
  text: '{}',
  masked: 0,
} as const;

describe('a secret', () => {
  test('is shown when it is of the text in sight, or of one that comes into sight next', () => {
    for (const version of [4, 5])
      assert.deepEqual([...(after({}, secret(version)).secrets ?? [])], [['/a/token', 'h7Gk29sLq0']]);
  });

  test('of a text before that is not shown', () => {
    assert.deepEqual(after({}, secret(3)), {});
  });

  test('that was hidden again meanwhile stays hidden', () => {
    assert.deepEqual(after({ secrets: new Map() }, secret(4)), {});
  });
});

describe('what becomes of numbers', () => {
  test('is shown when it is of the text in sight', () => {
    assert.deepEqual(after({}, dialled([[]])).dialled, dialAnswer([[]]));
  });

  test('in another text is not shown', () => {
    for (const version of [3, 5]) assert.deepEqual(after({}, dialled([[]], version)), {});
  });

  test('is not shown where other numbers or another country were asked for meanwhile', () => {
    assert.deepEqual(after({}, { ...dialled([[]]), ticket: question - 1 }), {});
  });

  test('is said: how many there are, and how many go wrong', () => {
    const numbers = [[], ['warning'], ['information'], ['error', 'warning']] as const;
    assert.equal(after({}, dialled(numbers)).said, 'dialledSaid 4 2');
  });

  test('is said once only as long as it stays the same', () => {
    const before = { dialled: dialAnswer([['error']]) };
    assert.equal('said' in after(before, dialled([['error']])), false);
    assert.equal(after(before, dialled([[]])).said, 'dialledSaid 1 0');
    assert.equal(after(before, dialled([['error'], []])).said, 'dialledSaid 2 1');
  });

  test('is nothing to speak of without a number', () => {
    assert.equal('said' in after({}, dialled([])), false);
    assert.equal(after({ dialled: dialAnswer([[]]) }, dialled([])).said, '');
  });
});

describe('settings', () => {
  test('are shown when they are of the text in sight', () => {
    assert.deepEqual(after({}, settings).settings, settings);
  });

  test('of another text are not shown', () => {
    for (const version of [3, 5]) assert.deepEqual(after({}, { ...settings, version }), {});
  });

  test('are not shown where another form, or other secrets in it, were asked for meanwhile', () => {
    assert.deepEqual(after({}, { ...settings, ticket: question - 1 }), {});
  });
});
