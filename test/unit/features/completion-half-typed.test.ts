import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSource } from '../../../server/src/language/text/source.ts';
import { checkWellFormed } from '../../../server/src/language/xml/well-formed.ts';
import { offersAt, take, takePlain } from '../../support/features.ts';
import { parse } from '../../support/tree.ts';

function isWellFormed(text: string): boolean {
  return checkWellFormed(text, parse(text)).kind === 'well-formed';
}

const before =
  '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="First">\n    <item sortOrder="0" name="reqBefore" label="Before">b</item>\n    ';
const after =
  '\n    <item sortOrder="2" name="reqAfter" label="After">a</item>\n  </section>\n  <section sortOrder="1" name="second" label="Second">\n    <item sortOrder="0" name="x" label="X">x</item>\n  </section>\n</callCenter>\n';

/** The line of a snippet after an offer was taken in it. */
function taken(snippet: string, label: string): string {
  const text = take(before + snippet + after, label, { flavour: 'openCti' });
  assert.ok(text.startsWith(before) && text.endsWith(after), text);
  return text.slice(before.length, -after.length);
}

/** What is half-typed, what is taken there, and the line that this gives. */
const halfTyped: readonly (readonly [snippet: string, label: string, line: string])[] = [
  [
    '<item sortOrder="1" name="req|',
    'reqTimeout',
    '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>',
  ],
  [
    '<item sortOrder="1" name="req|"',
    'reqTimeout',
    '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>',
  ],
  [
    '<item sortOrder="1" name="req|">',
    'reqTimeout',
    '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>',
  ],
  [
    '<item sortOrder="1" name="req|></item>',
    'reqTimeout',
    '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>',
  ],
  ['<item sortOrder="1" name=|>', 'reqTimeout', '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>'],
  ['<item sortOrder="1" name=|', 'reqTimeout', '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>'],
  ['<item sortOrder="1" name= |', 'reqTimeout', '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>'],
  [
    '<item sortOrder="1" name=re|q>',
    'reqTimeout',
    '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>',
  ],
  [
    '<item sortOrder="1" name=req|"',
    'reqTimeout',
    '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>',
  ],
  [
    "<item sortOrder='1' name='req|",
    'reqTimeout',
    `<item sortOrder='1' name='reqTimeout' label="Timeout">|5000</item>`,
  ],
  ['<item sortOrder="1" na|', 'name', '<item sortOrder="1" name="|"'],
  ['<item sortOrder="1" |>', 'name', '<item sortOrder="1" name="|">'],
  ['<item |', 'sortOrder', '<item sortOrder="1"|'],
  ['<item name="|', 'reqTimeout', '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>'],
  ['<it|', 'reqTimeout', '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>'],
  ['<it|>', 'reqTimeout', '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>'],
  ['<it|></it>', 'reqTimeout', '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>'],
  ['<|', 'reqTimeout', '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>'],
  ['<|', 'item', '<item sortOrder="1" name="|" label=""></item>'],
  ['req|', 'reqTimeout', '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>'],
  ['<item sortOrder=1| name="x" label="y">t</item>', '1', '<item sortOrder="1"| name="x" label="y">t</item>'],
  [
    '<item sortOrder="1" name="x|" label="y">text',
    'reqTimeout',
    '<item sortOrder="1" name="reqTimeout" label="y">text</item>|',
  ],
  [
    '<item sortOrder="1" name="x|" label="y"',
    'reqTimeout',
    '<item sortOrder="1" name="reqTimeout" label="y">|5000</item>',
  ],
  [
    '<item name="x|" sortOrder="7" label="y"',
    'reqTimeout',
    '<item name="reqTimeout" sortOrder="7" label="y">|5000</item>',
  ],
  [
    '<item sortOrder="1" name="x|" label="y">text</it',
    'reqTimeout',
    '<item sortOrder="1" name="reqTimeout" label="y">text</item>|',
  ],
  [
    '<item sortOrder="1" name="x|" label="y">text</',
    'reqTimeout',
    '<item sortOrder="1" name="reqTimeout" label="y">text</item>|',
  ],
  [
    '<item sortOrder="1" name="x|" label="y">text</section>',
    'reqTimeout',
    '<item sortOrder="1" name="reqTimeout" label="y">text</item>|',
  ],
  [
    '<item sortOrder="1" name="x" label="y">text</it|',
    '</item>',
    '<item sortOrder="1" name="x" label="y">text</item>|',
  ],
  ['<item sortOrder="1" name="x" label="y">text</|', '</item>', '<item sortOrder="1" name="x" label="y">text</item>|'],
  ['<item sortOrder="1" name="x" label="y">text<|', '</item>', '<item sortOrder="1" name="x" label="y">text</item>|'],
  [
    '<item sortOrder="1" name="x" label="y">text</section|>',
    '</item>',
    '<item sortOrder="1" name="x" label="y">text</item>|',
  ],
  [
    '<item sortOrder="1" name="x|"label="y">t</item>',
    'reqTimeout',
    '<item sortOrder="1" name="reqTimeout" |label="y">t</item>',
  ],
  [
    '<item sortOrder="1" name="a<b|" label="y">t</item>',
    'reqTimeout',
    '<item sortOrder="1" name="reqTimeout|" label="y">t</item>',
  ],
  [
    `<item sortOrder="1" name='x|" label="y">t</item>`,
    'reqTimeout',
    `<item sortOrder="1" name='reqTimeout'| label="y">t</item>`,
  ],
  ['<item sortOrder="1" name="reqUseApi">t|', 'true', '<item sortOrder="1" name="reqUseApi">true</item>|'],
  ['<item sortOrder="1" name="reqUseApi">|', 'false', '<item sortOrder="1" name="reqUseApi">false</item>|'],
  ['<item sortOrder="1" name="reqUseApi">a < b|</item>', 'true', '<item sortOrder="1" name="reqUseApi">true|</item>'],
  ['<item sortOrder="1" name="reqUseApi">a & b|</item>', 'true', '<item sortOrder="1" name="reqUseApi">true|</item>'],
];

