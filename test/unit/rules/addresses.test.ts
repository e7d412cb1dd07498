import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inGeneralInfo, item } from '../../../server/src/language/rules/example-text.ts';
import { readPagePath } from '../../../server/src/language/rules/visualforce-page.ts';
import { readAddress } from '../../../server/src/language/rules/web-address.ts';
import { findingsOf, fixAllIn } from '../../support/language.ts';

const open = item(1, 'reqUseApi', 'true');

/** What the rules about addresses say of the address of a softphone. */
function about(address: string, options?: Parameters<typeof findingsOf>[1]): string[] {
  return findingsOf(inGeneralInfo(item(0, 'reqAdapterUrl', address), open), options)
    .filter(({ rule }) => /^(?:(?:invalid-)?url|page|placeholder)/.test(rule))
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

test('an address is read as a browser reads it', () => {
  assert.deepEqual(readAddress('HTTPS://a:b@Phone.Acme.Test:8443/x@y'), {
    scheme: 'https',
    credentials: 'a:b',
    host: 'phone.acme.test',
    hostAt: 12,
    port: '8443',
  });
  assert.equal(readAddress('https://[::1]:80/')?.host, '[::1]');
  assert.equal(readAddress('mailto:a@acme.test'), undefined);
});

test('the path of a page is read with its namespace', () => {
  assert.deepEqual(readPagePath('/apex/acme__Soft_Phone?x=1'), {
    namespace: 'acme',
    page: 'Soft_Phone',
    start: 12,
    end: 22,
  });
  assert.equal(readPagePath('/APEX/page')?.page, 'page');
  for (const other of ['/apex/', '/apex/pa-ge', '/lightning/page', 'apex/page', 'https://a.test/apex/page'])
    assert.equal(readPagePath(other), undefined, other);
});

test('addresses that a browser loads are left alone', () => {
  for (const good of [
    'https://phone.acme.test',
    'https://phone.acme.test:8443/a%20b?x={y}&amp;z=[1]#top',
    'https://[2001:db8::1]/softphone',
    'https://bücher.test/',
    'https://under_score.acme.test/',
    'https://acme.test:/',
    '//cdn.acme.test/softphone',
    '/lightning/n/softphone',
    '',
  ])
    assert.deepEqual(about(good), [], good);
});

test('what no browser can load is an error, what is no address a warning', () => {
  for (const bad of [
    'https://',
    'https://a b.test/',
    'ftp://acme.test/',
    'https://acme.test:99999/',
    'https:acme.test',
  ])
    assert.deepEqual(about(bad), ['invalid-url error'], bad);
  for (const bad of ['acme.test', 'the softphone', 'apex/page'])
    assert.deepEqual(about(bad), ['invalid-url warning'], bad);
});

test('one finding for one value: a placeholder says it all', () => {
  for (const address of ['https://domain:port/softphone', '{{HOST}}', 'http://YOUR-DOMAIN:8080x/', '/apex/{{PAGE}}'])
    assert.deepEqual(about(address), ['placeholder information'], address);
});

test('a path is a hint until the workspace can say more', () => {
  const facts = {
    visualforcePages: ['SoftPhone'],
    vendorApiNames: [],
    definitions: [],
    packageDirectories: [],
    forceIgnores: [],
  };
  assert.deepEqual(about('/apex/softphone'), ['url-relative hint']);
  assert.deepEqual(about('/apex/softphone', { facts: { ...facts, visualforcePages: [] } }), ['url-relative hint']);
  assert.deepEqual(about('/apex/softphone', { facts }), []);
  assert.deepEqual(about('/apex/c__softphone', { facts }), []);
  assert.deepEqual(about('/apex/acme__other', { facts }), []);
  assert.deepEqual(about('/apex/softphnoe', { facts }), ['page-not-found warning']);
  assert.deepEqual(about('/apex/other', { facts }), ['page-not-found information']);
});

test('that a page without https will not appear is not said of one on this computer: browsers may let it through', () => {
  const mode = item(2, 'reqSalesforceCompatibilityMode', 'Lightning');
  const told = (address: string) =>
    findingsOf(inGeneralInfo(item(0, 'reqAdapterUrl', address), open, mode))
      .filter(({ rule }) => rule === 'url-needs-https')
      .map(({ severity, message }) => [severity, message.includes('will not appear')]);
  assert.deepEqual(told('http://phone.acme.test/'), [['error', true]]);
  for (const own of ['http://localhost:8080/', 'http://127.0.0.1/', 'http://[::1]/'])
    assert.deepEqual(told(own), [['error', false]], own);
});

test('only a slip of the scheme, and a missing slash, are mended unasked', () => {
  const mended = (address: string) =>
    /reqAdapterUrl"[^>]*>([^<]*)/.exec(fixAllIn(inGeneralInfo(item(0, 'reqAdapterUrl', address), open)))?.[1];
  assert.equal(mended('https:/acme.test/?a=1&amp;b=2'), 'https://acme.test/?a=1&amp;b=2');
  assert.equal(mended('http:\\\\acme.test'), 'http://acme.test');
  assert.equal(mended('apex/page'), '/apex/page');
  assert.equal(mended('acme.test/softphone'), 'acme.test/softphone');
  assert.equal(mended('https://localhost/'), 'https://localhost/');
});

test('a very long value is judged, and the message stays short', () => {
  for (const text of ['a-', 'a.', 'https://a', '/apex/a_', 'https://a:', '5']) {
    const value = text + text.repeat(300_000);
    const found = findingsOf(
      inGeneralInfo(item(0, 'reqAdapterUrl', value), item(1, 'reqTimeout', value), item(2, 'reqDisplayName', value)),
    );
    assert.ok(found.length > 0);
    for (const { message, rule } of found) assert.ok(message.length <= 1000, rule);
  }
});
