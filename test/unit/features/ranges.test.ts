import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foldingRanges, selectionRanges } from '../../../server/src/language/features/ranges.ts';
import { atCursor } from '../../support/features.ts';
import { fixturesIn } from '../../support/fixtures.ts';
import { sourceOf } from '../../support/language.ts';
import { marked } from '../../support/marked.ts';
import { mutants } from '../../support/mutants.ts';

describe('folding', () => {
  test('takes elements and comments over several lines, in text order', () => {
    const { text, spans } = marked(
      '<?xml version="1.0"?>\n«<!-- a\nb -->»\n«<callCenter>\n  «<section\n name="a">\n    <item name="b">1</item>\n    «<item name="c">\n    </item>»\n  </section>»\n</callCenter>»\n<!-- one line -->\n',
    );
    const found = foldingRanges(sourceOf(text));
    assert.deepEqual(
      found.map(({ span }) => span),
      spans,
    );
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['comment', 'element', 'element', 'element'],
    );
  });

  test('knows lone carriage returns for line ends', () =>
    assert.equal(foldingRanges(sourceOf('<callCenter>\r<section/>\r</callCenter>')).length, 1));

  test('finds nothing on one line, and nothing in another format', () => {
    assert.deepEqual(foldingRanges(sourceOf('<callCenter><section></section></callCenter>')), []);
    assert.deepEqual(foldingRanges(sourceOf('<project>\n</project>')), []);
  });

  test('stands a file with more elements than a call has arguments', () => {
    const text = `<callCenter>\n<section>${'<item/>'.repeat(200_000)}</section>\n</callCenter>`;
    assert.equal(foldingRanges(sourceOf(text)).length, 1);
  });

  test('lies in the text, nested or apart, also in damaged texts', () => {
    const texts = fixturesIn('fixtures').map(({ text }) => text);
    for (const text of [...texts, ...mutants(texts, 300, 20_261_130)]) {
      const open: number[] = [];
      for (const { span } of foldingRanges(sourceOf(text))) {
        assert.ok(span.start < span.end && span.end <= text.length);
        while ((open.at(-1) ?? text.length) <= span.start) open.pop();
        assert.ok(span.end <= (open.at(-1) ?? text.length));
        open.push(span.end);
      }
    }
  });
});

/** The texts selected at the `|`, from the smallest to the largest, without the last one, which is everything. */
function selected(text: string): string[] {
  const { source, offset } = atCursor(text);
  const ranges = selectionRanges(source, offset).map(({ start, end }) => source.text.slice(start, end));
  assert.equal(ranges.at(-1), source.text);
  return ranges.slice(0, -1);
}

describe('selection', () => {
  test('grows from a value in a tag', () => {
    assert.deepEqual(selected('<callCenter>\n<section name="re|q"/>\n</callCenter>\n'), [
      'req',
      'name="req"',
      '<section name="req"/>',
      '\n<section name="req"/>\n',
      '<callCenter>\n<section name="req"/>\n</callCenter>',
    ]);
  });

  test('grows from an attribute name', () => {
    assert.deepEqual(selected('<callCenter na|me="a"></callCenter>\n').slice(0, 3), [
      'name',
      'name="a"',
      '<callCenter name="a">',
    ]);
  });

  test('grows from a text to its element', () => {
    assert.deepEqual(selected('<callCenter><section><item>a|b</item></section></callCenter>\n'), [
      'ab',
      '<item>ab</item>',
      '<section><item>ab</item></section>',
      '<callCenter><section><item>ab</item></section></callCenter>',
    ]);
  });

  test('grows from tag names', () => {
    assert.deepEqual(selected('<call|Center><section/></callCenter>\n').slice(0, 2), ['callCenter', '<callCenter>']);
    assert.deepEqual(selected('<callCenter><section/></callCen|ter>\n').slice(0, 2), ['callCenter', '</callCenter>']);
  });

  test('grows from a comment', () => {
    assert.deepEqual(selected('<callCenter><!-- a | b --><section/></callCenter>\n').slice(0, 1), ['<!-- a  b -->']);
  });

  test('is everything outside the root', () => assert.deepEqual(selected('<callCenter/>\n|\n'), []));

  test('holds the cursor, and each range is wider than the one before: every offset, also of damaged texts', () => {
    const texts = fixturesIn('fixtures').map(({ text }) => text);
    for (const text of [...texts, ...mutants(texts, 100, 20_261_131)]) {
      const source = sourceOf(text);
      for (let offset = 0; offset <= text.length; offset += 5) {
        const ranges = selectionRanges(source, offset);
        assert.deepEqual(ranges.at(-1), { start: 0, end: text.length });
        for (const [index, range] of ranges.entries()) {
          assert.ok(range.start <= offset && offset <= range.end);
          const inner = ranges[index - 1];
          if (!inner) continue;
          assert.ok(range.start <= inner.start && inner.end <= range.end);
          assert.ok(range.end - range.start > inner.end - inner.start);
        }
      }
    }
  });
});
