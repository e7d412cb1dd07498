import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component, items, sections } from '../../../server/src/language/rules/example-metadata.ts';
import { findingsOf, fixAllIn } from '../../support/language.ts';

const uri = 'file:///test/Acme.callCenter-meta.xml';
const openCti = { flavour: 'openCti' } as const;

/** What is said about the characters of a value: `rule: characters`. */
function told(text: string): string[] {
  return findingsOf(text, openCti, uri)
    .filter(({ rule }) => !/missing|mismatch|fallback/.test(rule))
    .map(({ rule, at }) => `${rule}: ${text.slice(at.start, at.end)}`);
}

function settings(json: string, ...rest: readonly (string | readonly string[])[]): string {
  return component(`<customSettings>${json}</customSettings>`, ...rest);
}

test('a value that only customSettings hold is judged like that of an item, between its quotes', () => {
  const values = {
    reqUseApi: ['yes', 'invalid-boolean'],
    reqSoftphoneHeight: ['500px', 'softphone-size'],
    reqSalesforceCompatibilityMode: ['lightning', 'invalid-enum'],
    reqTimeout: ['soon', 'invalid-number'],
    reqStandbyUrl: ['htp://acme.test/', 'invalid-url'],
    scvVendorLoginUrl: ['https://{{HOST}}/', 'placeholder'],
  } as const;
  for (const [key, [value, rule]] of Object.entries(values)) {
    const wrong = rule === 'placeholder' ? '{{HOST}}' : value;
    for (const quote of ['"', '&quot;', '&#34;']) {
      const json = `{${quote}${key}${quote} : ${quote} ${value}${quote}}`;
      assert.deepEqual(told(settings(json)), [`${rule}: ${wrong}`], json);
    }
  }
});

test('the fix of such a value leaves JSON behind', () => {
  const before = settings('{&quot;reqUseApi&quot;:&quot;yes&quot;,&quot;reqSoftphoneWidth&quot;:&quot;400px&quot;}');
  const after = fixAllIn(before, openCti, uri);
  assert.match(after, />\{&quot;reqUseApi&quot;:&quot;true&quot;,&quot;reqSoftphoneWidth&quot;:&quot;400&quot;\}</);
});

test('adapterUrl is judged where no item says the same', () => {
  const element = '<adapterUrl>ftp://acme.test/</adapterUrl>';
  assert.deepEqual(told(component(element)), ['invalid-url: ftp://acme.test/']);
  const item = sections('reqGeneralInfo', ...items('reqAdapterUrl', 'https://acme.test/'));
  assert.deepEqual(told(component(element, item)), []);
});

test('where an item has the name, even without a value, the disagreement is what is told', () => {
  for (const value of ['true', '']) {
    const text = settings('{"reqUseApi":"yes"}', sections('reqGeneralInfo', ...items('reqUseApi', value)));
    assert.deepEqual(told(text), [], value);
    assert.ok(findingsOf(text, openCti, uri).some(({ rule }) => rule === 'custom-settings-mismatch'));
  }
});

test('of two equal keys the one that counts is judged', () => {
  assert.deepEqual(
    told(settings('{"reqUseApi":"yes","reqUseApi":"true"}')).filter((one) => /boolean/.test(one)),
    [],
  );
  assert.ok(told(settings('{"reqUseApi":"true","reqUseApi":"yes"}')).includes('invalid-boolean: yes'));
});

test('nothing is said about values that cannot be read or mended safely', () => {
  for (const json of [
    '{"reqUseApi":"yes"',
    '{"reqUseApi":1}',
    '{"reqUseApi":""}',
    '["yes"]',
    '<![CDATA[{"reqUseApi":"yes"}]]>',
    '{"reqUseApi":<!-- here -->"yes"}',
    '{"reqStandbyUrl":"htp:\\/\\/acme.test"}',
  ])
    assert.deepEqual(
      told(settings(json)).filter((one) => /^invalid/.test(one)),
      [],
      json,
    );
});
