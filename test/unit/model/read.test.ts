import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Definition } from '../../../server/src/language/model/definition.ts';
import { definitionOf, treeOf, verdictOf } from '../../../server/src/language/model/read.ts';
import { fixturesIn } from '../../support/fixtures.ts';
import { sourceOf } from '../../support/language.ts';
import { mutants } from '../../support/mutants.ts';

function read(text: string): Definition {
  return definitionOf(sourceOf(text));
}

/** The only item of a document that holds one. */
function item(written: string) {
  const found = read(`<callCenter><section sortOrder="0" name="s">${written}</section></callCenter>`).sections[0]
    ?.items[0];
  assert.ok(found);
  return found;
}

function metadataItem(written: string) {
  const found = read(`<CallCenter><sections><items>${written}</items></sections></CallCenter>`).sections[0]?.items[0];
  assert.ok(found);
  return found;
}

describe('the import form', () => {
  test('sections and items come in document order, and know their places', () => {
    const text =
      '<callCenter>\n<section sortOrder="1" name="b" label="B"><item sortOrder="0" name="x">1</item><item name="y">2</item></section>\n<section/></callCenter>';
    const { sections, source } = read(text);
    assert.deepEqual(
      sections.map((section) => [section.index, section.name?.text, section.label?.text, section.sortOrder?.text]),
      [
        [0, 'b', 'B', '1'],
        [1, undefined, undefined, undefined],
      ],
    );
    const items = sections[0]?.items ?? [];
    assert.deepEqual(
      items.map(({ index, name, label, sortOrder, value }) => [
        index,
        name?.text,
        label?.text,
        sortOrder?.text,
        value.text,
      ]),
      [
        [0, 'x', undefined, '0', '1'],
        [1, 'y', undefined, undefined, '2'],
      ],
    );
    for (const { section, name, value, element } of items) {
      assert.equal(section, sections[0]);
      assert.equal(source.text.slice(name?.span.start, name?.span.end), name?.text);
      assert.equal(source.text.slice(value.span.start, value.span.end), value.text);
      assert.equal(element.parent, section.element);
    }
  });

  test('other elements are left out, and so are sections and items in the wrong place', () => {
    const { sections } = read(
      '<callCenter><item name="lost"/><section name="a"><x/><item name="i"/><section name="inner"><item/></section></section></callCenter>',
    );
    assert.deepEqual(
      sections.map(({ name, items }) => [name?.text, items.length]),
      [['a', 1]],
    );
  });

  const values: readonly (readonly [written: string, text: string, plain: boolean])[] = [
    ['', '', true],
    [' a ', ' a ', true],
    ['a&amp;b&#x41;', 'a&bA', true],
    ['a\r\nb\rc\nd', 'a\nb\nc\nd', true],
    ['<![CDATA[a&amp;<b>]]>', 'a&amp;<b>', true],
    ['a<![CDATA[\r\n]]>b', 'a\nb', true],
    ['a<!-- x -->b<?p?>c', 'abc', true],
    ['&#13;&#10;', '\r\n', true],
    ['a<b>c</b>d', 'ad', false],
    ['&host;.example', '&host;.example', false],
    ['R&D', 'R&D', true],
  ];
  for (const [written, text, plain] of values) {
    test(`the value of ${JSON.stringify(written)}`, () => {
      const { value, valueIsPlain } = item(`<item name="a">${written}</item>`);
      assert.deepEqual([value.text, valueIsPlain], [text, plain]);
    });
  }

  test('attributes are read as XML normalises them', () => {
    const { name, label } = item('<item name="a&#38;b" label=\'x\r\n\ty\nz&#10;"\'/>');
    assert.equal(name?.text, 'a&b');
    assert.equal(label?.text, 'x  y z\n"');
    assert.equal(label?.attribute?.quote, "'");
  });

  test('a name in single quotes, without quotes or without a value has its place', () => {
    assert.equal(item("<item name='a'/>").name?.text, 'a');
    assert.equal(item('<item name=a></item>').name?.text, 'a');
    assert.equal(item('<item name></item>').name?.text, '');
  });

  test('of two attributes of one name the first counts', () =>
    assert.equal(item('<item name="a" name="b"/>').name?.text, 'a'));

  test('a definition without a root is read all the same', () => {
    const { sections } = read('<section name="reqGeneralInfo"><item name="a"/></section><section name="b"/>');
    assert.deepEqual(
      sections.map(({ name }) => name?.text),
      ['reqGeneralInfo', 'b'],
    );
  });
});

