import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { format } from '../../../server/src/language/features/format.ts';
import { definitionOf, treeOf, verdictOf } from '../../../server/src/language/model/read.ts';
import { isStructureSound } from '../../../server/src/language/rules/run.ts';
import { applyEdits } from '../../../server/src/language/text/edits.ts';
import type { Span } from '../../../server/src/language/text/span.ts';
import { corpus, fixturesIn } from '../../support/fixtures.ts';
import { sourceOf } from '../../support/language.ts';
import { marked } from '../../support/marked.ts';
import { mutants } from '../../support/mutants.ts';
import { elementsOf } from '../../support/tree.ts';

const spaces = { tabSize: 4, insertSpaces: true };
const tabs = { tabSize: 8, insertSpaces: false };

function formatted(text: string, options = spaces, within?: Span): string {
  return applyEdits(text, format(sourceOf(text), options, within));
}

/** Everything that a program reads from a definition. */
function meaning(text: string): unknown {
  const { form, body, root, sections, metadata } = definitionOf(sourceOf(text));
  const field = (part: { readonly text: string } | undefined) => part?.text;
  return {
    form,
    body,
    root: root?.name,
    settings: settingsOf(metadata?.customSettings?.text ?? ''),
    sections: sections.map(({ name, label, sortOrder, items }) => ({
      fields: [name, label, sortOrder].map(field),
      items: items.map((item) => [item.name, item.label, item.sortOrder, item.value].map(field)),
    })),
  };
}

/** In JSON, white space between the parts means nothing. */
function settingsOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Elements with their attributes as written, comments and the like with all their characters, in text order. */
function structure(text: string): unknown {
  const tree = treeOf(sourceOf(text));
  const elements = elementsOf(tree);
  const others = [tree, ...elements].flatMap((parent) =>
    parent.children.flatMap((node) => {
      if (node.kind === 'element' || node.kind === 'text') return [];
      const written = text.slice(node.span.start, node.span.end);
      const isJson = node.kind === 'cdata' && 'name' in parent && parent.name === 'customSettings';
      return [[node.kind, isJson ? written.replace(/\s/g, '') : written]];
    }),
  );
  return {
    elements: elements.map(({ name, parent, attributes, selfClosing, closeTag }) => [
      name,
      parent && elements.indexOf(parent),
      attributes.map((attribute) => [attribute.name, attribute.quote, attribute.rawValue]),
      selfClosing,
      closeTag?.name,
    ]),
    others,
  };
}

function assertSound(name: string, text: string): void {
  for (const options of [spaces, tabs]) {
    const once = formatted(text, options);
    assert.equal(formatted(once, options), once, `${name}: formatting twice is formatting once`);
    assert.equal(once.replace(/[ \t\r\n]/g, ''), text.replace(/[ \t\r\n]/g, ''), `${name}: only white space changes`);
    assert.deepEqual(meaning(once), meaning(text), name);
    assert.deepEqual(structure(once), structure(text), name);
    if (verdictOf(sourceOf(text)).kind === 'well-formed')
      assert.equal(verdictOf(sourceOf(once)).kind, 'well-formed', name);
  }
}

describe('formatting changes white space between tags and in them, and nothing that is read', () => {
  const files = [...fixturesIn('fixtures'), ...fixturesIn('samples'), ...corpus('import'), ...corpus('metadata')];
  for (const { name, text } of files) test(name, () => assertSound(name, text));

  test('not even in 1,500 damaged copies', () => {
    const texts = [...fixturesIn('fixtures'), ...fixturesIn('samples')]
      .map(({ text }) => text)
      .filter((text) => text.length < 6000);
    for (const text of mutants(texts, 1500, 20_261_129)) assertSound(JSON.stringify(text), text);
  });
});

