import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import ignore from 'ignore';
import {
  gitPatterns,
  isWithinReason,
  tellLeftOut,
  withoutSlashes,
} from '../../../server/src/language/workspace/git-patterns.ts';
import { createIgnoreRules } from '../../../server/src/language/workspace/ignore-rules.ts';
import { seeded } from '../../support/random.ts';

/** Regular expressions that are made while `work` is done. */
function expressionsIn(work: () => void): number {
  let made = 0;
  const own = RegExp;
  globalThis.RegExp = new Proxy(own, {
    construct(target, [pattern, flags]: [string, string]) {
      made++;
      return new target(pattern, flags);
    },
  });
  try {
    work();
  } finally {
    globalThis.RegExp = own;
  }
  return made;
}

describe('patterns of a .gitignore', () => {
  test('count as they are, without a byte order mark', () => {
    const text = '*.log\r\n# a ***** comment * * * * *\r\n!**/keep/**/*.log\n/build/\n\n';
    const { test: judge, leftOut } = gitPatterns(`\ufeff${text}`);
    assert.deepEqual(leftOut, []);
    assert.equal(judge('a.log').ignored, true);
    assert.equal(judge('a/keep/b/c.log').unignored, true);
    assert.deepEqual(
      [judge('build/').ignored, judge('build').ignored, judge('a/build/').ignored],
      [true, false, false],
    );
  });

  test('say the same of a path as if all were tried on it', () => {
    const random = seeded(7);
    const some = (list: readonly string[], most: number) =>
      Array.from({ length: 1 + Math.floor(random() * most) }, () => list[Math.floor(random() * list.length)]).join('');
    const pieces = ['a', 'b', 'ab', '/', '*', '**', '?', '[ab]', '[!a]', '[', ']', '\\', '!', '#', ' ', '.', 'A', '-'];
    for (let round = 0; round < 3000; round++) {
      const lines = Array.from({ length: 4 }, () => some(pieces, 6)).filter((line) => !/(?:\*+[^*]+){4}/.test(line));
      const path = `${some(['a', 'b', 'ab', 'A', '.', '-', ' ', '!', '#', '[', ']', 'a/', 'b/'], 5)}x${some(['/', 'a'], 1)}`;
      const { ignored, unignored } = ignore({ ignorecase: false, allowRelativePaths: true }).add(lines).test(path);
      const own = gitPatterns(lines.join('\n')).test(path);
      assert.deepEqual([own.ignored, own.unignored], [ignored, unignored], JSON.stringify([lines, path]));
    }
  });

  test('are not made ready where nobody needs them: two hundred thousand are done with', () => {
    const text = Array.from({ length: 200_000 }, (_, index) => `/folder${index}/*.txt`).join('\n');
    const made = expressionsIn(() => assert.equal(gitPatterns(text).test('folder77/a.txt').ignored, true));
    assert.ok(made < 100, `${made} expressions`);
  });

  test('are left out where they were made to keep a machine busy, and the others count', () => {
    const text = `/**/${'a/**/'.repeat(20)}b\n*a*a*a*a*a*a*a*a*b\nsecret.xml\n`;
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
