import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KnownDefinition } from '../../../server/src/language/index.ts';
import { createSource } from '../../../server/src/language/text/source.ts';
import { service } from '../../support/language.ts';
import { definition } from '../../support/protocol.ts';

const at = { start: { line: 4, character: 2 }, end: { line: 4, character: 8 } };
const other = (uri: string, internalName: string, body: KnownDefinition['body']): KnownDefinition => ({
  uri,
  internalName,
  body,
  at,
});

function found(uri: string, text: string, ...definitions: KnownDefinition[]) {
  const source = createSource(uri, 1, text);
  const facts = { visualforcePages: [], vendorApiNames: [], definitions, packageDirectories: [], forceIgnores: [] };
  return service
    .findings(source, { facts })
    .filter(({ rule }) => rule === 'internal-name-not-unique')
    .map(({ severity, at: { start, end }, message, related }) => ({
      severity,
      on: text.slice(start, end),
      message,
      related,
    }));
}

const metadata =
  '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">\n<displayName>x</displayName>\n</CallCenter>\n';
const own = 'file:///w/desk.xml';

describe('an internal name that another definition has', () => {
  it('is a warning between two files to import, and leads to the other one', () => {
    const twin = other('file:///w/old%20desk.xml', 'ServiceDesk', 'import');
    const [finding, ...rest] = found(own, definition(), other(own, 'ServiceDesk', 'import'), twin);
    assert.deepEqual(rest, []);
    assert.deepEqual([finding?.severity, finding?.on], ['warning', 'ServiceDesk']);
    assert.match(finding?.message ?? '', /^old desk\.xml has the internal name “ServiceDesk”, too\. .* refused/);
    assert.deepEqual(finding?.related, [{ other: twin, message: 'The internal name ServiceDesk is here, too.' }]);
  });

  it('is a hint where the other is the metadata form of it, and information between two of those', () => {
    const twin = other('file:///w/ServiceDesk.callCenter', 'ServiceDesk', 'metadata');
    assert.deepEqual(
      found(own, definition(), twin).map(({ severity }) => severity),
      ['hint'],
    );
    const [finding] = found('file:///p/ServiceDesk.callCenter', metadata, twin);
    assert.deepEqual(
      [finding?.severity, finding?.on],
      ['information', '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">'],
    );
    const both = [twin, other('file:///w/2.xml', 'ServiceDesk', 'import')];
    const [first] = found(own, definition(), ...both);
    assert.deepEqual([first?.severity, first?.related.length], ['warning', 2]);
    assert.match(first?.message ?? '', /^2\.xml /);
  });

  it('is read from the full name or the name of a metadata file', () => {
    const named = metadata.replace('<displayName>', '<fullName> Stated </fullName><displayName>');
    const twin = other('file:///w/x.xml', 'Stated', 'import');
    assert.deepEqual(
      found('file:///p/Other.callCenter', named, twin).map(({ on }) => on),
      [' Stated '],
    );
    assert.deepEqual(found('file:///p/Stated.callCenter-meta.xml', metadata, twin).length, 1);
    assert.deepEqual(found('file:///p/Stated.xml', metadata, twin), []);
  });

  it('is none where only capital letters are alike, without facts, or without a name', () => {
    assert.deepEqual(found(own, definition(), other('file:///w/2.xml', 'serviceDesk', 'import')), []);
    assert.deepEqual(found(own, definition({ internalName: '' }), other('file:///w/2.xml', '', 'import')), []);
    assert.deepEqual(
      service.findings(createSource(own, 1, definition())).filter(({ rule }) => rule === 'internal-name-not-unique'),
      [],
    );
  });
});
