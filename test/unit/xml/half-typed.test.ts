import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { XmlElement } from '../../../server/src/language/xml/tree.ts';
import { elementsOf, invariantFaults, parse } from '../../support/tree.ts';

/** Each snippet stands on its own line between two items; `|` is the cursor. The tree is what the author meant. */
const before =
  '<callCenter>\n  <section sortOrder="0" name="first" label="First">\n    <item sortOrder="0" name="reqBefore" label="Before">b</item>\n    ';
const after =
  '\n    <item sortOrder="2" name="reqAfter" label="After">a</item>\n  </section>\n  <section sortOrder="1" name="second" label="Second">\n    <item sortOrder="0" name="x" label="X">x</item>\n  </section>\n</callCenter>\n';

const cases: [
  name: string,
  snippet: string,
  construct: string | undefined,
  options?: { eof?: boolean; nested?: boolean },
][] = [
  ['well-formed', '<item sortOrder="1" name="reqX" label="L">te|xt</item>', 'item sortOrder="1" name="reqX" label="L"'],
  ['an open value at the end of the line', '<item sortOrder="1" name="req|', 'item sortOrder="1" name="req"'],
  ['a closed value without >', '<item sortOrder="1" name="req|"', 'item sortOrder="1" name="req"'],
  ['no closing tag', '<item sortOrder="1" name="req|">', 'item sortOrder="1" name="req"'],
  ['name= before >', '<item sortOrder="1" name=|>', 'item sortOrder="1" name=""'],
  ['name= at the end of the line', '<item sortOrder="1" name=|', 'item sortOrder="1" name=""'],
  ['half an attribute name', '<item sortOrder="1" na|', 'item sortOrder="1" na'],
  ['room for an attribute', '<item sortOrder="1" |>', 'item sortOrder="1"'],
  ['room for an attribute, tag open', '<item |', 'item'],
  ['half a tag name', '<it|', 'it'],
  ['only <', '<|', undefined],
  ['an unquoted value', '<item sortOrder=1| name="x" label="y">t</item>', 'item sortOrder="1" name="x" label="y"'],
  [
    'a stray < in the text',
    '<item sortOrder="1" name="x" label="y">a < b|</item>',
    'item sortOrder="1" name="x" label="y"',
  ],
  ['a bare &', '<item sortOrder="1" name="x" label="y">a & b|</item>', 'item sortOrder="1" name="x" label="y"'],
  [
    'text without a closing tag',
    '<item sortOrder="1" name="x" label="y">text|',
    'item sortOrder="1" name="x" label="y"',
  ],
  ['half a closing tag', '<item sortOrder="1" name="x" label="y">text</it|', 'item sortOrder="1" name="x" label="y"'],
  [
    'the first two characters of a closing tag',
    '<item sortOrder="1" name="x" label="y">text</|',
    'item sortOrder="1" name="x" label="y"',
  ],
  [
    'the wrong closing tag',
    '<item sortOrder="1" name="x" label="y">text</section|>',
    'item sortOrder="1" name="x" label="y"',
  ],
  [
    'no space between attributes',
    '<item sortOrder="1" name="x"label="y|">t</item>',
    'item sortOrder="1" name="x" label="y"',
  ],
  ['an attribute twice', '<item sortOrder="1" name="x" name="y|">t</item>', 'item sortOrder="1" name="x" name="y"'],
  ['< in a value', '<item sortOrder="1" name="a<b|" label="y">t</item>', 'item sortOrder="1" name="a<b" label="y"'],
  ['an open comment', '<!-- todo|', undefined],
  ['a closing tag too many', '</item>|', undefined],
  ['mixed quotes', `<item sortOrder="1" name='x|" label="y">t</item>`, 'item sortOrder="1" name="x" label="y"'],
  [
    'an open section tag',
    '<section sortOrder="5" name="n|" label="L"',
    'section sortOrder="5" name="n" label="L"',
    { nested: true },
  ],
  ['half a tag name at the end of the text', '<it|', 'it', { eof: true }],
  [
    'an open value at the end of the text',
    '<item sortOrder="1" name="req|',
    'item sortOrder="1" name="req"',
    { eof: true },
  ],
  ['half an attribute at the end of the text', '<item sortOrder="1" na|', 'item sortOrder="1" na', { eof: true }],
  ['text at the end of the text', '<item sortOrder="1" name="x">te|', 'item sortOrder="1" name="x"', { eof: true }],
];

function show(element: XmlElement): string {
  const attributes = element.attributes.map((a) => (a.hasEquals ? `${a.name}="${a.rawValue}"` : a.name));
  return [element.name, ...attributes].join(' ');
}

for (const [name, snippet, construct, options] of cases) {
  test(`half-typed: ${name}`, () => {
    const text = before + snippet.replace('|', '') + (options?.eof ? '' : after);
    const tree = parse(text);
    assert.deepEqual(invariantFaults(text, tree), []);
    const all = elementsOf(tree);
    const here = all.find((element) => element.span.start === before.length);
    assert.equal(here && show(here), construct);
    for (const attribute of here?.attributes ?? []) {
      assert.equal(text.slice(attribute.nameSpan.start, attribute.nameSpan.end), attribute.name);
      assert.equal(text.slice(attribute.valueSpan.start, attribute.valueSpan.end), attribute.rawValue);
    }
    const named = (value: string) =>
      all.find((element) => element.attributes.some((a) => a.name === 'name' && a.rawValue === value));
    assert.equal(named('reqBefore')?.parent, named('first'));
    if (here) assert.equal(here.parent, options?.nested ? tree.root : named('first'));
    if (options?.eof) return;
    assert.equal(named('reqAfter')?.parent, options?.nested ? here : named('first'));
    assert.equal(named('second')?.parent, tree.root);
    assert.equal(tree.root?.name, 'callCenter');
    assert.equal(all.length, 6 + (construct ? 1 : 0));
  });
}
