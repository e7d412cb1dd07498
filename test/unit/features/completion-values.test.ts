import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Asked, labels, offers, take } from '../../support/features.ts';

function item(name: string, value: string, section = 'reqGeneralInfo', rest = ''): string {
  return `<callCenter>\n  <section sortOrder="0" name="${section}" label="S">\n    <item sortOrder="0" name="${name}" label="L">${value}</item>${rest}\n  </section>\n</callCenter>\n`;
}

function shown(name: string, asked: Asked = {}, section?: string): string[] {
  return offers(item(name, '|', section), asked).map(({ label, kind, detail }) => `${kind} ${label}: ${detail}`);
}

test('yes or no', () => {
  assert.deepEqual(labels(item('reqUseApi', '|')), ['true', 'false']);
  assert.deepEqual(labels(item('reqThirdPartyIDP', '|', 'reqHvcc')), ['false', 'true']);
});

test('the three compatibility modes say what they mean', () => {
  const found = offers(item('reqSalesforceCompatibilityMode', '|'));
  assert.deepEqual(
    found.map(({ label, detail }) => [label, detail]),
    [
      ['Classic_and_Lightning', ''],
      ['Classic', 'default'],
      ['Lightning', ''],
    ],
  );
  assert.match(found[2]?.documentation ?? '', /^The softphone shows in Lightning Experience only\./);
  assert.ok(found.every(({ kind }) => kind === 'enumMember'));
});

test('sizes: the usual one and the documented bounds', () => {
  assert.deepEqual(shown('reqSoftphoneHeight'), [
    'value 500: a usual size',
    'value 240: the smallest in Lightning Experience',
    'value 2560: the largest in Lightning Experience',
  ]);
  assert.deepEqual(labels(item('reqSoftphoneWidth', '|')), ['400', '200', '1920']);
});

test('addresses: the Visualforce pages of the workspace, then an example to be replaced', () => {
  const facts = { visualforcePages: ['softphone', 'standby'] };
  assert.deepEqual(shown('reqAdapterUrl', { facts }), [
    'file /apex/softphone: Visualforce page of the workspace',
    'file /apex/standby: Visualforce page of the workspace',
    'value https://softphone.example.com/: example',
  ]);
  const example = offers(item('reqAdapterUrl', '|'))[0];
  assert.match(example?.snippet ?? '', /^\$\{1:https:/);
  // An address of an identity provider is never a page of the org.
  assert.deepEqual(labels(item('reqRelayState', '|', 'reqHvcc'), { facts }), ['https://relay.example.com/']);
});

test('vendors: those of the workspace; for Amazon Connect the one that is prescribed, and no other', () => {
  const facts = { vendorApiNames: ['c__Acme'] };
  assert.deepEqual(labels(item('reqVendorInfoApiName', '|'), { facts }), [
    'c__Acme',
    'c__AMAZON_CONNECT',
    'c__MyVendor',
  ]);
  assert.deepEqual(labels(item('reqVendorInfoApiName', 'c__A|'), { facts }), [
    'c__Acme',
    'c__AMAZON_CONNECT',
    'c__MyVendor',
  ]);
  assert.deepEqual(shown('reqVendorInfoApiName', { facts, flavour: 'amazonConnect' }), [
    'value c__AMAZON_CONNECT: prescribed for Amazon Connect',
  ]);
  const other = item('reqVendorInfoApiName', 'pkg__Phone|');
  assert.deepEqual(labels(other, { facts }), ['c__Acme', 'c__MyVendor']);
});

test('dial prefixes: the usual ones of their section', () => {
  assert.deepEqual(labels(item('reqOutsidePrefix', '|', 'reqDialingOptions')), ['9', '0']);
  assert.deepEqual(labels(item('reqInternationalPrefix', '|', 'reqDialingOptions')), ['011', '00']);
  assert.deepEqual(labels(item('reqLongDistPrefix', '|', 'reqDialingOptions')), ['1', '0']);
  assert.deepEqual(labels(item('reqLongDistPrefix', '|', 'reqHvcc')), ['+1', '+81', '+44']);
});

test('other kinds: what the catalog gives as example, for the flavour', () => {
  assert.deepEqual(shown('reqTimeout'), ['value 5000: example']);
  assert.deepEqual(labels(item('reqVersion', '|'), { flavour: 'amazonConnect' }), ['18.0']);
  assert.deepEqual(labels(item('reqVersion', '|'), { flavour: 'ctiToolkit' }), ['3.0']);
  assert.deepEqual(labels(item('reqRegion', '|', 'reqHvcc')), ['us-west-2']);
});

test('a value that repeats another is offered as it stands there, as text', () => {
  const relay = '\n    <item sortOrder="1" name="reqRelayState">https://sso.example/?a=1&amp;b=2</item>';
  const text = item('reqSettingsRelayState', '|', 'reqHvcc', relay);
  assert.deepEqual(labels(text), ['https://sso.example/?a=1&b=2', 'https://relay.example.com/']);
  assert.ok(take(text, 'https://sso.example/?a=1&b=2').includes('>https://sso.example/?a=1&amp;b=2|</item>'));
});

test('nothing for certificates, secrets, and items of your own', () => {
  assert.deepEqual(labels(item('reqTelephonyIntegrationCertificate', '|', 'reqHvcc')), []);
  assert.deepEqual(labels(item('reqProviderAuthToken', '|', 'reqPhoneDemoSettings')), []);
  assert.deepEqual(labels(item('own', '|')), []);
  assert.deepEqual(labels(item('reqUseApi', '|', 'Acme')), []);
});

test('the whole value is replaced, and the white space around it in one that is empty', () => {
  assert.equal(take(item('reqUseApi', 'tr|ue'), 'false'), item('reqUseApi', 'false|'));
  assert.equal(take(item('reqUseApi', '  |yes  '), 'true'), item('reqUseApi', '  true|  '));
  assert.equal(take(item('reqUseApi', '  |  '), 'true'), item('reqUseApi', 'true|'));
  assert.equal(take(item('reqUseApi', '|\n    '), 'true'), item('reqUseApi', 'true|\n    '));
});

test('behind a complete value an editor still shows the others', () => {
  const filter = (value: string) => offers(item('reqUseApi', value)).map(({ filterText }) => filterText);
  assert.deepEqual(filter('true|'), ['true true', 'true false']);
  assert.deepEqual(filter('tr|'), ['true', 'false']);
});

test('values in a broken file', () => {
  const cut = item('reqUseApi', '|').replace('</item>', '');
  assert.ok(take(cut, 'true').includes('label="L">true</item>|\n  </section>'));
  const end = cut.slice(0, cut.indexOf('|') + 1);
  assert.ok(take(end, 'true').endsWith('label="L">true</item>|'));
  // On the line below one writes something else.
  assert.deepEqual(labels(cut.replace('|', '\n    |')), []);
});
