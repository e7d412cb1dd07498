import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Item, Section } from '../../../server/src/language/model/definition.ts';
import { definitionOf } from '../../../server/src/language/model/read.ts';
import { parseSortOrder } from '../../../server/src/language/model/sort-order.ts';
import {
  appendToSection,
  indentAt,
  indentStep,
  itemLines,
  nextSortOrder,
  putAfter,
  putInto,
  removeAttribute,
  removeWithLine,
  setAttribute,
  startsLine,
} from '../../../server/src/language/rules/edits.ts';
import { applyEdits, type TextEdit } from '../../../server/src/language/text/edits.ts';
import { lineEnd } from '../../../server/src/language/text/line-end.ts';
import type { Source } from '../../../server/src/language/text/source.ts';
import { sourceOf } from '../../support/language.ts';
import { marked } from '../../support/marked.ts';

/** The text after the edit that `make` builds from the first section, its first item and the document. */
function after(text: string, make: (section: Section, item: Item | undefined, source: Source) => TextEdit): string {
  const source = sourceOf(text);
  const [section] = definitionOf(source).sections;
  assert.ok(section);
  return applyEdits(text, [make(section, section.items[0], source)]);
}

describe('what a document looks like', () => {
  test('its line end is that of its first line', () => {
    assert.equal(lineEnd('a'), '\n');
    assert.equal(lineEnd('a\nb\r\n'), '\n');
    assert.equal(lineEnd('a\r\nb\n'), '\r\n');
    assert.equal(lineEnd('a\rb'), '\r');
  });

  test('its step of indentation is that of its first indented tag', () => {
    assert.equal(indentStep(sourceOf('<a>\n\t<b/>\n</a>')), '\t');
    assert.equal(indentStep(sourceOf('<a>\r  <b/>')), '  ');
    assert.equal(indentStep(sourceOf('<!--\n   text -->\n<a>\n  <b/>')), '  ');
    assert.equal(indentStep(sourceOf('<a><b/></a>')), '    ');
  });

  test('indentation is the white space that a line begins with', () => {
    const source = sourceOf('<a>\r\n \t<b/> <c/>\r\n</a>');
    assert.equal(indentAt(source, source.text.indexOf('<c')), ' \t');
    assert.equal(indentAt(source, 0), '');
    assert.equal(startsLine(source, source.text.indexOf('<b')), true);
    assert.equal(startsLine(source, source.text.indexOf('<c')), false);
    assert.equal(startsLine(sourceOf('\ufeff<a/>'), 1), true);
  });
});

describe('attributes', () => {
  const cases: readonly (readonly [what: string, tag: string, after: string])[] = [
    ['a value between its quotes', '<section sortOrder="7" name="a">', '<section sortOrder="x&quot;\'&amp;" name="a">'],
    ['a value between single quotes', "<section sortOrder='7'>", "<section sortOrder='x\"&apos;&amp;'>"],
    ['a value without quotes', '<section sortOrder=7 name="a">', '<section sortOrder="x&quot;\'&amp;" name="a">'],
    ['a name without a value', '<section sortOrder name="a">', '<section sortOrder="x&quot;\'&amp;" name="a">'],
    ['nothing yet', '<section name="a">', '<section sortOrder="x&quot;\'&amp;" name="a">'],
    ['no attribute at all', '<section>', '<section sortOrder="x&quot;\'&amp;">'],
  ];
  for (const [what, tag, expected] of cases) {
    test(`are set: ${what}`, () => {
      assert.equal(
        after(`<callCenter>${tag}</section></callCenter>`, ({ element, sortOrder }) =>
          setAttribute(element, 'sortOrder', 'x"\'&', sortOrder),
        ),
        `<callCenter>${expected}</section></callCenter>`,
      );
    });
  }

  test('go with the white space before them', () => {
    const text = '<callCenter><section sortOrder="0"\n  name="a" label="b"></section></callCenter>';
    assert.equal(
      after(text, ({ element }, _, source) => {
        const attribute = element.attributes.find(({ name }) => name === 'name');
        assert.ok(attribute);
        return removeAttribute(source, attribute);
      }),
      '<callCenter><section sortOrder="0" label="b"></section></callCenter>',
    );
  });
});

describe('removing', () => {
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    ['takes the line, when nothing else stands on it', 'a\n  «x»  \nb', 'a\nb'],
    ['takes the line with its own line end', 'a\r\n\t«x»\r\nb\r\n', 'a\r\nb\r\n'],
    ['takes a line that a lone carriage return ends', 'a\r«x»\rb', 'a\rb'],
    ['takes the first line', '«x»\nb', 'b'],
    ['takes several lines', 'a\n  «x\ny»\nb', 'a\nb'],
    ['leaves the line, when something stands before', 'a «x»\nb', 'a \nb'],
    ['leaves the line, when something stands behind, and that where it began', 'a\n «x»  y\nb', 'a\n y\nb'],
    ['leaves what stands around with the blanks between', 'a «x»\ty\nb', 'a y\nb'],
    ['leaves no less than one blank', 'a«x» y\nb', 'a y\nb'],
    ['leaves an unended last line empty', 'a\n«x»', 'a\n'],
  ];
  for (const [what, before, expected] of cases) {
    test(what, () => {
      const { text, spans } = marked(before);
      const [span] = spans;
      assert.ok(span);
      assert.equal(applyEdits(text, [removeWithLine(sourceOf(text), span)]), expected);
    });
  }
});

