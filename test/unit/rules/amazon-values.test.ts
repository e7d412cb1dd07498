import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inVoice, item } from '../../../server/src/language/rules/example-text.ts';
import { findingsOf, fixAllIn } from '../../support/language.ts';

const date = 'reqTelephonyIntegrationKeyPairExpDate';

function about(name: string, value: string): string[] {
  return findingsOf(inVoice(item(0, name, value)))
    .filter(({ rule }) => /^(?:invalid|placeholder)/.test(rule))
    .map(({ rule, severity }) => `${rule} ${severity}`);
}
const mended = (name: string, value: string) => />([^<]*)<\/item>/.exec(fixAllIn(inVoice(item(0, name, value))))?.[1];

test('no region that there is, or may be tomorrow, is called wrong', () => {
  for (const region of [
    'us-east-1',
    'ap-southeast-7',
    'cn-northwest-1',
    'us-isob-east-1',
    'eusc-de-east-1',
    'mx-central-1',
  ])
    assert.deepEqual(about('reqRegion', region), [], region);
  for (const other of ['Oregon', 'us-west', 'us-west-2-lax-1a', '1'])
    assert.deepEqual(about('reqRegion', other), ['invalid-region warning'], other);
  assert.equal(mended('reqRegion', 'EU_Central_1'), 'eu-central-1');
  assert.equal(mended('reqRegion', 'Oregon'), 'Oregon');
});

test('an ARN is held to what its item takes', () => {
  const role = 'reqUpdateCredentialRole';
  for (const good of ['arn:aws:iam::123456789012:role/a/b', 'arn:aws-cn:iam::123456789012:role/A'])
    assert.deepEqual(about(role, good), [], good);
  for (const bad of ['arn:aws:iam::12345:role/A', 'arn:aws:iam::123456789012:user/A', '123456789012', 'arn:'])
    assert.deepEqual(about(role, bad), ['invalid-arn warning'], bad);
  assert.deepEqual(about(role, 'arn:aws:iam::XXXXXXXXXXXX:role/A'), ['placeholder information']);
  const target = 'reqTransferTargetForOmniFlowTransfer';
  assert.deepEqual(about(target, 'arn:aws:connect:us-west-2:123456789012:instance/1/transfer-destination/2'), []);
  assert.deepEqual(about(target, 'Service queue'), ['invalid-arn warning']);
});

test('a date is a day of the calendar, day first', () => {
  for (const good of ['29/02/2028 23:59:59', '01/12/2026 00:00:00']) assert.deepEqual(about(date, good), [], good);
  for (const none of ['29/02/2027 00:00:00', '01/13/2026 00:00:00', '00/01/2026 00:00:00', '01/01/2026 24:00:00'])
    assert.deepEqual(about(date, none), ['invalid-date warning'], none);
  for (const other of ['2026-02-25', '25.02.2026', '5/2/2026 09:04:49', 'next year'])
    assert.deepEqual(about(date, other), ['invalid-date information'], other);
});

test('only a month that can be no month is put in its place unasked', () => {
  assert.equal(mended(date, '02/25/2026 09:04:49'), '25/02/2026 09:04:49');
  for (const kept of ['02/25/2026', '2026-02-25T09:04:49Z', '31/04/2026 00:00:00', '5/2/2026 09:04:49'])
    assert.equal(mended(date, kept), kept);
});
