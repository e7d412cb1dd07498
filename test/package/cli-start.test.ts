import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { newest } from '../tools/vscode-installations.mjs';

let folder = '';
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** What Node keeps of compiled code after a run whose folder for temporary files is one of its own. */
function keptBy(node: string, name: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const temporary = path.join(folder, name);
  fs.mkdirSync(temporary);
  const run = spawnSync(node, ['dist/cli.js', 'check', 'test/samples/open-cti.xml'], {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ...more },
  });
  assert.deepEqual([run.status, run.stdout], [0, ''], run.stderr);
  return fs
    .readdirSync(temporary, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [entry.name] : []));
}

describe('the start', () => {
  test('is quicker the second time where Node can keep compiled code, and leaves nothing behind where that is not wanted', async () => {
    const { node } = await newest();
    assert.ok(keptBy(node, 'newer').length > 0);
    assert.deepEqual(keptBy(node, 'unwanted', { NODE_DISABLE_COMPILE_CACHE: '1' }), []);
  });

  test('is one on any Node', () => {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const canKeep = major > 22 || (major === 22 && minor >= 8);
    assert.equal(keptBy(process.execPath, 'own').length > 0, canKeep);
  });
});
