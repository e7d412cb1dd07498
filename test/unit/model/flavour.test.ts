import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type InferredFlavour,
  type Interface,
  inferFlavour,
  inferInterface,
  itemValue,
} from '../../../server/src/language/model/flavour.ts';
import { definitionOf } from '../../../server/src/language/model/read.ts';
import { fixturesIn } from '../../support/fixtures.ts';
import { sourceOf } from '../../support/language.ts';

type Items = Readonly<Record<string, string>>;

function definition(general: Items, hvcc?: Items) {
  const section = (name: string, items: Items) =>
    `<section sortOrder="0" name="${name}">${Object.entries(items)
      .map(([item, value]) => `<item sortOrder="0" name="${item}">${value}</item>`)
      .join('')}</section>`;
  return definitionOf(
    sourceOf(`<callCenter>${section('reqGeneralInfo', general)}${hvcc ? section('reqHvcc', hvcc) : ''}</callCenter>`),
  );
}

/** Reference, section 1, steps 2 to 4. */
const cases: readonly (readonly [what: string, general: Items, hvcc: Items | undefined, flavour: InferredFlavour])[] = [
  ['the API is used', { reqUseApi: 'true' }, undefined, 'openCti'],
  ['the API is used, with blanks', { reqUseApi: '\n  true ' }, undefined, 'openCti'],
  ['a sized adapter without ProgId', { reqAdapterUrl: 'x', reqSoftphoneHeight: '1' }, undefined, 'openCti'],
  [
    'a sized adapter that has a ProgId',
    { reqAdapterUrl: 'x', reqSoftphoneWidth: '1', reqProgId: 'A.B' },
    undefined,
    'ctiToolkit',
  ],
  ['an adapter alone', { reqAdapterUrl: 'x' }, undefined, 'ctiToolkit'],
  ['a ProgId', { reqProgId: 'A.B.1', reqUseApi: 'false' }, undefined, 'ctiToolkit'],
  ['nothing known', { own: '1' }, undefined, 'ctiToolkit'],
  ['a vendor', { reqVendorInfoApiName: 'c__Acme' }, undefined, 'partnerTelephony'],
  ['an empty vendor', { reqVendorInfoApiName: '' }, undefined, 'partnerTelephony'],
  ['a Voice section', { reqUseApi: 'true' }, {}, 'partnerTelephony'],
  ["Amazon's vendor name", { reqVendorInfoApiName: ' c__AMAZON_CONNECT ' }, undefined, 'amazonConnect'],
  ['an Amazon instance', { reqVendorInfoApiName: 'c__Acme' }, { reqInstanceId: '1' }, 'amazonConnect'],
  ['an Amazon role', {}, { reqAmazonConnectManagementRole: 'r' }, 'amazonConnect'],
];

describe('the flavour', () => {
  for (const [what, general, hvcc, flavour] of cases) {
    test(`${what}: ${flavour}`, () => assert.equal(inferFlavour(definition(general, hvcc)), flavour));
  }
});

describe('the user interface', () => {
  const modes: readonly (readonly [mode: string | undefined, expected: Interface])[] = [
    [undefined, 'classic'],
    ['', 'classic'],
    ['Classic', 'classic'],
    ['Lightning', 'lightning'],
    ['Classic_and_Lightning', 'both'],
    ['classic and lightning', 'both'],
    ['LIGHTNING', 'lightning'],
    ['other', 'classic'],
  ];
  for (const [mode, expected] of modes) {
    test(`of Open CTI with the mode ${mode ?? 'left out'} is ${expected}`, () => {
      const items = { reqUseApi: 'true', ...(mode !== undefined && { reqSalesforceCompatibilityMode: mode }) };
      assert.equal(inferInterface(definition(items), 'openCti'), expected);
    });
  }

  test('of Voice is Lightning, of the Toolkit is Classic, whatever the mode says', () => {
    const items = definition({ reqSalesforceCompatibilityMode: 'Classic_and_Lightning' });
    assert.equal(inferInterface(items, 'partnerTelephony'), 'lightning');
    assert.equal(inferInterface(items, 'amazonConnect'), 'lightning');
    assert.equal(inferInterface(items, 'ctiToolkit'), 'classic');
  });
});

test('a metadata body may say it in customSettings alone, also in JSON with a slip', () => {
  const of = (json: string, items = '') =>
    definitionOf(
      sourceOf(
        `<CallCenter><customSettings>${json}</customSettings><sections>${items}<name>reqGeneralInfo</name></sections></CallCenter>`,
      ),
    );
  const both =
    '{&quot;reqUseApi&quot; : &quot;true&quot; &quot;reqSalesforceCompatibilityMode&quot;:&quot;Lightning&quot;}';
  assert.equal(inferFlavour(of(both)), 'openCti');
  assert.equal(inferInterface(of(both), 'openCti'), 'lightning');
  assert.equal(inferFlavour(of('{"reqUseApi":"false"}')), 'ctiToolkit');
  // Where an item says it, too, the item counts.
  const item = '<items><name>reqUseApi</name><value>false</value></items>';
  assert.equal(inferFlavour(of(both, item)), 'ctiToolkit');
});

test('a value is that of the first item of that name, trimmed', () => {
  const found = definitionOf(
    sourceOf(
      '<callCenter><section name="s"/><section name="s"><item name="a">\n 1\t</item><item name="a">2</item></section></callCenter>',
    ),
  );
  assert.equal(itemValue(found, 's', 'a'), '1');
  assert.equal(itemValue(found, 's', 'b'), undefined);
  assert.equal(itemValue(found, 't', 'a'), undefined);
});

/** What the fixtures show that are not Open CTI. */
const flavours: ReadonlyMap<string, InferredFlavour> = new Map([
  ['fixtures/ok/amazon.xml', 'amazonConnect'],
  ['fixtures/ok/empty-values.xml', 'partnerTelephony'],
  ['fixtures/ok/out-of-order.xml', 'partnerTelephony'],
  ['fixtures/ok/pem-certificate.xml', 'partnerTelephony'],
  ['fixtures/ok/toolkit.xml', 'ctiToolkit'],
  ['fixtures/ok/VoiceSettings.callCenter-meta.xml', 'partnerTelephony'],
  ['fixtures/err/Half.callCenter-meta.xml', 'ctiToolkit'],
  ['fixtures/err/cut-off.xml', 'ctiToolkit'],
  ['fixtures/err/early-voice.xml', 'partnerTelephony'],
  ['fixtures/err/voice-incomplete.xml', 'partnerTelephony'],
  ['fixtures/err/voice-values.xml', 'amazonConnect'],
  ['samples/amazon-connect.xml', 'amazonConnect'],
  ['samples/cti-toolkit.xml', 'ctiToolkit'],
  ['samples/partner-telephony.xml', 'partnerTelephony'],
]);

describe('each fixture is of the flavour that it is meant to show', () => {
  for (const folder of ['fixtures/ok', 'fixtures/err', 'samples']) {
    for (const { name, text } of fixturesIn(folder)) {
      const found = definitionOf(sourceOf(text));
      if (!found.body) continue;
      test(`${folder}/${name}`, () =>
        assert.equal(inferFlavour(found), flavours.get(`${folder}/${name}`) ?? 'openCti'));
    }
  }
});
