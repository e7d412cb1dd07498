import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Flavour } from '../../../server/src/language/catalog/types.ts';
import { catalog, labels, offers, take } from '../../support/features.ts';

function general(inside: string): string {
  return `<callCenter>\n    <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n${inside}\n    </section>\n</callCenter>\n`;
}

function hvcc(inside: string): string {
  return `<callCenter>\n    <section sortOrder="1" name="reqHvcc" label="SCV Settings">\n${inside}\n    </section>\n</callCenter>\n`;
}

const named = '        <item sortOrder="0" name="|" label="L">v</item>';

test('items: what a flavour offers, required ones first, in the order of the catalog', () => {
  const expected: Readonly<Record<Flavour, readonly (readonly [label: string, detail: string])[]>> = {
    openCti: [
      ['reqInternalName', 'required · letters and digits'],
      ['reqDisplayName', 'required · text'],
      ['reqAdapterUrl', 'required · web address'],
      ['reqUseApi', 'required · yes or no'],
      ['reqSoftphoneHeight', 'required · pixels'],
      ['reqSoftphoneWidth', 'required · pixels'],
      ['reqSalesforceCompatibilityMode', 'optional · choice'],
      ['reqStandbyUrl', 'optional · web address'],
      ['reqTimeout', 'optional · milliseconds'],
      ['reqCanvasNamespace', 'optional · namespace'],
      ['reqCanvasApiName', 'optional · API name'],
    ],
    ctiToolkit: [
      ['reqInternalName', 'required · letters and digits'],
      ['reqDisplayName', 'required · text'],
      ['reqDescription', 'required · text'],
      ['reqProgId', 'required · ProgID'],
      ['reqVersion', 'required · version'],
      ['reqAdapterUrl', 'optional · web address'],
    ],
    partnerTelephony: [
      ['reqInternalName', 'required · letters and digits'],
      ['reqDisplayName', 'required · text'],
      ['reqVendorInfoApiName', 'required · API name'],
    ],
    amazonConnect: [
      ['reqInternalName', 'required · letters and digits'],
      ['reqDisplayName', 'required · text'],
      ['reqVendorInfoApiName', 'required · API name'],
      ['reqVersion', 'optional · version'],
    ],
  };
  // Says nothing about its flavour but that it is no CTI Toolkit definition, which is what the platform falls back to.
  const toolkit = `${named}\n        <item sortOrder="1" name="reqUseApi" label="L">false</item>`;
  for (const [flavour, list] of Object.entries(expected)) {
    const text = general(flavour === 'ctiToolkit' ? toolkit : named);
    const found = offers(text, { flavour: flavour as Flavour }).map(({ label, detail }) => [label, detail]);
    assert.deepEqual(found, list, flavour);
  }
});

test('items: those present are left out, but not the one that is being named', () => {
  const both = general(
    '        <item sortOrder="0" name="reqInternalName" label="A">a</item>\n        <item sortOrder="1" name="reqDisp|layName" label="B">b</item>',
  );
  const found = labels(both, { flavour: 'partnerTelephony' });
  assert.deepEqual(found, ['reqDisplayName', 'reqVendorInfoApiName']);
});

test('items: each section has its own, a section of your own none', () => {
  const vendor = general('        <item sortOrder="0" name="reqVendorInfoApiName" label="V">c__Acme</item>');
  const voice = vendor.replace('</callCenter>\n', hvcc(named).slice('<callCenter>\n'.length));
  assert.deepEqual(labels(voice), [
    'reqTelephonyIntegrationCertificate',
    'reqLongDistPrefix',
    'reqRelayState',
    'reqIdentityUrl',
    'reqUniversalCallRecordingAccess',
  ]);
  assert.deepEqual(labels(general(named).replace('reqGeneralInfo', 'Acme')), []);
});

