import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { definitionOf } from '../../../server/src/language/model/read.ts';
import { isStructureSound } from '../../../server/src/language/rules/run.ts';
import { fixturesIn } from '../../support/fixtures.ts';
import { findingsOf, sourceOf } from '../../support/language.ts';

/** Samples whose text is whole; the one with mistakes is broken before anybody types. */
const samples = fixturesIn('samples').filter(({ name }) => !name.includes('mistakes'));

/** Findings by rule. */
function counts(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const { rule } of findingsOf(text)) found.set(rule, (found.get(rule) ?? 0) + 1);
  return found;
}

/** What the text with something half-typed has beyond the whole text, where its structure is in doubt. */
function extra(whole: ReadonlyMap<string, number>, cut: string): string[] {
  if (isStructureSound(definitionOf(sourceOf(cut)).tree)) return [];
  return [...counts(cut)].flatMap(([rule, count]) =>
    Array.from({ length: Math.max(0, count - (whole.get(rule) ?? 0)) }, () => rule),
  );
}

describe('while somebody types', () => {
  for (const { name, text } of samples) {
    const whole = counts(text);

    test(`at the end of ${name}, nothing is said but what stops the text from being read, and that twice at most`, () => {
      for (let at = 0; at < text.length; at++) {
        const found = extra(whole, text.slice(0, at));
        assert.ok(found.length <= 2, `${at}: ${found.join(' ')}`);
        assert.deepEqual(
          [...new Set(found)].filter((rule) => rule !== 'xml-syntax'),
          [],
          `${at}`,
        );
      }
    });

    test(`in the middle of ${name}, one unfinished line raises no storm`, () => {
      const root = text.indexOf('<callCenter');
      for (let at = text.indexOf('\n', root); at < text.length; at++) {
        const end = text.indexOf('\n', at);
        const cut = text.slice(0, at) + (end < 0 ? '' : text.slice(end));
        const found = extra(whole, cut);
        // Where the first line of a value of several lines is gone, the others stand there as text, and are called so.
        assert.ok(found.filter((rule) => rule !== 'stray-text').length <= 2, `${at}: ${found.join(' ')}`);
        assert.deepEqual(
          [...new Set(found)].filter((rule) => rule !== 'xml-syntax' && rule !== 'stray-text'),
          [],
          `${at}`,
        );
      }
    });
  }
});
