import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { type CliResult, cliIn, definition } from './cli.ts';
import { commitAll } from './git.ts';

let base = '';
let folder = '';
before(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-baseline-'));
});
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(base, 'case-'));
  put('a.xml', imported);
});
after(() => fs.rmSync(base, { recursive: true, force: true }));

const own = (...names: readonly string[]) =>
  `  <section sortOrder="1" name="Own" label="Own">\n${names
    .map((name, order) => `    <item sortOrder="${order}" name="${name}" label="${name}">x</item>\n`)
    .join('')}  </section>\n`;
const imported = definition({ more: own('alpha', 'omega') });
const added = definition({ more: own('alpha', 'omega', 'zoo', 'quux', 'ferry') });
const kept = 'a.callcenter-baseline.json';

function put(name: string, text: string): void {
  fs.writeFileSync(path.join(folder, name), text);
}
function read(name: string): string {
  return fs.readFileSync(path.join(folder, name), 'utf8');
}
function baseline(...args: readonly string[]): CliResult {
  return cliIn(folder, ['baseline', ...args]);
}
function changes(): readonly { readonly rule: string; readonly fingerprint: string; readonly accepted: boolean }[] {
  return JSON.parse(cliIn(folder, ['diff', '--format', 'json', 'a.xml']).out).changes;
}

describe('check', () => {
  test('reports what has changed since the baseline, as the editor does', () => {
    assert.equal(cliIn(folder, ['check', 'a.xml']).code, 0);
    baseline('write', 'a.xml');
    assert.equal(cliIn(folder, ['check', 'a.xml']).code, 0);
    put('a.xml', added);
    const { code, out } = cliIn(folder, ['check', 'a.xml']);
    assert.equal(code, 1);
    assert.match(out, /^a\.xml:4:\d+ error field-set-changed-same-internal-name /m);
    assert.match(out, /^a\.xml:\d+:\d+ warning item-added \/Own\/zoo /m);
  });

  test('reports a baseline that cannot be read, and a revision that is not there', () => {
    put(kept, '{ "formatVersion": 7 }');
    assert.match(cliIn(folder, ['check', 'a.xml']).out, /warning baseline-unreadable .* format version 7/);
    fs.writeFileSync(path.join(folder, kept), new Uint8Array([0xff, 0x41]));
    assert.match(cliIn(folder, ['check', 'a.xml']).out, /warning baseline-unreadable .* byte 0 is not UTF-8/);
    put('.callcenterrc.json', '{ "baseline": { "compareWith": "git:origin/main" } }');
    fs.rmSync(path.join(folder, kept));
    assert.match(cliIn(folder, ['check', 'a.xml']).out, /warning baseline-unreadable .* lies in no git repository/);
  });

  test('with --fix takes no change back', () => {
    baseline('write', 'a.xml');
    put('a.xml', added);
    cliIn(folder, ['check', '--fix', 'a.xml']);
    assert.equal(read('a.xml'), added);
  });
});

describe('baseline write', () => {
  test('keeps the fields of the file, today, or those of a revision or another definition, on a date', () => {
    assert.deepEqual(baseline('write', 'a.xml').code, 0);
    assert.match(
      read(kept),
      /"importedOn": "\d{4}-\d\d-\d\d",\n {2}"takenFrom": \{ "kind": "file", "what": "a\.xml" \}/,
    );
    commitAll(folder);
    put('a.xml', added);
    assert.equal(baseline('write', '--from', 'git:HEAD', '--date', '2026-01-31', 'a.xml').code, 0);
    assert.match(read(kept), /"importedOn": "2026-01-31",\n {2}"takenFrom": \{ "kind": "git", "what": "HEAD" \}/);
    assert.doesNotMatch(read(kept), /zoo/);
    put('b.xml', added);
    assert.equal(baseline('write', '--from', path.join(folder, 'b.xml'), 'a.xml').code, 0);
    assert.match(read(kept), /"takenFrom": \{ "kind": "definition", "what": "b\.xml" \}/);
    assert.match(read(kept), /zoo/);
  });

  test('writes several, tells of one that cannot be, and ends with 2', () => {
    put('broken.xml', '<callCenter>');
    put('b.xml', imported);
    const { code, error } = baseline('write', 'a.xml', 'broken.xml', 'none.xml', 'b.xml');
    assert.equal(code, 2);
    assert.match(error, /broken\.xml: its XML is broken.*\nnone\.xml: there is no such file\n/);
    assert.ok(fs.existsSync(path.join(folder, kept)) && fs.existsSync(path.join(folder, 'b.callcenter-baseline.json')));
  });

  for (const [what, text, reason] of [
    ['a newer one', '{ "formatVersion": 2 }', /format version 2, written by a newer version/],
    ['a conflicted one', '<<<<<<< a\n=======\n>>>>>>> b\n', /merge conflict/],
    ['an empty one', '', /The baseline is empty/],
    ['foreign JSON', '{ "name": "x" }', /This JSON is no baseline/],
  ] as const) {
    test(`never writes over ${what}, not even by force`, () => {
      put(kept, text);
      const { code, error } = baseline('write', '--force', 'a.xml');
      assert.equal(code, 2);
      assert.match(error, reason);
      assert.equal(read(kept), text);
    });
  }

  test('asks for --force where the baseline is that of another call center', () => {
    baseline('write', 'a.xml');
    const before = read(kept);
    put('a.xml', imported.replace('>ServiceDesk<', '>HelpDesk<'));
    const { code, error } = baseline('write', 'a.xml');
    assert.equal(code, 2);
    assert.match(error, /keeps the fields of the call center ServiceDesk, and this is HelpDesk: --force/);
    assert.equal(read(kept), before);
    assert.equal(baseline('write', '--force', 'a.xml').code, 0);
    assert.match(read(kept), /"internalName": "HelpDesk"/);
  });

  test('keeps the mode, follows a link, and leaves a read-only file and no other file behind', {
    skip: process.platform === 'win32',
  }, () => {
    baseline('write', 'a.xml');
    const real = path.join(folder, 'real.json');
    fs.renameSync(path.join(folder, kept), real);
    fs.symlinkSync('real.json', path.join(folder, kept));
    fs.chmodSync(real, 0o640);
    put('a.xml', added);
    assert.equal(baseline('write', 'a.xml').code, 0);
    assert.ok(fs.lstatSync(path.join(folder, kept)).isSymbolicLink());
    assert.equal(fs.statSync(real).mode & 0o777, 0o640);
    assert.match(read('real.json'), /zoo/);
    fs.chmodSync(real, 0o440);
    put('a.xml', imported);
    const { code, error } = baseline('write', 'a.xml');
    assert.equal(code, 2);
    assert.match(error, /^a\.xml: a\.callcenter-baseline\.json: the file is read-only/);
    const nowhere = baseline('write', '--out', 'a.xml/x.json', 'a.xml');
    assert.deepEqual([nowhere.code, nowhere.error], [2, 'a.xml: a.xml/x.json: a part of this path is no folder\n']);
    assert.match(read('real.json'), /zoo/);
    assert.deepEqual(fs.readdirSync(folder).sort(), [kept, 'a.xml', 'real.json']);
  });
});

