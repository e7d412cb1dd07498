import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineEnd, usualLineEnd } from '../../../server/src/language/text/line-end.ts';

const cases: readonly (readonly [text: string, first: string, usual: string])[] = [
  ['', '\n', '\n'],
  ['a', '\n', '\n'],
  ['a\r\nb\nc\n', '\r\n', '\n'],
  ['a\nb\r\nc\r\n', '\n', '\r\n'],
  ['a\r\nb\n', '\r\n', '\n'],
  ['a\rb\r\n', '\r', '\r\n'],
  ['a\rb\rc\r\n', '\r', '\r'],
];
for (const [text, first, usual] of cases) {
  test(`of ${JSON.stringify(text)}`, () => {
    assert.deepEqual([lineEnd(text), usualLineEnd(text)], [first, usual]);
  });
}
