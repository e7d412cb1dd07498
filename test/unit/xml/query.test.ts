import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Place, placeAt } from '../../../server/src/language/xml/query.ts';
import { fixturesIn } from '../../support/fixtures.ts';
import { parse } from '../../support/tree.ts';

const open = '<callCenter>\n  <section sortOrder="0" name="s">\n    ';
const close = '\n    <item sortOrder="2" name="after">a</item>\n  </section>\n</callCenter>\n';

/** Kind, element and attribute, and what would be replaced, of the place at the `|` of a text. */
function at(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = placeAt(text, parse(text), offset);
  const element = 'element' in place ? place.element?.name : undefined;
  const attribute = 'attribute' in place ? place.attribute?.name : undefined;
  const replaced = 'replace' in place ? `«${text.slice(place.replace.start, place.replace.end)}»` : '';
  return [place.kind, element, attribute, replaced].filter(Boolean).join(' ');
}

const cases: readonly (readonly [snippet: string, place: string])[] = [
  // In an opening tag.
  ['<|item sortOrder="1" name="x">v</item>', 'tag-name item «<item»'],
  ['<it|em sortOrder="1" name="x">v</item>', 'tag-name item «<item»'],
  ['<item| sortOrder="1" name="x">v</item>', 'tag-name item «<item»'],
  ['<item |sortOrder="1" name="x">v</item>', 'attribute-name item sortOrder «sortOrder»'],
  ['<item sort|Order="1" name="x">v</item>', 'attribute-name item sortOrder «sortOrder»'],
  ['<item sortOrder|="1" name="x">v</item>', 'attribute-name item sortOrder «sortOrder»'],
  ['<item sortOrder=|"1" name="x">v</item>', 'tag-rest item sortOrder'],
  ['<item sortOrder="|1" name="x">v</item>', 'attribute-value item sortOrder «1»'],
  ['<item sortOrder="1|" name="x">v</item>', 'attribute-value item sortOrder «1»'],
  ['<item sortOrder="1"| name="x">v</item>', 'attribute-room item «»'],
  ['<item sortOrder="1" | name="x">v</item>', 'attribute-room item «»'],
  ['<item sortOrder="1" name="x" |>v</item>', 'attribute-room item «»'],
  ['<item sortOrder="1" name="x"|>v</item>', 'attribute-room item «»'],
  ['<item sortOrder="1" name="x" |/>', 'attribute-room item «»'],
  ['<item sortOrder="1" name="x" /|>', 'tag-rest item name'],
  ['<item sortOrder = |"1" name="x">v</item>', 'tag-rest item sortOrder'],
  ["<item name='a|b'>v</item>", 'attribute-value item name «ab»'],
  ['<item label="one\n two| three\n four">v</item>', 'attribute-value item label « two three»'],
  // In content and around elements.
  ['|<item sortOrder="1" name="x">v</item>', 'content section «»'],
  ['<item sortOrder="1" name="x">|v</item>', 'content item «v»'],
  ['<item sortOrder="1" name="x">v|</item>', 'content item «v»'],
  ['<item sortOrder="1" name="x">one t|wo three</item>', 'content item «two»'],
  ['<item sortOrder="1" name="x">v</item>|', 'content section «»'],
  ['<item sortOrder="1" name="x"/>|', 'content section «»'],
  ['reqU|se', 'content section «reqUse»'],
  ['a&am|p;b', 'content section «a&amp;b»'],
  // In a closing tag.
  ['<item sortOrder="1" name="x">v<|/item>', 'close-tag item «</item>»'],
  ['<item sortOrder="1" name="x">v</|item>', 'close-tag item «</item>»'],
  ['<item sortOrder="1" name="x">v</item|>', 'close-tag item «</item>»'],
  ['<item sortOrder="1" name="x">v</item |>', 'tag-rest item'],
  // In other markup.
  ['<!-- a| -->', 'markup'],
  ['<!--|-->', 'markup'],
  ['<!-- a -->|', 'content section «»'],
  ['<![CDATA[a|b]]>', 'markup'],
  ['<?target da|ta?>', 'markup'],
  // Half-typed.
  ['<|', 'tag-name «<»'],
  ['<it|', 'tag-name it «<it»'],
  ['<item |', 'attribute-room item «»'],
  ['<item na|', 'attribute-name item na «na»'],
  ['<item sortOrder="1" na| label="L">v</item>', 'attribute-name item na «na»'],
  ['<item name=|', 'attribute-value item name «»'],
  ['<item name=|>', 'attribute-value item name «»'],
  ['<item name= |', 'attribute-value item name « »'],
  ['<item name=re|q>', 'attribute-value item name «req»'],
  ['<item name="re|q', 'attribute-value item name «req»'],
  ['<item name="req|', 'attribute-value item name «req»'],
  ['<item name="|"', 'attribute-value item name «»'],
  ['<item name="re|q>v</item>', 'attribute-value item name «req»'],
  [`<item name='x|" label="y">v</item>`, 'attribute-value item name «x»'],
  ['<item name="x">te|xt', 'content item «text»'],
  ['<item name="x">text|', 'content item «text»'],
  ['<item name="x">text<|', 'tag-name «<»'],
  ['<item name="x">text</|', 'close-tag item «</»'],
  ['<item name="x">text</it|', 'close-tag item «</it»'],
  ['<item name="x">a < b|</item>', 'content item «b»'],
  ['<item name="x">a & b|</item>', 'content item «b»'],
  ['</it|em>', 'close-tag section «</item>»'],
  ['</item |>', 'tag-rest section'],
  ['<!-- todo|', 'markup'],
  ['<!|', 'markup'],
];

