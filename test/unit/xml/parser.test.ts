import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpus, fixturesIn } from '../../support/fixtures.ts';
import { elementsOf, invariantFaults, parse } from '../../support/tree.ts';

test('every part of a well-formed text has its exact place', () => {
  const text = `<!-- c --><callCenter a='1'>\n<section  sortOrder = "0"/>t<![CDATA[x]]></callCenter  >`;
  const tree = parse(text);
  assert.deepEqual(tree.faults, []);
  const at = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);
  const root = tree.root;
  assert.equal(at(root?.span), text.slice(10));
  assert.equal(at(root?.openTag), "<callCenter a='1'>");
  assert.equal(at(root?.nameSpan), 'callCenter');
  assert.equal(at(root?.attributes[0]?.valueSpan), '1');
  assert.equal(root?.attributes[0]?.quote, "'");
  assert.equal(at(root?.closeTag?.span), '</callCenter  >');
  assert.equal(at(root?.closeTag?.nameSpan), 'callCenter');
  assert.deepEqual(
    root?.children.map((node) => [node.kind, at(node.span)]),
    [
      ['text', '\n'],
      ['element', '<section  sortOrder = "0"/>'],
      ['text', 't'],
      ['cdata', '<![CDATA[x]]>'],
    ],
  );
  assert.equal(at(elementsOf(tree)[1]?.attributes[0]?.span), 'sortOrder = "0"');
  assert.equal(elementsOf(tree)[1]?.selfClosing, true);
});

test('elements with the same attribute names share one list of them, and a damaged tag has its own', () => {
  const text = `<a><b x="1" y="2"/><b x='3' y = "4"></b><b x="5" x="6" y=7/></a>`;
  const [, one, two, damaged] = elementsOf(parse(text));
  assert.deepEqual(one?.attributeNames, ['x', 'y']);
  assert.equal(one?.attributeNames, two?.attributeNames);
  assert.deepEqual(damaged?.attributeNames, ['x', 'x', 'y']);
  assert.deepEqual(
    [one, two, damaged].flatMap((element) => element?.attributes.map(({ rawValue }) => rawValue)),
    ['1', '2', '3', '4', '5', '6', '7'],
  );
  assert.equal(two?.attributeAt(0)?.quote, "'");
  assert.equal(two?.attributeAt(1)?.rawValue, '4');
  assert.equal(two?.attributeAt(2), undefined);
  assert.equal(two?.attributeAt(-1), undefined);
});

test('more attributes than any call center has are read one by one', () => {
  const names = Array.from({ length: 40 }, (_, index) => `n${index}`);
  const [element] = elementsOf(parse(`<a ${names.map((name) => `${name}="v"`).join(' ')}/>`));
  assert.deepEqual(element?.attributeNames, names);
  assert.deepEqual(
    element?.attributes.map(({ name, rawValue }) => `${name} ${rawValue}`),
    names.map((name) => `${name} v`),
  );
});

test('a well-formed text is read as XML says, however little it fits the grammar', () => {
  const text = '<callCenter><item><item/><section>a</section></item><other><section/></other></callCenter>';
  const shape = elementsOf(parse(text)).map((element) => `${element.name}<${element.parent?.name}`);
  assert.deepEqual(shape, [
    'callCenter<undefined',
    'item<callCenter',
    'item<item',
    'section<item',
    'other<callCenter',
    'section<other',
  ]);
});

test('a byte order mark is neither text nor something before the declaration', () => {
  const tree = parse('\ufeff<?xml version="1.0"?><callCenter/>');
  assert.deepEqual(tree.faults, []);
  assert.equal(tree.children[0]?.kind, 'declaration');
});