describe('the result', () => {
  test('of the samples is what they are', () => {
    for (const { name, text } of fixturesIn('samples')) {
      if (isStructureSound(treeOf(sourceOf(text)))) assert.equal(formatted(text), text, name);
    }
  });

  test('has one step more for each level, and no blank at the end of a line', () => {
    const flat =
      '<callCenter><section sortOrder="0" name="a"><item sortOrder="0" name="b">1</item><item sortOrder="1" name="c"/></section></callCenter>';
    const lines = (step: string) =>
      `<callCenter>\n${step}<section sortOrder="0" name="a">\n${step}${step}<item sortOrder="0" name="b">1</item>\n${step}${step}<item sortOrder="1" name="c"/>\n${step}</section>\n</callCenter>`;
    assert.equal(formatted(flat), lines('    '));
    assert.equal(formatted(flat, { tabSize: 2, insertSpaces: true }), lines('  '));
    assert.equal(formatted(flat, tabs), lines('\t'));
  });

  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    [
      'keeps one empty line and drops more',
      '<callCenter>\n\n\n\n<section/>\n\n<section/>\n</callCenter>',
      '<callCenter>\n\n    <section/>\n\n    <section/>\n</callCenter>',
    ],
    [
      'tidies tags',
      '<callCenter >\n<section  sortOrder = "0"\n\tname= \'a\' />\n</callCenter\n>\n',
      '<callCenter>\n    <section sortOrder="0" name=\'a\'/>\n</callCenter>\n',
    ],
    [
      'parts attributes that stick together',
      '<callCenter>\n    <section sortOrder="0"name="a"/>\n</callCenter>',
      '<callCenter>\n    <section sortOrder="0" name="a"/>\n</callCenter>',
    ],
    [
      'uses the line ends of the file',
      '<callCenter>\r\n<section/></callCenter>',
      '<callCenter>\r\n    <section/>\r\n</callCenter>',
    ],
    [
      'uses lone carriage returns, too',
      '<callCenter>\r<section/></callCenter>',
      '<callCenter>\r    <section/>\r</callCenter>',
    ],
    [
      'keeps the byte order mark, and takes away what stands behind it',
      '\ufeff\n<callCenter>\n    <section/>\n</callCenter>',
      '\ufeff<callCenter>\n    <section/>\n</callCenter>',
    ],
    [
      'leaves the end of the file alone',
      '<callCenter>\n    <section/>\n</callCenter>\n\n\n',
      '<callCenter>\n    <section/>\n</callCenter>\n\n\n',
    ],
    [
      'leaves a remark behind an element there',
      '<callCenter>\n<section/> <!-- why -->\n</callCenter>',
      '<callCenter>\n    <section/> <!-- why -->\n</callCenter>',
    ],
    [
      'indents a comment of one line',
      '<callCenter>\n<!-- why -->\n    <section/>\n</callCenter>',
      '<callCenter>\n    <!-- why -->\n    <section/>\n</callCenter>',
    ],
    [
      'leaves a comment of several lines as it stands',
      '<callCenter>\n  <!-- a\n  b -->\n    <section/>\n</callCenter>',
      '<callCenter>\n  <!-- a\n  b -->\n    <section/>\n</callCenter>',
    ],
    [
      'leaves a value alone',
      '<callCenter>\n    <section name="a">\n        <item name="b">\n  -----BEGIN\n x\n</item>\n    </section>\n</callCenter>',
      '<callCenter>\n    <section name="a">\n        <item name="b">\n  -----BEGIN\n x\n</item>\n    </section>\n</callCenter>',
    ],
    [
      'leaves an element with text and elements alone',
      '<callCenter>\n    <section name="a"> stray <item name="b"/>\n</section>\n</callCenter>',
      '<callCenter>\n    <section name="a"> stray <item name="b"/>\n</section>\n</callCenter>',
    ],
    [
      'leaves elements within a value alone',
      '<callCenter>\n    <section name="a">\n        <item name="b"><b/>\n<c/></item>\n    </section>\n</callCenter>',
      '<callCenter>\n    <section name="a">\n        <item name="b"><b/>\n<c/></item>\n    </section>\n</callCenter>',
    ],
    [
      'leaves an empty element as it is',
      '<callCenter>\n    <section name="a">\n    </section>\n</callCenter>',
      '<callCenter>\n    <section name="a">\n    </section>\n</callCenter>',
    ],
  ];
  for (const [what, before, after] of cases) test(what, () => assert.equal(formatted(before), after));
});

describe('four times as many levels are no more than four times as long', () => {
  const settings = (json: string) =>
    `<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><customSettings>${json}</customSettings></CallCenter>`;
  const nested = (levels: number): Readonly<Record<string, string>> => ({
    elements: `<callCenter>${'<section>'.repeat(levels)}${'</section>'.repeat(levels)}</callCenter>`,
    'objects in settings': settings(`${'{"a":\n'.repeat(levels)}1${'}'.repeat(levels)}`),
    'lists in settings': settings(`{\n"a":${'['.repeat(levels)}${']'.repeat(levels)}}`),
  });
  for (const what of Object.keys(nested(1))) {
    test(what, () => {
      const length = (levels: number) => formatted(nested(levels)[what] ?? '').length;
      const [few, many] = [length(500), length(2000)];
      assert.ok(many < 5 * few, `${few} characters become ${many}`);
    });
  }
});

describe('nothing is touched', () => {
  for (const [what, text] of [
    ['of another format', '<project>\n<a/>\n</project>'],
    ['while a tag is open', '<callCenter>\n<section name="a">\n<item name="b\n</section>\n</callCenter>'],
    ['while an element has no end', '<callCenter>\n<section name="a">\n</callCenter>'],
    ['of nothing', ''],
  ] as const) {
    test(what, () => assert.deepEqual(format(sourceOf(text), spaces), []));
  }

  test('outside the range that is asked for', () => {
    const { text, spans } = marked('<callCenter>\n<section>\n«<item/>\n<item/>»\n</section>\n</callCenter>');
    assert.equal(
      formatted(text, spaces, spans[0]),
      '<callCenter>\n<section>\n        <item/>\n        <item/>\n</section>\n</callCenter>',
    );
  });
});

test('edits are in text order and do not overlap', () => {
  for (const { name, text } of fixturesIn('fixtures')) {
    let end = -1;
    for (const { span } of format(sourceOf(text), tabs)) {
      assert.ok(span.start >= end, name);
      end = span.end;
    }
  }
});
