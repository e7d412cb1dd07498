import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { definitionOf, verdictOf } from '../../../server/src/language/model/read.ts';
import { defineRule, type Fix, type Problem } from '../../../server/src/language/rules/define-rule.ts';
import { differences, fixAll, type Look } from '../../../server/src/language/rules/fix-all.ts';
import { createItemValues } from '../../../server/src/language/rules/values.ts';
import { applyEdits, type TextEdit } from '../../../server/src/language/text/edits.ts';
import type { Source } from '../../../server/src/language/text/source.ts';
import { catalog } from '../../support/features.ts';
import { corpus, fixturesIn } from '../../support/fixtures.ts';
import { findingsOf, fixAllIn, service, sourceOf } from '../../support/language.ts';
import { mutants } from '../../support/mutants.ts';
import { seeded } from '../../support/random.ts';
import { rule } from '../../support/rule.ts';

/** Offers these edits for every place where `pattern` matches. */
interface Mending {
  readonly pattern: RegExp;
  readonly edits: (at: number, found: string) => readonly TextEdit[];
  readonly preferred?: boolean;
  readonly sharedFix?: object;
}

function edit(start: number, end: number, newText: string): TextEdit {
  return { span: { start, end }, newText };
}

/** Fix All where this is found. */
function mendedBy(text: string, find: (source: Source) => Look['found']): string {
  const look = (source: Source): Look => ({
    context: {
      source,
      definition: definitionOf(source),
      flavour: 'openCti',
      interface: 'both',
      catalog,
      plans: () => [],
      values: createItemValues(source, definitionOf(source), catalog),
      large: false,
      now: undefined,
      facts: undefined,
      definitionsNamed: () => [],
      imported: undefined,
      comparison: undefined,
    },
    found: find(source),
  });
  return applyEdits(text, fixAll(sourceOf(text), look));
}

/** Fix All with rules that know nothing but patterns. */
function mended(text: string, mendings: readonly Mending[]): string {
  return mendedBy(text, (source) =>
    mendings.flatMap(({ pattern, edits, preferred = true, sharedFix }, index) => {
      const rule = defineRule<Fix>({
        id: `rule-${index}`,
        severity: 'error',
        tier: 'advice',
        forms: ['import'],
        // The texts are no XML at all.
        onBrokenText: 'always',
        summary: '',
        docs: '',
        sources: [],
        examples: { bad: [], good: [] },
        check: () => undefined,
        fix: ({ data }) => (data ? [data] : []),
      });
      return [...source.text.matchAll(new RegExp(pattern, 'g'))].map((match) => {
        const problem: Problem<Fix> = {
          at: { start: match.index, end: match.index + match[0].length },
          message: '',
          data: { title: '', preferred, edits: edits(match.index, match[0]) },
          ...(sharedFix && { sharedFix }),
        };
        return { rule, problem, severity: 'error' as const };
      });
    }),
  );
}

const replaceBy = (newText: string) => (at: number, found: string) => [edit(at, at + found.length, newText)];

