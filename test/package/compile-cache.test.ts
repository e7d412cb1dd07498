import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { frame, hello, open, startProcess } from '../support/raw-protocol.ts';
import { newest } from '../tools/vscode-installations.mjs';
import { definition } from './cli.ts';

let folder = '';
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

type Environment = Readonly<Record<string, string | undefined>>;

/** A home of its own, so that what is kept there is known. */
function home(name: string): { readonly place: string; readonly env: Environment } {
  const place = path.join(folder, name);
  const temporary = path.join(place, 'tmp');
  fs.mkdirSync(temporary, { recursive: true });
  const env = {
    ...process.env,
    ...{ HOME: place, LOCALAPPDATA: place, XDG_CACHE_HOME: undefined, NODE_COMPILE_CACHE: undefined },
    ...{ TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  };
  return { place, env };
}

/** The files below a folder, as paths seen from there. */
function filesBelow(place: string): readonly string[] {
  return fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [path.relative(place, path.join(entry.parentPath, entry.name))] : []));
}

/** Checks a definition with the command line. */
function check(node: string, env: Environment): void {
  const run = spawnSync(node, ['dist/cli.js', 'check', 'test/samples/open-cti.xml'], { encoding: 'utf8', env });
  assert.deepEqual([run.status, run.stdout], [0, ''], run.stderr);
}

/** Opens a definition in the language server, as an editor does that is closed then. */
async function edit(node: string, env: Environment): Promise<void> {
  const server = startProcess(([, ...args]) => [node, ...args], env);
  const uri = 'file:///service-desk.xml';
  const textDocument = { uri };
  server.write(hello({ textDocument: { diagnostic: {} } }), open(uri, definition({})));
  server.write(frame({ id: 'findings', method: 'textDocument/diagnostic', params: { textDocument } }));
  assert.equal((await server.answer('findings')).error, undefined);
  server.write(frame({ id: 'end', method: 'shutdown' }));
  await server.answer('end');
  server.write(frame({ method: 'exit' }));
  assert.equal(await server.ended, 0, server.complaints());
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const ownKeeps = major > 22 || (major === 22 && minor >= 8);

for (const [what, run] of Object.entries({ 'the command line': check, 'the language server': edit })) {
  describe(`compiled code of ${what}`, () => {
    test('is kept in the cache of the account, and nowhere else, where Node can keep it', async () => {
      const { node } = await newest();
      const { place, env } = home(`${run.name} newer`);
      await run(node, env);
      const kept = filesBelow(place);
      assert.ok(kept.length > 0);
      assert.deepEqual(
        kept.filter((file) => !/(?:^|[/\\])call-center-xml[/\\]compiled[/\\]/.test(file)),
        [],
      );
    });

    test('is not kept where that is not wanted, or where the account has no folder for it', async () => {
      const { node } = await newest();
      const unwanted = home(`${run.name} unwanted`);
      await run(node, { ...unwanted.env, NODE_DISABLE_COMPILE_CACHE: '1' });
      assert.deepEqual(filesBelow(unwanted.place), []);

      const barred = home(`${run.name} barred`);
      const cache = path.join(barred.place, 'cache');
      fs.writeFileSync(cache, 'a file in the place of the folder');
      await run(node, { ...barred.env, HOME: cache, LOCALAPPDATA: cache });
      assert.deepEqual(filesBelow(barred.place), ['cache']);

      await run(node, { ...unwanted.env, HOME: undefined, LOCALAPPDATA: undefined });
      assert.deepEqual(filesBelow(unwanted.place), []);

      const relative = `not-absolute-${run.name}`;
      await run(node, { ...unwanted.env, HOME: relative, LOCALAPPDATA: relative, XDG_CACHE_HOME: relative });
      assert.equal(fs.existsSync(relative), false);
    });

    test('is asked for on any Node', async () => {
      const { place, env } = home(`${run.name} own`);
      await run(process.execPath, env);
      assert.equal(filesBelow(place).length > 0, ownKeeps);
    });
  });
}
