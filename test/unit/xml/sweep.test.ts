import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectForm } from '../../../server/src/language/model/detect.ts';
import { fixturesIn } from '../../support/fixtures.ts';
import { type EditKind, sweep } from '../../support/sweep.ts';
import { parse } from '../../support/tree.ts';

/** Share of the broken documents whose untouched elements must be exactly right. */
const demanded: readonly (readonly [EditKind, number])[] = [
  ['cut to end of line', 0.985],
  ['delete one character', 0.985],
  ['insert "', 1],
  ['insert <', 1],
  ['insert &', 1],
  ['insert >', 1],
];

/** Definitions only: the parser may guess what a definition was meant to be, and nothing about anybody else's XML. */
const texts = fixturesIn('fixtures/ok').filter(({ text }) => detectForm(parse(text)).form !== 'none');

for (const [kind, share] of demanded) {
  test(`one edit at every offset of every fixture leaves the other elements alone: ${kind}`, () => {
    let documents = 0;
    let exact = 0;
    const misses: string[] = [];
    for (const { name, text } of texts) {
      const result = sweep(kind, text);
      documents += result.documents;
      exact += result.exact;
      misses.push(...result.misses.map((miss) => `${name}: ${miss}`));
    }
    assert.ok(documents > 10_000, `only ${documents} documents: fixtures are missing`);
    const message = `${exact} of ${documents} exact\n${misses.slice(0, 10).join('\n')}`;
    assert.ok(exact / documents >= share, message);
    console.log(`${kind}: ${exact} of ${documents} documents exact`);
  });
}
