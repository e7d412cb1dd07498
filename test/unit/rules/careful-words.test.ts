import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findingsOf, fixAllIn } from '../../support/language.ts';

function withName(value: string): string {
  return `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">${value}</item>
  </section>
</callCenter>
`;
}

function found(text: string, rule: string) {
  return findingsOf(text).filter((finding) => finding.rule === rule);
}

describe('blanks around an internal name that is right otherwise', () => {
  for (const value of [' Acme', 'Acme ', '\n      Acme\n    ', ' {0} '.replace('{0}', 'A'.repeat(40))])
    test(`are a warning, since nobody knows whether they are taken away: ${JSON.stringify(value)}`, () => {
      const [finding, ...more] = found(withName(value), 'internal-name');
      assert.deepEqual(more, []);
      assert.equal(finding?.severity, 'warning');
      assert.match(finding?.message ?? '', /not documented/);
      assert.match(fixAllIn(withName(value)), new RegExp(`>${value.trim()}<`));
    });

  test('stay an error where the name itself is wrong, and where there is none', () => {
    for (const value of [' Ac me ', ' 1Acme ', '  ', ''])
      assert.equal(found(withName(value), 'internal-name')[0]?.severity, 'error', value);
  });
});

test('a label is measured in characters as people count them', () => {
  const labelled = (label: string) => `<callCenter>
  <section sortOrder="0" name="Own" label="${label}">
    <item sortOrder="0" name="a" label="A">1</item>
  </section>
</callCenter>
`;
  assert.deepEqual(found(labelled('\u{1f4de}'.repeat(1000)), 'label-too-long'), []);
  assert.match(found(labelled('\u{1f4de}'.repeat(1001)), 'label-too-long')[0]?.message ?? '', /1001 characters/);
});
