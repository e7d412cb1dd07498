import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { diffFieldSets } from '../../../server/src/language/baseline/diff.ts';
import { fieldSetOf } from '../../../server/src/language/baseline/field-set.ts';
import { createCatalog } from '../../../server/src/language/catalog/catalog.ts';
import { definitionOf } from '../../../server/src/language/model/read.ts';
import { keyOf } from '../../support/field-sets.ts';
import { corpus, root } from '../../support/fixtures.ts';
import { sourceOf } from '../../support/language.ts';

/**
 * What changed from each version of a published definition to the next: the kind of each change and the run-time keys
 * that it is about, read against both files by a person; neither labels nor values. `CORPUS_EXPECTATIONS=write` makes the
 * table anew, for review.
 */
const tableFile = path.join(root, 'test', 'corpus', 'histories.txt');
const head =
  '# What changed between versions of real files: the kind, then the run-time keys; `+` with its section. Written and read by histories.test.ts.\n';

/** The versions of each file that has several, in the order in which they were published. */
function histories(): readonly (readonly string[])[] {
  const index = fs.readFileSync(path.join(root, '..', 'shared', 'corpus', 'INDEX.tsv'), 'utf8');
  const bySource = new Map<string, string[]>();
  for (const line of index.trim().split(/\r?\n/).slice(1)) {
    const [file = '', , , source, pathThere, commit = ''] = line.split('\t');
    if (commit === '') continue;
    const key = `${source} ${pathThere}`;
    bySource.set(key, [...(bySource.get(key) ?? []), file]);
  }
  return [...bySource.values()].filter(({ length }) => length > 1);
}

const catalog = createCatalog();
const texts: ReadonlyMap<string, string> = new Map(
  (['import', 'metadata'] as const).flatMap((kind) =>
    corpus(kind).map(({ name, text }) => [`${kind}/${name}`, text] as const),
  ),
);

function fieldsOf(file: string) {
  return fieldSetOf(definitionOf(sourceOf(texts.get(file) ?? '', `file:///test/${file}`)), catalog);
}

function stepOf(before: string, after: string): string {
  const was = fieldsOf(before);
  const now = fieldsOf(after);
  const lines = diffFieldSets(was, now, { values: true }).map(({ kind, from, to, withSection }) => {
    const keys = [...new Set([keyOf(was, from), keyOf(now, to)])].filter((key) => key !== undefined);
    return ['', kind, keys.join(' -> '), withSection ? '+' : ''].join(' ').trimEnd();
  });
  const shortened = (file: string) => file.replace(/^(\w+\/\d+).*$/, '$1');
  return [`${shortened(before)} ${shortened(after)}`, ...lines.map((line) => ` ${line}`)].join('\n');
}

describe('the histories of real files', () => {
  test('changed as the table says, step by step', () => {
    if (texts.size === 0) return;
    const steps = histories().flatMap((files) =>
      files.slice(1).map((after, index) => stepOf(files[index] ?? '', after)),
    );
    assert.ok(steps.length >= 14, `only ${steps.length} steps were found`);
    const found = `${head}${steps.join('\n')}\n`;
    if (process.env['CORPUS_EXPECTATIONS'] === 'write') fs.writeFileSync(tableFile, found);
    assert.equal(found, fs.readFileSync(tableFile, 'utf8').replaceAll('\r\n', '\n'));
  });
});
