import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createIgnoreRules, readIgnoreRules } from '../../../server/src/language/workspace/ignore-rules.ts';
import { memoryFiles } from '../../support/files.ts';

describe('what git ignores', () => {
  const rules = createIgnoreRules([
    { uri: 'file:///w/.gitignore', text: '\ufeffbuild/\n*.tmp.xml\n/top.xml\n# a comment\n' },
    { uri: 'file:///w/a/.gitignore', text: '!keep.tmp.xml\nown.xml\n' },
    { uri: 'file:///w/build/.gitignore', text: '!*\n' },
    { uri: 'file:///w/a%20b/.gitignore', text: 'M%C3%BC.xml\nMü.xml' },
  ]);
  const cases: readonly (readonly [uri: string, ignored: boolean])[] = [
    ['file:///w/x.xml', false],
    ['file:///w/top.xml', true],
    ['file:///w/a/top.xml', false],
    ['file:///w/x.tmp.xml', true],
    ['file:///w/a/x.tmp.xml', true],
    ['file:///w/a/keep.tmp.xml', false],
    ['file:///w/a/own.xml', true],
    ['file:///w/own.xml', false],
    ['file:///w/build/x.xml', true],
    ['file:///w/a/build/deep/x.xml', true],
    ['file:///w/builds/x.xml', false],
    ['file:///w/Build/x.xml', false],
    ['file:///w/a%20b/M%C3%BC.xml', true],
    ['file:///elsewhere/build/x.xml', false],
    ['untitled:build/x.xml', false],
  ];
  for (const [uri, ignored] of cases)
    it(`${uri} ${ignored ? 'yes' : 'no'}`, () => assert.equal(rules.ignores(uri), ignored));

  it('is said by files above the workspace, too, up to the root of the repository', async () => {
    const files = memoryFiles({
      'file:///.gitignore': '*.xml',
      'file:///repo/.git/HEAD': 'ref: refs/heads/main',
      'file:///repo/.gitignore': 'generated.xml\n',
      'file:///repo/packages/.gitignore': 'local.xml\n',
      'file:///repo/packages/w/.gitignore': 'w.xml\n',
    });
    const inside = { ...files, find: async () => ['file:///repo/packages/w/.gitignore'] };
    const found = await readIgnoreRules(inside, ['file:///repo/packages/w']);
    const ignored = ['x.xml', 'w.xml', 'local.xml', 'sub/generated.xml'].filter((name) =>
      found.ignores(`file:///repo/packages/w/${name}`),
    );
    assert.deepEqual(ignored, ['w.xml', 'local.xml', 'sub/generated.xml']);
  });

  it('is not said by files above a folder in no repository, nor by a rule against the opened folder itself', async () => {
    const none = memoryFiles({ 'file:///a/.gitignore': '*.xml' });
    assert.equal(
      (await readIgnoreRules({ ...none, find: async () => [] }, ['file:///a/w'])).ignores('file:///a/w/x.xml'),
      false,
    );
    const opened = memoryFiles({ 'file:///a/.git': 'gitdir: elsewhere', 'file:///a/.gitignore': 'out/\n' });
    const found = await readIgnoreRules({ ...opened, find: async () => [] }, ['file:///a/out']);
    assert.equal(found.ignores('file:///a/out/x.xml'), false);
  });
});