for (const [snippet, expected] of cases) {
  test(`place: ${JSON.stringify(snippet)}`, () => assert.equal(at(open + snippet + close), expected));
}

test('place: outside the root there is content of nothing', () => {
  assert.equal(at('|'), 'content «»');
  assert.equal(at('call|'), 'content «call»');
  assert.equal(at('<|'), 'tag-name «<»');
  assert.equal(at('<call|'), 'tag-name call «<call»');
  assert.equal(at('<?xml version="1.0"?>\n|'), 'content «»');
  assert.equal(at('<?xml ver|sion="1.0"?>'), 'markup');
  assert.equal(at('<!DOCTYPE call|Center>'), 'markup');
  assert.equal(at('<callCenter/>\n|'), 'content «»');
  assert.equal(at('\ufeff|'), 'content «»');
});

test('place: at the end of a text that breaks off', () => {
  assert.equal(at('<callCenter>\n  <section name="s">\n    <item name="req|'), 'attribute-value item name «req»');
  assert.equal(at('<callCenter>\n  <section name="s">\n    <item name="x">te|'), 'content item «te»');
  assert.equal(at('<callCenter>\n  <section name="s">\n    <item name="x">v</item>\n  </|'), 'close-tag section «</»');
  assert.equal(at('<callCenter>\n  <section name="s">\n  </section>\n|'), 'content callCenter «»');
});

test('place: a tag that closes nothing is told from one that does', () => {
  const text = `${open}<item name="x">v</item>\n  </section>\n  </section>\n</callCenter>`;
  const offset = text.lastIndexOf('</section') + 4;
  const place = placeAt(text, parse(text), offset);
  assert.equal(place.kind === 'close-tag' && place.closes, false);
  const first = placeAt(text, parse(text), text.indexOf('</section') + 4);
  assert.equal(first.kind === 'close-tag' && first.closes, true);
});

test('place: at every offset of every fixture, whole or cut there, what is replaced holds the cursor on its line', () => {
  for (const { name, text } of [...fixturesIn('fixtures'), ...fixturesIn('samples')]) {
    const whole = parse(text);
    for (let offset = 0; offset <= text.length; offset++) {
      sound(name, text, offset, placeAt(text, whole, offset));
      if (offset % 5 > 0) continue;
      const cut = text.slice(0, offset);
      sound(name, cut, offset, placeAt(cut, parse(cut), offset));
    }
  }
});

function sound(name: string, text: string, offset: number, place: Place): void {
  if (!('replace' in place)) return;
  const { start, end } = place.replace;
  const held = 0 <= start && start <= offset && offset <= end && end <= text.length;
  assert.ok(held, `${name}: [${start},${end}) at ${offset}`);
  assert.doesNotMatch(text.slice(start, end), /[\r\n]/, `${name} at ${offset}`);
}
