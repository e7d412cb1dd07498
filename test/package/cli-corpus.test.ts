import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { corpus } from '../support/fixtures.ts';
import { type CheckedFile, checkJson } from './cli.ts';

const folder = path.join('..', 'shared', 'corpus');

/** What must be found in the real files: file number, and the reason as the index gives it. */
interface Expected {
  readonly file: string;
  /** All rules that report an error there. */
  readonly errors: readonly string[];
  /** Rules that report something else there. */
  readonly others?: readonly string[];
  readonly because: string;
}

const expected: readonly Expected[] = [
  { file: '005', errors: [], others: ['sort-order-gap'], because: 'an item sortOrder is skipped' },
  {
    file: '013',
    errors: ['misspelt-name', 'xml-syntax'],
    because: 'not well-formed (a raw < in a value), misspelt compatibility mode',
  },
  { file: '014', errors: ['misspelt-name'], because: 'misspelt compatibility mode' },
  { file: '018', errors: [], others: ['compatibility-mode-missing'], because: 'no mode, so Classic, so no bounds' },
  { file: '021', errors: ['misspelt-name'], because: 'misspelt compatibility mode' },
  { file: '023', errors: [], others: ['compatibility-mode-missing'], because: 'no mode' },
  { file: '039', errors: [], others: ['compatibility-mode-missing'], because: 'no mode' },
  {
    file: '044',
    errors: [],
    others: ['missing-required-item'],
    because: 'no vendor API name, which the first years did not have',
  },
  { file: '051', errors: [], others: ['compatibility-mode-missing'], because: 'no mode' },
  {
    file: '052',
    errors: ['xml-syntax'],
    others: ['compatibility-mode-missing'],
    because: 'not well-formed (something before the declaration), no mode',
  },
  { file: '053', errors: ['xml-syntax'], because: 'not well-formed (a raw < in a value)' },
  {
    file: '061',
    errors: ['missing-section', 'stray-text'],
    because: 'an elided listing: parts of the file are left out, with dots in their place',
  },
];

/** What the index says of a file in which something is wrong that a rule may call an error. */
const wrong =
  /not well-formed|misspelt|out of the Lightning range|sortOrder skipped|stray text|mix-up|longer than|missing|no vendor API name/i;

interface Row {
  readonly flavour: string;
  readonly notes: string;
}

/** What the index says about the files of a folder, by file number. */
function index(kind: 'import' | 'metadata'): ReadonlyMap<string, Row> {
  const rows = fs
    .readFileSync(path.join(folder, 'INDEX.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([file]) => file?.startsWith(`${kind}/`));
  return new Map(
    rows.map((cells) => [numberOf(cells[0] ?? ''), { flavour: cells[2] ?? '', notes: cells.at(-1) ?? '' }]),
  );
}

function numberOf(file: string): string {
  return path.posix.basename(file.replaceAll('\\', '/')).slice(0, 3);
}

function rulesOf(file: CheckedFile, isError: boolean): string[] {
  return [
    ...new Set(file.findings.filter(({ severity }) => (severity === 'error') === isError).map(({ rule }) => rule)),
  ].sort();
}

/** The real files that are there, checked; none where they are not, which `corpus` has said then. */
function checked(kind: 'import' | 'metadata'): readonly CheckedFile[] {
  const files = corpus(kind).map(({ name }) => path.join(folder, kind, name));
  return files.length === 0 ? [] : checkJson(files).files;
}

describe('the real files of the import form', () => {
  const files = checked('import');

  test('each has the errors that its notes report, and no other', () => {
    for (const file of files) {
      const entry = expected.find((candidate) => candidate.file === numberOf(file.path));
      assert.deepEqual(rulesOf(file, true), entry?.errors ?? [], `${file.path} (${entry?.because ?? 'clean'})`);
    }
  });

  test('where something less than an error is reported, it is named', () => {
    for (const { file, others = [], because } of expected) {
      const found = files.find((candidate) => numberOf(candidate.path) === file);
      for (const rule of found ? others : []) {
        assert.ok(found && rulesOf(found, false).includes(rule), `${file}: ${rule} (${because})`);
      }
    }
  });

  test('no error stands on a file of which the index reports nothing wrong', () => {
    if (files.length === 0) return;
    const rows = index('import');
    for (const file of files) {
      const note = rows.get(numberOf(file.path))?.notes;
      assert.notEqual(note, undefined, `${file.path} has no row in the index`);
      if (!wrong.test(note ?? '')) assert.deepEqual(rulesOf(file, true), [], `${file.path}: ${note}`);
    }
  });

  test('what the index says about well-formedness and names, the rules say, too', () => {
    if (files.length === 0) return;
    const rows = index('import');
    for (const file of files) {
      const note = rows.get(numberOf(file.path))?.notes ?? '';
      const rules = [...rulesOf(file, true), ...rulesOf(file, false)];
      assert.equal(rules.includes('xml-syntax'), /not well-formed/.test(note), file.path);
      assert.equal(rules.includes('misspelt-name'), /misspelt req/.test(note), file.path);
      assert.equal(rules.includes('sort-order-gap'), /sortOrder skipped/.test(note), file.path);
      if (file.flavour === 'openCti' && !/misspelt req/.test(note)) {
        assert.equal(rules.includes('compatibility-mode-missing'), /no compatibility mode/.test(note), file.path);
      }
    }
  });

  test('each is seen as what it is', () => {
    if (files.length === 0) return;
    const rows = index('import');
    for (const file of files) {
      const row = rows.get(numberOf(file.path));
      assert.equal(file.form, /mix-up/.test(row?.notes ?? '') ? 'hybrid' : 'import', file.path);
      assert.equal(file.flavour, row?.flavour, file.path);
    }
  });
});

describe('the real files of the metadata form', () => {
  const files = checked('metadata');

  test('each is seen as what it is', () => {
    if (files.length === 0) return;
    const rows = index('metadata');
    for (const file of files) {
      const row = rows.get(numberOf(file.path));
      assert.equal(file.form, /mix-up/.test(row?.notes ?? '') ? 'hybrid' : 'metadata', file.path);
      assert.notEqual(file.flavour, null, file.path);
    }
  });

  test('the only errors are those that the index reports', () => {
    const reported: Readonly<Record<string, readonly string[]>> = {
      '010': ['xml-syntax'],
      '014': ['missing-metadata-element', 'misspelt-element'],
    };
    for (const file of files)
      assert.deepEqual(rulesOf(file, true), reported[numberOf(file.path) ?? ''] ?? [], file.path);
  });

  test('what the index names about the form has its rule', () => {
    const has = (number: string, rule: string) =>
      assert.ok(
        files.some((file) => numberOf(file.path) === number && file.findings.some((finding) => finding.rule === rule)),
        `${number} ${rule}`,
      );
    if (files.length === 0) return;
    for (const number of ['017', '019']) has(number, 'import-body-in-metadata-file');
    has('029', 'contact-center-channels');
  });
});
