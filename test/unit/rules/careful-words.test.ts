import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findingsOf, fixAllIn, service, sourceOf } from '../../support/language.ts';

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

test('an empty name is not said to draw an answer that only missing names have drawn', () => {
  const text = withName('Acme').replace('name="reqInternalName"', 'name=""');
  const [finding] = found(text, 'invalid-name');
  assert.doesNotMatch(finding?.message ?? '', /platform answers/);
  assert.equal(finding?.severity, 'error');
});

test('that a canvas app is not supported in Lightning Experience does not say what shows in its place', () => {
  const canvas = (mode: string) => `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqAdapterUrl" label="CTI Adapter URL">https://phone.acme.test/</item>
    <item sortOrder="1" name="reqUseApi" label="Use CTI API">true</item>
    <item sortOrder="2" name="reqSalesforceCompatibilityMode" label="Mode">${mode}</item>
    <item sortOrder="3" name="reqCanvasNamespace" label="Namespace">acme</item>
    <item sortOrder="4" name="reqCanvasApiName" label="Canvas app">phone</item>
  </section>
</callCenter>
`;
  const message = (mode: string) => found(canvas(mode), 'canvas-in-lightning')[0]?.message ?? '';
  assert.match(message('Lightning'), /not documented/);
  assert.match(message('Classic_and_Lightning'), /in Classic only/);
});

test('a section is not put into a metadata file unasked, where it is not known to be refused', () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
    <customSettings>{&quot;reqCallCenterType&quot;:&quot;SCVBYOT&quot;}</customSettings>
    <displayName>Acme</displayName>
    <displayNameLabel>Display Name</displayNameLabel>
    <internalNameLabel>Internal Name</internalNameLabel>
    <sections>
        <items>
            <label>Vendor</label>
            <name>reqVendorInfoApiName</name>
            <value>acme__Voice</value>
        </items>
        <label>General Information</label>
        <name>reqGeneralInfo</name>
    </sections>
</CallCenter>
`;
  const source = sourceOf(text, 'file:///acme/Acme.callCenter');
  const [finding] = service.findings(source).filter(({ rule }) => rule === 'missing-section');
  assert.equal(finding?.severity, 'information');
  assert.equal(fixAllIn(text, undefined, source.uri), text);
});

test('what is told of a switch of Salesforce Voice is less than an error: only for reqUseApi is it known to matter', () => {
  const text = `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqUseApi" label="Use CTI API">True</item>
  </section>
  <section sortOrder="1" name="reqHvcc" label="SCV Settings">
    <item sortOrder="0" name="reqUniversalCallRecordingAccess" label="Recordings">True</item>
  </section>
</callCenter>
`;
  assert.deepEqual(
    found(text, 'invalid-boolean').map(({ severity }) => severity),
    ['error', 'warning'],
  );
});

test('a file that .forceignore leaves out of the deployments of its package directory does not make them fail', () => {
  const uri = 'file:///acme/force-app/vendor/Acme.callCenter-meta.xml';
  const severities = (left: string) => {
    const facts = {
      visualforcePages: [],
      vendorApiNames: [],
      definitions: [],
      packageDirectories: ['file:///acme/force-app/'],
      forceIgnores: [{ folder: 'file:///acme/', patterns: '', ignores: (path: string) => path.startsWith(left) }],
    };
    return findingsOf(withName('Acme'), { facts }, uri)
      .filter(({ rule }) => rule === 'import-body-in-metadata-file')
      .map(({ severity }) => severity);
  };
  assert.deepEqual(severities('force-app/vendor/'), ['warning']);
  assert.deepEqual(severities('force-app/other/'), ['error']);
});