test('items: what only a vendor reads comes last, with the reason; what metadata alone has does not come', () => {
  const dialing = general(named).replace('reqGeneralInfo', 'reqDialingOptions');
  const found = offers(dialing, { flavour: 'openCti' }).map(({ label, detail }) => `${label}: ${detail}`);
  assert.equal(found.at(-1), 'reqInsidePrefix: a vendor’s addition · dial prefix');
  const metadata = catalog.sections.flatMap((section) => section.items.filter((item) => item.metadataOnly));
  assert.ok(metadata.length > 0);
  const amazon = labels(hvcc(named), { flavour: 'amazonConnect' });
  assert.ok(amazon.length > 20);
  for (const item of metadata) assert.ok(!amazon.includes(item.name), item.name);
});

test('items: as long as the text leaves the flavour open, every one that is possible is offered and says whose it is', () => {
  const fresh = offers(general(named));
  assert.deepEqual(
    fresh.slice(0, 3).map(({ label, detail }) => `${label}: ${detail}`),
    [
      'reqInternalName: required · letters and digits',
      'reqDisplayName: required · text',
      'reqAdapterUrl: required · Open CTI · web address',
    ],
  );
  const names = fresh.map(({ label }) => label);
  for (const name of ['reqUseApi', 'reqProgId', 'reqVendorInfoApiName']) assert.ok(names.includes(name), name);
  const toolkit = labels(general(`${named}\n        <item sortOrder="1" name="reqProgId" label="P">A.B</item>`));
  assert.ok(!toolkit.includes('reqUseApi') && toolkit.includes('reqVersion'));
  // Salesforce Voice, but whose is not yet said.
  assert.ok(labels(hvcc(named)).includes('reqInstanceId'));
});

test('items: the whole remaining item is written, with the value as tab stop', () => {
  const text = general(
    '        <item sortOrder="0" name="reqInternalName" label="A">a</item>\n        <item name="re|',
  );
  const [found] = offers(text, { flavour: 'openCti' }).filter(({ label }) => label === 'reqAdapterUrl');
  assert.equal(
    found?.snippet,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet is written so.
    'reqAdapterUrl" label="CTI Adapter URL">${1:https://softphone.example.com/}</item>$0',
  );
  assert.equal(found?.filterText, 'reqAdapterUrl');
  assert.deepEqual(
    found?.additional.map(({ newText }) => newText),
    [' sortOrder="1"'],
  );
  assert.equal(
    take(text, 'reqAdapterUrl', { flavour: 'openCti' }),
    general(
      '        <item sortOrder="0" name="reqInternalName" label="A">a</item>\n        <item sortOrder="1" name="reqAdapterUrl" label="CTI Adapter URL">|https://softphone.example.com/</item>',
    ),
  );
});

test('items: choices are offered where the value is one of a few', () => {
  const text = general('        <item sortOrder="0" name="|');
  const snippet = (label: string) => offers(text, { flavour: 'openCti' }).find((one) => one.label === label)?.snippet;
  assert.match(snippet('reqUseApi') ?? '', />\$\{1\|true,false\|\}<\/item>\$0$/);
  const mode = />\$\{1\|Classic_and_Lightning,Classic,Lightning\|\}<\/item>\$0$/;
  assert.match(snippet('reqSalesforceCompatibilityMode') ?? '', mode);
});

test('items: a complete item gets the name and nothing else', () => {
  const text = general('        <item sortOrder="1" name="|" label="X">..</item>');
  assert.equal(
    take(text, 'reqUseApi', { flavour: 'openCti' }),
    general('        <item sortOrder="1" name="reqUseApi|" label="X">..</item>'),
  );
  const empty = general('        <item sortOrder="1" name="|" label="X"></item>');
  assert.ok(take(empty, 'reqUseApi', { flavour: 'openCti' }).includes('name="reqUseApi|" label="X"></item>'));
});

