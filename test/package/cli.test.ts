import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { version } from '../../package.json';
import { fixturesIn } from '../support/fixtures.ts';
import { type CheckedFile, check, checkJson, cli, definition } from './cli.ts';

let folder = '';
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Puts a file into the folder of this test. */
function put(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
  return file;
}

function rulesOf(file: CheckedFile | undefined): string[] {
  return (file?.findings ?? []).map(({ rule }) => rule);
}

describe('check', () => {
  const paths = (names: string) => fixturesIn(names).map(({ name }) => path.posix.join('test', names, name));

  test('finds no error and no warning in the fixtures that are right, and no definition in the unrelated ones', () => {
    const { code, files } = checkJson(paths('fixtures/ok'));
    assert.equal(code, 1);
    for (const file of files) {
      const serious = file.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
      const expected = file.path.includes('unrelated-') ? ['not-a-definition'] : [];
      assert.deepEqual(
        serious.map(({ rule }) => rule),
        expected,
        file.path,
      );
    }
    const forms = new Map(files.map(({ path: name, form }) => [path.posix.basename(name), form]));
    assert.equal(forms.get('bom.xml'), 'import');
    assert.equal(forms.get('Litware.callCenter-meta.xml'), 'metadata');
    assert.equal(forms.get('unrelated-pom.xml'), 'none');
  });

  test('finds in the others what they name, in the order of the text', () => {
    const { files } = checkJson(paths('fixtures/err'));
    assert.equal(files.find(({ path: name }) => name.endsWith('/hybrid-metadata-body.xml'))?.form, 'hybrid');
    for (const file of files) {
      const text = fs.readFileSync(file.path, 'utf8');
      const expected = [...text.matchAll(/expect (\d+) ([a-z-]+)/g)].map(([, line, rule]) => `${line} ${rule}`);
      assert.deepEqual(file.findings.map(({ line, rule }) => `${line} ${rule}`).sort(), expected.sort(), file.path);
      const offsets = file.findings.map(({ offset }) => offset);
      assert.deepEqual(
        offsets,
        [...offsets].sort((a, b) => a - b),
      );
    }
  });

  test('counts lines and columns from 1 and offsets from 0, in UTF-16, and keeps the order of the files', () => {
    const text = '\ufeff<callCenter>\r\n<!-- 😀 --><x/><section sortOrder="0" name="a">\r</section></callCenter>';
    const files = [put('b.xml', text), put('a.xml', text)];
    const { files: checked } = checkJson(files);
    assert.deepEqual(
      checked.map((file) => file.path),
      files,
    );
    const finding = checked[0]?.findings.find(({ rule }) => rule === 'unknown-element');
    assert.ok(finding);
    const { line, column, endLine, endColumn, offset, endOffset } = finding;
    assert.deepEqual([line, column, endLine, endColumn], [2, 13, 2, 14]);
    assert.equal(text.slice(offset, endOffset), 'x');
  });

  test('prints one line per finding and a summary apart from them', () => {
    const { code, out, error } = check(['test/fixtures/err/values.xml', 'test/fixtures/ok/amazon.xml']);
    assert.equal(code, 1);
    const lines = out.trimEnd().split('\n');
    assert.equal(lines.length, 5);
    for (const line of lines) {
      assert.match(
        line,
        /^test\/fixtures\/err\/values\.xml:\d+:\d+ (?:error|warning|information|hint) [a-z-]+ \S.*[.…)]$/,
      );
    }
    assert.match(error, /^5 errors, 0 warnings in 2 files\n$/);
  });

  test('ends with 0 where there are warnings only', () => {
    const file = put('warnings.xml', definition({ mode: undefined }));
    const { code, out, error } = check([file]);
    assert.match(out, /warning compatibility-mode-missing/);
    assert.deepEqual([code, error], [0, '0 errors, 1 warning in 1 file\n']);
  });

  test('gives the same answer twice', () => {
    const files = [...paths('fixtures/err'), ...paths('samples')];
    assert.deepEqual(check(files), check(files));
  });
});

