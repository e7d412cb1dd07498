import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
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

/** No mode: one warning, of a documented rule. */
const warned = definition({ mode: undefined });
/** One error, of a documented rule, which can be mended. */
const broken = definition({ useApi: 'TRUE' });
let names = 0;
const rc = '.callcenterrc.json';

function put(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    // Each definition has a name of its own, so that nothing is to be said about names.
    const text = typeof content === 'string' ? content.replace('>ServiceDesk<', `>ServiceDesk${++names}<`) : content;
    fs.writeFileSync(file, text);
  }
}

function read(name: string): string {
  return fs.readFileSync(path.join(folder, name), 'utf8');
}

function check(...args: readonly string[]): CliResult {
  return cliIn(folder, ['check', ...args]);
}

/** `file severity rule` of each finding. */
function found(...args: readonly string[]): readonly string[] {
  const { out } = check(...args);
  return (out.match(/^.*$/gm) ?? []).flatMap((line) => {
    const [, file, severity, rule] = /^(\S+):\d+:\d+ (\S+) (\S+) /.exec(line) ?? [];
    return file === undefined ? [] : [`${file} ${severity} ${rule}`];
  });
}

test('of a configuration with very many problems the first ones are told and how many there are, errors before the others', () => {
  const rules = Array.from({ length: 20_000 }, (_, index) => `"unknown-${index}": "off"`).join(',\n');
  put({ [rc]: `{ "rules": {\n${rules},\n"secret": "loud" } }`, 'a.xml': warned });
  const lines = check('a.xml').error.trimEnd().split('\n');
  assert.match(lines[0] ?? '', /:20002:\d+ error .*loud/);
  assert.match(lines[1] ?? '', /:2:1 warning There is no rule “unknown-0”/);
  assert.match(lines[10] ?? '', /: 19991 more problems are not listed\.$/);
  assert.ok(lines.length <= 12, `${lines.length} lines`);
});

describe('a configuration', () => {
  test('holds for what lies beside it and below, however the file is named', () => {
    put({ [rc]: '{ "preset": "strict" /* so it was agreed */ }', 'a/b.xml': warned });
    assert.deepEqual(found('.'), ['a/b.xml error compatibility-mode-missing']);
    assert.deepEqual(found('a/b.xml'), ['a/b.xml error compatibility-mode-missing']);
    const inside = cliIn(path.join(folder, 'a'), ['check', 'b.xml']);
    assert.match(inside.out, /^b\.xml:\d+:\d+ error compatibility-mode-missing /);
    assert.equal(inside.code, 1);
  });

  test('nearer ones take the place of farther ones, whole', () => {
    put({
      [rc]: '{ "preset": "strict", "rules": { "secret": "off" } }',
      'a.xml': warned,
      [`near/${rc}`]: '{ "rules": { "compatibility-mode-missing": "hint" } }',
      'near/b.xml': warned,
      [`plain/${rc}`]: '{}',
      'plain/c.xml': warned,
    });
    assert.deepEqual(found('.'), [
      'a.xml error compatibility-mode-missing',
      'near/b.xml hint compatibility-mode-missing',
      'plain/c.xml warning compatibility-mode-missing',
    ]);
  });

  test('decides what is mended', () => {
    put({ [rc]: '{ "rules": { "invalid-boolean": "off" } }', 'a.xml': broken });
    const text = read('a.xml');
    assert.deepEqual(check('--fix', '.'), { code: 0, out: '', error: '0 errors, 0 warnings in 1 file\n' });
    assert.equal(read('a.xml'), text);
    assert.match(check('--fix', '--no-config', '.').error, /1 file changed/);
  });
});

describe('options are on top of it', () => {
  test('--preset takes the place of its preset, --rule of its severity, and the rest of it stays', () => {
    put({
      [rc]: '{ "preset": "strict", "rules": { "compatibility-mode-missing": "information" } }',
      'a.xml': definition({ mode: undefined, useApi: 'TRUE' }),
    });
    assert.deepEqual(found('--preset', 'relaxed', '.'), [
      'a.xml information compatibility-mode-missing',
      'a.xml warning invalid-boolean',
    ]);
    assert.deepEqual(found('--rule', 'compatibility-mode-missing=off', '--rule', 'invalid-boolean=hint', '.'), [
      'a.xml hint invalid-boolean',
    ]);
    assert.deepEqual(found('--no-config', '.'), [
      'a.xml warning compatibility-mode-missing',
      'a.xml error invalid-boolean',
    ]);
  });

  test('--config takes one file for all', () => {
    put({
      [rc]: '{ "preset": "strict" }',
      'a.xml': warned,
      'ci/rules.json': '{ "rules": { "compatibility-mode-missing": "hint" } }',
    });
    assert.deepEqual(found('--config', 'ci/rules.json', '.'), ['a.xml hint compatibility-mode-missing']);
    assert.deepEqual(check('--config', 'ci/none.json', '.'), {
      code: 2,
      out: '',
      error: 'ci/none.json: there is no such file\n',
    });
    const { code, out, error } = check('--config', 'ci', '--format', 'json', '.');
    assert.deepEqual([code, JSON.parse(out), error], [2, { files: [] }, 'ci: this is a folder\n']);
  });
});

