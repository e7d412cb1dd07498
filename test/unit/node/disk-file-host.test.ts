import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createDiskFileHost } from '../../../server/src/node/disk-file-host.ts';
import { definition } from '../../support/protocol.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
const place = (name: string) => path.join(folder, name);
const uriOf = (name: string) => pathToFileURL(place(name)).href;
const files: Readonly<Record<string, string>> = {
  'a b.xml': `\ufeff${definition()}`,
  'pom.xml': '<project/>',
  'sub/long.xml': definition().replace('</callCenter>', `<!-- ${'x'.repeat(100_000)} -->\n</callCenter>`),
  'sub/long-other.xml': `<project>${'x'.repeat(100_000)}${definition()}</project>`,
  'node_modules/x/callcenter.xml': definition(),
  '.hidden/callcenter.xml': definition(),
  'empty.xml': '',
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(path.dirname(place(name)), { recursive: true });
  writeFileSync(place(name), text);
}
after(() => rmSync(folder, { recursive: true, force: true }));

describe('files on the disk', () => {
  const host = createDiskFileHost(() => [pathToFileURL(folder).href]);

  it('are found below the folders, but for installed packages and what is hidden', async () => {
    const found = await host.find(['.xml'], 100);
    assert.deepEqual(
      [...found].sort(),
      ['a b.xml', 'empty.xml', 'pom.xml', 'sub/long-other.xml', 'sub/long.xml'].map(uriOf),
    );
    assert.equal((await host.find(['.xml'], 2)).length, 2);
  });

  it('are read as they are, and where there is none, or a folder, or no disk, there is nothing', async () => {
    assert.equal(await host.read(uriOf('a b.xml')), files['a b.xml']);
    assert.equal(await host.read(uriOf('empty.xml')), '');
    for (const uri of [uriOf('gone.xml'), uriOf('sub'), uriOf('pom.xml/x.json'), 'vscode-vfs://x/y.xml']) {
      assert.equal(await host.read(uri), undefined, uri);
    }
  });

  it('are read as definitions when they begin like one, without a byte order mark, and named above a size', async () => {
    const all = Object.keys(files).map(uriOf);
    const found = await host.readDefinitions(
      [...all, uriOf('gone.xml'), uriOf('sub'), 'vscode-vfs://x/y.xml'],
      1_000_000,
    );
    assert.deepEqual(
      found.map(({ uri, text }) => [uri, text]),
      [
        [uriOf('a b.xml'), definition()],
        [uriOf('sub/long.xml'), files['sub/long.xml']],
        [uriOf('node_modules/x/callcenter.xml'), definition()],
        [uriOf('.hidden/callcenter.xml'), definition()],
      ],
    );
    const small = await host.readDefinitions([...all, uriOf('gone.xml')], 50_000);
    assert.deepEqual(
      small.filter(({ text }) => text === undefined),
      [{ uri: uriOf('sub/long.xml') }],
    );
  });

  it('are told of in the order in which they were asked for, however many they are', async () => {
    const long = Array.from({ length: 30 }, (_, index) => uriOf(index % 3 === 0 ? 'sub/long.xml' : 'a b.xml'));
    const found = await host.readDefinitions(long, 1_000_000);
    assert.deepEqual(
      found.map(({ uri }) => uri),
      long,
    );
  });

  it('are not read where reading would never end', { skip: process.platform === 'win32' }, async () => {
    assert.equal(spawnSync('mkfifo', [place('pipe.xml')]).status, 0);
    symlinkSync('/dev/zero', place('zeros.xml'));
    for (const name of ['pipe.xml', 'zeros.xml']) {
      assert.equal(await host.read(uriOf(name)), undefined, name);
      assert.deepEqual(await host.readDefinitions([uriOf(name)], 1_000_000), [], name);
    }
  });
});