for (const [snippet, label, line] of halfTyped) {
  test(`${snippet} takes ${label}`, () => {
    assert.equal(taken(snippet, label), line);
    const whole = before + line.replace('|', '') + after;
    // An attribute alone does not make a tag.
    if (!/^<item [^>]*"$|name="">$/.test(line.replace('|', ''))) assert.ok(isWellFormed(whole), whole);
  });
}

test('an attribute and its value make the line, one after the other', () => {
  for (const snippet of ['<item sortOrder="1" na|', '<item sortOrder="1" |>']) {
    const first = before + taken(snippet, 'name') + after;
    assert.ok(
      take(first, 'reqTimeout', { flavour: 'openCti' }).includes(
        '<item sortOrder="1" name="reqTimeout" label="Timeout">|5000</item>',
      ),
    );
  }
});

test('a line that breaks off in the name is mended by every name, wherever it breaks off', () => {
  const line = '<item sortOrder="1" name="reqTimeout';
  for (let end = line.indexOf('name=') + 5; end <= line.length; end++) {
    const text = before + line.slice(0, end) + after;
    const source = createSource('file:///half.xml', 1, text);
    const offers = offersAt(source, before.length + end, { flavour: 'openCti' });
    assert.ok(offers.length >= 9, `${line.slice(0, end)}: ${offers.length} offers`);
    for (const offer of offers) assert.ok(isWellFormed(takePlain(source, offer)), takePlain(source, offer));
  }
});

test('at the end of a text that breaks off', () => {
  const cut = before.trimEnd();
  assert.match(take(`${cut}\n    <it|`, 'reqTimeout', { flavour: 'openCti' }), /\n {4}<item .*>\|5000<\/item>$/);
  assert.match(take(`${cut}\n    <item name="|`, 'reqTimeout', { flavour: 'openCti' }), />\|5000<\/item>$/);
  assert.match(take(`${cut}\n    <item name="reqUseApi">t|`, 'true'), />true<\/item>\|$/);
  assert.match(take(`${cut}\n  </|`, '</section>'), /\n {2}<\/section>\|$/);
});