describe('the metadata form', () => {
  test('takes name, label and value from child elements', () => {
    const { sections } = read(
      '<CallCenter><sections><items><label>L&amp;</label><name>n</name><value>v</value></items><label>S</label><name>s</name></sections></CallCenter>',
    );
    assert.deepEqual(
      sections.map(({ name, label, sortOrder }) => [name?.text, label?.text, sortOrder]),
      [['s', 'S', undefined]],
    );
    const found = sections[0]?.items[0];
    assert.deepEqual([found?.label?.text, found?.name?.text, found?.value.text], ['L&', 'n', 'v']);
    assert.equal(found?.name?.attribute, undefined);
  });

  test('an item without a value has an empty one, where it would stand', () => {
    const { value, element } = metadataItem('<name>n</name>');
    assert.deepEqual([value.text, value.span], ['', { start: element.content.end, end: element.content.end }]);
  });

  test('what stands beside the sections is read by name, the first of two', () => {
    const text =
      '<CallCenter><adapterUrl>/apex/a</adapterUrl><displayName>A &amp; B</displayName><displayName>C</displayName>' +
      '<contactCenterChannels/><version>5</version><contactCenterChannels/></CallCenter>';
    const { metadata, source } = read(text);
    assert.ok(metadata);
    const { adapterUrl, displayName, version, customSettings, channels, statusMaps } = metadata;
    assert.deepEqual([adapterUrl?.text, displayName?.text, version?.text], ['/apex/a', 'A & B', '5']);
    assert.equal(source.text.slice(displayName?.span.start, displayName?.span.end), 'A &amp; B');
    assert.equal(displayName?.element?.name, 'displayName');
    assert.deepEqual([customSettings, channels.length, statusMaps.length], [undefined, 2, 0]);
  });

  test('only a metadata body has such parts', () => {
    assert.equal(read('<callCenter><section name="a"/></callCenter>').metadata, undefined);
    assert.equal(
      read('<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><section name="a"/></CallCenter>').metadata,
      undefined,
    );
    assert.ok(read('<callCenter><sections/></callCenter>').metadata);
  });

  test('a value that holds an element is not the whole truth', () => {
    const found = metadataItem('<name>n</name><value>a<b/></value>');
    assert.deepEqual([found.value.text, found.valueIsPlain], ['a', false]);
  });

  test('a nil value is empty', () => assert.equal(metadataItem('<value xsi:nil="true"/>').value.text, ''));
});

describe('what is not there', () => {
  for (const [what, text] of [
    ['another format', '<project><section name="a"/></project>'],
    ['the invented form', '<CallCenter><InternalName>A</InternalName></CallCenter>'],
    ['nothing', ''],
  ] as const) {
    test(`${what} has no sections`, () => assert.deepEqual(read(text).sections, []));
  }
});

test('every part of every fixture stands where the text has it, whole or damaged', () => {
  const texts = [...fixturesIn('fixtures'), ...fixturesIn('samples')].map(({ text }) => text);
  for (const text of [...texts, ...mutants(texts, 500, 20_261_128)]) {
    for (const section of read(text).sections) {
      for (const part of [section, ...section.items]) {
        const { span } = part.element;
        for (const field of [part.name, part.label, part.sortOrder, 'value' in part ? part.value : undefined]) {
          if (field)
            assert.ok(
              span.start <= field.span.start && field.span.end <= span.end && field.span.start <= field.span.end,
            );
        }
      }
    }
  }
});

test('tree, definition and verdict are computed once per document', () => {
  const source = sourceOf('<callCenter/>');
  assert.equal(treeOf(source), treeOf(source));
  assert.equal(definitionOf(source), definitionOf(source));
  assert.equal(definitionOf(source).tree, treeOf(source));
  assert.equal(verdictOf(source), verdictOf(source));
});
