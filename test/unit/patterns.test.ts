import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bombFor, patternsIn } from '../support/patterns.ts';

/** Patterns that a text could keep busy, and why none does. */
const harmless: Readonly<Record<string, string>> = {
  '/^[A-Za-z][A-Za-z0-9_]*__[A-Za-z][A-Za-z0-9_]*$/':
    'asked of names only that are no longer than the longest (vendor-api-name)',
};

const patterns = patternsIn(['server/src', 'client/src']);

test('the patterns of the sources are found', () => {
  assert.ok(patterns.length > 200, `${patterns.length} patterns`);
  assert.ok(patterns.some(({ file }) => file.endsWith('model/sniff.ts')));
});

test('a bomb is found where there is one', () => {
  for (const bomb of [/(a+)+$/, /\s+$/, /x\s*y?\s*:?\s*z/]) {
    assert.notEqual(bombFor(bomb), undefined, String(bomb));
  }
  for (const sound of [/^a+$/, /(?<!\s)\s+$/, /<[^<>]*>/]) assert.equal(bombFor(sound), undefined, String(sound));
});

test('no text keeps a pattern busy', () => {
  const found = patterns
    .filter(({ pattern }) => !(String(pattern) in harmless))
    .flatMap(({ pattern, file }) => {
      const bomb = bombFor(pattern);
      return bomb === undefined ? [] : `${file} ${pattern} on ${bomb}`;
    });
  assert.deepEqual(found, []);
});