describe('Fix All', () => {
  test('applies every preferred fix', () =>
    assert.equal(mended('a b a', [{ pattern: /a/, edits: replaceBy('x') }]), 'x b x'));

  test('leaves what only a person can choose', () =>
    assert.equal(mended('a', [{ pattern: /a/, edits: replaceBy('x'), preferred: false }]), 'a'));

  test('goes on with what a fix brings to light', () => {
    const chain = [
      { pattern: /a/, edits: replaceBy('b') },
      { pattern: /b/, edits: replaceBy('c') },
    ];
    assert.equal(mended('a b', chain), 'c c');
  });

  test('lets a fix wait whose place another one has taken', () => {
    const both = [
      { pattern: /ab/, edits: (at: number) => [edit(at, at + 1, 'x')] },
      { pattern: /[ax]b/, edits: (at: number) => [edit(at, at + 2, 'y')] },
    ];
    assert.equal(mended('ab', both), 'y');
  });

  test('lets an insertion wait that touches another one, so that each is seen once', () => {
    const insertions = [
      { pattern: /^(?!.*1).*$/, edits: () => [edit(1, 1, '1')] },
      { pattern: /^(?!.*2).*$/, edits: () => [edit(1, 1, '2')] },
    ];
    assert.match(mended('()', insertions), /^\((?:12|21)\)$/);
  });

  test('lets an insertion wait at the border of what is replaced', () => {
    const both = [
      { pattern: /ab/, edits: (at: number) => [edit(at, at + 2, 'x')] },
      { pattern: /(?<=b)c/, edits: (at: number) => [edit(at, at, '-')] },
    ];
    assert.equal(mended('abc', both), 'xc');
  });

  test('takes a fix that mends several findings once', () => {
    const shared = {};
    const text = mended('aa', [
      { pattern: /a(?!.*b)/, edits: (at) => (at === 0 ? [edit(2, 2, 'b')] : [edit(0, 0, 'b')]), sharedFix: shared },
    ]);
    assert.equal(text, 'aab');
  });

  test('takes no comment away', () => {
    const text = '<a>x<!-- why --></a>';
    assert.equal(mended(text, [{ pattern: /x<!-- why -->/, edits: replaceBy('y') }]), text);
    assert.equal(
      mended('<!-- a--b -->', [{ pattern: /<!-- a--b -->/, edits: replaceBy('<!-- a- -b -->') }]),
      '<!-- a- -b -->',
    );
  });

  test('ends where two fixes undo each other, and where one never ends', () => {
    const undoing = [
      { pattern: /a/, edits: replaceBy('b') },
      { pattern: /b/, edits: replaceBy('a') },
    ];
    assert.match(mended('a', undoing), /^[ab]$/);
    assert.match(mended('a', [{ pattern: /$/, edits: (at) => [edit(at, at, 'a')] }]), /^a{2,30}$/);
  });

  test('has nothing to do where nobody looks', () =>
    assert.deepEqual(
      fixAll(sourceOf('a'), () => undefined),
      [],
    ));
});

test('nothing is written into a tag that somebody is still typing, and nothing said of what it may hold', () => {
  const field = (label: string) =>
    `<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">\n  <sections>\n    <items>\n      ${label}</label>\n      <name>reqTimeout</name>\n      <value>5000</value>\n    </items>\n    <label>General</label>\n    <name>reqGeneralInfo</name>\n  </sections>\n</CallCenter>\n`;
  for (const label of ['<label& Timeout', '<label Timeout']) {
    const text = field(label);
    assert.equal(fixAllIn(text), text, label);
    assert.ok(!findingsOf(text).some(({ rule }) => rule === 'missing-label'), label);
  }
  assert.ok(findingsOf(field('<label>')).some(({ rule }) => rule === 'missing-label'));
});

test('two fixes that would break a text together leave it as it is', () => {
  const rename = (pattern: RegExp) => ({ pattern, edits: replaceBy('label') });
  const text = '<a lable="1" labl="2"/>';
  assert.equal(mended(text, [rename(/lable/), rename(/labl(?==)/)]), text);
});

test('of two slips for one attribute the first is mended', () => {
  const text = fixAllIn(
    '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" lable="x" labl="y"></section>\n</callCenter>\n',
  );
  assert.match(text, / label="x" labl="y"/);
  assert.equal(verdictOf(sourceOf(text)).kind, 'well-formed');
});

/** A fault by its place, of which there are very many. */
const faults: Readonly<Record<string, (place: number) => string>> = {
  'sort order that is taken': (place) => `<item sortOrder="0" name="n${place}" label="L">x</item>`,
  'item without a sort order': (place) => `<item name="n${place}" label="L">x</item>`,
  'sort order that is none': (place) => `<item sortOrder="x" name="n${place}" label="L">x</item>`,
  'bare ampersand': () => '<item>a & b</item>\n',
  'text between items': () => '<item></item> x\n',
  'comment with hyphens in it': () => '<!-- a -- b -->\n',
  'copy of an item': (place) => `<item sortOrder="${place}" name="n" label="L">x</item>`,
};
for (const [fault, one] of Object.entries(faults)) {
  test(`nine thousand of one kind are all mended at one time: ${fault}`, () => {
    const body = Array.from({ length: 9000 }, (_, place) => one(place)).join('');
    const fixed = fixAllIn(`<callCenter><section sortOrder="0" name="s" label="S">${body}</section></callCenter>`);
    assert.equal(verdictOf(sourceOf(fixed)).kind, 'well-formed');
    assert.deepEqual(service.fixAll(sourceOf(fixed)), []);
  });
}

