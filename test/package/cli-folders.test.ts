import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { after, before, beforeEach, describe, test } from 'node:test';
import { type CliResult, cliIn, definition } from './cli.ts';

let base = '';
let folder = '';
before(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
});
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(base, 'case-'));
});
after(() => fs.rmSync(base, { recursive: true, force: true }));

const broken = definition({ useApi: 'TRUE' });
const leftOut = 'hidden folders, node_modules and what .gitignore names are left out';

let names = 0;
/** A definition with a name of its own, so that nothing is to be said about names. */
function own(text: string): string {
  return text.replace('>ServiceDesk<', `>ServiceDesk${++names}<`);
}

/** Puts files into the folder of this test; those without content are definitions with one error. */
function put(files: Readonly<Record<string, string | Uint8Array>> | readonly string[]): void {
  const contents = Array.isArray(files) ? files.map((name) => [name, broken] as const) : Object.entries(files);
  for (const [name, content] of contents) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, typeof content === 'string' ? own(content) : content);
  }
}

function read(name: string): string {
  return fs.readFileSync(path.join(folder, name), 'utf8');
}

function check(...args: readonly string[]): CliResult {
  return cliIn(folder, ['check', ...args]);
}

/** The files that a check reports on, as they are shown, in its order. */
function found(...args: readonly string[]): readonly string[] {
  const { out, error } = check('--format', 'json', ...args);
  assert.equal(error, '');
  return JSON.parse(out).files.map((file: { path: string }) => file.path);
}

describe('a folder', () => {
  test('is searched to its ends, by content, in a fixed order', () => {
    put([
      'b.xml',
      'a/z.xml',
      'a/b/c/deep.xml',
      'B.XML',
      'force-app/Desk.callCenter-meta.xml',
      'force-app/old.callCenter',
    ]);
    put({
      'pom.xml': '<project/>',
      'empty.xml': '',
      'picture.xml': Uint8Array.from([0x89, 0x50, 0, 0xff]),
      'readme.md': broken,
      'latin1.xml': Buffer.from(definition({ label: 'é' }), 'latin1'),
      'utf16.xml': Buffer.from(`\ufeff${broken}`, 'utf16le'),
    });
    const all = [
      'B.XML',
      'a/b/c/deep.xml',
      'a/z.xml',
      'b.xml',
      'force-app/Desk.callCenter-meta.xml',
      'force-app/old.callCenter',
      'latin1.xml',
      'utf16.xml',
    ];
    assert.deepEqual(found('.'), all);
    assert.deepEqual(
      found(folder),
      all.map((name) => path.join(folder, name)),
    );
    assert.deepEqual(found('a/'), ['a/b/c/deep.xml', 'a/z.xml']);
    assert.match(check('.').out, /^utf16\.xml:1:1 error not-utf-8 /m);
  });

  test('comes in the order given, and no file comes twice', () => {
    put(['a.xml', 'b/c.xml', 'b/d.xml']);
    fs.symlinkSync('a.xml', path.join(folder, 'link.xml'));
    assert.deepEqual(found('b', 'a.xml', '.'), ['b/c.xml', 'b/d.xml', 'a.xml']);
    assert.deepEqual(found('link.xml', './a.xml', path.join(folder, 'a.xml'), '*.xml'), ['link.xml']);
  });

  test('without a definition is one line and exit code 2', () => {
    put({ 'a/pom.xml': '<project/>', 'b/c.xml': definition({}) });
    const { code, out, error } = check('a');
    assert.deepEqual(
      [code, out, error],
      [2, '', `a: there is no call center definition in this folder (${leftOut})\n`],
    );
    const both = check('a', 'b');
    assert.equal(both.code, 2);
    assert.match(both.error, /^a: there is no .*\n0 errors, 0 warnings in 1 file\n$/);
  });

  test('holds other files that become a finding only when they are named', () => {
    put({ 'pom.xml': '<project/>', 'a.xml': definition({}) });
    assert.deepEqual(found('.'), ['a.xml']);
    assert.deepEqual(found('.', 'pom.xml'), ['a.xml', 'pom.xml']);
    assert.deepEqual(found('pom.xml', '.'), ['pom.xml', 'a.xml']);
    assert.match(check('.', 'pom.xml').out, /^pom\.xml:1:1 error not-a-definition /);
  });

  test('is mended whole, and left alone the second time', () => {
    put(['a.xml', 'b/c.xml', 'b/.hidden/d.xml']);
    put({ 'b/pom.xml': '<project a=1/>' });
    const hidden = read('b/.hidden/d.xml');
    const first = check('--fix', '.');
    assert.deepEqual(
      [first.code, first.out, first.error],
      [0, '', '0 errors, 0 warnings in 2 files; 2 files changed\n'],
    );
    assert.deepEqual(check('--fix', '.'), { code: 0, out: '', error: '0 errors, 0 warnings in 2 files\n' });
    assert.equal(read('b/.hidden/d.xml'), hidden);
    assert.equal(read('b/pom.xml'), '<project a=1/>');
  });

  test('of a thousand definitions among four thousand other files each is checked', (context) => {
    const other = '<?xml version="1.0"?>\n<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"/>\n';
    for (let i = 0; i < 1000; i++) put({ [`d${i % 20}/${i}.xml`]: broken });
    for (let i = 0; i < 4000; i++) put({ [`o${i % 20}/${i}-meta.xml`]: other });
    const started = performance.now();
    const { error } = check('--quiet', '.');
    const took = performance.now() - started;
    context.diagnostic(`${Math.round(took)} ms`);
    assert.equal(error, '1000 errors, 0 warnings in 1000 files\n');
  });
});

