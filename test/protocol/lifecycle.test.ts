import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect, definition } from '../support/protocol.ts';

describe('the life of the server', () => {
  it('offers what a modern client can use', async () => {
    const client = await connect();
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, 'call-center-xml');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'call-center-xml',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    assert.deepEqual(capabilities.codeActionProvider, { codeActionKinds: ['quickfix', 'source.fixAll.callCenterXml'] });
    assert.equal(capabilities.documentFormattingProvider, true);
    assert.ok(capabilities.completionProvider?.triggerCharacters?.includes('<'));
    assert.ok(capabilities.semanticTokensProvider?.legend.tokenModifiers.includes('required'));
    await client.dispose();
  });

  it('leaves formatters to a client that registers them itself', async () => {
    const client = await connect({ initializationOptions: { ownFormatters: true } });
    assert.equal(client.initialized.capabilities.documentFormattingProvider, undefined);
    assert.equal(client.initialized.capabilities.documentRangeFormattingProvider, undefined);
    await client.dispose();
  });

  it('offers the plainest client nothing that it cannot use', async () => {
    const client = await connect({ capabilities: {} });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    assert.equal(client.initialized.capabilities.codeActionProvider, false);
    assert.equal(client.initialized.capabilities.hoverProvider, true);
    await client.dispose();
  });

  it('watches the configuration and the files that matter, where the client lets it', async () => {
    const client = await connect();
    await client.pull('file:///nothing.xml');
    assert.deepEqual([...client.registered].sort(), [
      'workspace/didChangeConfiguration', // our own settings
      'workspace/didChangeConfiguration', // what is left out of the workspace
      'workspace/didChangeWatchedFiles',
    ]);
    await client.dispose();
  });

  it('takes initialization options of any shape', async () => {
    for (const initializationOptions of [
      null,
      7,
      [],
      { l10n: 3, flavours: [], files: 'yes' },
      { flavours: { a: 'b' } },
    ]) {
      const client = await connect({ initializationOptions });
      await client.open('file:///a.xml', definition());
      assert.deepEqual(await client.pull('file:///a.xml'), []);
      await client.dispose();
    }
  });

  it('answers requests about documents that it does not know, or that are not ours, with nothing', async () => {
    const client = await connect();
    const foreign = 'file:///pom.xml';
    await client.open(foreign, '<project>\n  <name>callCenter</name>\n</project>\n');
    const position = { line: 1, character: 3 };
    const range = { start: position, end: position };
    const options = { tabSize: 2, insertSpaces: true };
    for (const uri of [foreign, 'file:///never-opened.xml']) {
      const textDocument = { uri };
      const ask = (method: string, more: object) =>
        client.connection.sendRequest<unknown>(`textDocument/${method}`, { textDocument, ...more });
      assert.deepEqual(await client.pull(uri), []);
      const answers = {
        hover: await ask('hover', { position }),
        highlight: await ask('documentHighlight', { position }),
        symbols: await ask('documentSymbol', {}),
        folding: await ask('foldingRange', {}),
        links: await ask('documentLink', {}),
        linked: await ask('linkedEditingRange', { position }),
        actions: await ask('codeAction', { range, context: { diagnostics: [] } }),
        format: await ask('formatting', { options }),
        renumber: await client.connection.sendRequest('callCenterXml/renumber', { uri }),
        close: await client.connection.sendRequest('callCenterXml/autoClose', { uri, position, version: 1 }),
      };
      for (const [what, answer] of Object.entries(answers)) {
        const edits = (answer as { edits?: unknown[] } | null)?.edits ?? answer;
        assert.ok(edits === null || (Array.isArray(edits) && edits.length === 0), `${what}: ${JSON.stringify(answer)}`);
      }
      const completion = (await ask('completion', { position })) as { items: unknown[] } | null;
      assert.deepEqual(completion?.items ?? [], []);
      const tokens = (await ask('semanticTokens/full', {})) as { data: unknown[] } | null;
      assert.deepEqual(tokens?.data ?? [], []);
    }
    assert.deepEqual(client.log, []);
    await client.dispose();
  });

  it('survives positions and parameters of any shape', async () => {
    const client = await connect();
    const uri = 'file:///a.xml';
    await client.open(uri, definition());
    const positions: unknown[] = [
      { line: -1, character: -1 },
      { line: 1e9, character: 0 },
      { line: 0, character: 1e9 },
      { line: 0.5, character: Number.NaN },
      { line: 'x' },
      {},
      null,
      undefined,
    ];
    for (const position of positions) {
      for (const method of ['hover', 'completion', 'documentHighlight', 'linkedEditingRange']) {
        await client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position });
      }
      await client.connection.sendRequest('textDocument/selectionRange', {
        textDocument: { uri },
        positions: [position],
      });
      const range = { start: position, end: position };
      await client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [] },
      });
    }
    await client.connection.sendRequest('textDocument/hover', {});
    assert.deepEqual(await client.pull(uri), []);
    // What failed is in the log, by kind and place, and nothing of the document is.
    assert.ok(client.log.every((line) => !line.includes('ServiceDesk')));
    await client.dispose();
  });

  it('answers a request that is cancelled as cancelled', async () => {
    const client = await connect();
    const uri = 'file:///a.xml';
    await client.open(uri, definition());
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri }, position: { line: 2, character: 10 } };
    const answer = client.connection.sendRequest('textDocument/hover', params, source.token);
    source.cancel();
    await assert.rejects(answer, { code: -32800 });
    await client.dispose();
  });

  it('answers with nothing when the document is closed while its settings are fetched', async () => {
    let answerSettings: (value: unknown) => void = () => undefined;
    let asked: () => void = () => undefined;
    const settingsAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const client = await connect({
      configuration: () => {
        asked();
        return new Promise((resolve) => {
          answerSettings = resolve;
        });
      },
    });
    const uri = 'file:///a.xml';
    await client.open(uri, definition({ internalName: 'Service_Desk' }));
    const report = client.pull(uri);
    await settingsAsked;
    await client.close(uri);
    // Everything sent so far has arrived once a later request is answered.
    await client.connection.sendRequest('callCenterXml/newDefinition', { flavour: 'openCti' });
    answerSettings({});
    assert.deepEqual(await report, []);
    await client.dispose();
  });

  it('keeps what was typed in step, over many edits in one notification', async () => {
    const client = await connect();
    const uri = 'untitled:Untitled-1';
    await client.open(uri, '');
    const text = definition({ internalName: 'Service_Desk' });
    for (let at = 0; at < text.length; at += 7) {
      const before = text.slice(0, at).split('\n');
      const end = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
      await client.change(uri, text.slice(at, at + 7), { start: end, end });
    }
    const [finding, ...others] = await client.pull(uri);
    assert.equal(finding?.code, 'internal-name');
    assert.deepEqual(others, []);
    await client.dispose();
  });

  it('makes a definition of every flavour, and refuses flavours that do not exist', async () => {
    const client = await connect();
    for (const flavour of ['openCti', 'ctiToolkit', 'partnerTelephony', 'amazonConnect']) {
      const text = await client.connection.sendRequest<string>('callCenterXml/newDefinition', { flavour });
      const uri = `untitled:${flavour}`;
      await client.open(uri, text);
      const errors = (await client.pull(uri)).filter((diagnostic) => diagnostic.severity === 1);
      assert.deepEqual(errors, [], flavour);
    }
    await assert.rejects(client.connection.sendRequest('callCenterXml/newDefinition', { flavour: 'x' }), {
      code: -32602,
    });
    await client.dispose();
  });
});
