import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { check, cli } from './cli.ts';

const sample = 'test/samples/open-cti.xml';
let folder = '';

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-convert-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('converting on the command line', () => {
  test('the result is on standard output alone, what could not cross on standard error', () => {
    const file = path.join(folder, 'a.xml');
    fs.writeFileSync(file, fs.readFileSync(sample, 'utf8').replace(' label="Outside Prefix"', ''));
    const { code, out, error } = cli(['convert', '--to', 'metadata', file]);
    assert.equal(code, 0);
    assert.match(out, /^<\?xml .*<CallCenter xmlns=.*<\/CallCenter>\n$/s);
    assert.match(error, /^.*a\.xml:\d+:\d+ label-added .*\.\n$/);
  });

  test('there and back again is the same text', () => {
    const there = cli(['convert', '--to', 'metadata', '--out', folder, sample]);
    assert.deepEqual([there.code, there.out, there.error], [0, '', '']);
    const [name = ''] = fs.readdirSync(folder);
    assert.equal(name, 'NorthwindSoftphone.callCenter-meta.xml');
    const back = cli(['convert', '--to=import', path.join(folder, name)]);
    assert.deepEqual([back.code, back.error, back.out], [0, '', fs.readFileSync(sample, 'utf8')]);
  });

  test('what comes out has no error of its own', () => {
    for (const file of fs
      .readdirSync('test/samples')
      .filter((name) => name.endsWith('.xml') && name !== 'mistakes.xml')) {
      const out = path.join(folder, `back-${file}`);
      const meta = path.join(folder, `${file}.callCenter-meta.xml`);
      assert.equal(cli(['convert', '--to', 'metadata', '--out', meta, `test/samples/${file}`]).code, 0);
      cli(['convert', '--to', 'import', '--out', out, meta]);
      assert.equal(check([out]).code, 0, file);
    }
  });

  test('as JSON everything is one object', () => {
    const { code, out, error } = cli([
      'convert',
      '--to',
      'metadata',
      '--format',
      'json',
      'test/samples/partner-telephony.xml',
    ]);
    assert.deepEqual([code, error], [0, '']);
    const { output, fileName, losses } = JSON.parse(out);
    assert.match(output, /<CallCenter /);
    assert.equal(fileName, 'FabrikamVoice.callCenter-meta.xml');
    assert.deepEqual(Object.keys(losses[0]), ['code', 'line', 'column', 'offset', 'endOffset', 'message']);
    assert.equal(losses[0].code, 'settings-key-added');
  });

  test('as JSON nothing steers a terminal or hides, and nothing is lost', () => {
    const file = path.join(folder, 'a.xml');
    fs.writeFileSync(file, fs.readFileSync(sample, 'utf8').replace('label="Outside Prefix"', 'label="Out\u202eside"'));
    const { out } = cli(['convert', '--to', 'metadata', '--format', 'json', file]);
    assert.doesNotMatch(out, /\u202e/);
    assert.match(JSON.parse(out).output, /Out\u202eside/);
  });

  test('nothing that is there is overwritten, but by --force', () => {
    const out = path.join(folder, 'there.xml');
    fs.writeFileSync(out, 'mine');
    const refused = cli(['convert', '--to', 'metadata', '--out', out, sample]);
    assert.equal(refused.code, 2);
    assert.match(refused.error, /there\.xml: there is such a file already; --force replaces it\n$/);
    assert.equal(fs.readFileSync(out, 'utf8'), 'mine');
    assert.equal(cli(['convert', '--to', 'metadata', '--out', out, '--force', sample]).code, 0);
    assert.match(fs.readFileSync(out, 'utf8'), /<CallCenter /);
  });

  test('a place that cannot be written to is told of by its own name, and is no bug of the program', {
    skip: process.platform === 'win32',
  }, () => {
    const at = (name: string) => path.join(folder, name);
    fs.writeFileSync(at('mine'), 'mine', { mode: 0o444 });
    fs.symlinkSync('loop', at('loop'));
    const cases: readonly (readonly [string, RegExp])[] = [
      [at('mine'), /: .*mine: the file is read-only; it was left as it is\n$/],
      [at('mine/x'), /: .*mine\/x: a part of this path is no folder\n$/],
      [at('loop'), /: .*loop: this link leads back to itself\n$/],
      [at('x'.repeat(300)), /: .*xxx: a name in this path is longer than the system allows\n$/],
    ];
    for (const [out, message] of cases) {
      const { code, error } = cli(['convert', '--to', 'metadata', '--force', '--out', out, sample]);
      assert.match(error, message);
      assert.equal(code, 2, error);
    }
    assert.equal(fs.readFileSync(at('mine'), 'utf8'), 'mine');
  });

  test('what cannot be converted is refused with its place, and nothing is written', () => {
    const broken = path.join(folder, 'broken.xml');
    fs.writeFileSync(broken, '<callCenter>\n<section sortOrder="0" name="a">\n<item>1</item>\n</section></callCenter>');
    const { code, out, error } = cli(['convert', '--to', 'metadata', '--out', path.join(folder, 'x.xml'), broken]);
    assert.deepEqual([code, out], [1, '']);
    assert.match(error, /broken\.xml:3:1 An item in a has no name\.\n$/);
    assert.deepEqual(fs.readdirSync(folder), ['broken.xml']);
  });

  test('what is asked for wrongly is said in one line', () => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[sample], /--to import or --to metadata is missing/],
      [['--to', 'pdf', sample], /--to takes import or metadata/],
      [['--to', 'import'], /No file is named/],
      [['--to', 'import', sample, sample], /one file at a time/],
      [['--to', 'import', '--fix', sample], /--fix does not go with convert/],
      [['--to', 'import', path.join(folder, 'missing.xml')], /there is no such file/],
    ];
    for (const [args, message] of cases) {
      const { code, error } = cli(['convert', ...args]);
      assert.equal(code, 2, error);
      assert.match(error, message);
      assert.equal(error.trimEnd().split('\n').length, 1);
    }
  });
});
