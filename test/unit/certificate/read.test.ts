import assert from 'node:assert/strict';
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { decodeBase64, readPem } from '../../../server/src/language/certificate/pem.ts';
import { readCertificate } from '../../../server/src/language/certificate/read.ts';
import { expiredCertificate } from '../../../server/src/language/rules/example-certificates.ts';
import { fixturesIn } from '../../support/fixtures.ts';

const pem = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/;
const long =
  pem.exec(fixturesIn('fixtures/ok').find(({ name }) => name === 'pem-certificate.xml')?.text ?? '')?.[0] ?? '';
const body = (text: string) => text.replace(/-----[^-]+-----/g, '').trim();

function validityOf(text: string) {
  const { validFrom, validTo } = new X509Certificate(text);
  const momentOf = (stated: string) => {
    const moment = new Date(stated);
    return { time: moment.getTime(), date: moment.toISOString().slice(0, 10) };
  };
  return { notBefore: momentOf(validFrom), notAfter: momentOf(validTo) };
}

for (const [name, certificate] of [
  ['an elliptic curve, dates of two digits', expiredCertificate],
  ['RSA, dates of four digits', long],
] as const) {
  test(`the validity of a certificate is read as Node reads it: ${name}`, () => {
    assert.deepEqual(readCertificate(certificate), { kind: 'certificate', validity: validityOf(certificate) });
  });
}

test('layout does not matter: indentation, CRLF, one line, text around', () => {
  const expected = readCertificate(expiredCertificate);
  for (const text of [
    expiredCertificate.replaceAll('\n', '\n      '),
    expiredCertificate.replaceAll('\n', '\r\n'),
    expiredCertificate.replaceAll('\n', ' '),
    `subject=CN = Acme\n${expiredCertificate}\nthe end`,
  ])
    assert.deepEqual(readCertificate(text), expected);
});

test('of a chain the certificate counts that ceases to hold first', () => {
  for (const chain of [`${expiredCertificate}\n${long}`, `${long}\n${expiredCertificate}`])
    assert.deepEqual(readCertificate(chain), readCertificate(expiredCertificate));
});

test('public keys of every usual kind are fine', () => {
  for (const { publicKey } of [
    generateKeyPairSync('rsa', { modulusLength: 1024 }),
    generateKeyPairSync('ec', { namedCurve: 'secp384r1' }),
    generateKeyPairSync('ed25519'),
  ])
    assert.deepEqual(readCertificate(String(publicKey.export({ type: 'spki', format: 'pem' }))), {
      kind: 'public-key',
    });
});

test('a private key is told wherever it stands, in every form', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  for (const key of [
    privateKey.export({ type: 'pkcs8', format: 'pem' }),
    privateKey.export({ type: 'pkcs1', format: 'pem' }),
    privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'acme' }),
  ])
    assert.equal(readCertificate(`${expiredCertificate}\n${key}`).kind, 'private-key');
});

test('what is missing is named', () => {
  const lines = expiredCertificate.split('\n');
  const kindOf = (text: string) => readCertificate(text).kind;
  assert.equal(kindOf(lines.slice(0, -1).join('\n')), 'cut-off');
  assert.equal(kindOf(expiredCertificate.replace('END CERTIFICATE', 'END PUBLIC KEY')), 'cut-off');
  assert.equal(kindOf(lines.filter((_, index) => index !== 3).join('\n')), 'unreadable');
  assert.equal(kindOf(expiredCertificate.replace('MIIB', 'MII*')), 'unreadable');
  assert.equal(kindOf(expiredCertificate.replaceAll('CERTIFICATE', 'PUBLIC KEY')), 'unreadable');
  assert.equal(kindOf(expiredCertificate.replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST')), 'other-kind');
  assert.deepEqual(readCertificate('acme'), { kind: 'not-pem' });
  assert.deepEqual(readCertificate(body(expiredCertificate)), { kind: 'not-pem', label: 'CERTIFICATE' });
});

test('every change of one byte gets an answer', () => {
  const der = decodeBase64(body(expiredCertificate)) ?? new Uint8Array();
  for (const [at, byte] of der.entries()) {
    for (const value of [0, 0x80, 0xff, byte ^ 1]) {
      const changed = Buffer.from(der);
      changed[at] = value;
      const { kind } = readCertificate(
        `-----BEGIN CERTIFICATE-----\n${changed.toString('base64')}\n-----END CERTIFICATE-----`,
      );
      assert.ok(kind === 'certificate' || kind === 'unreadable');
    }
  }
});

test('base64 is decoded as Node decodes it, with and without filling', () => {
  for (let length = 1; length < 20; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 89 + 7) % 256);
    const text = Buffer.from(bytes).toString('base64');
    assert.deepEqual(decodeBase64(text), bytes);
    assert.deepEqual(decodeBase64(text.replaceAll('=', '')), bytes);
  }
  for (const none of ['', 'A', '====', 'AB=C', 'AAAAé']) assert.equal(decodeBase64(none), undefined, none);
});

test('megabytes of anything get an answer', () => {
  const wrap = (text: string) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----`;
  for (const text of [
    '-----BEGIN CERTIFICATE-----'.repeat(200_000),
    '-----BEGIN A-----\n-----END A-----'.repeat(150_000),
    '-'.repeat(5_000_000),
    'A'.repeat(5_000_000),
    wrap('A'.repeat(5_000_000)),
    wrap('MIAwgDCAMIAwgDCA'.repeat(6_000)),
    wrap(`MIMB${'BQAF'.repeat(24_000)}`),
    wrap(' '.repeat(5_000_000)),
  ])
    readCertificate(text);
  assert.equal(readPem('-----BEGIN A-----'.repeat(100)).length, 20);
});