describe('what is left out of a folder', () => {
  test('hidden folders, hidden files and installed packages, unless one is named', () => {
    put(['a.xml', '.b/c.xml', '.d.xml', 'node_modules/e/f.xml', 'g/node_modules/h.xml', 'g/.git/i.xml']);
    assert.deepEqual(found('.'), ['a.xml']);
    assert.deepEqual(found('**/*.xml'), ['a.xml']);
    assert.deepEqual(found('.b', '.d.xml', 'node_modules/e', 'g/node_modules/*.xml'), [
      '.b/c.xml',
      '.d.xml',
      'node_modules/e/f.xml',
      'g/node_modules/h.xml',
    ]);
  });

  test('what .gitignore names, nested ones too, from the root of the repository on', () => {
    put(['a.xml', 'out/b.xml', 'x/out/c.xml', 'x/d.xml', 'x/y/e.xml', 'x/y/keep.xml', 'x/y/f.local.xml', 'x/z/g.xml']);
    put({
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.gitignore': '\ufeffout/\n*.local.xml\n# a comment\n\n/x/z\n',
      'x/.gitignore': '!out/\n',
      'x/y/.gitignore': '*.xml\n!keep.xml\n',
    });
    const all = ['a.xml', 'x/d.xml', 'x/out/c.xml', 'x/y/keep.xml'];
    assert.deepEqual(found('.'), all);
    assert.deepEqual(found('**/*.xml'), all);
    assert.deepEqual(found('x/y'), ['x/y/keep.xml']);
    assert.deepEqual(cliIn(path.join(folder, 'x'), ['check', '.']).out.match(/^\S+?(?=:)/gm), [
      'd.xml',
      'out/c.xml',
      'y/keep.xml',
    ]);
  });

  test('but not what an argument leads into', () => {
    put(['out/a.xml', 'out/b/c.xml', 'out/b/d.tmp.xml', 'e.local.xml']);
    put({ '.git/HEAD': '', '.gitignore': 'out/\n*.local.xml\n', 'out/b/.gitignore': '*.tmp.xml\n' });
    assert.equal(check('.').code, 2);
    assert.deepEqual(found('out'), ['out/a.xml', 'out/b/c.xml']);
    assert.deepEqual(found('out/*.xml', 'e.local.xml'), ['out/a.xml', 'e.local.xml']);
  });

  test('and a pattern of .gitignore that is made to keep a machine busy is told of, once, and leaves nothing out', () => {
    put({ 'a/b.xml': definition({}), 'a/c.xml': definition({}), '.gitignore': 'c.xml\n**/*a*/**/*b*/**/*.xml\n' });
    const { code, out, error } = check('--format', 'json', '.', '**/*.xml');
    assert.equal(code, 0);
    assert.deepEqual(
      JSON.parse(out).files.map((file: { path: string }) => file.path),
      ['a/b.xml'],
    );
    assert.equal(
      error,
      '.gitignore: patterns with more than 4 wildcards or 4096 characters are passed over, and leave nothing out. Lines: 2\n',
    );
  });

  test('without a repository, the folder itself is where .gitignore begins', () => {
    put(['a/b.xml', 'a/c.xml']);
    put({ '.gitignore': 'b.xml\n', 'a/.gitignore': 'c.xml\n' });
    assert.deepEqual(found('a'), ['a/b.xml']);
    assert.equal(check('.').code, 2);
  });
});

