import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf, fixAllIn, service, sourceOf } from '../../support/language.ts';

const rule = 'dial-prefix-characters';

function definition(outside: string): string {
  return `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Acme</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Acme</item>
    <item sortOrder="2" name="reqAdapterUrl" label="CTI Adapter URL">https://phone.acme.test/</item>
    <item sortOrder="3" name="reqUseApi" label="Use CTI API">true</item>
    <item sortOrder="4" name="reqSoftphoneHeight" label="Softphone Height">400</item>
    <item sortOrder="5" name="reqSoftphoneWidth" label="Softphone Width">400</item>
    <item sortOrder="6" name="reqSalesforceCompatibilityMode" label="Mode">Lightning</item>
  </section>
  <section sortOrder="1" name="reqDialingOptions" label="Dialing Options">
    <item sortOrder="0" name="reqOutsidePrefix" label="Outside Prefix">${outside}</item>
  </section>
</callCenter>
`;
}

test('a comma, which many diallers take for a pause, is told of and stays', () => {
  const text = definition('9,');
  const [finding] = findingsOf(text).filter((found) => found.rule === rule);
  assert.equal(finding?.severity, 'information');
  assert.match(finding?.message ?? '', /not documented/);
  assert.equal(fixAllIn(text), text);
  const [fix] = service
    .quickFixes(sourceOf(text), finding?.at ?? { start: 0, end: 0 })
    .filter((one) => one.rule === rule);
  assert.deepEqual([fix?.title, fix?.preferred], ['Change it to 9', false]);
});

test('a placeholder is a matter of another rule, and its digits are no prefix', () => {
  for (const value of ['{{PREFIX1}}', '&lt;Prefix 2&gt;', 'REPLACE_WITH_9']) {
    const text = definition(value);
    assert.deepEqual(
      findingsOf(text).map((found) => found.rule),
      ['placeholder'],
      value,
    );
    assert.equal(fixAllIn(text), text);
  }
});
