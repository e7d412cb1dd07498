import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  createSource,
  type Position,
  type Source,
  type SourceChange,
  updateSource,
} from '../../../server/src/language/text/source.ts';
import { seeded } from '../../support/random.ts';

function sourceOf(text: string): Source {
  return createSource('file:///a.xml', 3, text);
}

const at = (line: number, character: number): Position => ({ line, character });

describe('lines', () => {
  const cases: readonly (readonly [text: string, lines: readonly string[]])[] = [
    ['', ['']],
    ['a', ['a']],
    ['a\n', ['a', '']],
    ['a\nb\n\nc', ['a', 'b', '', 'c']],
    ['a\r\nb\r\n', ['a', 'b', '']],
    ['a\rb\r', ['a', 'b', '']],
    ['a\n\rb\r\n\r', ['a', '', 'b', '', '']],
    ['a\u2028b\u0085c\fd', ['a\u2028b\u0085c\fd']],
    ['😀\né', ['😀', 'é']],
  ];
  for (const [text, lines] of cases) {
    test(`of ${JSON.stringify(text)}`, () => {
      const source = sourceOf(text);
      assert.equal(source.lineCount, lines.length);
      assert.deepEqual(
        lines.map((_, line) => {
          const { start, end } = source.lineSpan(line);
          return text.slice(start, end);
        }),
        lines,
      );
    });
  }

  test('beyond the last one are empty, at the end', () =>
    assert.deepEqual(sourceOf('ab\nc').lineSpan(7), { start: 4, end: 4 }));
});

describe('positions', () => {
  test('count UTF-16 code units from 0', () => {
    const source = sourceOf('a😀b\r\nc\rd\ne');
    const positions: readonly (readonly [offset: number, position: Position])[] = [
      [0, at(0, 0)],
      [3, at(0, 3)],
      [4, at(0, 4)],
      [6, at(1, 0)],
      [7, at(1, 1)],
      [8, at(2, 0)],
      [10, at(3, 0)],
      [11, at(3, 1)],
    ];
    for (const [offset, position] of positions) {
      assert.deepEqual(source.positionAt(offset), position);
      assert.equal(source.offsetAt(position), offset);
    }
  });

  test('outside the text are moved to its nearest end', () => {
    const source = sourceOf('ab\ncd');
    assert.deepEqual(source.positionAt(-5), at(0, 0));
    assert.deepEqual(source.positionAt(99), at(1, 2));
    assert.equal(source.offsetAt(at(-1, 4)), 0);
    assert.equal(source.offsetAt(at(2, 0)), 5);
    assert.equal(source.offsetAt(at(1, -3)), 3);
  });

  test('past the end of a line are its end, before the line break', () => {
    const source = sourceOf('ab\r\ncd\n');
    assert.equal(source.offsetAt(at(0, 99)), 2);
    assert.equal(source.offsetAt(at(1, 99)), 6);
    assert.equal(source.offsetAt(at(2, 99)), 7);
  });

  test('and offsets say the same of every offset, but within a CRLF', () => {
    const random = seeded(3);
    for (let round = 0; round < 200; round++) {
      const text = randomText(random, 30);
      const source = sourceOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const inCrLf = text[offset - 1] === '\r' && text[offset] === '\n';
        const position = source.positionAt(offset);
        assert.equal(source.offsetAt(position), inCrLf ? offset - 1 : offset, JSON.stringify(text));
        assert.ok(position.line < source.lineCount);
      }
    }
  });
});

describe('changes', () => {
  test('apply one after the other, each to the text before it', () => {
    const changes: SourceChange[] = [
      { range: { start: at(0, 1), end: at(0, 1) }, text: '\nx' },
      { range: { start: at(1, 0), end: at(1, 1) }, text: 'yy' },
    ];
    const next = updateSource(sourceOf('abc'), changes, 4);
    assert.deepEqual([next.text, next.version, next.uri], ['a\nyybc', 4, 'file:///a.xml']);
  });

  test('without a range replace everything', () => {
    const next = updateSource(
      sourceOf('abc'),
      [{ text: 'x' }, { range: { start: at(0, 1), end: at(0, 1) }, text: 'y' }],
      4,
    );
    assert.equal(next.text, 'xy');
  });

  test('may be none, and give another version of the same text', () => {
    const source = sourceOf('abc');
    const next = updateSource(source, [], 9);
    assert.deepEqual([next.text, next.version, source.version], ['abc', 9, 3]);
  });

  test('with a range the wrong way round are read as if it were right', () => {
    assert.equal(
      updateSource(sourceOf('abcd'), [{ range: { start: at(0, 3), end: at(0, 1) }, text: '-' }], 4).text,
      'a-d',
    );
  });

  test('leave the old document as it was', () => {
    const source = sourceOf('abc');
    updateSource(source, [{ text: 'x' }], 4);
    assert.equal(source.text, 'abc');
  });

  test('give the text that an editor has, with its lines, over 1000 random sessions', () => {
    const random = seeded(20_261_125);
    for (let session = 0; session < 1000; session++) {
      let source = sourceOf(randomText(random, 40));
      let text = source.text;
      for (let version = 4; version < 12; version++) {
        const changes: SourceChange[] = [];
        for (let count = Math.floor(random() * 3); count >= 0; count--) {
          const before = sourceOf(text);
          const ends = [place(random, text), place(random, text)].sort((a, b) => a - b);
          const [start = 0, end = 0] = ends;
          const insert = randomText(random, 8);
          changes.push({ range: { start: before.positionAt(start), end: before.positionAt(end) }, text: insert });
          text = text.slice(0, start) + insert + text.slice(end);
        }
        source = updateSource(source, changes, version);
        assert.equal(source.text, text);
        assert.deepEqual(source.lineStarts, sourceOf(text).lineStarts);
      }
    }
  });
});

describe('what is derived', () => {
  test('is computed once per document and function', () => {
    const source = sourceOf('abc');
    let calls = 0;
    const length = (of: Source) => {
      calls++;
      return of.text.length;
    };
    assert.deepEqual([source.derive(length), source.derive(length), calls], [3, 3, 1]);
    assert.deepEqual([updateSource(source, [], 4).derive(length), calls], [3, 2]);
  });

  test('may be undefined, and is then not computed again', () => {
    const source = sourceOf('');
    let calls = 0;
    const nothing = () => {
      calls++;
      return undefined;
    };
    source.derive(nothing);
    source.derive(nothing);
    assert.equal(calls, 1);
  });
});

const letters = ['a', 'b', '<', '\n', '\r', '\r\n', '😀', 'é', ' '];

function randomText(random: () => number, most: number): string {
  const length = Math.floor(random() * most);
  return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
}

/** An offset where a cursor can stand: never within a CRLF. */
function place(random: () => number, text: string): number {
  const offset = Math.floor(random() * (text.length + 1));
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset;
}
