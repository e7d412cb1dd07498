import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decode } from '../../../server/src/cli/decode.ts';
import { seeded } from '../../support/random.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function bytesOf(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? utf8(part) : Uint8Array.from(part))));
}

describe('decoding', () => {
  for (const text of ['', '<a/>', '\ufeff<a/>', 'é ☎ 😀\r\n', '\ufffd is allowed', 'a\u0000b']) {
    test(`gives ${JSON.stringify(text)} back as it was`, () =>
      assert.deepEqual(decode(utf8(text)), { kind: 'text', text }));
  }

  const cases: readonly (readonly [what: string, bytes: Uint8Array, byteOffset: number, before: string])[] = [
    ['a byte that begins nothing', bytesOf('aé', [0xff], 'b'), 3, 'aé'],
    ['a letter of Latin-1', bytesOf('Caf', [0xe9], ' au lait'), 3, 'Caf'],
    ['a character that is cut off by the end', bytesOf('a', [0xe2, 0x98]), 1, 'a'],
    ['a character that is cut off by another', bytesOf('a😀', [0xf0, 0x9f], 'b'), 5, 'a😀'],
    ['a follower without a leader', bytesOf([0x80]), 0, ''],
    ['an overlong form', bytesOf('ab', [0xc0, 0xaf]), 2, 'ab'],
    ['a surrogate', bytesOf('ab', [0xed, 0xa0, 0x80]), 2, 'ab'],
    ['a character beyond the last', bytesOf('ab', [0xf4, 0x90, 0x80, 0x80]), 2, 'ab'],
    ['behind a byte order mark', bytesOf('\ufeffa', [0xff]), 4, '\ufeffa'],
    ['far into a file', bytesOf('é'.repeat(100_000), [0xff], 'x'.repeat(1000)), 200_000, 'é'.repeat(100_000)],
  ];
  for (const [what, bytes, byteOffset, before] of cases) {
    test(`names the place of ${what}`, () =>
      assert.deepEqual(decode(bytes), { kind: 'not-utf-8', byteOffset, before, looksLike: undefined }));
  }

  test('recognises UTF-16 with and without its mark, in both orders', () => {
    const little = Buffer.from('<callCenter/>', 'utf16le');
    const big = Buffer.from(little).swap16();
    const texts = [little, big, bytesOf([0xff, 0xfe], [...little]), bytesOf([0xfe, 0xff], [...big])];
    for (const bytes of texts) {
      const decoded = decode(bytes);
      assert.equal(decoded.kind === 'not-utf-8' && decoded.looksLike, 'utf-16', JSON.stringify(decoded));
    }
  });

  test('recognises what is no text at all', () => {
    const random = seeded(7);
    const bytes = Uint8Array.from({ length: 5000 }, () => Math.floor(random() * 256));
    const decoded = decode(bytes);
    assert.equal(decoded.kind === 'not-utf-8' && decoded.looksLike, 'binary');
  });

  test('agrees with the platform about random bytes', () => {
    const random = seeded(11);
    for (let round = 0; round < 2000; round++) {
      const bytes = Uint8Array.from({ length: 12 }, () =>
        random() < 0.6 ? 97 : Math.floor(random() * 128) + 128 * Math.round(random()),
      );
      const decoded = decode(bytes);
      const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      if (decoded.kind === 'text') assert.equal(decoded.text, lenient);
      else if (decoded.looksLike !== 'utf-16') {
        assert.ok(lenient.startsWith(`${decoded.before}\ufffd`), Buffer.from(bytes).toString('hex'));
      }
    }
  });
});
