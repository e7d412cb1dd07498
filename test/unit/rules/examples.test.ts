import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/src/language/index.ts';
import { optionsOfExamples } from '../../../server/src/language/rules/example-options.ts';
import { findingsOf, fixAllIn, service, sourceOf } from '../../support/language.ts';
import { marked } from '../../support/marked.ts';

const ids = new Set<string>();
for (const rule of service.rules) {
  const { uri, options } = optionsOfExamples(rule);
  test(`${rule.id}: is complete`, () => {
    assert.match(rule.id, /^[a-z]+(?:-[a-z]+)*$/);
    assert.ok(!ids.has(rule.id), 'the id is taken');
    ids.add(rule.id);
    assert.ok(rule.summary.endsWith('.') && !rule.summary.includes('\n'));
    for (const heading of ['## What it finds', '## Why it matters', '## How to fix it'])
      assert.ok(rule.docs.includes(heading), heading);
    assert.ok(rule.sources.length > 0, 'a rule rests on a source');
    assert.ok(rule.examples.bad.length > 0 && rule.examples.good.length > 0);
  });

  for (const [index, example] of rule.examples.bad.entries()) {
    const { text, spans } = marked(example);

    test(`${rule.id}: bad example ${index + 1} is found exactly where it is marked`, () => {
      const own = findingsOf(text, options, uri).filter((finding) => finding.rule === rule.id);
      assert.deepEqual(
        own.map((finding) => finding.at),
        spans,
        own.map((finding) => finding.message).join('\n'),
      );
      for (const { message } of own) assert.match(message, /^[^{}]+[.…)]$/s, `a message is a sentence: ${message}`);
    });

    test(`${rule.id}: each fix of bad example ${index + 1} leaves nothing to report there`, () => {
      const source = sourceOf(text, uri);
      const before = findingsOf(text, options, uri).filter((finding) => finding.rule === rule.id).length;
      for (const span of spans) {
        for (const fix of service
          .quickFixes(source, span, options)
          .filter((candidate) => candidate.rule === rule.id && candidate.at.start === span.start)) {
          assert.ok(!(rule.offersOnly && fix.preferred), 'what only offers prefers nothing');
          const after = applyEdits(text, fix.edits);
          assert.notEqual(after, text, fix.title);
          const left = findingsOf(after, options, uri).filter((finding) => finding.rule === rule.id);
          assert.ok(
            left.length < before,
            `“${fix.title}” leaves ${left.map(({ message }) => message).join(' ')}\n${after}`,
          );
        }
      }
    });

    test(`${rule.id}: fixing all of bad example ${index + 1} twice changes nothing more`, () => {
      const once = fixAllIn(text, options, uri);
      assert.equal(fixAllIn(once, options, uri), once);
    });
  }

  for (const [index, example] of rule.examples.good.entries()) {
    test(`${rule.id}: good example ${index + 1} is left alone`, () => {
      assert.deepEqual(
        findingsOf(example, options, uri).filter((finding) => finding.rule === rule.id),
        [],
      );
    });
  }
}

test('a severity can be set, and off means silent', () => {
  const bad = marked(service.rules.find(({ id }) => id === 'duplicate-item')?.examples.bad[0] ?? '').text;
  const severityOf = (severities: Record<string, 'hint' | 'off'>) =>
    findingsOf(bad, { severities })
      .filter(({ rule }) => rule === 'duplicate-item')
      .map(({ severity }) => severity);
  assert.deepEqual(severityOf({}), ['warning']);
  assert.deepEqual(severityOf({ 'duplicate-item': 'hint' }), ['hint']);
  assert.deepEqual(severityOf({ 'duplicate-item': 'off' }), []);
});
