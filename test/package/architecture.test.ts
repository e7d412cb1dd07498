import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { importsOf, readTable, violations, withoutComments } from './imports.ts';

const table = readTable(readFileSync('CONTRIBUTING.md', 'utf8'));

/** The sources below a folder, by path from the project's folder. */
function sources(folder: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

describe('the import table of CONTRIBUTING.md', () => {
  for (const folder of ['server/src', 'client/src', 'client/webview']) {
    test(`holds for every file of ${folder}`, () => {
      const files = sources(folder);
      assert.notEqual(files.length, 0);
      assert.deepEqual(
        files.flatMap(({ file, text }) => violations(table, file, text)),
        [],
      );
    });
  }

  test('names only what exists', () => {
    const files = [...sources('server/src'), ...sources('client/src'), ...sources('client/webview')].map(({ file }) =>
      file.replace(/^server\/src\//, ''),
    );
    for (const { files: pattern } of table) {
      const stem = pattern.replace(/\*.*$/, '');
      assert.ok(
        files.some((file) => file.startsWith(stem)),
        `the table has a row for ${pattern}, and there is no such file`,
      );
    }
  });

  test('is read with all its rows', () => {
    const rows = readTable(
      '# x\n| Files | May import | Because |\n|---|---|---|\n| `a/` | `b/`, `c` | x |\n| `b/` | nothing | y |\n\nz',
    );
    assert.deepEqual(rows, [
      { files: 'a/', mayImport: ['b/', 'c'] },
      { files: 'b/', mayImport: [] },
    ]);
    assert.throws(() => readTable('# no table'), /no table/);
  });

  test('forbids what it does not name, for types and dynamic imports too', () => {
    const rows = [
      { files: 'language/text/', mayImport: [] },
      { files: 'language/xml/', mayImport: ['language/text/', '@vscode/l10n'] },
      { files: 'language/xml/well-formed*.ts', mayImport: ['saxes', 'node:*'] },
    ];
    const found = (file: string, text: string): number => violations(rows, `server/src/${file}`, text).length;
    assert.equal(found('language/xml/a.ts', "import type { Span } from '../text/span.ts';\nimport './b.ts';"), 0);
    assert.equal(found('language/xml/a.ts', "import * as l10n from '@vscode/l10n';"), 0);
    assert.equal(found('language/xml/a.ts', "import type { Catalog } from '../catalog/types.ts';"), 1);
    assert.equal(found('language/xml/a.ts', "import {\n  a,\n  b,\n} from 'saxes';"), 1);
    assert.equal(found('language/xml/a.ts', "export { a } from 'saxes';"), 1);
    assert.equal(found('language/xml/a.ts', "const a = await import('node:fs');"), 1);
    assert.equal(found('language/xml/a.ts', "const a = require('fs');"), 1);
    assert.equal(found('language/text/a.ts', "import '../xml/tree.ts';"), 1);
    assert.equal(found('language/xml/well-formed-names.ts', "import { a } from 'saxes';\nimport 'node:fs';"), 0);
    assert.equal(found('language/new/a.ts', ''), 1, 'a file without a row');
    assert.equal(found('language/xml/a.ts', "// import 'saxes';\n/* import 'saxes'; */"), 0);
  });

  test('tells the line of an import', () => {
    const imports = importsOf('server/src/lsp/a.ts', "// first\n\nimport { b } from '../protocol.ts';\n");
    assert.deepEqual(imports, [{ target: 'protocol.ts', line: 3 }]);
  });
});

describe('the language is pure', () => {
  const files = sources('server/src/language');

  test('no module holds state', () => {
    const mutable =
      /^(?:export )?(?:let|var)\b|^(?:export )?const \w+(?:: [^=]+)? = new (?:Map|Set)(?:<.*>)?\(\)|^(?:export )?const \w+(?:: [^=]+)? = \[\];/m;
    for (const { file, text } of files) assert.doesNotMatch(withoutComments(text), mutable, file);
  });

  test('no module asks for the time, for chance, or for the place it runs at', () => {
    // What the compiler cannot forbid, because it belongs to the language itself.
    const impure =
      /\bnew Date\b(?!\([^)])|\bDate\.\w|\bMath\.random\b|\bglobalThis\b|\beval\(|\bnew Function\b|\btoLocale\w*\(\)|\bIntl\./;
    for (const { file, text } of files) assert.doesNotMatch(withoutComments(text), impure, file);
  });
});
