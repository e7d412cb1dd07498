import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSource } from '../../../server/src/language/index.ts';
import { service } from '../../support/language.ts';

/** Rules that report on a component with these settings. */
function rulesOn(customSettings: string): string[] {
  const text = `<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
  <customSettings>${customSettings}</customSettings>
  <displayName>Acme</displayName>
  <displayNameLabel>Display Name</displayNameLabel>
  <internalNameLabel>Internal Name</internalNameLabel>
  <sections>
    <items><label>URL</label><name>reqAdapterUrl</name><value>https://phone.acme.test</value></items>
    <label>General</label>
    <name>reqGeneralInfo</name>
  </sections>
</CallCenter>
`;
  const source = createSource('file:///Acme.callCenter-meta.xml', 1, text);
  return [...new Set(service.findings(source).map(({ rule }) => rule))].sort();
}

const settings =
  '{"reqUseApi":"true","reqSoftphoneHeight":"400","reqSoftphoneWidth":"300","reqSalesforceCompatibilityMode":"Classic"}';

test('what customSettings say need not be said by items', () => assert.deepEqual(rulesOn(settings), []));

test('JSON that cannot be read is one mistake, and nothing follows from it', () =>
  assert.deepEqual(rulesOn(settings.replace('"400",', '"400" ')), ['custom-settings-invalid']));

test('what nobody says is missing', () => assert.ok(rulesOn('{"reqUseApi":"true"}').includes('missing-required-item')));
