import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inGeneralInfo, inRoot, item } from '../../../server/src/language/rules/example-text.ts';
import { fixturesIn } from '../../support/fixtures.ts';
import { findingsOf, fixAllIn, service, sourceOf } from '../../support/language.ts';

function found(text: string, ...rules: readonly string[]): string[] {
  return findingsOf(text, { canDismiss: true })
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, severity, at }) => `${rule} ${severity} ${text.slice(at.start, at.end)}`);
}

const sections = (general: readonly string[], other: string, ...items: readonly string[]) =>
  inRoot(
    '<section sortOrder="0" name="reqGeneralInfo" label="General Information">',
    ...general,
    '</section>',
    `<section sortOrder="1" name="${other}" label="Other">`,
    ...items,
    '</section>',
  );

test('an item of Amazon is told in a definition of Partner Telephony, a whole section once', () => {
  const vendor = item(0, 'reqVendorInfoApiName', 'acme__Voice');
  assert.deepEqual(found(sections([vendor], 'reqHvcc', item(0, 'reqRegion', 'us-west-2')), 'flavour-mismatch'), [
    'flavour-mismatch information reqRegion',
  ]);
  assert.deepEqual(
    found(
      sections([vendor], 'reqDialingOptions', item(0, 'reqOutsidePrefix', '9'), item(1, 'reqLongDistPrefix', '1')),
      'flavour-mismatch',
    ),
    ['flavour-mismatch information reqDialingOptions'],
  );
});

test('what says nothing, or belongs to nobody, is no mismatch', () => {
  const toolkit = [item(0, 'reqProgId', 'Acme.Adapter.1'), item(1, 'reqUseApi', 'false'), item(2, 'reqTimeout', '')];
  assert.deepEqual(found(inGeneralInfo(...toolkit), 'flavour-mismatch'), []);
  const own = inGeneralInfo(item(0, 'reqUseApi', 'true'), item(1, 'reqFavouriteColour', 'blue'));
  assert.deepEqual(found(own, 'flavour-mismatch'), []);
  const doubtful = inGeneralInfo(item(0, 'reqInternalName', 'A'), item(1, 'reqSoftphoneHeight', '400'));
  assert.deepEqual(found(doubtful, 'flavour-mismatch', 'toolkit-fallback').length, 1);
});

test('the flavour that a person chose decides', () => {
  const text = inGeneralInfo(item(0, 'reqUseApi', 'true'));
  const chosen = findingsOf(text, { flavour: 'partnerTelephony', canDismiss: true }).map(({ rule }) => rule);
  assert.ok(chosen.includes('flavour-mismatch'));
  assert.ok(!chosen.includes('open-cti-retirement'));
});

test('a definition of the first years of Salesforce Voice has no error, and is not completed unasked', () => {
  const text = fixturesIn('fixtures/err').find(({ name }) => name === 'early-voice.xml')?.text ?? '';
  assert.deepEqual(
    findingsOf(text).map(({ rule, severity }) => `${rule} ${severity}`),
    ['missing-required-item warning'],
  );
  assert.equal(fixAllIn(text), text);
});

test('that Open CTI retires is said once, at the root of Open CTI alone, in both forms', () => {
  const shown = (folder: string, name: string) =>
    found(fixturesIn(folder).find((fixture) => fixture.name === name)?.text ?? '', 'open-cti-retirement');
  assert.deepEqual(shown('samples', 'open-cti.xml'), ['open-cti-retirement hint callCenter']);
  assert.deepEqual(shown('fixtures/ok', 'Litware.callCenter-meta.xml'), ['open-cti-retirement hint CallCenter']);
  for (const other of ['cti-toolkit.xml', 'partner-telephony.xml', 'amazon-connect.xml'])
    assert.deepEqual(shown('samples', other), [], other);
  assert.deepEqual(found('<callCenter>\n</callCenter>\n', 'open-cti-retirement'), []);
});

test('what can only be dismissed is shown and offered where it can be', () => {
  const text = inGeneralInfo(item(0, 'reqUseApi', 'true'));
  const source = sourceOf(text);
  const root = { start: 3, end: 3 };
  assert.deepEqual(service.dismissals(source, root, { canDismiss: true }), [
    { rule: 'open-cti-retirement', at: { start: 1, end: 11 }, title: 'Do not show this again' },
  ]);
  assert.deepEqual(service.dismissals(source, { start: 40, end: 40 }, { canDismiss: true }), []);
  assert.deepEqual(service.dismissals(source, root), []);
  assert.deepEqual(
    service.dismissals(source, root, { canDismiss: true, severities: { 'open-cti-retirement': 'off' } }),
    [],
  );
  assert.ok(findingsOf(text).every(({ rule }) => rule !== 'open-cti-retirement'));
  const asked = findingsOf(text, { severities: { 'open-cti-retirement': 'warning' } });
  assert.ok(asked.some(({ rule, severity }) => rule === 'open-cti-retirement' && severity === 'warning'));
});
