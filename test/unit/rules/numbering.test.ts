import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { definitionOf } from '../../../server/src/language/model/read.ts';
import { renumberAll, renumberItems, renumberSections } from '../../../server/src/language/rules/numbering.ts';
import { applyEdits } from '../../../server/src/language/text/edits.ts';
import { catalog } from '../../support/features.ts';
import { fixturesIn } from '../../support/fixtures.ts';
import { sourceOf } from '../../support/language.ts';
import { seeded } from '../../support/random.ts';

function renumbered(text: string): string {
  return applyEdits(text, renumberAll(definitionOf(sourceOf(text)), catalog));
}

/** `name:sortOrder` of the items of a section, before and after. */
function numbers(section: string, items: string): string {
  const tags = items.split(' ').map((item) => {
    const [name, order] = item.split(':');
    return `<item name="${name}"${order === undefined ? '' : ` sortOrder="${order}"`}/>`;
  });
  const text = renumbered(
    `<callCenter><section sortOrder="0" name="${section}">${tags.join('')}</section></callCenter>`,
  );
  return (definitionOf(sourceOf(text)).sections[0]?.items ?? [])
    .map(({ name, sortOrder }) => `${name?.text}:${sortOrder?.text}`)
    .join(' ');
}

describe('items are numbered from 0', () => {
  const cases: readonly (readonly [what: string, section: string, before: string, after: string])[] = [
    ['in their order', 's', 'a:0 b:1 c:2', 'a:0 b:1 c:2'],
    ['by their numbers, not by their lines', 's', 'a:7 b:3 c:5', 'a:2 b:0 c:1'],
    ['by their lines where numbers are equal', 's', 'a:1 b:1 c:0', 'a:1 b:2 c:0'],
    ['behind what stands before them, where they have none', 's', 'a:0 b c:1', 'a:0 b:1 c:2'],
    ['at the beginning, where nothing stands before', 's', 'a b:0', 'a:0 b:1'],
    ['without regard to what is no number', 's', 'a:x b:-1 c:0', 'a:0 b:1 c:2'],
    [
      'with internal and display name in front',
      'reqGeneralInfo',
      'reqUseApi:0 reqDisplayName:1 reqInternalName:2',
      'reqUseApi:2 reqDisplayName:1 reqInternalName:0',
    ],
    [
      'with these names in front in their own section only',
      's',
      'reqUseApi:0 reqDisplayName:1 reqInternalName:2',
      'reqUseApi:0 reqDisplayName:1 reqInternalName:2',
    ],
    [
      'with the display name in front, where the internal one is missing',
      'reqGeneralInfo',
      'reqUseApi:0 reqDisplayName:1',
      'reqUseApi:1 reqDisplayName:0',
    ],
  ];
  for (const [what, section, before, expected] of cases) {
    test(what, () => assert.equal(numbers(section, before), expected));
  }
});

test('sections are numbered in their present order, and each section by itself', () => {
  const text =
    '<callCenter><section sortOrder="4" name="a"><item sortOrder="1" name="x"/></section><section sortOrder="2" name="b"><item sortOrder="2" name="x"/></section></callCenter>';
  assert.equal(
    renumbered(text),
    '<callCenter><section sortOrder="1" name="a"><item sortOrder="0" name="x"/></section><section sortOrder="0" name="b"><item sortOrder="0" name="x"/></section></callCenter>',
  );
});

test('only what changes is edited, and in its own quotes', () => {
  const text =
    "<callCenter><section sortOrder='0' name='a'><item sortOrder='0' name='x'/><item sortOrder='9' name='y'/></section></callCenter>";
  const definition = definitionOf(sourceOf(text));
  assert.deepEqual(renumberSections(definition), []);
  const [section] = definition.sections;
  assert.ok(section);
  const [edit, ...others] = renumberItems(section, catalog);
  assert.deepEqual(others, []);
  assert.equal(edit?.newText, '1');
  assert.equal(text.slice(edit?.span.start, edit?.span.end), '9');
});

test('numbering twice is numbering once: fixtures and 500 random sections', () => {
  for (const { name, text } of fixturesIn('fixtures')) {
    if (definitionOf(sourceOf(text)).body !== 'import') continue;
    const once = renumbered(text);
    assert.equal(renumbered(once), once, name);
  }
  const random = seeded(17);
  for (let round = 0; round < 500; round++) {
    const names = ['reqInternalName', 'reqDisplayName', 'reqUseApi', 'a', 'b', 'c'];
    const items = names
      .filter(() => random() < 0.8)
      .map((name) => (random() < 0.2 ? name : `${name}:${Math.floor(random() * 5)}`));
    if (items.length === 0) continue;
    const after = numbers('reqGeneralInfo', items.join(' '));
    assert.equal(numbers('reqGeneralInfo', after), after, items.join(' '));
    const orders = after.split(' ').map((item) => Number(item.split(':')[1]));
    assert.deepEqual(
      [...orders].sort((a, b) => a - b),
      [...orders.keys()],
    );
  }
});
