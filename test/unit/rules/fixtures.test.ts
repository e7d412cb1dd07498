import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flavours } from '../../../server/src/language/index.ts';
import { checkWellFormed } from '../../../server/src/language/xml/well-formed.ts';
import { fixturesIn } from '../../support/fixtures.ts';
import { findingsOf, fixAllIn, linesAndRules, service, sourceOf } from '../../support/language.ts';
import { parse } from '../../support/tree.ts';

/** What a fixture says of itself: `expect <line> <rule>` in its first comment. */
function expected(text: string): string[] {
  return [...text.matchAll(/expect (\d+) ([a-z-]+)/g)].map((match) => `${match[1]} ${match[2]}`).sort();
}

/** Under its own name: rules about file names have their say. */
function uriOf(name: string): string {
  return `file:///test/${name}`;
}

for (const { name, text } of fixturesIn('fixtures/ok')) {
  test(`nothing is wrong with ${name}, and remarks are only those it names`, () => {
    const bad = findingsOf(text, undefined, uriOf(name)).filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    );
    assert.deepEqual(bad, []);
    assert.deepEqual(linesAndRules(text, uriOf(name)).sort(), expected(text));
  });
}

for (const { name, text } of fixturesIn('fixtures/err')) {
  test(`${name} breaks exactly the rules it names, where it names them`, () => {
    assert.ok(expected(text).length > 0, 'an err fixture names what it breaks');
    assert.deepEqual(linesAndRules(text, uriOf(name)).sort(), expected(text));
  });
}

for (const { name, text } of fixturesIn('fixtures')) {
  test(`fixing ${name} mends without breaking, and once is enough`, () => {
    const uri = uriOf(name);
    const fixed = fixAllIn(text, undefined, uri);
    assert.equal(fixAllIn(fixed, undefined, uri), fixed);
    const wellFormed = (candidate: string) => checkWellFormed(candidate, parse(candidate)).kind === 'well-formed';
    // In a broken text most rules are silent: mending it can bring more to light than it takes away.
    if (wellFormed(text)) {
      assert.ok(wellFormed(fixed), fixed);
      assert.ok(findingsOf(fixed, undefined, uri).length <= findingsOf(text, undefined, uri).length);
    }
    assert.equal(text.includes('\r\n'), fixed.includes('\r\n'));
  });
}

for (const { name, text } of fixturesIn('samples')) {
  const clean = !name.includes('mistakes');
  test(clean ? `the sample ${name} is silent` : `the sample ${name} shows mistakes`, () => {
    assert.equal(findingsOf(text).length === 0, clean, linesAndRules(text).join('\n'));
  });
}

for (const flavour of flavours) {
  test(`a new ${flavour} definition is of its flavour, and remarks are only about what is to be filled in`, () => {
    const text = service.newDefinition(flavour);
    assert.deepEqual(
      findingsOf(text).filter(
        ({ rule, severity }) => `${rule} ${severity}` !== 'placeholder information' && severity !== 'hint',
      ),
      [],
    );
    assert.equal(service.describe(sourceOf(text)).flavour, flavour);
  });
}
