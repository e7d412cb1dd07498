import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labels, offers, take } from '../../support/features.ts';

function inSection(line: string): string {
  return `<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="G">\n    <item sortOrder="0" name="a" label="A">a</item>\n    ${line}\n  </section>\n</callCenter>\n`;
}

test('attributes that are missing, required ones first', () => {
  assert.deepEqual(labels(inSection('<item |>v</item>')), ['sortOrder', 'name', 'label']);
  assert.deepEqual(labels(inSection('<item name="b" |>v</item>')), ['sortOrder', 'label']);
  assert.deepEqual(labels(inSection('<item |name="b">v</item>')), ['sortOrder', 'label']);
  assert.deepEqual(labels(inSection('<section |>v</section>')), ['sortOrder', 'name', 'label']);
  assert.deepEqual(
    offers(inSection('<item |>v</item>')).map(({ kind, detail }) => `${kind} ${detail}`),
    ['attribute required', 'attribute required', 'attribute optional'],
  );
  assert.deepEqual(labels(inSection('<other |>v</other>')), []);
});

test('the number is the next free one, the label the usual one', () => {
  const cases: readonly (readonly [typed: string, label: string, line: string])[] = [
    ['<item |>v</item>', 'sortOrder', '<item sortOrder="1"|>v</item>'],
    ['<item name="reqInternalName" |>v</item>', 'sortOrder', '<item name="reqInternalName" sortOrder="1"|>v</item>'],
    ['<item name="reqUseApi" |>v</item>', 'label', '<item name="reqUseApi" label="|Use CTI API">v</item>'],
    ['<item name="own" |>v</item>', 'label', '<item name="own" label="|">v</item>'],
    ['<item |>v</item>', 'name', '<item name="|">v</item>'],
  ];
  for (const [typed, label, line] of cases) assert.equal(take(inSection(typed), label), inSection(line), typed);
});

test('white space stands before and behind a new attribute', () => {
  const cases: readonly (readonly [typed: string, label: string, line: string])[] = [
    ['<item name="b"|>v</item>', 'label', '<item name="b" label="|">v</item>'],
    ['<item name="b"|/>', 'label', '<item name="b" label="|"/>'],
    ['<item |name="b">v</item>', 'label', '<item label="|" name="b">v</item>'],
    ['<item name="b"| sortOrder="1">v</item>', 'label', '<item name="b" label="|" sortOrder="1">v</item>'],
  ];
  for (const [typed, label, line] of cases) assert.equal(take(inSection(typed), label), inSection(line), typed);
});

test('half a name is completed with its value, or without when it has one', () => {
  assert.equal(take(inSection('<item na|>v</item>'), 'name'), inSection('<item name="|">v</item>'));
  assert.equal(take(inSection('<item na|me>v</item>'), 'name'), inSection('<item name="|">v</item>'));
  assert.equal(take(inSection('<item na|="b">v</item>'), 'name'), inSection('<item name|="b">v</item>'));
  assert.equal(take(inSection('<item lable|="b">v</item>'), 'label'), inSection('<item label|="b">v</item>'));
  assert.deepEqual(labels(inSection('<item nam|e="b">v</item>')), []);
});

test('values: the free number and the label of the catalog, quoted as they must be', () => {
  const cases: readonly (readonly [typed: string, label: string, line: string])[] = [
    ['<item sortOrder="|" name="b">v</item>', '1', '<item sortOrder="1|" name="b">v</item>'],
    ['<item sortOrder="|0" name="b">v</item>', '1', '<item sortOrder="1|" name="b">v</item>'],
    ['<item sortOrder=| name="b">v</item>', '1', '<item sortOrder="1"| name="b">v</item>'],
    ['<item sortOrder=|>v</item>', '1', '<item sortOrder="1"|>v</item>'],
    [
      "<item name='reqUseApi' label='|'>v</item>",
      'Use CTI API',
      "<item name='reqUseApi' label='Use CTI API|'>v</item>",
    ],
    ['<item name="reqUseApi" label="|', 'Use CTI API', '<item name="reqUseApi" label="Use CTI API"|'],
  ];
  for (const [typed, label, line] of cases) assert.equal(take(inSection(typed), label), inSection(line), typed);
  assert.deepEqual(labels(inSection('<item name="own" label="|">v</item>')), []);
  assert.deepEqual(labels(inSection('<item xmlns="|">v</item>')), []);
});

test('a section gets its own number and label', () => {
  const text = '<callCenter>\n  <section sortOrder="0" name="a"/>\n  <section name="reqHvcc" |/>\n</callCenter>';
  assert.ok(take(text, 'sortOrder').includes('<section name="reqHvcc" sortOrder="1"|/>'));
  assert.ok(take(text, 'label').includes('<section name="reqHvcc" label="|SCV Settings"/>'));
});

test('the root takes no attributes', () => {
  assert.deepEqual(labels('<callCenter |>\n</callCenter>'), []);
});