describe('a mistake in a configuration', () => {
  test('is one line with its place, once, and what it holds for is neither checked nor mended', () => {
    put({
      'a.xml': broken,
      [`b/${rc}`]: '{\n  "preset": "strickt"\n}\n',
      'b/c.xml': broken,
      'b/d.xml': broken,
    });
    const text = read('b/c.xml');
    const { code, out, error } = check('--fix', '.');
    assert.deepEqual([code, out], [2, '']);
    assert.deepEqual(error.split('\n'), [
      `b/${rc}:2:13 error “strickt” is no preset: there are salesforce, strict, relaxed.`,
      '0 errors, 0 warnings in 1 file; 1 file changed; 2 files not read',
      '',
    ]);
    assert.equal(read('b/c.xml'), text);
    assert.match(check('--no-config', 'b').error, /^2 errors/);
  });

  for (const [what, content, line] of [
    ['no JSON', '{ "preset": strict }', `${rc}:1:13 error This is no JSON, so nothing of the configuration holds: `],
    ['an empty file', '', `${rc}:1:1 error The configuration is empty`],
    ['a list', '\n []', `${rc}:2:2 error The configuration must be an object`],
    ['another encoding', Buffer.from('{ "preset": "é" }', 'latin1'), `${rc}: byte 13 is not UTF-8; save it as UTF-8`],
  ] as const) {
    test(`may be ${what}`, () => {
      put({ [rc]: content, 'a.xml': broken });
      const { code, out, error } = check('.');
      assert.deepEqual([code, out], [2, '']);
      assert.ok(error.startsWith(line), error);
      assert.equal(error.split('\n').length, 2, error);
    });
  }

  test('may be a folder of that name', () => {
    put({ [`${rc}/x.json`]: '{}', 'a.xml': broken });
    assert.deepEqual(check('.'), { code: 2, out: '', error: `${rc}: this is a folder\n` });
  });

  test('is told only where it matters to a definition', () => {
    put({ [`b/${rc}`]: '{', 'b/pom.xml': '<project/>', 'a.xml': definition({}) });
    assert.equal(check('.').code, 0);
  });

  test('that a newer version may understand is a line, and no more', () => {
    put({ [rc]: '{ "rules": { "from-tomorrow": "error", "compatibility-mode-missing": "off" } }', 'a.xml': warned });
    assert.deepEqual(check('.'), {
      code: 0,
      out: '',
      error: `${rc}:1:14 warning There is no rule “from-tomorrow”. The entry is ignored.\n0 errors, 0 warnings in 1 file\n`,
    });
  });
});

describe('the project around a definition', () => {
  test('holds the other definitions, and a name that is taken is found', () => {
    put({ 'a.xml': definition({}), 'b/c.xml': definition({}) });
    assert.equal(check('.').out, '');
    fs.copyFileSync(path.join(folder, 'a.xml'), path.join(folder, 'b/copy.xml'));
    assert.deepEqual(found('.'), [
      'a.xml warning internal-name-not-unique',
      'b/copy.xml warning internal-name-not-unique',
    ]);
    fs.mkdirSync(path.join(folder, '.git'));
    assert.deepEqual(found('b/copy.xml'), ['b/copy.xml warning internal-name-not-unique']);
  });

  const page = definition({}).replace('https://cti.contoso.example/softphone', '/apex/Softfone');

  test('is looked at, so that a page of no project file is found missing', () => {
    put({ 'p/sfdx-project.json': '{}', 'p/main/pages/Softphone.page': '', 'p/main/a.xml': page });
    assert.deepEqual(
      found('p/main/a.xml').filter((line) => line.includes('page-not-found')),
      ['p/main/a.xml warning page-not-found'],
    );
  });

  test('is what was searched where there is no project, and nothing for a file by itself', () => {
    put({ 'pages/Softphone.page': '', 'a.xml': page });
    const missing = (...args: readonly string[]) => found(...args).some((line) => line.includes('page-not-found'));
    assert.deepEqual([missing('.'), missing('a.xml')], [true, false]);
  });
});
