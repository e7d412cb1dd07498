import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PreviewFrame, PreviewSoftphone } from '../../../server/src/language/index.ts';
import { service, sourceOf } from '../../support/language.ts';

type Frame = Extract<PreviewSoftphone, { kind: 'frame' }>;

function softphone(items: Readonly<Record<string, string>>): PreviewSoftphone {
  const lines = Object.entries(items).map(
    ([name, value], order) => `<item sortOrder="${order}" name="${name}" label="${name}">${value}</item>`,
  );
  const text = `<callCenter><section sortOrder="0" name="reqGeneralInfo" label="G">${lines.join('')}</section></callCenter>`;
  const preview = service.preview(sourceOf(text));
  assert.ok(preview.state === 'definition');
  return preview.content.softphone;
}

function frame(items: Readonly<Record<string, string>> = {}): Frame {
  const found = softphone({ reqUseApi: 'true', ...items });
  assert.ok(found.kind === 'frame');
  return found;
}

const lightning = ({ frames }: Frame): PreviewFrame => frames[1];
const classic = ({ frames }: Frame): PreviewFrame => frames[0];
const both = { reqSalesforceCompatibilityMode: 'Classic_and_Lightning' };
const adapter = { reqAdapterUrl: 'https://phone.acme.test/' };
const canvas = { reqCanvasNamespace: 'acme', reqCanvasApiName: 'Phone' };

describe('where the softphone shows', () => {
  for (const [mode, inClassic, inLightning] of [
    [undefined, true, false],
    ['Classic', true, false],
    ['Lightning', false, true],
    ['Classic_and_Lightning', true, true],
  ] as const) {
    test(`mode ${mode}`, () => {
      const found = frame(mode === undefined ? {} : { reqSalesforceCompatibilityMode: mode });
      assert.deepEqual([classic(found).shown, lightning(found).shown], [inClassic, inLightning]);
      for (const { shown, where } of found.frames) assert.equal(where.startsWith('Not shown'), !shown, where);
      assert.equal(found.mode.written, mode);
    });
  }

  test('a mode that is none counts as Classic, and it is said that nobody knows', () => {
    const found = frame({ reqSalesforceCompatibilityMode: 'lightening' });
    assert.equal(found.mode.effective, 'classic');
    assert.match(lightning(found).notes.join(), /not documented/);
  });

  test('neither Voice nor the CTI Toolkit has a frame of the definition', () => {
    for (const items of [{ reqVendorInfoApiName: 'c__Acme' }, { reqProgId: 'A.B.1' }] as Record<string, string>[])
      assert.equal(softphone(items).kind, 'elsewhere');
  });
});

describe('its size', () => {
  test('is in pixels where it is a whole number, and leads to its field', () => {
    const { width, height } = frame({ reqSoftphoneWidth: '300', reqSoftphoneHeight: '400px' });
    assert.deepEqual(width, { written: '300', id: '/reqGeneralInfo/reqSoftphoneWidth', pixels: 300 });
    assert.deepEqual(height, { written: '400px', id: '/reqGeneralInfo/reqSoftphoneHeight' });
    assert.deepEqual(frame().width, {});
  });

  test('has bounds in Lightning Experience only', () => {
    assert.deepEqual(lightning(frame()).widthBounds, { min: 200, max: 1920 });
    assert.deepEqual(lightning(frame()).heightBounds, { min: 240, max: 2560 });
    assert.equal(classic(frame()).widthBounds, undefined);
  });
});

describe('where it is not shown', () => {
  const notShown = { ...adapter, reqStandbyUrl: '/apex/standby', reqTimeout: '5000' };

  test('nothing is said of what loads there', () => {
    assert.deepEqual(lightning(frame({ ...notShown, reqSalesforceCompatibilityMode: 'Classic' })).notes, []);
    assert.deepEqual(classic(frame({ ...notShown, reqSalesforceCompatibilityMode: 'Lightning' })).notes, []);
  });
});