describe('baseline check', () => {
  test('demands a baseline, and that nothing has changed that nobody has accepted', () => {
    const none = baseline('check', 'a.xml');
    assert.equal(none.code, 2);
    assert.match(none.error, /a\.xml: it has no baseline: there is no a\.callcenter-baseline\.json/);
    baseline('write', 'a.xml');
    assert.equal(baseline('check', 'a.xml').code, 0);
    put('a.xml', added);
    assert.equal(baseline('check', 'a.xml').code, 1);
    baseline('accept', '--all', '--reason', 'next release', 'a.xml');
    assert.equal(baseline('check', 'a.xml').code, 0);
    put(kept, 'x');
    assert.equal(baseline('check', 'a.xml').code, 2);
  });
});

describe('baseline accept and prune', () => {
  beforeEach(() => {
    baseline('write', 'a.xml');
    put('a.xml', added);
  });

  test('accept one change, with reason, name and date; it stays listed and fails no more', () => {
    const zoo = changes()[1];
    assert.equal(zoo?.rule, 'item-added');
    const { code } = baseline('accept', '--reason', 'a "zoo"', '--by', 'Ada', 'a.xml', `${zoo?.fingerprint}`);
    assert.equal(code, 0);
    assert.match(read(kept), /"to": "\/Own\/zoo", "reason": "a \\"zoo\\"", "by": "Ada", "on": "\d{4}-\d\d-\d\d" \}/);
    assert.deepEqual(
      changes().map(({ accepted }) => accepted),
      [false, true, false, false],
    );
  });

  test('refuse a fingerprint that no change has, and write nothing', () => {
    const before = read(kept);
    const { code, error } = baseline('accept', '--reason', 'x', 'a.xml', '0123456789ab');
    assert.equal(code, 2);
    assert.match(error, /no change has the fingerprint 0123456789ab/);
    assert.equal(read(kept), before);
  });

  test('accept all: nothing fails, and a second time nothing is written', () => {
    assert.equal(baseline('accept', '--all', '--reason', 'x', 'a.xml').code, 0);
    assert.equal(cliIn(folder, ['diff', '--fail-on', 'info', 'a.xml']).code, 0);
    assert.equal(cliIn(folder, ['check', 'a.xml']).code, 0);
    const before = read(kept);
    assert.equal(baseline('accept', '--all', '--reason', 'y', 'a.xml').code, 0);
    assert.equal(read(kept), before);
  });

  test('say that a baseline file is needed', () => {
    put('old.xml', imported);
    fs.rmSync(path.join(folder, kept));
    const { code, error } = baseline('accept', '--all', '--reason', 'x', '--baseline', 'old.xml', 'a.xml');
    assert.equal(code, 2);
    assert.match(error, /acceptances stand in the baseline file, and there is no a\.callcenter-baseline\.json/);
  });

  test('prune what is gone, and nothing while another definition is compared with', () => {
    baseline('accept', '--all', '--reason', 'x', 'a.xml');
    put('a.xml', imported);
    assert.match(cliIn(folder, ['check', 'a.xml']).out, /acceptance-stale/);
    const before = read(kept);
    assert.equal(baseline('prune', '--baseline', 'a.xml', 'a.xml').code, 2);
    assert.equal(read(kept), before);
    assert.equal(baseline('prune', 'a.xml').code, 0);
    assert.match(read(kept), /"accepted": \[\]/);
    assert.equal(cliIn(folder, ['check', 'a.xml']).out, '');
  });

  test('lose nothing when several accept at once', async () => {
    const fingerprints = changes().map(({ fingerprint }) => fingerprint);
    assert.equal(fingerprints.length, 4);
    const codes = await Promise.all(
      fingerprints.map(
        (fingerprint) =>
          new Promise((resolve) => {
            const args = [path.resolve('dist/cli.js'), 'baseline', 'accept', '--reason', 'x', 'a.xml', fingerprint];
            spawn(process.execPath, args, { cwd: folder }).on('close', resolve);
          }),
      ),
    );
    assert.deepEqual(codes, [0, 0, 0, 0]);
    assert.deepEqual(
      changes().map(({ accepted }) => accepted),
      [true, true, true, true],
    );
    assert.deepEqual(fs.readdirSync(folder).sort(), [kept, 'a.xml']);
  });
});