test('a fix that nobody takes unasked is not made', () => {
  const asked = (offersOnly: boolean) => {
    let made = 0;
    const offering = rule('offering', () => undefined, {
      offersOnly,
      fix: () => {
        made++;
        return [];
      },
    });
    const problem = { at: { start: 0, end: 1 }, message: '' };
    mendedBy('<callCenter/>', () => [{ rule: offering, problem, severity: 'error' }]);
    return made;
  };
  assert.deepEqual([asked(false), asked(true)], [1, 0]);
});

describe('the edits between two texts', () => {
  test('are one for each run of changed lines, and no more than changed', () => {
    const before = 'one\ntwo\nthree\nfour\nfive\n';
    const after = 'one\ntWo\nthree\nfour\nnew\nfive\n';
    assert.deepEqual(differences(before, after), [edit(5, 6, 'W'), edit(19, 19, 'new\n')]);
  });

  test('are none for equal texts', () => assert.deepEqual(differences('a\n', 'a\n'), []));

  test('are one where looking for more would cost too much', () => {
    const lines = (word: string) => Array.from({ length: 600 }, (_, index) => `${word}${index}\n`).join('');
    assert.equal(differences(lines('a'), lines('b')).length, 1);
  });

  test('give the other text, in order and apart, for 3,000 random pairs', () => {
    const random = seeded(23);
    const pieces = ['a', 'b', 'c', '\n', '\r\n', '\r', '😀'];
    const text = () =>
      Array.from({ length: Math.floor(random() * 20) }, () => pieces[Math.floor(random() * pieces.length)]).join('');
    for (let round = 0; round < 3000; round++) {
      const [before, after] = [text(), text()];
      const edits = differences(before, after);
      assert.equal(applyEdits(before, edits), after, JSON.stringify([before, after]));
      for (const [index, { span, newText }] of edits.entries()) {
        assert.ok(span.start >= (edits[index - 1]?.span.end ?? 0));
        assert.ok(span.end > span.start || newText !== '');
      }
    }
  });
});

/** What must hold after Fix All, whatever the text was. */
function assertMended(name: string, text: string): void {
  const fixed = fixAllIn(text);
  assert.equal(fixAllIn(fixed), fixed, `${name}: a second run changes something`);
  const wellFormed = verdictOf(sourceOf(text)).kind === 'well-formed';
  if (!wellFormed) return;
  assert.equal(verdictOf(sourceOf(fixed)).kind, 'well-formed', `${name}: no longer well-formed`);
  for (const [comment] of text.matchAll(/<!--(?:(?!-->)[\s\S])*-->/g))
    assert.ok(fixed.includes(comment), `${name}: lost ${comment}`);
}

describe('mending twice is mending once, and what was well-formed stays so, with all its comments', () => {
  const files = [...fixturesIn('fixtures'), ...fixturesIn('samples'), ...corpus('import'), ...corpus('metadata')];
  for (const { name, text } of files) test(name, () => assertMended(name, text));

  test('2,000 damaged copies', () => {
    const texts = [...fixturesIn('fixtures'), ...fixturesIn('samples')]
      .map(({ text }) => text)
      .filter((text) => text.length < 6000);
    for (const text of mutants(texts, 2000, 20_261_204)) assertMended(JSON.stringify(text), text);
  });

  test('and is no worse than before in any rule that reports errors', () => {
    for (const { name, text } of files) {
      const errors = (of: string) => findingsOf(of).filter(({ severity }) => severity === 'error').length;
      assert.ok(errors(fixAllIn(text)) <= errors(text), name);
    }
  });
});

test('after Fix All no preferred fix is left, but for those that would take a comment away', () => {
  for (const { name, text } of [...fixturesIn('fixtures'), ...fixturesIn('samples')]) {
    const source = sourceOf(fixAllIn(text));
    for (const { at } of service.findings(source)) {
      for (const fix of service.quickFixes(source, at)) {
        const changed = applyEdits(source.text, fix.edits);
        const comments = (of: string) => of.split('<!--').length;
        if (comments(changed) === comments(source.text))
          assert.ok(!fix.preferred, `${name}: ${fix.rule}: ${fix.title}`);
      }
    }
  }
});
