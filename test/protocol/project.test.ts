import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Location, SymbolInformation, WorkspaceEdit } from 'vscode-languageserver';
import { memoryFiles, serveMemory } from '../support/files.ts';
import { connect, type TestClient } from '../support/protocol.ts';

const uri = 'file:///w/callcenter.xml';
const twin = 'file:///w/force-app/callCenters/Contoso.callCenter-meta.xml';
const vendor = 'file:///w/ConversationVendorInformation/Acme.ConversationVendorInformation-meta.xml';
const code = 'file:///w/lwc/phone.js';

const text = `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Contoso</item>
    <item sortOrder="1" name="reqAdapterUrl" label="URL">/apex/acme__Softphone?mode=1</item>
    <item sortOrder="2" name="reqVendorInfoApiName" label="Vendor">c__Acme</item>
  </section>
  <section sortOrder="1" name="Own" label="Own Settings">
    <item sortOrder="0" name="team" label="Team">Service</item>
    <item sortOrder="1" name="queue" label="Queue">1</item>
  </section>
</callCenter>
`;

const others = {
  'file:///w/pages/softphone.page': '<apex:page/>',
  'file:///w/pages/OtherSoftphone.page': '<apex:page/>',
  [vendor]: '<ConversationVendorInfo>\n  <connectorUrl>/apex/connector</connectorUrl>\n</ConversationVendorInfo>\n',
  [twin]:
    '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">\n<displayName>Contoso</displayName>\n<sections>\n<items><label>Team</label><name>team</name><value>x</value></items>\n<label>Own</label><name>Own</name>\n</sections>\n</CallCenter>\n',
  [code]:
    "const team = settings['/Own/team'];\nconst label = settings['/Own/team/label'];\nconst other = settings['/Own/teams'];\nconst path = 'x/Own/team';\n",
};

async function open(): Promise<TestClient> {
  const files = memoryFiles({ ...others, [uri]: text });
  const client = await connect({
    initializationOptions: { files: true },
    prepare: (connection) => serveMemory(connection, files),
  });
  await client.open(uri, text);
  return client;
}

/** The position behind the first `before` of the text. */
function behind(before: string, of = text) {
  const offset = of.indexOf(before) + before.length;
  const lines = of.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function ask<Result>(client: TestClient, method: string, position: object, more: object = {}): Promise<Result> {
  return client.connection.sendRequest<Result>(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
}

const places = (found: readonly Location[] | null) =>
  (found ?? []).map(
    ({ uri: file, range }) => `${file}:${range.start.line}:${range.start.character}-${range.end.character}`,
  );

describe('going to what a value names', () => {
  it('leads to pages, vendors with their connector, and the other form', async () => {
    const client = await open();
    const go = async (before: string) => places(await ask<Location[] | null>(client, 'definition', behind(before)));
    assert.deepEqual(await go('/apex/acme__Soft'), ['file:///w/pages/softphone.page:0:0-0']);
    assert.deepEqual(await go('c__Ac'), [`${vendor}:1:16-31`]);
    assert.deepEqual(await go('>Conto'), [`${twin}:0:0-0`]);
    assert.deepEqual(await go('>Servi'), []);
    await client.dispose();
  });

  it('leads back from the other form', async () => {
    const client = await open();
    const meta = others[twin] ?? '';
    await client.open(twin, meta);
    const found = await client.connection.sendRequest<Location[]>('textDocument/definition', {
      textDocument: { uri: twin },
      position: behind('<CallC', meta),
    });
    assert.deepEqual(places(found), [`${uri}:2:69-76`]);
    await client.dispose();
  });
});

describe('references of an item', () => {
  it('are its names in both forms and its key in code', async () => {
    const client = await open();
    const found = await ask<Location[]>(client, 'references', behind('name="tea'), {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(places(found), [`${uri}:7:30-34`, `${twin}:3:32-36`, `${code}:0:28-32`, `${code}:1:29-33`]);
    const others = await ask<Location[]>(client, 'references', behind('name="tea'), {
      context: { includeDeclaration: false },
    });
    assert.equal(others.length, 3);
    assert.equal(await ask(client, 'references', behind('>Servi'), { context: { includeDeclaration: true } }), null);
    await client.dispose();
  });
});

describe('renaming', () => {
  it('changes the definition, its other form, and the keys in code, which a person confirms', async () => {
    const client = await open();
    const at = behind('name="tea');
    const named = await ask<{ placeholder: string }>(client, 'prepareRename', at);
    assert.equal(named.placeholder, 'team');
    const edit = await ask<WorkspaceEdit>(client, 'rename', at, { newName: 'group' });
    const changed = (edit.documentChanges ?? []).map((change) =>
      'textDocument' in change ? [change.textDocument.uri, change.edits.length, change.textDocument.version] : [],
    );
    assert.deepEqual(changed, [
      [uri, 1, 1],
      [twin, 1, null],
      [code, 2, null],
    ]);
    assert.deepEqual(
      Object.values(edit.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation),
      [true],
    );
    await client.dispose();
  });

  it('is refused for names of the platform, and for names that are none or are taken', async () => {
    const client = await open();
    await assert.rejects(ask(client, 'prepareRename', behind('name="reqAdapter')), /name of the platform/);
    await assert.rejects(ask(client, 'prepareRename', behind('name="reqGeneral')), /name of the platform/);
    for (const [newName, reason] of [
      ['a b', /letters and digits only/],
      ['label', /reserved/],
      ['queue', /taken already/],
    ] as const) {
      await assert.rejects(ask(client, 'rename', behind('name="tea'), { newName }), reason);
    }
    assert.equal(await ask(client, 'prepareRename', behind('>Servi')), null);
    await client.dispose();
  });
});

describe('symbols of the workspace', () => {
  it('are call centers, sections and items of all definitions, open or not', async () => {
    const client = await open();
    const find = async (query: string) =>
      (await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(
        ({ name, location, containerName }) => `${name} in ${containerName} ${location.uri === uri ? 'here' : 'there'}`,
      );
    assert.deepEqual(await find('own set'), ['Own (Own Settings) in Contoso here']);
    assert.ok((await find('team')).includes('team (Team) in Contoso › Own there'));
    assert.deepEqual(await find('zzz'), []);
    assert.ok((await find('')).length > 8);
    await client.dispose();
  });
});
