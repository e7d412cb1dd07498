import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice/lib/esm/jsonLanguageService.js';
import { baselinePathTrouble } from '../../../server/src/language/baseline/baseline-file.ts';
import { rules } from '../../../server/src/language/rules/registry.ts';
import { baselineSchema } from '../../../server/src/tools/baseline-schema.ts';
import { configSchema } from '../../../server/src/tools/config-schema.ts';
import { corpus } from '../../support/fixtures.ts';
import { service, sourceOf } from '../../support/language.ts';
import { northwindText, readable, unreadable } from './support.ts';

/** What an editor says about a text, by a schema. */
async function said(text: string, schema: string): Promise<readonly string[]> {
  const json = getLanguageService({});
  json.configure({
    allowComments: true,
    schemas: [{ uri: 'test://schema', fileMatch: ['*'], schema: JSON.parse(schema) }],
  });
  const document = TextDocument.create('file:///a.json', 'json', 1, text);
  return (await json.doValidation(document, json.parseJSONDocument(document))).map(({ message }) => String(message));
}

describe('the schema of baseline files', () => {
  test('has nothing to say about what is written', async () => {
    assert.deepEqual(await said(northwindText, baselineSchema()), []);
    const imported = { takenFrom: { kind: 'file', what: 'a.xml' }, importedOn: '2026-11-20' } as const;
    for (const { name, text } of corpus('import')) {
      const result = service.markImported(sourceOf(text), undefined, imported);
      // Whatever is in there without a section is no call center.
      if (result.kind === 'refused') assert.match(result.reason, /no section/, name);
      else {
        assert.deepEqual(await said(result.text, baselineSchema()), [], name);
        assert.deepEqual(readable(result.text).warnings, [], name);
        assert.ok(!result.text.includes('BEGIN CERTIFICATE'), name);
      }
    }
  });

  test('objects to what cannot be read, and to what means nothing', async () => {
    const edits = [
      ['"formatVersion": 1', '"formatVersion": 2'],
      ['"internalName": "Northwind"', '"internalName": 7'],
      ['"flavour": "openCti"', '"flavour": "open"'],
      ['"kind": "file"', '"kind": "web"'],
      ['"2026-11-20"', '"November"'],
      ['"0123456789ab"', '"0123"'],
      ['"value": "true"', '"value": true'],
      ['"value": "true"', '"value": "true", "fingerprint": "0123456789ab"'],
      ['"reason": "new phone", ', ''],
      ['{ "name": "color", ', '{ '],
    ] as const;
    for (const [good, bad] of edits) {
      const text = northwindText.replace(good, bad);
      assert.notEqual((await said(text, baselineSchema())).length, 0, bad);
      assert.match(unreadable(text).message, /\S/);
    }
    assert.equal((await said(northwindText.replace('"by"', '"ticket": 1, "by"'), baselineSchema())).length, 1);
  });

  test('is contributed for the files by the end of their names', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(
      contributes.jsonValidation.map(({ fileMatch }: { readonly fileMatch: string }) => fileMatch),
      ['.callcenterrc.json', '*.callcenter-baseline.json'],
    );
  });
});

test('the schema of a configuration takes the paths of baselines that can be read', async () => {
  const name = `\${name}`;
  for (const path of [
    `${name}.callcenter-baseline.json`,
    `../b/${name}.callcenter-baseline.json`,
    `/b/${name}.callcenter-baseline.json`,
    `C:/${name}.callcenter-baseline.json`,
    `b\\${name}.callcenter-baseline.json`,
    'b.callcenter-baseline.json',
    `${name}.json`,
  ]) {
    const messages = await said(JSON.stringify({ baseline: { path } }), configSchema(rules));
    assert.equal(messages.length > 0, baselinePathTrouble(path) !== undefined, path);
  }
});
