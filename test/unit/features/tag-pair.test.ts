import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { autoClose, linkedNames, tagHighlights } from '../../../server/src/language/features/tag-pair.ts';
import { atCursor } from '../../support/features.ts';
import { fixturesIn } from '../../support/fixtures.ts';
import { sourceOf } from '../../support/language.ts';
import { marked } from '../../support/marked.ts';

/** Whether the spans found at the `|` are those between « and »; a text without any expects none. */
function check(ask: typeof tagHighlights | typeof linkedNames, source: string): void {
  const { text, spans } = marked(source.replace('|', ''));
  const offset = source.replaceAll(/[«»]/g, '').indexOf('|');
  assert.deepEqual(ask(sourceOf(text), offset) ?? [], spans);
}

describe('both names of a pair are marked', () => {
  for (const source of [
    '<«call|Center»><section/></«callCenter»>',
    '<«|callCenter»><section/></«callCenter»>',
    '<«callCenter|» a="b"></«callCenter»>',
    '<«callCenter»><section/></«callCent|er»>',
    '<callCenter><«section»><section/></«|section»></callCenter>',
    '<callCenter><«section|»/></callCenter>',
    '<callCenter><«section|»><item/></callCenter>',
    '<callCenter|',
    '<callCenter a|="b"><section/></callCenter>',
    '<callCenter>|<section></section></callCenter>',
    '<callCenter><section>|</section></callCenter>',
    '|',
  ]) {
    test(source, () =>
      check(tagHighlights, source.includes('«') ? source : source.replace('<callCenter|', '<«callCenter|»')),
    );
  }
});

describe('the names of a pair are edited together', () => {
  for (const source of [
    '<«call|Center»><section/></«callCenter»>',
    '<«callCenter»><section/></«callCenter|»>',
    '<callCenter><«item|»>x</«item»></callCenter>',
    '<callCenter><section|/></callCenter>',
    '<callCenter><section|><item/></callCenter>',
    '<callCenter><sectoin|></section></callCenter>',
    '<callCenter><section></section|',
  ]) {
    test(source, () => check(linkedNames, source));
  }

  test('and are equal, at every offset of every fixture', () => {
    for (const { text } of fixturesIn('fixtures')) {
      const source = sourceOf(text);
      for (let offset = 0; offset <= text.length; offset += 3) {
        const [open, close] = linkedNames(source, offset) ?? [];
        assert.equal(text.slice(open?.start, open?.end), text.slice(close?.start, close?.end));
      }
    }
  });
});

describe('a tag that was just ended is closed', () => {
  const cases: readonly (readonly [marked: string, inserted: string | undefined])[] = [
    ['<callCenter>|', '$0</callCenter>'],
    ['<callCenter>\n  <section name="a">|\n</callCenter>', '$0</section>'],
    [
      '<callCenter>\n  <section>\n    <item name="a">|\n    <item name="b">1</item>\n  </section>\n</callCenter>',
      '$0</item>',
    ],
    ['<callCenter><section>|</section></callCenter>', undefined],
    ['<callCenter><section/>|</callCenter>', undefined],
    ['<callCenter><section></section>|</callCenter>', undefined],
    ['<callCenter><!-- > -->|</callCenter>', undefined],
    ['<callCenter><section>a >| b</callCenter>', undefined],
    ['<callCenter><section a=">|"></callCenter>', undefined],
    ['<callCenter><section></|', 'section>'],
    ['<callCenter>\n  <section>\n    <item name="a">1</|\n  </section>\n</callCenter>', 'item>'],
    ['<callCenter>\n  <section>\n    <item name="a">1</item>\n  </|\n</callCenter>', 'section>'],
    ['<callCenter><section></|>', 'section'],
    ['<callCenter></|', 'callCenter>'],
    ['<callCenter></callCenter></|', undefined],
    ['<callCenter>a/|</callCenter>', undefined],
    ['|<callCenter>', undefined],
  ];
  for (const [text, inserted] of cases) {
    test(text, () => {
      const { source, offset } = atCursor(text);
      assert.equal(autoClose(source, offset), inserted);
    });
  }
});
