import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findProblems } from '../../../server/src/language/xml/problems.ts';
import { checkWellFormed } from '../../../server/src/language/xml/well-formed.ts';
import { corpus, fixturesIn } from '../../support/fixtures.ts';
import { marked } from '../../support/marked.ts';
import { hasLoneSurrogate, mutants } from '../../support/mutants.ts';
import { parse } from '../../support/tree.ts';

function problemsOf(text: string) {
  return findProblems(text, parse(text));
}

function agreement(text: string): string | undefined {
  const tree = parse(text);
  const verdict = checkWellFormed(text, tree);
  // Behind a DOCTYPE there is no verdict, and a text without an element is nobody's definition.
  if (verdict.kind === 'doctype' || !tree.root) return undefined;
  const problems = findProblems(text, tree);
  if ((verdict.kind === 'ill-formed') === problems.length > 0) return undefined;
  return `${JSON.stringify(verdict)} · ${problems.map(({ code }) => code).join()} · ${JSON.stringify(text)}`;
}

test('something is found exactly where the strict verdict refuses a text: 3,000 seeded mutants', () => {
  const bases = [...fixturesIn('fixtures'), ...fixturesIn('samples')]
    .map(({ text }) => text)
    .filter((text) => text.length < 6000);
  const texts = [...mutants(bases, 3100, 20_261_126)].filter((text) => !hasLoneSurrogate(text));
  assert.ok(texts.length >= 3000);
  assert.deepEqual(
    texts.map(agreement).filter((text) => text !== undefined),
    [],
  );
});

test('something is found exactly where the strict verdict refuses a text: fixtures and real files', () => {
  for (const { name, text } of [
    ...fixturesIn('fixtures'),
    ...fixturesIn('samples'),
    ...corpus('import'),
    ...corpus('metadata'),
  ])
    assert.equal(agreement(text), undefined, name);
});

test('problems come in text order, lie in the text, and name what they are about', () => {
  const bases = fixturesIn('fixtures').map(({ text }) => text);
  for (const text of mutants(bases, 500, 20_261_127)) {
    const problems = problemsOf(text);
    for (const [index, { span, code, element, attribute }] of problems.entries()) {
      assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, code);
      assert.ok(span.start >= (problems[index - 1]?.span.start ?? 0), 'order');
      if (attribute) assert.ok(element, code);
    }
  }
});

describe('single problems', () => {
  const cases: readonly (readonly [code: string, text: string])[] = [
    ['cdata-end-in-text', '<a>\n<b><![CDATA[x«]]>»</b   ]]></b>\n</a>'],
    ['bare-ampersand', '<a>1 «&» 2</a>'],
    ['bare-ampersand', '<a b="?x=1«&»y=2"/>'],
    ['bare-ampersand', '<a>«&»#x;</a>'],
    ['unknown-entity', '<a>«&nbsp;»</a>'],
    ['invalid-character-reference', '<a>«&#0;»</a>'],
    ['invalid-character-reference', '<a b="«&#xD800;»"/>'],
    ['forbidden-character', '<a>x«\u0001»</a>'],
    ['forbidden-character', '<a><!-- «\u0008» --></a>'],
    ['forbidden-character', '<a><![CDATA[«\uffff»]]></a>'],
    ['less-than-in-value', '<a b="x«<»y"/>'],
    ['cdata-end-in-text', '<a>x«]]>»</a>'],
    ['cdata-end-in-text', '<a><b><![CDATA[x«]]>»</b   ]]></b></a>'],
    ['double-hyphen', '<!-- a «--» b --><a/>'],
    ['double-hyphen', '<!-- a «---» b --><a/>'],
    ['double-hyphen', '<!-- a «-»--><a/>'],
    ['duplicate-attribute', '<a b="1" «b="2"»/>'],
    ['unquoted-value', '<a b=«1»/>'],
    ['missing-value', '<a «b»/>'],
    ['missing-space', '<a b="1"«»c="2"/>'],
    ['malformed-declaration', '«<?xml version="1.2"?>»<a/>'],
    ['malformed-instruction', '<a/>«<?XML x?>»'],
    ['invalid-name', '<«\u0220»/>'],
    ['misplaced-cdata', '<a/>«<![CDATA[x]]>»'],
    ['text-outside-root', '<a/> «x y»\n'],
    ['text-outside-root', '<a/>\n«\u00a0»\n'],
    ['second-root', '<a/>«<b>»</b>'],
    ['extra-close-tag', '<a/>«</b>»'],
    ['declaration-not-first', '\n«<?xml version="1.0"?>»<a/>'],
  ];
  for (const [code, source] of cases) {
    test(`${code}: ${source}`, () => {
      const { text, spans } = marked(source);
      assert.deepEqual(
        problemsOf(text).map((problem) => [problem.code, problem.span]),
        spans.map((span) => [code, span]),
      );
    });
  }

  for (const text of [
    '<a/>',
    '\ufeff<a/>\n',
    '<a b="&amp;&#65;">]] > -- </a>',
    '<!----><a/>',
    '<?p?><a/>',
    '<a>\u0085\u00a0</a>',
  ]) {
    test(`none: ${JSON.stringify(text)}`, () => assert.deepEqual(problemsOf(text), []));
  }

  test('a DOCTYPE is none: it is a rule of its own', () =>
    assert.deepEqual(
      problemsOf('<!DOCTYPE a><a/>').map(({ code }) => code),
      [],
    ));
});

test('independent problems are all found at once', () => {
  const { text, spans } = marked('<a b=«1»>x «&» y<c>«\u0002»</c><!-- «--» --></a>');
  assert.deepEqual(
    problemsOf(text).map(({ span }) => span),
    spans,
  );
});

test('a hundred thousand problems are cut to a thousand', () => {
  assert.equal(problemsOf(`<a>${'& '.repeat(100_000)}</a>`).length, 10_000);
  assert.ok(problemsOf(`<a>${'<b c=1 '.repeat(100_000)}</a>`).length <= 10_000);
});