describe('what loads', () => {
  test('is the address', () => {
    for (const { page } of frame(adapter).frames) {
      assert.deepEqual(page, {
        kind: 'address',
        url: adapter.reqAdapterUrl,
        relative: false,
        id: '/reqGeneralInfo/reqAdapterUrl',
      });
    }
  });

  test('is nothing without one', () => assert.equal(classic(frame({ reqAdapterUrl: ' ' })).page.kind, 'nothing'));

  test('is the canvas app in Classic, which comes before the address', () => {
    const found = frame({ ...both, ...adapter, ...canvas });
    assert.deepEqual(classic(found).page, {
      kind: 'canvas',
      namespace: 'acme',
      apiName: 'Phone',
      id: '/reqGeneralInfo/reqCanvasApiName',
    });
    assert.equal(lightning(found).page.kind, 'address');
    assert.match(lightning(found).notes.join(), /not supported in Lightning/);
  });

  test('is nothing in Lightning Experience where there is a canvas app only', () =>
    assert.equal(lightning(frame(canvas)).page.kind, 'nothing'));

  test('is the address where the canvas app is half there', () => {
    const found = classic(frame({ ...adapter, reqCanvasApiName: 'Phone' }));
    assert.equal(found.page.kind, 'address');
    assert.match(found.notes.join(), /needs both/);
  });

  test('is looked up in the org for a path', () => {
    const { page, notes } = classic(frame({ reqAdapterUrl: '/apex/phone' }));
    assert.ok(page.kind === 'address' && page.relative);
    assert.match(notes.join(), /domain of the org/);
  });

  test('needs https in Lightning Experience', () => {
    const found = frame({ ...both, reqAdapterUrl: 'http://phone.acme.test/' });
    assert.match(lightning(found).notes.join(), /https/);
    assert.doesNotMatch(classic(found).notes.join(), /https/);
  });
});

describe('the standby page', () => {
  const pair = { reqStandbyUrl: '/apex/standby', reqTimeout: '5000' };

  test('takes over after the timeout', () => {
    const { standby } = classic(frame({ ...adapter, ...pair }));
    assert.deepEqual(standby, {
      url: '/apex/standby',
      relative: true,
      id: '/reqGeneralInfo/reqStandbyUrl',
      after: 5000,
    });
  });

  test('has no time where none can be read, and none without its partner', () => {
    assert.equal(classic(frame({ ...pair, reqTimeout: '5s' })).standby?.after, undefined);
    const alone = classic(frame({ reqStandbyUrl: '/apex/standby' }));
    assert.equal(alone.standby?.after, undefined);
    assert.match(alone.notes.join(), /needs both/);
    assert.equal(classic(frame({ reqTimeout: '5000' })).standby, undefined);
  });

  test('is another matter in each of the two', () => {
    const found = frame({ ...both, ...adapter, ...pair });
    assert.match(classic(found).notes.join(), /at login only/);
    assert.match(lightning(found).notes.join(), /whole session/);
  });
});

test('a metadata body says it beside its items, too', () => {
  const text =
    '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><adapterUrl>/apex/a</adapterUrl><customSettings>{"reqUseApi":"true","reqSoftphoneWidth":"320","reqSalesforceCompatibilityMode":"Lightning"}</customSettings><displayName>A</displayName></CallCenter>';
  const preview = service.preview(sourceOf(text));
  assert.ok(preview.state === 'definition' && preview.content.softphone.kind === 'frame');
  const { mode, width, frames } = preview.content.softphone;
  assert.deepEqual(mode, { written: 'Lightning', id: '{reqSalesforceCompatibilityMode}', effective: 'lightning' });
  assert.deepEqual(width, { written: '320', id: '{reqSoftphoneWidth}', pixels: 320 });
  assert.deepEqual(frames[1].page, { kind: 'address', url: '/apex/a', relative: true, id: '<adapterUrl>' });
});