describe('a pattern', () => {
  test('finds definitions under any name, relative or absolute', () => {
    put(['a/one.xml', 'a/b/two.XML', 'a/three.txt', 'four.xml']);
    put({ 'a/other.txt': 'Hello', 'a/pom.xml': '<project/>' });
    assert.deepEqual(found('a/**'), ['a/b/two.XML', 'a/one.xml', 'a/three.txt']);
    assert.deepEqual(found('**/{one,four}.xml'), ['a/one.xml', 'four.xml']);
    assert.deepEqual(found(`${folder}/a/*.xml`), [path.join(folder, 'a/one.xml')]);
    assert.deepEqual(found('./a/../*.xml'), ['four.xml']);
    const below = cliIn(path.join(folder, 'a'), ['check', '../*.xml']);
    assert.match(below.out, /^\.\.\/four\.xml:/);
  });

  test('is not what the name of a file looks like', () => {
    put(['[a].xml', 'b (1).xml', 'a.xml']);
    assert.deepEqual(found('[a].xml', 'b (1).xml'), ['[a].xml', 'b (1).xml']);
  });

  test('that nothing fits, or nothing but other files, is one line and exit code 2', () => {
    put({ 'a/pom.xml': '<project/>', 'a/b.xml': '<b/>' });
    const line = (pattern: string) => {
      const { code, out, error } = check(pattern);
      assert.deepEqual([code, out], [2, '']);
      return error;
    };
    assert.equal(line('*.xml'), '*.xml: no file fits this pattern\n');
    assert.equal(line('a/*.xml'), 'a/*.xml: none of the 2 files that fit this pattern is a call center definition\n');
    assert.equal(line('!a/*.xml'), '!a/*.xml: no file fits this pattern\n');
    assert.equal(line('no/such/**'), 'no/such/**: no file fits this pattern\n');
    if (path.sep === '/') {
      assert.equal(line('a\\*.xml'), 'a\\*.xml: no file fits this pattern; write / between folders\n');
    }
  });
});

