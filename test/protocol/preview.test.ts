import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type {
  FieldPlaces,
  FoundField,
  PreviewEditAnswer,
  ProtocolPreview,
  RevealedField,
  VersionedSettings,
} from '../../server/src/protocol/preview.ts';
import { methods, type PreviewOperation } from '../../server/src/protocol.ts';
import { applyTextEdits, connect, definition, type TestClient } from '../support/protocol.ts';

const uri = 'file:///w/callcenter.xml';
const text = definition({ useApi: 'yes' }).replace(
  '  </section>',
  '    <item sortOrder="7" name="apiToken" label="Token">h7Gk29sLq0</item>\n  </section>',
);

describe('the preview of an open definition', () => {
  let client: TestClient;
  let told = 0;
  const ask = <Answer>(method: string, params: object = {}) =>
    client.connection.sendRequest<Answer | null>(method, { uri, ...params });
  const edit = (version: number, operation: PreviewOperation) =>
    ask<PreviewEditAnswer>(methods.previewEdit, { version, operation });

  before(async () => {
    client = await connect({
      initializationOptions: { previews: true },
      prepare: (connection) => connection.onNotification(methods.previewsChanged, () => void told++),
    });
    await client.open(uri, text);
  });
  after(() => client.dispose());

  test('has its version, lines and columns, and no secret', async () => {
    const preview = await ask<ProtocolPreview>(methods.preview);
    assert.ok(preview?.state === 'definition');
    assert.equal(preview.version, 1);
    const items = preview.content.sections[0]?.items ?? [];
    const useApi = items.find(({ name }) => name === 'reqUseApi');
    const line = text.split('\n').findIndex((one) => one.includes('reqUseApi'));
    assert.equal(useApi?.problems?.[0]?.at.start.line, line);
    assert.doesNotMatch(JSON.stringify(preview), /h7Gk29sLq0/);
  });

  test('has of a large definition the fields of those sections only that are asked for', async () => {
    const large = 'file:///w/large.xml';
    const items = Array.from(
      { length: 100 },
      (_, item) => `<item sortOrder="${item}" name="i${item}" label="I">1</item>`,
    );
    const sections = ['a', 'b'].map(
      (name, order) => `<section sortOrder="${order}" name="${name}" label="S">${items.join('')}</section>`,
    );
    await client.open(large, `<callCenter>${sections.join('')}</callCenter>`);
    const preview = await ask<ProtocolPreview>(methods.preview, { uri: large, sections: ['/b'] });
    assert.ok(preview?.state === 'definition');
    assert.deepEqual(
      preview.content.sections.map(({ id, count, items: given }) => [id, count, given?.length]),
      [
        ['/a', 100, undefined],
        ['/b', 100, 100],
      ],
    );
  });

  test('reveals one secret to who asks for it', async () => {
    const id = '/reqGeneralInfo/apiToken';
    assert.deepEqual(await ask<RevealedField>(methods.previewReveal, { id }), { version: 1, value: 'h7Gk29sLq0' });
    assert.equal(await ask<RevealedField>(methods.previewReveal, { id: '/a/b' }), null);
  });

  test('leads from a field to its places and from a place to the field', async () => {
    const id = '/reqGeneralInfo/reqSoftphoneWidth';
    const places = await ask<FieldPlaces>(methods.fieldPlaces, { id });
    assert.ok(places?.value);
    assert.equal(applyTextEdits(text, [{ range: places.value, newText: '301' }]), text.replace('>300<', '>301<'));
    const found = await ask<FoundField>(methods.fieldAt, { position: places.value.start });
    assert.deepEqual(found, { version: 1, id });
    assert.deepEqual(await ask<FoundField>(methods.fieldAt, { position: { line: 0, character: 0 } }), { version: 1 });
    assert.equal(await ask<FieldPlaces>(methods.fieldPlaces, { id: '/a/b' }), null);
  });

  test('is edited in the version that it shows, and in no other', async () => {
    const answer = await edit(1, { kind: 'setSize', width: 320 });
    assert.ok(answer?.kind === 'edits');
    assert.equal(answer.version, 1);
    assert.equal(answer.id, '/reqGeneralInfo/reqSoftphoneWidth');
    assert.equal(applyTextEdits(text, answer.edits), text.replace('>300<', '>320<'));
    assert.deepEqual(await edit(0, { kind: 'setSize', width: 320 }), { kind: 'stale', version: 1 });
    const refused = await edit(1, { kind: 'remove', id: '/a/b' });
    assert.ok(refused?.kind === 'refused' && refused.reason.length > 10);
  });

  for (const operation of [
    undefined,
    null,
    'remove',
    { kind: 'explode' },
    { kind: 'toString' },
    { kind: 'remove' },
    { kind: 'remove', id: 7 },
    { kind: 'move', id: '/a', by: 2 },
    { kind: 'moveTo', id: '/a', place: 1.5 },
    { kind: 'setMode', mode: 'lightning' },
    { kind: 'setSize', width: '300' },
  ]) {
    test(`takes no operation ${JSON.stringify(operation)}`, () =>
      assert.rejects(ask(methods.previewEdit, { version: 1, operation }), /operation is none/));
  }

  test('has the settings, with their secrets for who asks', async () => {
    const masked = await ask<VersionedSettings>(methods.previewSettings, { format: 'lightning' });
    assert.equal(masked?.version, 1);
    assert.equal(masked?.cut, undefined);
    assert.equal(masked?.masked, 1);
    assert.doesNotMatch(JSON.stringify(masked), /h7Gk29sLq0/);
    const open = await ask<VersionedSettings>(methods.previewSettings, {
      format: 'lightning',
      reveal: true,
    });
    assert.match(open?.text ?? '', /h7Gk29sLq0/);
  });

  test('has the beginning of the settings for who shows no more, and nothing of a form that does not exist', async () => {
    const all = await ask<VersionedSettings>(methods.previewSettings, { format: 'csv' });
    const some = await ask<VersionedSettings>(methods.previewSettings, { format: 'csv', most: 20 });
    assert.deepEqual([some?.text, some?.cut], [all?.text.slice(0, 20), true]);
    await assert.rejects(ask(methods.previewSettings, { format: 'toString' }), /format/);
  });

  test('is asked for anew when something else than the text has changed it', async () => {
    const before = told;
    await client.connection.sendNotification(methods.setFlavour, { uri, flavour: 'ctiToolkit' });
    const preview = await ask<ProtocolPreview>(methods.preview);
    assert.ok(preview?.state === 'definition');
    assert.equal(preview.content.flavour, 'ctiToolkit');
    assert.equal(told, before + 1);
    await client.connection.sendNotification(methods.setFlavour, { uri });
  });

  test('follows the text, and says when it is broken or none', async () => {
    await client.change(uri, text.replace('</section>', ''));
    const broken = await ask<ProtocolPreview>(methods.preview);
    assert.ok(broken?.state === 'broken');
    assert.equal(broken.version, 2);
    assert.ok(broken.error.at.start.line >= 0);
    await client.change(uri, '<project/>');
    const none = await ask<ProtocolPreview>(methods.preview);
    assert.ok(none?.state === 'none' && none.version === 3);
    assert.equal(await ask<VersionedSettings>(methods.previewSettings, { format: 'lightning' }), null);
    assert.deepEqual(await ask<FoundField>(methods.fieldAt, { position: { line: 0, character: 3 } }), { version: 3 });
  });

  test('is null for a document that is not open', async () => {
    for (const method of [methods.preview, methods.previewSettings, methods.fieldAt, methods.previewReveal]) {
      const params = { uri: 'file:///w/other.xml', id: '/a', format: 'csv', position: { line: 0, character: 0 } };
      assert.equal(await client.connection.sendRequest(method, params), null);
    }
  });
});

test('a client that did not ask for it is told nothing', async () => {
  let told = 0;
  const client = await connect({
    prepare: (connection) => connection.onNotification(methods.previewsChanged, () => void told++),
  });
  await client.open(uri, text);
  await client.connection.sendNotification(methods.setFlavour, { uri, flavour: 'ctiToolkit' });
  await client.connection.sendRequest(methods.preview, { uri });
  assert.equal(told, 0);
  await client.dispose();
});
