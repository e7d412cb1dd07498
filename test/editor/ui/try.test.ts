import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';

/** Runs `npm run try` with options, and optionally with another PATH. */
function tryIt(
  args: readonly string[],
  PATH = process.env['PATH'],
): { readonly code: number | null; readonly output: string } {
  const env = { ...process.env, PATH };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/try.mjs', ...args], { env, encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

describe('npm run try', () => {
  test('builds, packages, and starts VS Code at the address that it prints', () => {
    const { code, output } = tryIt(['--once']);
    assert.equal(code, 0, output);
    assert.match(output, /Open this in a browser: +http:\/\/127\.0\.0\.1:\d+\/\?folder=\/\S+\/call-center-samples\n/);
  });

  test('--desktop installs the package into the VS Code on PATH and opens the samples there', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
    let opened: string | undefined;
    try {
      const calls = path.join(folder, 'calls');
      const script = `#!/bin/sh\necho "$@" >> '${calls}'\n`;
      writeFileSync(path.join(folder, 'code'), script, { mode: 0o755 });
      const { code, output } = tryIt(['--desktop'], `${folder}${path.delimiter}${process.env['PATH']}`);
      assert.equal(code, 0, output);
      const [install = '', open = ''] = readFileSync(calls, 'utf8').split('\n');
      assert.match(install, /^--install-extension \S+dist\/call-center-xml\.vsix --force$/);
      opened = /^--new-window (\S+)$/.exec(open)?.[1];
      assert.ok(opened, open);
      assert.match(readFileSync(path.join(opened, 'open-cti.xml'), 'utf8'), /<callCenter>/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
      if (opened !== undefined) rmSync(path.dirname(opened), { recursive: true, force: true });
    }
  });

  test('says what to do when something is missing or wrong', () => {
    const nowhere = tryIt(['--desktop'], '/nonexistent');
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.output, /There is no `code` on PATH\. Install VS Code/);
    const wrong = tryIt(['--dektop']);
    assert.equal(wrong.code, 1);
    assert.match(wrong.output, /Unknown option '--dektop'.*--desktop/);
    assert.match(tryIt(['--port', 'x']).output, /x is no port/);
  });
});