test('items: what is there stays, what is missing comes: label, number, end', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<item name="|">v</item>', '<item sortOrder="0" name="reqUseApi" label="Use CTI API"|>v</item>'],
    ['<item name="|" label="Mine">', '<item sortOrder="0" name="reqUseApi" label="Mine">|true</item>'],
    ['<item label="Mine" name="|"/>', '<item sortOrder="0" label="Mine" name="reqUseApi|"/>'],
    ['<item label="$1 \\ }" name="|"', '<item sortOrder="0" label="$1 \\ }" name="reqUseApi">|true</item>'],
    ['<item name="|" label="$1 \\ }"', '<item sortOrder="0" name="reqUseApi" label="$1 \\ }">|true</item>'],
    ['<item name="|" /', '<item sortOrder="0" name="reqUseApi" label="Use CTI API" />|'],
    [
      '<item\n            name="|"\n            label="Mine"',
      '<item sortOrder="0"\n            name="reqUseApi|"\n            label="Mine">true</item>',
    ],
    ['<item name="|">\n        </item>', '<item sortOrder="0" name="reqUseApi" label="Use CTI API"|>true</item>'],
  ];
  for (const [typed, line] of cases) {
    assert.equal(
      take(general(`        ${typed}`), 'reqUseApi', { flavour: 'openCti' }),
      general(`        ${line}`),
      typed,
    );
  }
});

test('items: the number is the one that the format prescribes, or the first that is free', () => {
  const rest = '        <item sortOrder="2" name="reqUseApi" label="U">true</item>\n        <item name="|';
  assert.match(take(general(rest), 'reqDisplayName'), /<item sortOrder="1" name="reqDisplayName"/);
  assert.match(take(general(rest), 'reqInternalName'), /<item sortOrder="0" name="reqInternalName"/);
  const gap =
    '        <item sortOrder="0" name="a" label="U">true</item>\n        <item sortOrder="1" name="b"/>\n        <item name="|';
  assert.match(take(general(gap), 'reqInternalName'), /<item sortOrder="2" name="reqInternalName"/);
});

test('items: on one line, in a file with one line', () => {
  const open = '<callCenter><section sortOrder="0" name="reqGeneralInfo" label="G">';
  const close = '</section></callCenter>';
  assert.equal(
    take(`${open}<item sortOrder="0" name="|${close}`, 'reqUseApi', { flavour: 'openCti' }),
    `${open}<item sortOrder="0" name="reqUseApi" label="Use CTI API">|true</item>${close}`,
  );
});

test('items: nothing of a document is taken for snippet syntax', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to look like a snippet.
  const text = general('        <item sortOrder="0" name="|" label="${2:x} \\$1 a b"');
  const found = offers(text, { flavour: 'openCti' })[0];
  assert.match(found?.snippet ?? '', /label="\\\$\{2:x\\\} \\\\\\\$1 a b">/);
});

test('items: the catalog stands beside every name', () => {
  for (const { documentation, label } of offers(hvcc(named), { flavour: 'amazonConnect' })) {
    assert.ok(documentation.includes(`/reqHvcc/${label}`), label);
  }
});

function document(inside: string, eol = '\n'): string {
  return ['<callCenter>', ...inside.split('\n'), '</callCenter>', ''].join(eol);
}

test('sections: what a flavour offers, those present left out', () => {
  const ask = (flavour: Flavour) =>
    offers(document('  <section name="|'), { flavour }).map(({ label, detail }) => `${label}: ${detail}`);
  assert.deepEqual(ask('openCti'), [
    'reqGeneralInfo: required',
    'reqDialingOptions: optional',
    'reqPhoneDemoSettings: only for Salesforce’s demo adapter',
  ]);
  assert.deepEqual(ask('partnerTelephony'), ['reqGeneralInfo: required', 'reqHvcc: required']);
  const second = document('  <section sortOrder="0" name="reqGeneralInfo" label="G"></section>\n  <section name="|');
  assert.deepEqual(labels(second, { flavour: 'partnerTelephony' }), ['reqHvcc']);
});

