import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { corpus, root } from '../../support/fixtures.ts';
import { service, sourceOf } from '../../support/language.ts';

/**
 * What every real file has, rule by rule with the lines: read against the notes of the index by a person. A change here
 * is a change of what people see on published files. `CORPUS_EXPECTATIONS=write` makes the table anew, for review.
 */
const tableFile = path.join(root, 'test', 'corpus', 'expectations.txt');

/** The moment that the table was made for: certificates expire. */
const now = Date.UTC(2026, 10, 1);

interface Real {
  /** `import/005`: what the table calls it. */
  readonly id: string;
  readonly notes: string;
  readonly source: string;
  /** Lines (from 1) by rule; rules of severity error have `!` before them. */
  readonly found: ReadonlyMap<string, readonly number[]>;
}

function realFiles(): readonly Real[] {
  return (['import', 'metadata'] as const).flatMap((kind) => {
    const files = corpus(kind);
    const rows = files.length === 0 ? new Map<string, readonly string[]>() : indexRows();
    return files.map(({ name, text }) => {
      const row = rows.get(`${kind}/${name}`);
      assert.ok(row, `${kind}/${name} has no row in the index`);
      return {
        id: `${kind}/${name.slice(0, 3)}`,
        source: row[3] ?? '',
        notes: row.at(-1) ?? '',
        found: findingsByRule(text, name),
      };
    });
  });
}

function indexRows(): ReadonlyMap<string, readonly string[]> {
  const text = fs.readFileSync(path.join(root, '..', 'shared', 'corpus', 'INDEX.tsv'), 'utf8');
  return new Map(
    text.split('\n').map((line) => {
      const cells = line.split('\t');
      return [cells[0] ?? '', cells];
    }),
  );
}

function findingsByRule(text: string, name: string): ReadonlyMap<string, readonly number[]> {
  // Under its own name: rules about file names have their say.
  const source = sourceOf(text, `file:///test/${name}`);
  const found = new Map<string, number[]>();
  for (const { rule, severity, at } of service.findings(source, {
    now,
    severities: { 'document-order': 'hint', 'open-cti-retirement': 'hint' },
  })) {
    const key = severity === 'error' ? `!${rule}` : rule;
    found.set(key, [...(found.get(key) ?? []), source.positionAt(at.start).line + 1]);
  }
  return found;
}

function lineOf({ id, found }: Real): string {
  const entries = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return [id, ...entries.map(([rule, lines]) => `  ${rule} ${[...new Set(lines)].join(' ')}`)].join('\n');
}

const files = realFiles();
const head =
  '# Findings on real files: `!` is an error, then the rule, then the lines. Written and read by corpus.test.ts.\n';

if (process.env['CORPUS_EXPECTATIONS'] === 'write' && files.length > 0) {
  fs.writeFileSync(tableFile, `${head}${files.map(lineOf).join('\n')}\n`);
}

/** What the notes of the index say, and the rule that must say it, too. */
const defects: readonly (readonly [note: RegExp, rule: RegExp])[] = [
  [/(?<!: )not well-formed/, /^!xml-syntax$/],
  [/misspelt req/, /^!misspelt-name$/],
  [/label with (?:leading|trailing|runs)|runs of nine spaces/, /^label-whitespace$/],
  [/own names in the reserved/, /^reserved-prefix$/],
  [/name longer than 40/, /^name-too-long$/],
  [/placeholder/i, /^placeholder$|^!xml-syntax$/],
  [/no compatibility mode/, /^compatibility-mode-missing$/],
  [/item sortOrder skipped/, /^sort-order-gap$/],
  [/items not in sortOrder order/, /^document-order$/],
  [/is not sortOrder 0/, /^sort-order-fixed$/],
  [/adapter URL on localhost/, /^url-localhost$/],
  [/value with leading or trailing space|trailing space in a value/, /^value-whitespace$/],
  [/stray text/, /^!stray-text$/],
  [/certificate value is a line break/, /^certificate$/],
];

/** Where the note stands and the rule is right to be silent. */
const silent: Readonly<Record<string, readonly (readonly [rule: string, because: string])[]>> = {
  'import/001': [['reserved-prefix', 'the names are of the platform itself']],
  'import/002': [['reserved-prefix', 'the names are of the platform itself']],
  'import/003': [['reserved-prefix', 'the names are of the platform itself']],
  'import/005': [
    ['reserved-prefix', 'the names are of the platform itself'],
    ['name-too-long', 'the long name is of the platform itself'],
  ],
  'import/022': [['reserved-prefix', 'the names are of the demo adapter that Salesforce published']],
  'import/044': [['reserved-prefix', 'the names are of the platform itself']],
  'import/050': [['reserved-prefix', 'the names are of the demo adapter that Salesforce published']],
};

describe('the real files', () => {
  test('have exactly the findings of the table, by rule and line', () => {
    if (files.length === 0) return;
    const expected = fs.readFileSync(tableFile, 'utf8').replaceAll('\r\n', '\n');
    assert.equal(`${head}${files.map(lineOf).join('\n')}\n`, expected);
  });

  test('have a finding for every defect that the index names and a rule can see', () => {
    for (const [note, rule] of defects) {
      // The metadata form has rules of its own.
      for (const { id, notes, found } of files.filter(
        (file) => file.id.startsWith('import/') && note.test(file.notes),
      )) {
        const excused = silent[id]?.some(([silentRule]) => rule.test(silentRule)) === true;
        assert.notEqual(
          [...found.keys()].some((key) => rule.test(key)),
          excused,
          `${id}: ${note.source} (${notes}), found ${[...found.keys()].join(' ')}`,
        );
      }
    }
  });

  test('have no error where a vendor publishes them and its users import them', () => {
    const vendors =
      /^(?:CiscoDevNet|webex|service-cloud-voice|salesforce|microsoft|developerforce)\/|developer\.salesforce\.com/;
    for (const { id, source, found } of files.filter((file) => vendors.test(file.source))) {
      assert.deepEqual(
        [...found.keys()].filter((key) => key.startsWith('!')),
        [],
        `${id} of ${source}`,
      );
    }
  });
});
