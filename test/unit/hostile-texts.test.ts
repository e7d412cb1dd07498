import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from '../fuzz/inspect.ts';
import { largeTexts } from '../fuzz/large.ts';
import { hostileTexts, seedTexts } from '../fuzz/texts.ts';
import { seeded } from '../support/random.ts';

const seeds = seedTexts();

test('200 texts that nobody would write break nothing', async () => {
  const random = seeded(20261123);
  for (const text of hostileTexts(seeds, 200, 20261123)) {
    const imported = seeds[Math.floor(random() * seeds.length)] ?? '';
    assert.deepEqual(await inspect(text, imported, random), [], text);
  }
});

test('20 texts of one thing, many times over, break nothing', async () => {
  const random = seeded(20261130);
  for (const { text, imported } of largeTexts(20, 20261130, 30_000))
    assert.deepEqual(await inspect(text, imported, random), [], text.slice(0, 1000));
});

/** Texts that broke something once. */
const once: Readonly<Record<string, string>> = {
  'a declaration before which no comment may stand':
    '<?xml version="1.0"?><callCenter><section sortOrder="0" name="s" label="S"><item sortOrder="0" name="reqUseApi" label="A">true</item></section></callCenter>',
  'an invented shape behind what is no processing instruction':
    '<?xml version="1.0"?>\n<?>\n<CallCenter><InternalName>Acme</InternalName><AdapterUrl>https://a.example.test</AdapterUrl></CallCenter>',
  'one line end that no other line has, and that formatting takes away':
    '\r\n<!-- a\nb -->\n<callCenter>\n    <section sortOrder="0" name="s" label="S">\n        <item sortOrder="0" name="a" label="A">1</item>\n    </section>\n</callCenter>\n',
  'labels without quotes, which cannot be put back':
    '<callCenter>\n<section sortOrder="0" name="reqGeneralInfo" label="G">\n<item sortOrder="0" name="reqUseApi" label=A">true</item>\n</section>\n</callCenter>',
};

for (const [name, text] of Object.entries(once)) {
  test(`once broken, never again: ${name}`, async () => {
    for (const imported of seeds) assert.deepEqual(await inspect(text, imported, seeded(1)), []);
  });
}