describe('links and names', () => {
  test('links in folders are not followed, so that none leads around in a circle; a named one is', () => {
    put(['a/b.xml']);
    fs.symlinkSync('..', path.join(folder, 'a/up'));
    fs.symlinkSync('b.xml', path.join(folder, 'a/c.xml'));
    fs.symlinkSync('nowhere.xml', path.join(folder, 'a/dead.xml'));
    fs.symlinkSync('circle', path.join(folder, 'circle'));
    fs.symlinkSync('a', path.join(folder, 'd'));
    assert.deepEqual(found('.'), ['a/b.xml']);
    assert.deepEqual(found('d'), ['d/b.xml']);
    assert.deepEqual(found('d/*.xml'), ['d/b.xml']);
    assert.deepEqual(check('circle'), { code: 2, out: '', error: 'circle: this link leads back to itself\n' });
    assert.deepEqual(check('a/dead.xml'), { code: 2, out: '', error: 'a/dead.xml: there is no such file\n' });
  });

  test('a folder that cannot be read is told of, and the others are checked', () => {
    put(['a.xml', 'closed/b.xml']);
    const closed = path.join(folder, 'closed');
    fs.chmodSync(closed, 0);
    try {
      fs.readdirSync(closed);
      console.log('This user may read every folder: that part of this test did not run.');
    } catch {
      const { code, out, error } = check('.');
      assert.equal(code, 2);
      assert.match(out, /^a\.xml:/);
      assert.equal(error, 'closed: permission denied\n1 error, 0 warnings in 1 file\n');
      assert.equal(check('closed').error, 'closed: permission denied\n');
    } finally {
      fs.chmodSync(closed, 0o755);
    }
  });

  // Other systems do not let such names be.
  if (process.platform === 'linux') {
    test('names that are no UTF-8 are told of, and the others are checked', () => {
      put(['a.xml']);
      const name = (text: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(text, 'latin1')]);
      fs.writeFileSync(name('caf\u00e9.xml'), broken);
      fs.mkdirSync(name('f\u00fcr'));
      const { code, out, error } = check('.');
      assert.equal(code, 2);
      assert.match(out, /^a\.xml:/);
      assert.deepEqual(error.split('\n'), [
        'f\ufffdr: its name is not UTF-8, so it cannot be opened; rename it',
        'caf\ufffd.xml: its name is not UTF-8, so it cannot be opened; rename it',
        '1 error, 0 warnings in 1 file; 1 file not read',
        '',
      ]);
    });
  }
});

describe('for pipelines', () => {
  test('--quiet prints errors only, and counts all the same', () => {
    put({ 'a.xml': definition({ useApi: 'TRUE', mode: undefined }) });
    const { out, error } = check('--quiet', '.');
    assert.match(out, /^a\.xml:\d+:\d+ error invalid-boolean [^\n]*\n$/);
    assert.equal(error, '1 error, 1 warning in 1 file\n');
  });

  test('--max-warnings makes too many of them a failure', () => {
    put({ 'a.xml': definition({ mode: undefined }), 'b.xml': definition({ mode: undefined }) });
    assert.equal(check('.').code, 0);
    assert.equal(check('--max-warnings', '2', '.').code, 0);
    const { code, error } = check('--max-warnings=1', '.');
    assert.equal(code, 1);
    assert.equal(error, '0 errors, 2 warnings in 2 files\n2 warnings are more than the 1 that are allowed.\n');
  });
});

describe('rules and explain', () => {
  test('list every rule with severity, tier and summary', () => {
    const { code, out } = cliIn(folder, ['rules', '--format', 'json']);
    assert.equal(code, 0);
    const { rules } = JSON.parse(out);
    assert.ok(rules.length > 40);
    const secret = rules.find((rule: { id: string }) => rule.id === 'secret');
    assert.deepEqual(Object.keys(secret), ['id', 'severity', 'tier', 'summary']);
    const lines = cliIn(folder, ['rules']).out.trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => line.split(' ')[0]),
      rules.map(({ id }: { id: string }) => id),
    );
    assert.ok(lines.includes(`secret ${secret.severity} ${secret.tier} ${secret.summary}`));
    assert.match(cliIn(folder, ['rules']).out, /^document-order off advice /m);
    assert.match(cliIn(folder, ['rules', '--preset', 'strict']).out, /^sort-order-gap error documented /m);
  });

  test('tell the page of one', () => {
    const { code, out } = cliIn(folder, ['explain', 'secret']);
    assert.equal(code, 0);
    assert.match(out, /^# secret\n/);
    const { code: wrong, error } = cliIn(folder, ['explain', 'sekret']);
    assert.deepEqual(
      [wrong, error],
      [2, 'There is no rule “sekret”. Did you mean “secret”? The command “rules” lists them.\n'],
    );
  });
});