describe('usage', () => {
  test('tells help and version', () => {
    assert.match(cli(['--help']).out, /^Usage: /);
    assert.deepEqual(cli(['--version']), { code: 0, out: `${version}\n`, error: '' });
  });

  for (const args of [[], ['check'], ['check', '--what', 'a.xml'], ['check', '-'], ['chekc', 'a.xml']]) {
    test(`refuses “${args.join(' ')}” in one line`, () => {
      const { code, out, error } = cli(args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(error, /^[^\n]+\n$/);
    });
  }

  test('says of a missing file that it is missing, in one line', () => {
    const file = path.join(folder, 'not-there.xml');
    assert.deepEqual(check([file]), { code: 2, out: '', error: `${file}: there is no such file\n` });
  });

  test('checks the other files all the same', () => {
    const good = 'test/fixtures/ok/amazon.xml';
    const { code, out, error } = check(['no\nsuch.xml', good, 'client']);
    assert.deepEqual([code, out], [2, '']);
    assert.deepEqual(error.split('\n'), [
      'no\\nsuch.xml: there is no such file',
      'client: there is no call center definition in this folder (hidden folders, node_modules and what .gitignore names are left out)',
      '0 errors, 0 warnings in 1 file; 1 file not read',
      '',
    ]);
    const json = cli(['check', '--format', 'json', 'nothing.xml', good]);
    assert.equal(json.code, 2);
    assert.deepEqual(JSON.parse(json.out).files.length, 1);
  });

  test('does not mind when nobody reads on', async () => {
    const values = fs.readFileSync('test/fixtures/err/values.xml');
    const files = Array.from({ length: 40 }, (_, index) => put(`many/${index}.xml`, values));
    const child = spawn(process.execPath, ['dist/cli.js', 'check', ...files], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let error = '';
    for await (const chunk of child.stderr.setEncoding('utf8')) error += String(chunk);
    assert.match(error, /^200 errors, 0 warnings in 40 files\n$/);
  });
});

describe('--fix', () => {
  const mistakes = fs.readFileSync('test/samples/mistakes.xml', 'utf8');

  test('mends what it can, says what is left, and does nothing the second time', () => {
    const file = put('fix/mistakes.xml', mistakes);
    const first = check(['--fix', file]);
    const mended = fs.readFileSync(file, 'utf8');
    assert.notEqual(mended, mistakes);
    assert.match(first.error, /; 1 file changed\n$/);
    assert.ok(first.out.split('\n').length < check(['test/samples/mistakes.xml']).out.split('\n').length);
    const { mtimeMs, ino } = fs.statSync(file);
    const second = check(['--fix', file]);
    assert.equal(fs.readFileSync(file, 'utf8'), mended);
    assert.deepEqual([fs.statSync(file).mtimeMs, fs.statSync(file).ino], [mtimeMs, ino]);
    assert.deepEqual([second.code, second.out], [first.code, first.out]);
    assert.doesNotMatch(second.error, /changed/);
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ['mistakes.xml']);
  });

  test('writes nothing where nothing is to be mended', () => {
    const file = put('fix/clean.xml', definition({}));
    fs.utimesSync(file, 1_000_000_000, 1_000_000_000);
    assert.equal(check(['--fix', file]).code, 0);
    assert.equal(fs.statSync(file).mtimeMs, 1_000_000_000_000);
  });

  test('keeps byte order mark, line ends, mode and links', () => {
    const text = `\ufeff${definition({ useApi: 'TRUE' }).replaceAll('\n', '\r\n')}`;
    const file = put('fix/target.xml', text);
    fs.chmodSync(file, 0o640);
    const link = path.join(folder, 'fix', 'link.xml');
    fs.symlinkSync('target.xml', link);
    assert.equal(check(['--fix', link]).code, 0);
    assert.equal(fs.readFileSync(file, 'utf8'), text.replace('TRUE', 'true'));
    assert.equal(fs.statSync(file).mode & 0o777, 0o640);
    assert.ok(fs.lstatSync(link).isSymbolicLink());
  });

  test('leaves a read-only file alone, in one line, and still tells what is wrong with it', () => {
    const text = definition({ useApi: 'TRUE' });
    const file = put('fix/read-only.xml', text);
    fs.chmodSync(file, 0o444);
    const { code, out, error } = check(['--fix', file]);
    assert.equal(code, 2);
    assert.match(out, /invalid-boolean/);
    assert.equal(error, `${file}: the file is read-only; it was left as it is\n1 error, 0 warnings in 1 file\n`);
    assert.equal(fs.readFileSync(file, 'utf8'), text);
  });

  test('touches neither what is no definition nor what is not UTF-8', () => {
    const other = put('fix/other.xml', '<project a=1>&</project>');
    const latin1 = put('fix/latin1.xml', Buffer.from(definition({ useApi: 'TRUE', label: 'Café' }), 'latin1'));
    const bytes = [other, latin1].map((file) => fs.readFileSync(file));
    const { files } = checkJson(['--fix', other, latin1]);
    assert.deepEqual(files.map(rulesOf), [['not-a-definition'], ['not-utf-8']]);
    assert.deepEqual(
      [other, latin1].map((file) => fs.readFileSync(file)),
      bytes,
    );
  });
});

describe('what is no definition', () => {
  const cases: readonly (readonly [what: string, content: string | Uint8Array, rule: string, message: RegExp])[] = [
    ['no bytes', '', 'not-a-definition', /the file is empty\.$/],
    ['white space', ' \r\n\t', 'not-a-definition', /the file is empty\.$/],
    ['another XML format', '<project/>', 'not-a-definition', /neither the import form .* nor the metadata form/],
    ['prose', 'Hello', 'not-a-definition', /^This is no call center definition/],
    ['Latin-1', Buffer.from(definition({ label: 'é' }), 'latin1'), 'not-utf-8', /^Byte \d+ is not UTF-8/],
    ['UTF-16', Buffer.from(`\ufeff${definition({})}`, 'utf16le'), 'not-utf-8', /looks like UTF-16 \(byte 0 /],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      'not-utf-8',
      /^This is no text/,
    ],
  ];
  for (const [what, content, rule, message] of cases) {
    test(`${what}: one finding, ${rule}`, () => {
      const file = put(`none/${what}`, content);
      const { code, files } = checkJson([file]);
      assert.equal(code, 1);
      assert.equal(files[0]?.form, 'none');
      assert.equal(files[0]?.flavour, null);
      assert.deepEqual(rulesOf(files[0]), [rule]);
      assert.match(files[0]?.findings[0]?.message ?? '', message);
      assert.equal(check([file]).out.split('\n').length, 2);
    });
  }

  test('the place of a byte that is not UTF-8 is given in characters', () => {
    const bytes = Buffer.concat([Buffer.from('<!-- é😀\r\n é'), Buffer.from([0xe9]), Buffer.from(' --><callCenter/>')]);
    const [finding] = checkJson([put('none/latin1.xml', bytes)]).files[0]?.findings ?? [];
    assert.deepEqual([finding?.line, finding?.column, finding?.offset], [2, 3, 12]);
    assert.match(finding?.message ?? '', /^Byte 16 /);
  });
});

test('the command line knows nothing of the language server', () => {
  const bundle = fs.readFileSync('dist/cli.js', 'utf8');
  assert.match(bundle, /^#!\/usr\/bin\/env node\n/);
  assert.doesNotMatch(bundle, /jsonrpc|textDocument\//);
  assert.ok(fs.statSync('dist/cli.js').mode & 0o100 || process.platform === 'win32');
});

test('it runs from any folder, by a path of its own', () => {
  const file = put('elsewhere/a.xml', definition({}));
  const run = spawnSync(process.execPath, [path.resolve('dist/cli.js'), 'check', 'a.xml'], {
    cwd: path.dirname(file),
    encoding: 'utf8',
  });
  assert.deepEqual([run.status, run.stdout], [0, '']);
});
