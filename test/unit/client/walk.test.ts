import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Folders, walk } from '../../../client/src/walk.ts';

/** A file system of paths: `a/b.xml` is a file, `a` a folder. Notes which folders are asked for. */
function folders(files: readonly string[]): Folders<string> & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async list(folder) {
      asked.push(folder);
      const inside = files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1));
      const names = new Set(inside.map((file) => file.split('/')[0] ?? ''));
      return [...names].map((name) => ({ name, isFolder: !inside.includes(name) }));
    },
    below: (folder, name) => `${folder}/${name}`,
  };
}

describe('walk', () => {
  const xml = (files: readonly string[], limit = 10, suffixes = ['.xml']) =>
    walk('r', folders(files), suffixes, new Set(['node_modules']), limit);

  it('finds files by the end of their name, at any depth, the nearer ones first', async () => {
    assert.deepEqual(await xml(['r/a/b/c.xml', 'r/z.xml', 'r/a/x.txt', 'r/a/y.xml']), [
      'r/z.xml',
      'r/a/y.xml',
      'r/a/b/c.xml',
    ]);
    assert.deepEqual(await xml(['r/a.callCenter', 'r/b.xml'], 10, ['.xml', '.callCenter']), [
      'r/a.callCenter',
      'r/b.xml',
    ]);
  });

  it('knows a whole name by the slash before it', async () => {
    assert.deepEqual(await xml(['r/.gitignore', 'r/x.gitignore'], 10, ['/.gitignore']), ['r/.gitignore']);
  });

  it('passes over what is excluded, without a look into it', async () => {
    const given = folders(['r/node_modules/a.xml', 'r/b/node_modules/c.xml', 'r/b/d.xml']);
    assert.deepEqual(await walk('r', given, ['.xml'], new Set(['node_modules']), 10), ['r/b/d.xml']);
    assert.deepEqual(given.asked, ['r', 'r/b']);
  });

  it('stops at the limit, and in a file system without an end', async () => {
    assert.equal((await xml(['r/a.xml', 'r/b.xml', 'r/c.xml'], 2)).length, 2);
    let asked = 0;
    const endless: Folders<number> = {
      list: async () => {
        asked++;
        return [{ name: 'deeper', isFolder: true }];
      },
      below: (folder) => folder + 1,
    };
    assert.deepEqual(await walk(0, endless, ['.xml'], new Set(), 10), []);
    assert.equal(asked, 2000);
  });
});
