import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionList } from 'vscode-languageserver';
import type { FindFilesParams } from '../../server/src/protocol/files.ts';
import type { DocumentState, MessageAnswer } from '../../server/src/protocol.ts';
import { memoryFiles, serveMemory } from '../support/files.ts';
import { connect, definition, withCursor } from '../support/protocol.ts';

const uri = 'file:///w/service-desk.xml';

describe('the workspace around a definition', () => {
  it('is asked of the client, again only after a file came or went', async () => {
    const files = memoryFiles({ 'file:///w/pages/softphone.page': '' });
    let asked = 0;
    const client = await connect({
      initializationOptions: { files: true },
      prepare(connection) {
        serveMemory(connection, files);
        connection.onRequest('callCenterXml/findFiles', ({ suffixes, limit }: FindFilesParams) => {
          if (suffixes.includes('.page')) asked++;
          return files.find(suffixes, limit);
        });
      },
    });
    const { text, position } = withCursor(definition().replace('https://cti.contoso.example/softphone', '|'));
    await client.open(uri, text);
    const pages = async () => {
      const list = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
        textDocument: { uri },
        position,
      });
      assert.equal(list.isIncomplete, false);
      return list.items.map((item) => item.textEdit?.newText).filter((edit) => edit?.startsWith('/apex/'));
    };
    assert.deepEqual(await pages(), ['/apex/softphone']);
    assert.deepEqual(await pages(), ['/apex/softphone']);
    assert.equal(asked, 1);
    files.files.set('file:///w/pages/other.page', '');
    await client.fileEvents({ 'file:///w/pages/other.page': 'created' });
    assert.deepEqual(await pages(), ['/apex/other', '/apex/softphone']);
    assert.equal(asked, 2);
    await client.dispose();
  });

  it('holds up completion for a moment only', async () => {
    const client = await connect({
      initializationOptions: { files: true },
      prepare: (connection) => void connection.onRequest('callCenterXml/findFiles', () => new Promise(() => undefined)),
    });
    await client.open(uri, definition());
    const list = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 2, character: 4 },
    });
    assert.equal(list.isIncomplete, true);
    await client.dispose();
  });

  it('may be out of reach: completion goes on without it, and the log says so', async () => {
    const client = await connect({ initializationOptions: { files: true } });
    await client.open(uri, definition());
    const list = await client.connection.sendRequest<CompletionList | null>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 2, character: 4 },
    });
    assert.notEqual(list, null);
    assert.ok(client.log.some((line) => line.includes("workspace's files could not be listed")));
    await client.dispose();
  });
});

describe('the state of a document', () => {
  it('is told to clients that want it, once for each change that matters', async () => {
    const told: DocumentState[] = [];
    const waiting: ((state: DocumentState) => void)[] = [];
    const client = await connect({
      initializationOptions: { documentState: true },
      prepare(connection) {
        connection.onNotification('callCenterXml/documentState', (state: DocumentState) => {
          told.push(state);
          waiting.shift()?.(state);
        });
      },
    });
    const next = () => new Promise<DocumentState>((resolve) => waiting.push(resolve));

    const opened = next();
    await client.open(uri, definition());
    assert.deepEqual(await opened, {
      uri,
      version: 1,
      form: 'import',
      flavour: 'openCti',
      flavourChosen: false,
      interface: 'both',
      wellFormed: true,
    });
    const chosen = next();
    await client.connection.sendNotification('callCenterXml/setFlavour', { uri, flavour: 'ctiToolkit' });
    const { flavour, flavourChosen } = await chosen;
    assert.deepEqual([flavour, flavourChosen], ['ctiToolkit', true]);
    const detected = next();
    await client.connection.sendNotification('callCenterXml/setFlavour', { uri, flavour: 'no such flavour' });
    assert.equal((await detected).flavourChosen, false);
    const broken = next();
    // A change that says nothing new in between.
    await client.change(uri, definition({ internalName: 'HelpDesk' }));
    await client.change(uri, definition().replace('</section>', ''));
    assert.equal((await broken).wellFormed, false);
    assert.equal(told.length, 4);
    await client.dispose();
  });

  it('is not told to clients that would not understand it', async () => {
    const client = await connect({
      prepare(connection) {
        connection.onNotification('callCenterXml/documentState', () => assert.fail('nobody asked'));
      },
    });
    await client.open(uri, definition());
    assert.deepEqual(await client.pull(uri), []);
    await client.dispose();
  });
});

describe('a message of the platform', () => {
  it('is answered with its meaning, the place and the fix, for the version that is open', async () => {
    const client = await connect();
    await client.open(uri, definition());
    await client.change(uri, definition({ internalName: 'Service_Desk' }));
    const answer = await client.connection.sendRequest<MessageAnswer>('callCenterXml/explainMessage', {
      text: 'Line 3: limited to 40 alphanumeric characters, no symbols or spaces',
      uri,
    });
    assert.deepEqual([answer.version, answer.line, answer.lineRange?.start], [2, 2, { line: 2, character: 0 }]);
    const [explanation] = answer.explanations;
    assert.deepEqual([explanation?.id, explanation?.rules], ['internal-name-refused', ['internal-name']]);
    const [place] = explanation?.places ?? [];
    assert.deepEqual([place?.rule, place?.range.start.line], ['internal-name', 2]);
    assert.deepEqual(
      place?.fixes.map(({ edits }) => edits.map(({ newText }) => newText)),
      [['ServiceDesk']],
    );
    await client.dispose();
  });

  it('needs no document, and may be unknown', async () => {
    const client = await connect();
    const ask = (params: object) =>
      client.connection.sendRequest<MessageAnswer>('callCenterXml/explainMessage', params);
    const known = await ask({ text: 'Element {}section invalid at this location in type CallCenter' });
    assert.deepEqual([known.version, known.explanations.length, known.explanations[0]?.places], [undefined, 1, []]);
    assert.deepEqual(await ask({ text: 'Line 2: no idea', uri: 'file:///not/open.xml' }), {
      line: 1,
      explanations: [],
      places: [],
    });
    await client.dispose();
  });
});
