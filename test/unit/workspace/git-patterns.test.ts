import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  gitPatterns,
  isWithinReason,
  tellLeftOut,
  withoutSlashes,
} from '../../../server/src/language/workspace/git-patterns.ts';
import { createIgnoreRules } from '../../../server/src/language/workspace/ignore-rules.ts';

describe('patterns of a .gitignore', () => {
  test('pass as they are, without a byte order mark', () => {
    const text = '# a ***** comment * * * * *\r\n*.log\n!**/keep/**/*.log\n/build/\n\n';
    assert.deepEqual(gitPatterns(`\ufeff${text}`), { text, leftOut: [] });
  });

  test('are left out where they were made to keep a machine busy, and the others count', () => {
    const text = `/**/${'a/**/'.repeat(20)}b\n*a*a*a*a*a*a*a*a*b\nsecret.xml\n`;
    assert.deepEqual(gitPatterns(text), { text: 'secret.xml\n', leftOut: [1, 2] });
    const { ignores, leftOut } = createIgnoreRules([{ uri: 'file:///w/.gitignore', text }]);
    assert.deepEqual(leftOut, [{ uri: 'file:///w/.gitignore', lines: [1, 2] }]);
    assert.equal(ignores(`file:///w/${'a/'.repeat(50)}c.xml`), false);
    assert.equal(ignores(`file:///w/${'a'.repeat(200)}c.xml`), false);
    assert.equal(ignores('file:///w/a/secret.xml'), true);
  });

  test('are left out where they are so long that nobody can match them, and the others count', () => {
    const text = `${'a'.repeat(100_000)}\nsecret.xml\n`;
    const { ignores, leftOut } = createIgnoreRules([{ uri: 'file:///w/.gitignore', text }]);
    assert.deepEqual(leftOut, [{ uri: 'file:///w/.gitignore', lines: [1] }]);
    assert.equal(ignores('file:///w/a.xml'), false);
    assert.equal(ignores('file:///w/secret.xml'), true);
  });

  test('are told by their lines where they were left out, and by few of them where there are many', () => {
    assert.match(tellLeftOut([3]), /more than 4 wildcards or 4096 characters .* leave nothing out\. Lines: 3$/);
    assert.match(tellLeftOut([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), / Lines: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …$/);
  });

  test('are not tried on paths that lead through very many folders', () => {
    const { ignores } = createIgnoreRules([{ uri: 'file:///w/.gitignore', text: '**/a/**/a/**/b' }]);
    assert.equal(ignores(`file:///w/${'a/'.repeat(2000)}b`), false);
    assert.equal(isWithinReason('a/'.repeat(60)), true);
    assert.equal(isWithinReason('a/'.repeat(61)), false);
  });
});

test('slashes at the end of a path are no part of it', () => {
  for (const [path, expected] of [
    ['', ''],
    ['/', ''],
    ['a', 'a'],
    ['/a//', '/a'],
    ['file:///', 'file:'],
    [`a${'/'.repeat(100_000)}`, 'a'],
  ] as const)
    assert.equal(withoutSlashes(path), expected);
});
