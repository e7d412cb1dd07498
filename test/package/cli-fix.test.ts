import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createLanguageService, createSource, gatherFacts } from '../../server/src/language/index.ts';
import { createDiskFileHost } from '../../server/src/node/disk-file-host.ts';
import { corpus, type Fixture, fixturesIn } from '../support/fixtures.ts';
import { cliIn } from './cli.ts';

const service = createLanguageService();
let base = '';
before(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
});
after(() => fs.rmSync(base, { recursive: true, force: true }));

/** The contents of all files of a folder. */
function snapshot(folder: string): ReadonlyMap<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return new Map(files.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}

/** `file: rule` for each finding that Fix All would mend. */
async function fixable(folder: string): Promise<readonly string[]> {
  const facts = await gatherFacts(createDiskFileHost(() => [pathToFileURL(folder).href]));
  return [...snapshot(folder)].flatMap(([name, text]) => {
    const source = createSource(pathToFileURL(path.join(folder, name)).href, 0, text);
    const fixes = service.quickFixes(source, { start: 0, end: text.length }, { now: Date.now(), facts });
    return fixes.filter(({ preferred }) => preferred).map(({ rule }) => `${name}: ${rule}`);
  });
}

const sets: readonly (readonly [what: string, files: () => readonly Fixture[]])[] = [
  ['the fixtures', () => fixturesIn('fixtures')],
  ['the samples', () => fixturesIn('samples')],
  ['the real files of the import form', () => corpus('import')],
  ['the real files of the metadata form', () => corpus('metadata')],
];

describe('check --fix on copies', () => {
  for (const [what, files] of sets) {
    test(`of ${what} leaves nothing to mend, and changes nothing the second time`, async () => {
      const copies = files();
      if (copies.length === 0) return;
      const folder = fs.mkdtempSync(path.join(base, 'copies-'));
      for (const { name, text } of copies) {
        const file = path.join(folder, name);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, text);
      }
      const before = snapshot(folder);
      const first = cliIn(folder, ['check', '--fix', '.']);
      assert.notEqual(first.code, 2, first.error);
      const after = snapshot(folder);
      const changed = [...after].filter(([name, text]) => before.get(name) !== text).length;
      assert.match(first.error, changed === 0 ? /files?\n$/ : new RegExp(`; ${changed} files? changed\\n$`));
      assert.deepEqual(await fixable(folder), []);

      const second = cliIn(folder, ['check', '--fix', '.']);
      assert.deepEqual(snapshot(folder), after);
      assert.deepEqual([second.code, second.out], [first.code, first.out]);
      assert.doesNotMatch(second.error, /changed/);
    });
  }
});