test('sections: a platform section brings the items of the flavour, indented as the document is', () => {
  assert.equal(
    take(document('\t<section name="|', '\r\n'), 'reqGeneralInfo', { flavour: 'partnerTelephony' }),
    document(
      '\t<section sortOrder="0" name="reqGeneralInfo" label="General Information">\n' +
        '\t\t<item sortOrder="0" name="reqInternalName" label="Internal Name">|MyCallCenter</item>\n' +
        '\t\t<item sortOrder="1" name="reqDisplayName" label="Display Name">My Call Center</item>\n' +
        '\t\t<item sortOrder="2" name="reqVendorInfoApiName" label="Conversation Vendor Info Developer Name">c__MyVendor</item>\n' +
        '\t</section>',
      '\r\n',
    ),
  );
  const amazon = take(document('  <section name="|'), 'reqHvcc', { flavour: 'amazonConnect' });
  assert.ok(amazon.includes('\n    <item sortOrder="0" name="reqTelephonyIntegrationCertificate"'));
  assert.ok(amazon.includes('name="reqInstanceId"'));
  assert.ok(
    !take(document('  <section name="|'), 'reqHvcc', { flavour: 'partnerTelephony' }).includes('reqInstanceId'),
  );
});

test('sections: as long as the flavour is open, each has its own variant', () => {
  const text = document('  <section name="|');
  assert.deepEqual(labels(text).slice(0, 4), [
    'reqGeneralInfo (Open CTI)',
    'reqGeneralInfo (CTI Toolkit)',
    'reqGeneralInfo (Partner Telephony)',
    'reqGeneralInfo (Amazon Connect)',
  ]);
  assert.ok(take(text, 'reqGeneralInfo (CTI Toolkit)').includes('name="reqProgId"'));
  assert.ok(take(text, 'reqGeneralInfo (Amazon Connect)').includes('>c__AMAZON_CONNECT</item>'));
  // With items in it there is nothing to choose.
  const filled = document('  <section sortOrder="0" name="|" label="L">\n    <item/>\n  </section>');
  assert.deepEqual(
    labels(filled).filter((label) => label.startsWith('reqGeneralInfo')),
    ['reqGeneralInfo'],
  );
});

test('sections: what is there stays', () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      '  <section sortOrder="3" name="|" label="Mine">\n    <item sortOrder="0" name="x"/>\n  </section>',
      '  <section sortOrder="3" name="reqHvcc|" label="Mine">\n    <item sortOrder="0" name="x"/>\n  </section>',
    ],
    [
      '  <section name="|">\n    <item sortOrder="0" name="x"/>\n  </section>',
      '  <section sortOrder="0" name="reqHvcc" label="SCV Settings"|>\n    <item sortOrder="0" name="x"/>\n  </section>',
    ],
    [
      '  <section name="|"\n    <item sortOrder="0" name="x"/>\n  </section>',
      '  <section sortOrder="0" name="reqHvcc" label="SCV Settings">|\n    <item sortOrder="0" name="x"/>\n  </section>',
    ],
  ];
  for (const [typed, line] of cases) {
    assert.equal(take(document(typed), 'reqHvcc', { flavour: 'partnerTelephony' }), document(line), typed);
  }
});

test('sections: an empty pair of tags is filled, on one line or on two', () => {
  const certificate =
    '    <item sortOrder="0" name="reqTelephonyIntegrationCertificate" label="Telephony Integration Certificate">|</item>';
  for (const typed of ['  <section name="|"></section>', '  <section name="|">\n  </section>']) {
    const found = take(document(typed), 'reqHvcc', { flavour: 'partnerTelephony' });
    assert.ok(
      found.startsWith(
        document(`  <section sortOrder="0" name="reqHvcc" label="SCV Settings">\n${certificate}`).slice(0, 190),
      ),
    );
    assert.ok(found.endsWith('</item>\n  </section>\n</callCenter>\n'), found);
  }
});
