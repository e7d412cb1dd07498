import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextInternalName } from '../../../server/src/language/model/internal-name.ts';

const now = Date.UTC(2026, 10, 23, 12);

for (const [name, next] of [
  ['AcmePhone', 'AcmePhoneV2'],
  ['AcmePhoneV2', 'AcmePhoneV3'],
  ['AcmePhone009', 'AcmePhone010'],
  ['AcmeV20241121', 'AcmeV20261123'],
  ['AcmeV20261123', 'AcmeV20261124'],
  ['AcmeV202209017', 'AcmeV202209018'],
  ['Acme20991399', 'Acme20991400'],
  ['A'.repeat(40), `${'A'.repeat(38)}V2`],
  [`${'A'.repeat(39)}9`, `${'A'.repeat(38)}10`],
] as const) {
  test(`${name} is followed by ${next}`, () => assert.equal(nextInternalName(name, now), next));
}

test('without a clock a date is a number', () => {
  assert.equal(nextInternalName('AcmeV20241121', undefined), 'AcmeV20241122');
});
