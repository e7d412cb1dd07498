// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStops } from '../../../server/src/language/convert/stops.ts';

test('what a snippet would take for its own is escaped, inside tab stops and outside', () => {
  const stops = createStops();
  const text = `a $1 {b} \\ ${stops.mark('$2} \\')} c`;
  assert.equal(stops.toSnippet(text), 'a \\$1 {b\\} \\\\ ${1:\\$2\\} \\\\} c');
});

test('tab stops are numbered as they come in the text, and an empty one has no colon', () => {
  const stops = createStops();
  const later = stops.mark('x');
  const earlier = stops.mark('');
  assert.equal(stops.toSnippet(`${earlier}${later}`), '${1}${2:x}');
});

test('what stands in the text twice is typed once', () => {
  const stops = createStops();
  const mode = stops.mark('b', ['a', 'b']);
  const other = stops.mark('c');
  assert.equal(stops.toSnippet(`${mode}${other}${mode}${other}`), '${1|b,a|}${2:c}${1}${2}');
  assert.equal(stops.toPlain(`<${mode}> ${other}${mode}`), '<b> cb');
});

test('choices offer the given value first and escape what separates them', () => {
  const stops = createStops();
  assert.equal(stops.toSnippet(stops.mark('b', ['a', 'b', 'c,d|e'])), '${1|b,a,c\\,d\\|e|}');
});

test('choices of nothing but the value are a plain tab stop', () => {
  const stops = createStops();
  assert.equal(stops.toSnippet(stops.mark('only', ['only'])), '${1:only}');
});
