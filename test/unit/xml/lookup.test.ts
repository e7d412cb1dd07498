import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathAt } from '../../../server/src/language/xml/lookup.ts';
import type { XmlElement } from '../../../server/src/language/xml/tree.ts';
import { fixturesIn } from '../../support/fixtures.ts';
import { elementsOf, parse } from '../../support/tree.ts';

/** The names of the elements around the `|`, outermost first. */
function around(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return pathAt(parse(text), offset)
    .map(({ name }) => name)
    .join(' ');
}

describe('the elements around a place', () => {
  const cases: readonly (readonly [marked: string, path: string])[] = [
    ['|', ''],
    ['x|<a/>', 'a'],
    ['| <a/>', ''],
    ['<a|/>', 'a'],
    ['<a/>|', 'a'],
    ['<a/> |', ''],
    ['<a><b>|</b></a>', 'a b'],
    ['<a>|<b/></a>', 'a b'],
    ['<a><b/>|</a>', 'a b'],
    ['<a><b/>|<c/></a>', 'a c'],
    ['<a><b/>|x<c/></a>', 'a b'],
    ['<a><b/>x|<c/></a>', 'a c'],
    ['<a><b/>x|y<c/></a>', 'a'],
    ['<a><!-- | --></a>', 'a'],
    ['<a>x</a|>', 'a'],
    ['<callCenter><section><item|', 'callCenter section item'],
  ];
  for (const [marked, path] of cases) {
    test(`${marked}: ${path || 'none'}`, () => assert.equal(around(marked), path));
  }

  test('are what a search through the whole tree finds, at every offset of every fixture, whole and cut', () => {
    for (const { text: whole } of [...fixturesIn('fixtures'), ...fixturesIn('samples')]) {
      for (const text of [whole, whole.slice(0, whole.length >> 1), whole.slice(0, -25)]) {
        const tree = parse(text);
        const elements = elementsOf(tree);
        for (let offset = 0; offset <= text.length; offset += 7) {
          assert.deepEqual(pathAt(tree, offset), searched(elements, offset));
        }
      }
    }
  });
});

/** Level by level, the last element that holds the offset: of two that touch there, the one that begins. */
function searched(elements: readonly XmlElement[], offset: number): XmlElement[] {
  const path: XmlElement[] = [];
  const holding = elements.filter(({ span }) => span.start <= offset && offset <= span.end);
  for (;;) {
    const next = holding.filter(({ parent }) => parent === path.at(-1)).at(-1);
    if (!next) return path;
    path.push(next);
  }
}
