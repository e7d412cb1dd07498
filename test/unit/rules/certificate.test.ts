import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCertificate } from '../../../server/src/language/certificate/read.ts';
import { expiredCertificate } from '../../../server/src/language/rules/example-certificates.ts';
import { inRoot, item } from '../../../server/src/language/rules/example-text.ts';
import { findingsOf, fixAllIn } from '../../support/language.ts';

const day = 24 * 60 * 60 * 1000;
const reading = readCertificate(expiredCertificate);
assert.ok(reading.kind === 'certificate');
const notBefore = reading.validity.notBefore.time;
const notAfter = reading.validity.notAfter.time;

function inVoice(value: string): string {
  return inRoot(
    '<section sortOrder="0" name="reqHvcc" label="SCV Settings">',
    item(0, 'reqTelephonyIntegrationCertificate', value),
    '</section>',
  );
}

function about(value: string, now?: number) {
  return findingsOf(inVoice(value), now === undefined ? {} : { now })
    .filter(({ rule }) => ['certificate', 'secret', 'placeholder', 'value-whitespace'].includes(rule))
    .map(({ rule, severity, message }) => ({ said: `${rule} ${severity}`, message }));
}
const said = (value: string, now?: number) => about(value, now).map((finding) => finding.said);

test('expiry is judged by the moment given, and without one not at all', () => {
  assert.deepEqual(said(expiredCertificate), []);
  assert.deepEqual(said(expiredCertificate, notAfter + 1), ['certificate warning']);
  assert.deepEqual(said(expiredCertificate, notAfter - 1), ['certificate information']);
  assert.deepEqual(said(expiredCertificate, notAfter - 59 * day), ['certificate information']);
  assert.deepEqual(said(expiredCertificate, notAfter - 60 * day), []);
  assert.deepEqual(said(expiredCertificate, notBefore - 1), ['certificate information']);
  assert.match(about(expiredCertificate, notAfter - 12.5 * day)[0]?.message ?? '', /2021-01-01, in 12 days/);
});

test('a value is found wrong once, by this rule alone', () => {
  assert.deepEqual(said(''), ['certificate hint']);
  assert.deepEqual(said(' \n '), ['certificate hint']);
  assert.deepEqual(said('<!-- to be filled in -->'), ['certificate hint']);
  assert.deepEqual(said(' acme '), ['certificate warning']);
  assert.deepEqual(said('-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----'), ['certificate error']);
  assert.deepEqual(said('{{CERTIFICATE}}'), ['placeholder information']);
  assert.deepEqual(said(expiredCertificate.replace(/\n[^-]*\n/, '\n{PASTE IT HERE}\n')), ['placeholder information']);
});

test('CDATA, comments and CRLF around a certificate are no fault', () => {
  for (const value of [
    `<![CDATA[${expiredCertificate}]]>`,
    `<!-- of Acme -->\n${expiredCertificate}\n<!-- until 2021 -->`,
    expiredCertificate.replaceAll('\n', '\r\n\t\t'),
    expiredCertificate.replace('MIIB', '&#77;IIB'),
  ])
    assert.deepEqual(said(value, notAfter - 90 * day), []);
});

test('nothing of the value gets into a message', () => {
  const secret = 'c2VjcmV0IGtleQ==';
  for (const value of [
    secret,
    `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`,
    expiredCertificate,
  ]) {
    const found = about(value, notAfter + day);
    assert.equal(found.length, 1);
    for (const { message } of found) assert.ok(!/c2Vjc|MIIB|Acme/.test(message), message);
  }
});

test('base64 without its two lines gets them, in the line ends of the file', () => {
  const bare = expiredCertificate.split('\n').slice(1, -1);
  const mended = fixAllIn(inVoice(bare.join('\n')).replaceAll('\n', '\r\n'));
  assert.ok(mended.includes(`>${expiredCertificate.replaceAll('\n', '\r\n')}<`), mended);
});
