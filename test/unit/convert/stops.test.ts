// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStops } from '../../../server/src/language/convert/stops.ts';

test('what a snippet would take for its own is escaped, inside tab stops and outside', () => {
  const stops = createStops();
  const text = `a $1 {b} \\ ${stops.mark('$2} \\')} c`;
  assert.equal(stops.toSnippet(text), 'a \\$1 {b\\} \\\\ ${1:\\$2\\} \\\\} c');
});

test('tab stops are numbered as they are marked, and an empty one has no colon', () => {
  const stops = createStops();
  const first = stops.mark('x');
  const second = stops.mark('');
  assert.equal(stops.toSnippet(`${second}${first}`), '${2}${1:x}');
});

test('choices offer the given value first and escape what separates them', () => {
  const stops = createStops();
  assert.equal(stops.toSnippet(stops.mark('b', ['a', 'b', 'c,d|e'])), '${1|b,a,c\\,d\\|e|}');
});

test('choices of nothing but the value are a plain tab stop', () => {
  const stops = createStops();
  assert.equal(stops.toSnippet(stops.mark('only', ['only'])), '${1:only}');
});
