import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bombFor, patternsIn } from '../support/patterns.ts';

/** Patterns that a text could keep busy, and why none does. */
const harmless: Readonly<Record<string, string>> = {
  '/^[A-Za-z][A-Za-z0-9_]*__[A-Za-z][A-Za-z0-9_]*$/':
    'asked of names only that are no longer than the longest (vendor-api-name)',
};

const patterns = patternsIn(['server/src', 'client/src']);

test('the patterns of the sources are found', () => {
  assert.ok(patterns.length > 200, `${patterns.length} patterns`);
  assert.ok(patterns.some(({ file }) => file.endsWith('model/sniff.ts')));
});

test('a bomb is found where there is one', () => {
  for (const bomb of [/(a+)+$/, /\s+$/, /x\s*y?\s*:?\s*z/]) {
    assert.notEqual(bombFor(bomb), undefined, String(bomb));
  }
  for (const sound of [/^a+$/, /(?<!\s)\s+$/, /<[^<>]*>/]) assert.equal(bombFor(sound), undefined, String(sound));
});

test('no text keeps a pattern busy', () => {
  const found = patterns
    .filter(({ pattern }) => !(String(pattern) in harmless))
    .flatMap(({ pattern, file }) => {
      const bomb = bombFor(pattern);
      return bomb === undefined ? [] : `${file} ${pattern} on ${bomb}`;
    });
  assert.deepEqual(found, []);
});

/** Every pattern that is put together while something runs. */
async function patternsMadeBy(work: () => Promise<void>): Promise<readonly RegExp[]> {
  const made = new Map<string, RegExp>();
  const own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(own, {
    construct(target, args: [string, string?]) {
      const pattern = new target(...args);
      made.set(String(pattern), pattern);
      return pattern;
    },
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = own;
  }
  return [...made.values()];
}

test('no text keeps a pattern busy that is put together at run time', async () => {
  const made = await patternsMadeBy(async () => {
    // Only here, so that what they put together at once is seen.
    const { createNumberingPlans } = await import('../../server/src/language/dialing/plans.ts');
    const { kindPattern } = await import('../../server/src/language/catalog/kind-pattern.ts');
    const { createCatalog } = await import('../../server/src/language/catalog/catalog.ts');
    const { declared } = await import('../../server/src/language/xml/well-formed.ts');
    const { placeholdersIn } = await import('../../server/src/language/model/placeholders.ts');
    const { inferFlavour } = await import('../../server/src/language/model/flavour.ts');
    const { definitionOf } = await import('../../server/src/language/model/read.ts');
    const { createSource } = await import('../../server/src/language/text/source.ts');
    createNumberingPlans()();
    for (const { items } of createCatalog().sections) for (const { value } of items) kindPattern(value);
    for (const name of ['version', 'encoding'] as const) declared(' version="1.0"', name);
    placeholdersIn('YOUR-DOMAIN', { start: 0, end: 11 });
    const settings = '{ "reqUseApi": "true" }';
    const text = `<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><customSettings>${settings}</customSettings></CallCenter>`;
    inferFlavour(definitionOf(createSource('file:///a.callCenter', 0, text)));
  });
  for (const part of ['^(?:011)$', 'version[', 'encoding[', 'domain:port', '|Lightning|', '"reqUseApi"'])
    assert.ok(
      made.some(({ source }) => source.includes(part)),
      part,
    );
  const found = made.flatMap((pattern) => {
    const bomb = bombFor(pattern);
    return bomb === undefined ? [] : `${pattern} on ${bomb}`;
  });
  assert.deepEqual(found, []);
});
