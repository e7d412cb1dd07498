import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flavours } from '../../../server/src/language/catalog/types.ts';
import { newDefinition } from '../../../server/src/language/convert/template.ts';
import { catalog, labels, offers, take } from '../../support/features.ts';

const whole = flavours.map((flavour) => `${catalog.flavourInfo[flavour].title} call center definition`);

test('an empty file gets a whole definition of any flavour, or the bare root', () => {
  const found = offers('|');
  assert.deepEqual(
    found.map(({ label }) => label),
    [...whole, 'callCenter'],
  );
  for (const [index, flavour] of flavours.entries()) assert.equal(found[index]?.plain, newDefinition(flavour, catalog));
  assert.equal(take('|', 'callCenter'), '<callCenter>\n    |\n</callCenter>');
  assert.match(
    take('|', 'Open CTI call center definition'),
    /name="reqInternalName" label="Internal Name">\|MyCallCenter</,
  );
});

test('so does one in which a root has been begun', () => {
  for (const typed of [
    '<|',
    '<c|',
    '<call|',
    '<callCenter|',
    '<callCenter|>',
    '<callCenter|></callCenter>',
    'call|',
    '  <ca|',
  ]) {
    assert.deepEqual(labels(typed), [...whole, 'callCenter'], typed);
    const after = take(typed, 'Partner Telephony call center definition').replace('|', '');
    assert.equal(after, newDefinition('partnerTelephony', catalog), typed);
  }
});

test('one that has a declaration keeps it, with its comments and blank lines', () => {
  const body = newDefinition('openCti', catalog).replace(/^<\?xml.*\n/, '');
  const cases: readonly (readonly [string, string])[] = [
    ['<?xml version="1.0"?>\n|', `<?xml version="1.0"?>\n${body}`],
    ['<?xml version="1.0"?>\n<!-- a --> <|', `<?xml version="1.0"?>\n<!-- a --> ${body}`],
    ['<!-- a -->\n\n|\n<!-- b -->\n', `<!-- a -->\n\n${body}\n<!-- b -->\n`],
    // The declaration cannot stand behind a line that is there already.
    ['\n|', `\n${body}`],
    ['   |', newDefinition('openCti', catalog)],
  ];
  for (const [typed, text] of cases) {
    assert.equal(take(typed, 'Open CTI call center definition').replace('|', ''), text, JSON.stringify(typed));
  }
});

test('line breaks are those of the document, and a byte order mark stays first', () => {
  assert.match(take('<?xml version="1.0"?>\r\n|', 'Open CTI call center definition'), /<callCenter>\r\n {4}<section/);
  const marked = take('\ufeff|', 'Open CTI call center definition');
  assert.ok(marked.startsWith('\ufeff<?xml '));
  assert.deepEqual(labels('|\ufeff'), []);
});

test('an editor filters them by what was typed', () => {
  assert.deepEqual(
    offers('<call|').map(({ filterText }) => filterText),
    [...flavours.map((flavour) => `<callCenter ${catalog.flavourInfo[flavour].title}`), '<callCenter'],
  );
  assert.equal(offers('call|')[0]?.filterText, 'callCenter Open CTI');
});

test('a definition that has begun in earnest gets none', () => {
  for (const text of [
    '<callCenter>|',
    '<callCenter>|</callCenter>',
    '<callCenter>\n</callCenter>\n|',
    '<call name="x"|',
    'some text\n|',
    '<other|',
    '<!-- a\n|',
    '|<?xml version="1.0"?>',
    '<!DOCTYPE callCenter>\n|',
  ]) {
    assert.ok(!labels(text).some((label) => whole.includes(label)), text);
  }
});
