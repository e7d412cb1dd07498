import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLargerThan, utf8Size } from '../../../server/src/language/text/size.ts';
import { sourceOf } from '../../support/language.ts';

const texts = [
  '',
  'plain',
  'Grüße',
  '日本語',
  'a😀b',
  '\ud83d',
  '\ude00\ud83d',
  '\ud83dx',
  '\ud83d\ud83d\ude00',
  '\u07ff\u0800\uffff',
];

test('the size of a text is what it takes as UTF-8', () => {
  for (const text of texts) assert.equal(utf8Size(sourceOf(text)), Buffer.byteLength(text), JSON.stringify(text));
});

test('a text is larger than every size below its own, and than no other', () => {
  for (const text of texts) {
    const size = Buffer.byteLength(text);
    for (let bytes = 0; bytes < 3 * size + 2; bytes++) {
      assert.equal(isLargerThan(sourceOf(text), bytes), size > bytes, `${JSON.stringify(text)} and ${bytes}`);
    }
  }
});