const faultCases: [what: string, text: string, codes: string[]][] = [
  ['a comment before the declaration', '<!-- c -->\n<?xml version="1.0"?>\n<callCenter/>', ['declaration-not-first']],
  ['a second root', '<callCenter/>\n<callCenter/>', ['second-root']],
  ['text after the root', '<callCenter/>\nrest', ['text-outside-root']],
  ['nothing at all', '', ['no-root']],
  ['a doctype', '<!DOCTYPE callCenter [<!ENTITY a "b>c">]><callCenter/>', ['doctype']],
  [
    'a placeholder in angle brackets',
    '<callCenter><section><item>https://<your host>/x</item></section></callCenter>',
    ['stray-less-than'],
  ],
  ['a closing tag without its slash', '<callCenter><section><item>x<item></section></callCenter>', ['missing-slash']],
  ['an unclosed comment', '<callCenter>\n<!-- note\n<section/>\n</callCenter>', ['unterminated-comment']],
];
for (const [what, text, codes] of faultCases) {
  test(`names the fault: ${what}`, () => {
    assert.deepEqual(
      parse(text).faults.map((fault) => fault.code),
      codes,
    );
  });
}

test('every fixture and every real file, cut at every offset, keeps the invariants of the tree', () => {
  const texts = [...fixturesIn('fixtures'), ...fixturesIn('samples')];
  assert.ok(texts.length > 10, 'fixtures are missing');
  for (const { name, text } of texts) {
    for (let end = 0; end <= text.length; end++) {
      const cut = text.slice(0, end);
      const faults = invariantFaults(cut, parse(cut));
      if (faults.length > 0) assert.fail(`${name} cut at ${end}: ${faults.join('; ')}`);
    }
  }
  for (const { name, text } of [...corpus('import'), ...corpus('metadata')]) {
    assert.deepEqual(invariantFaults(text, parse(text)), [], name);
  }
});

/** Texts that make careless parsers quadratic: hours instead of a moment, so the limit of a minute says nothing about speed. */
const hostile: [name: string, piece: (n: number) => string][] = [
  ['<', (n) => '<'.repeat(n)],
  ['<a ', (n) => '<a '.repeat(n)],
  ['</', (n) => '</'.repeat(n)],
  ['</x', (n) => `<callCenter>${'</x'.repeat(n)}`],
  ['<!--', (n) => '<!--'.repeat(n)],
  ['<!-', (n) => '<!-'.repeat(n)],
  ['<![CDATA[', (n) => '<![CDATA['.repeat(n)],
  ['<?', (n) => '<?'.repeat(n)],
  ['<!DOCTYPE', (n) => '<!DOCTYPE '.repeat(n)],
  ['<!DOCTYPE [', (n) => '<!DOCTYPE ["'.repeat(n)],
  ['<a b="', (n) => '<a b="'.repeat(n)],
  ['<a b=\'c="', (n) => `<a b='c="`.repeat(n)],
  ['attributes', (n) => `<callCenter ${Array.from({ length: n }, (_, i) => `a${i}="1"`).join(' ')}>`],
  ['the same attribute', (n) => `<callCenter ${'a="1" '.repeat(n)}>`],
  ['spaces in a value', (n) => `<callCenter a="${' '.repeat(n)}`],
  ['levels', (n) => '<callCenter>'.repeat(n)],
  ['levels of many names', (n) => Array.from({ length: n }, (_, i) => `<a${i}>`).join('')],
  [
    'closing tags of many names',
    (n) => `${'<section><item>'.repeat(n)}${Array.from({ length: n }, (_, i) => `</b${i}>`).join('')}`,
  ],
  ['items in items', (n) => `<callCenter><section>${'<item>a <b c '.repeat(n)}`],
  ['quotes', (n) => `<callCenter ${'"\''.repeat(n)}`],
  ['labels in items', (n) => `<CallCenter><sections><items>${'<label>'.repeat(n)}`],
];
for (const [name, make] of hostile) {
  test(`reads hostile text in linear time: ${name}`, { timeout: 60_000 }, () => {
    const text = make(100_000);
    const tree = parse(text);
    assert.equal(tree.span.end, text.length);
  });
}
