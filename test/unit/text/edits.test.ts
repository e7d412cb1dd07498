import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits, singleEdit, sortEdits, type TextEdit } from '../../../server/src/language/text/edits.ts';
import { createOverlaps, encloses, overlaps, touches } from '../../../server/src/language/text/span.ts';
import { seeded } from '../../support/random.ts';

function edit(start: number, end: number, newText: string): TextEdit {
  return { span: { start, end }, newText };
}

describe('applying edits', () => {
  test('takes them in any order, all about the text before', () => {
    assert.equal(applyEdits('abcdef', [edit(4, 5, 'E'), edit(0, 1, ''), edit(2, 2, '--')]), 'b--cdEf');
  });

  test('keeps the order of insertions at one place, before what is replaced there', () => {
    assert.equal(applyEdits('ab', [edit(1, 1, '1'), edit(1, 2, 'B'), edit(1, 1, '2')]), 'a12B');
  });

  test('does nothing without edits', () => assert.equal(applyEdits('ab', []), 'ab'));

  test('refuses edits that overlap or leave the text', () => {
    assert.throws(() => applyEdits('abc', [edit(0, 2, ''), edit(1, 3, '')]), RangeError);
    assert.throws(() => applyEdits('abc', [edit(2, 4, '')]), RangeError);
    assert.throws(() => applyEdits('abc', [edit(2, 1, '')]), RangeError);
  });

  test('sorting leaves the list that was given alone', () => {
    const list = [edit(2, 2, ''), edit(0, 0, '')];
    sortEdits(list);
    assert.equal(list[0]?.span.start, 2);
  });
});

describe('the smallest single edit', () => {
  const cases: readonly (readonly [before: string, after: string, expected: TextEdit | undefined])[] = [
    ['abc', 'abc', undefined],
    ['', 'abc', edit(0, 0, 'abc')],
    ['abc', '', edit(0, 3, '')],
    ['abcd', 'abXd', edit(2, 3, 'X')],
    ['aaa', 'aa', edit(2, 3, '')],
    ['a😀b', 'a😁b', edit(1, 3, '😁')],
    ['😀', '😀😀', edit(2, 2, '😀')],
    ['a\r\nb', 'a\rb', edit(1, 3, '\r')],
    ['a\r\nb', 'a\nb', edit(1, 3, '\n')],
    ['a\r\nb', 'a\r\n\r\nb', edit(3, 3, '\r\n')],
  ];
  for (const [before, after, expected] of cases) {
    test(`from ${JSON.stringify(before)} to ${JSON.stringify(after)}`, () =>
      assert.deepEqual(singleEdit(before, after), expected));
  }

  test('gives the other text, and splits neither pair nor CRLF, for 5,000 random pairs', () => {
    const random = seeded(5);
    const letters = ['a', 'b', '\r', '\n', '\r\n', '😀', '😁', '\u{10ffff}'];
    const text = () =>
      Array.from({ length: Math.floor(random() * 7) }, () => letters[Math.floor(random() * letters.length)]).join('');
    for (let round = 0; round < 5000; round++) {
      const before = text();
      const after = text();
      const found = singleEdit(before, after);
      assert.equal(found === undefined, before === after);
      if (!found) continue;
      assert.equal(applyEdits(before, [found]), after);
      for (const offset of [found.span.start, found.span.end]) {
        const around = before.slice(offset - 1, offset + 1);
        assert.ok(
          around !== '\r\n' && !/^[\ud800-\udbff][\udc00-\udfff]$/.test(around),
          JSON.stringify([before, after]),
        );
      }
      assert.doesNotMatch(found.newText, /^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }
  });
});

describe('spans', () => {
  const span = (start: number, end: number) => ({ start, end });

  test('touch a cursor at their borders, too', () => {
    assert.deepEqual(
      [1, 2, 4, 5].map((offset) => touches(span(2, 4), offset)),
      [false, true, true, false],
    );
  });

  test('overlap when they share a character, or one is empty and touches the other', () => {
    assert.equal(overlaps(span(0, 2), span(2, 4)), false);
    assert.equal(overlaps(span(0, 3), span(2, 4)), true);
    assert.equal(overlaps(span(2, 2), span(2, 4)), true);
    assert.equal(overlaps(span(4, 4), span(2, 4)), true);
    assert.equal(overlaps(span(5, 5), span(2, 4)), false);
    assert.equal(overlaps(span(2, 2), span(2, 2)), true);
  });

  test('are found among others as if each was looked at', () => {
    const random = seeded(5);
    const some = () => {
      const start = Math.floor(random() * 12);
      return span(start, start + Math.floor(random() * 4));
    };
    for (let round = 0; round < 2000; round++) {
      const others = Array.from({ length: Math.floor(random() * 5) }, some);
      const asked = some();
      const expected = others.some((other) => overlaps(other, asked));
      assert.equal(createOverlaps(others)(asked), expected, JSON.stringify([others, asked]));
    }
  });

  test('enclose what lies in them, themselves included', () => {
    assert.equal(encloses(span(1, 4), span(1, 4)), true);
    assert.equal(encloses(span(1, 4), span(4, 4)), true);
    assert.equal(encloses(span(1, 4), span(0, 2)), false);
  });
});