describe('adding', () => {
  const entry = { name: 'reqX', label: 'A & "B"' };

  test('an item is written as the format has it', () => {
    assert.deepEqual(itemLines(definitionOf(sourceOf('<callCenter/>')), entry, 3, 'a<b & ]]>'), [
      '<item sortOrder="3" name="reqX" label="A &amp; &quot;B&quot;">a&lt;b &amp; ]]&gt;</item>',
    ]);
  });

  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    [
      'goes behind the last item, indented as it is',
      '<callCenter>\n  <section>\n    <item/>\n  </section>\n</callCenter>',
      '<callCenter>\n  <section>\n    <item/>\n    <x/>\n    <y/>\n  </section>\n</callCenter>',
    ],
    [
      'keeps the line ends',
      '<callCenter>\r\n\t<section>\r\n\t\t<item/>\r\n\t</section>\r\n</callCenter>',
      '<callCenter>\r\n\t<section>\r\n\t\t<item/>\r\n\t\t<x/>\r\n\t\t<y/>\r\n\t</section>\r\n</callCenter>',
    ],
    [
      'goes onto the line of a file that has one',
      '<callCenter><section><item/></section></callCenter>',
      '<callCenter><section><item/><x/><y/></section></callCenter>',
    ],
    [
      'goes into an empty section',
      '<callCenter>\n  <section>\n  </section>\n</callCenter>',
      '<callCenter>\n  <section>\n    <x/>\n    <y/>\n  </section>\n</callCenter>',
    ],
    [
      'goes between tags that touch',
      '<callCenter>\n  <section></section>\n</callCenter>',
      '<callCenter>\n  <section>\n    <x/>\n    <y/>\n  </section>\n</callCenter>',
    ],
    [
      'opens a section that closes itself',
      '<callCenter>\n  <section name="a"/>\n</callCenter>',
      '<callCenter>\n  <section name="a">\n    <x/>\n    <y/>\n  </section>\n</callCenter>',
    ],
    [
      'opens a section that closes itself behind a blank',
      '<callCenter>\n  <section name="a" />\n</callCenter>',
      '<callCenter>\n  <section name="a">\n    <x/>\n    <y/>\n  </section>\n</callCenter>',
    ],
    [
      'opens a section that a slash follows',
      '<callCenter>\n  <section name="a/b"/>/\n</callCenter>',
      '<callCenter>\n  <section name="a/b">\n    <x/>\n    <y/>\n  </section>/\n</callCenter>',
    ],
    [
      'goes behind a comment, which stays with its item',
      '<callCenter>\n  <section>\n    <item/> <!-- a -->\n  </section>\n</callCenter>',
      '<callCenter>\n  <section>\n    <item/> <!-- a -->\n    <x/>\n    <y/>\n  </section>\n</callCenter>',
    ],
  ];
  for (const [what, before, expected] of cases) {
    test(what, () =>
      assert.equal(
        after(before, (section, _, source) => appendToSection(source, section, ['<x/>', '<y/>'])),
        expected,
      ),
    );
  }

  test('puts an element behind another, and into another', () => {
    const text = '<callCenter>\n  <section>\n  </section>\n</callCenter>';
    assert.equal(
      after(text, ({ element }, _, source) => putAfter(source, element, ['<section/>'])),
      '<callCenter>\n  <section>\n  </section>\n  <section/>\n</callCenter>',
    );
    assert.equal(
      after(text, ({ element }, _, source) => putInto(source, element, ['<item/>'])),
      '<callCenter>\n  <section>\n    <item/>\n  </section>\n</callCenter>',
    );
  });
});

describe('sort orders', () => {
  test('are whole numbers from 0', () => {
    for (const [text, number] of [
      ['0', 0],
      ['12', 12],
      [' 7\n', 7],
      ['007', 7],
    ] as const)
      assert.equal(parseSortOrder(text), number);
    for (const text of ['', '-1', '1.5', '1e3', 'x', '١', '0x1', '1 2', '99999999999999999999', undefined])
      assert.equal(parseSortOrder(text), undefined, text);
  });

  test('the next one is above the highest', () => {
    const next = (...orders: (string | undefined)[]) =>
      nextSortOrder(
        orders.map((text) => ({
          sortOrder:
            text === undefined
              ? undefined
              : { text, span: { start: 0, end: 0 }, attribute: undefined, element: undefined },
        })),
      );
    assert.equal(next(), 0);
    assert.equal(next(undefined, 'x'), 0);
    assert.equal(next('0', '5', '2'), 6);
  });
});
