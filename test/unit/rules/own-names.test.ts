import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findingsOf, fixAllIn, service, sourceOf } from '../../support/language.ts';

/** A complete Open CTI definition with a section of its own. */
function openCti(...items: readonly string[]): string {
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
  <section sortOrder="1" name="Connector" label="Connector">
${items.map((item) => `    ${item}\n`).join('')}  </section>
</callCenter>
`;
}

/** A complete definition of a vendor's contact center. */
function voice({
  vendor = 'acme__Voice',
  general = '',
  hvcc = '',
  more = '',
}: {
  vendor?: string;
  general?: string;
  hvcc?: string;
  more?: string;
}): string {
  return `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Acme</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Acme</item>
    <item sortOrder="2" name="reqVendorInfoApiName" label="Vendor">${vendor}</item>
${general}  </section>
  <section sortOrder="1" name="reqHvcc" label="SCV Settings">
    <item sortOrder="0" name="reqTelephonyIntegrationCertificate" label="Certificate"></item>
${hvcc}  </section>
${more}</callCenter>
`;
}

function told(text: string, rule: string): string[] {
  return findingsOf(text)
    .filter((finding) => finding.rule === rule)
    .map(({ at, severity }) => `${severity} ${text.slice(at.start, at.end)}`);
}

describe('an item in a section of one’s own with the name of a platform item', () => {
  test('is left alone where this kind of call center has no such item', () => {
    const text = openCti(
      '<item sortOrder="0" name="reqVersion" label="Version of the connector">2.1</item>',
      '<item sortOrder="1" name="reqRegion" label="Region">EMEA</item>',
    );
    assert.deepEqual(told(text, 'misplaced-item'), []);
    assert.equal(fixAllIn(text), text);
  });

  test('is left alone where the platform’s own is in its place', () => {
    const text = openCti('<item sortOrder="0" name="reqAdapterUrl" label="Second page">https://b.acme.test/</item>');
    assert.deepEqual(told(text, 'misplaced-item'), []);
  });

  test('is told of without a fix that is taken unasked: its key may be the one that is read', () => {
    const text = openCti(
      '<item sortOrder="0" name="reqTimeout" label="Minutes until somebody counts as away">5</item>',
    );
    assert.deepEqual(told(text, 'misplaced-item'), ['information reqTimeout']);
    assert.equal(fixAllIn(text), text);
  });

  test('stays where Salesforce’s first files for Amazon Connect had it', () => {
    const text = voice({
      vendor: 'c__AMAZON_CONNECT',
      more: `  <section sortOrder="2" name="AmazonConnectSettings" label="Amazon Connect Settings">
    <item sortOrder="0" name="reqRegion" label="Region">us-west-2</item>
  </section>
`,
    });
    assert.deepEqual(told(text, 'misplaced-item'), ['information reqRegion']);
    assert.equal(fixAllIn(text), text);
  });

  test('is moved where the file lacks an item that it must have', () => {
    const url = '<item sortOrder="0" name="reqAdapterUrl" label="CTI Adapter URL">https://phone.acme.test/</item>';
    const text = openCti(url, '<item sortOrder="1" name="own" label="Own">1</item>').replace(
      /.*"2" name="reqAdapterUrl.*\n/,
      '',
    );
    assert.deepEqual(told(text, 'misplaced-item'), ['warning reqAdapterUrl']);
    const at = { start: text.indexOf('reqAdapterUrl'), end: text.indexOf('reqAdapterUrl') };
    const [fix] = service.quickFixes(sourceOf(text), at).filter(({ rule }) => rule === 'misplaced-item');
    assert.equal(fix?.preferred, true);
  });
});

describe('an own name that lacks only the req of a platform name', () => {
  const hvcc = '    <item sortOrder="1" name="InstanceId" label="Instance of the vendor">7</item>\n';
  const general = '    <item sortOrder="3" name="Description" label="Description">The phone</item>\n';
  const section = `  <section sortOrder="2" name="DialingOptions" label="Dialing options of the vendor">
    <item sortOrder="0" name="rule" label="Rule">x</item>
  </section>
`;

  test('is no slip where this kind of call center has no such item or section', () => {
    const text = voice({ general, hvcc, more: section });
    assert.deepEqual(told(text, 'misspelt-name'), []);
    // Under the platform's name the first would make it a definition for Amazon Connect.
    assert.equal(fixAllIn(text), text);
  });

  test('is told of as something to look at where it has, and is not changed unasked', () => {
    const text = voice({ hvcc: '    <item sortOrder="1" name="RelayState" label="State">https://acme.test/</item>\n' });
    assert.deepEqual(told(text, 'misspelt-name'), ['information RelayState']);
    assert.equal(fixAllIn(text), text);
  });

  test('is a slip where the definition must have the item', () => {
    const text = openCti().replace('name="reqAdapterUrl"', 'name="AdapterUrl"');
    assert.deepEqual(told(text, 'misspelt-name'), ['warning AdapterUrl']);
    assert.match(fixAllIn(text), /name="reqAdapterUrl"/);
  });
});

test('a name is no slip for what the platform does not know either', () => {
  const text = openCti().replace(
    '</callCenter>',
    `  <section sortOrder="2" name="reqDialingOptions" label="Dialing Options">
    <item sortOrder="0" name="reqInsidePrefixes" label="Prefixes inside">1</item>
  </section>
  <section sortOrder="3" name="reqPhoneDemoSetting" label="Own">
    <item sortOrder="0" name="a" label="A">1</item>
  </section>
</callCenter>`,
  );
  assert.deepEqual(told(text, 'misspelt-name'), []);
});
