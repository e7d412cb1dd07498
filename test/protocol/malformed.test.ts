import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { definition } from '../support/protocol.ts';
import { frame, hello, open, type RawProcess, startProcess } from '../support/raw-protocol.ts';

const uri = 'file:///service-desk.xml';
const textDocument = { uri };
const position = { line: 2, character: 30 };
const wrong = definition({ internalName: 'Service_Desk' });

const started: RawProcess[] = [];
after(() => {
  for (const server of started) server.kill();
});

function start(): RawProcess {
  const server = startProcess();
  started.push(server);
  return server;
}

/** What a healthy server finds in the document that is open. */
const pull = (id: number | string) => frame({ id, method: 'textDocument/diagnostic', params: { textDocument } });

/** Sends what nobody should send, and then asks for what the server must still know. */
async function survives(...pieces: readonly Uint8Array[]): Promise<RawProcess> {
  const server = start();
  server.write(hello(), open(uri, wrong), ...pieces, pull('alive'));
  const { result } = await server.answer('alive');
  const { items } = result as { items: readonly { code: string }[] };
  assert.deepEqual(
    items.map(({ code }) => code),
    ['internal-name'],
  );
  return server;
}

describe('messages that nobody should send', () => {
  it('are passed over where they are no JSON, and the log says so without quoting them', async () => {
    const server = await survives(frame('{"jsonrpc":"2.0","secret'), frame(''), frame('\u0000\ufffd'));
    const log = JSON.stringify(server.received.filter(({ method }) => method === 'window/logMessage'));
    assert.match(log, /is no JSON, or/);
    assert.doesNotMatch(log, /secret/);
    assert.equal(server.complaints(), '');
  });

  it('are passed over where they are JSON of another kind', async () => {
    await survives(
      ...['[]', '[1,2]', 'null', '7', '"x"', '{}', '{"id":5}', '{"id":{},"method":"x"}', '{"id":6,"method":7}'].map(
        (text) => frame(text),
      ),
    );
  });

  it('end the server with a sentence where nobody can tell any more where a message begins', async () => {
    // A number that begins well is no number, and nobody waits for a message that no memory holds.
    const lengths = [
      'many',
      '',
      '-5',
      '-0',
      '12x',
      '1.5',
      '1e3',
      '0x10',
      '5 5',
      'NaN',
      'Infinity',
      '9'.repeat(10),
      '1e99',
    ];
    const headers = ['Foo: bar', 'no header', ...lengths.map((length) => `Content-Length: ${length}`)];
    for (const header of headers) {
      const server = start();
      const bytes = `${header}\r\n\r\n`;
      server.write(hello(), bytes, pull('never'));
      assert.equal(await server.ended, 1, bytes);
      assert.match(server.complaints(), /cannot read its input: a message has no valid header/);
    }
  });

  it('are answered as unknown where their method is, and passed over where nobody waits for an answer', async () => {
    const server = await survives(
      frame({ id: 1, method: 'textDocument/teleport', params: {} }),
      frame({ id: 2, method: '$/teleport' }),
      frame({ method: 'textDocument/teleport', params: {} }),
      frame({ method: '$/teleport' }),
    );
    for (const id of [1, 2]) assert.equal((await server.answer(id)).error?.code, -32601);
  });

  it('are each answered where their parameters have the wrong type', async () => {
    const methods = [
      ...['hover', 'completion', 'diagnostic', 'codeAction', 'formatting', 'rename', 'documentSymbol'].map(
        (name) => `textDocument/${name}`,
      ),
      ...['preview', 'convert', 'explainMessage', 'changeBaseline', 'dial'].map((name) => `callCenterXml/${name}`),
      'workspace/symbol',
    ];
    const shapes: readonly unknown[] = [
      7,
      'x',
      [],
      [1, 2],
      null,
      {},
      { textDocument: null },
      { textDocument: { uri: 5 } },
    ];
    const requests = methods.flatMap((method) => [
      ...shapes.map((params, at) => ({ id: `${method} ${at}`, method, params })),
      { id: `${method} none`, method },
    ]);
    const server = await survives(...requests.map((request) => frame(request)));
    for (const { id } of requests) await server.answer(id);
    const log = JSON.stringify(server.received.filter(({ method }) => method === 'window/logMessage'));
    assert.doesNotMatch(log, /Service_Desk/);
  });

  it('change nothing where notifications have the wrong type', async () => {
    const methods = [
      ...['didChange', 'didClose', 'didSave'].map((name) => `textDocument/${name}`),
      ...['didChangeWatchedFiles', 'didChangeConfiguration', 'didChangeWorkspaceFolders'].map(
        (name) => `workspace/${name}`,
      ),
      ...['setFlavour', 'compareWith', 'revisionsChanged'].map((name) => `callCenterXml/${name}`),
      '$/cancelRequest',
      '$/setTrace',
      '$/progress',
    ];
    const shapes: readonly unknown[] = [undefined, null, 7, [], {}, { textDocument: 5 }, { changes: 7 }, { uri: 5 }];
    await survives(...methods.flatMap((method) => shapes.map((params) => frame({ method, params }))));
  });

  it('are refused where they ask for a change of a baseline that there is none of', async () => {
    const from = { text: wrong, kind: 'git', what: 'HEAD' };
    const changes: readonly unknown[] = [
      undefined,
      null,
      5,
      {},
      { kind: 'forget' },
      { kind: 'mark' },
      { kind: 'mark', on: 5 },
      { kind: 'mark', on: '2026-11-20', from: null },
      { kind: 'mark', on: '2026-11-20', from: { ...from, kind: 'memory' } },
      { kind: 'mark', on: '2026-11-20', from: { ...from, text: 5 } },
      { kind: 'mark', on: '2026-11-20', from: { kind: 'git' } },
      { kind: 'accept', by: 'somebody', on: '2026-11-20', reason: 5 },
      { kind: 'accept', by: 'somebody', on: '2026-11-20', reason: 'because', fingerprints: 'all' },
    ];
    const server = await survives(
      ...changes.map((change, id) =>
        frame({ id, method: 'callCenterXml/changeBaseline', params: { uri, present: '{}', change } }),
      ),
      frame({
        id: 'present',
        method: 'callCenterXml/changeBaseline',
        params: { uri, present: 5, change: { kind: 'prune' } },
      }),
    );
    for (const id of [...changes.keys(), 'present'])
      assert.equal((await server.answer(id)).error?.code, -32602, `${id}`);
  });

  it('do not end the server where a document or a folder has no URI', async () => {
    for (const odd of [undefined, null, 5, {}]) {
      const server = start();
      server.write(
        hello({ workspace: { configuration: true, workspaceFolders: true } }),
        frame({ method: 'textDocument/didOpen', params: { textDocument: { uri: odd, version: 1, text: wrong } } }),
        frame({
          method: 'workspace/didChangeWorkspaceFolders',
          params: { event: { added: [{ uri: odd, name: 'x' }], removed: [] } },
        }),
        open('untitled:Untitled-1', wrong),
      );
      for (const id of [1, 2]) {
        server.write(frame({ id, method: 'callCenterXml/newDefinition', params: { flavour: 'openCti' } }));
        assert.notEqual((await server.answer(id)).result, null);
      }
    }
  });

  it('do not end the server where the client refuses what the server asks of it', async () => {
    const server = start();
    server.write(hello({ workspace: { workspaceFolders: true } }), open(uri, wrong), pull(1));
    await server.answer(1);
    for (const { id, method } of server.received) {
      if (method !== undefined && id !== undefined) server.write(frame({ id, error: { code: -32601, message: 'no' } }));
    }
    server.write(pull(2));
    assert.notEqual((await server.answer(2)).result, undefined);
    server.write(pull(3));
    await server.answer(3);
  });

  it('change nothing where they answer what was never asked', async () => {
    await survives(
      frame({ id: 4711, result: 5 }),
      frame({ id: 'never', error: { code: 1, message: 'x' } }),
      frame({ id: null, error: { code: 1, message: 'x' } }),
      frame({ method: '$/cancelRequest', params: { id: 4711 } }),
    );
  });
});

describe('messages that come at the wrong time', () => {
  it('are answered so before the server is initialized, which then goes on as ever', async () => {
    const server = start();
    server.write(frame({ id: 1, method: 'textDocument/hover', params: { textDocument, position } }), open(uri, wrong));
    assert.equal((await server.answer(1)).error?.code, -32002);
    server.write(hello(), pull('alive'));
    // What was opened too early is not open.
    assert.deepEqual((await server.answer('alive')).result, { kind: 'full', items: [] });
  });

  it('are refused where the server is initialized already', async () => {
    const params = { processId: null, rootUri: null, capabilities: {} };
    const server = await survives(frame({ id: 1, method: 'initialize', params }));
    assert.equal((await server.answer(1)).error?.code, -32600);
  });

  it('are refused after the server was shut down, and the end is in order', async () => {
    const server = await survives();
    server.write(frame({ id: 1, method: 'shutdown' }), frame({ id: 2, method: 'textDocument/hover', params: {} }));
    assert.equal((await server.answer(1)).result, null);
    assert.equal((await server.answer(2)).error?.code, -32600);
    server.write(frame({ method: 'exit' }));
    assert.equal(await server.ended, 0);
  });

  it('tell by the exit code where the client went without a word', async () => {
    const left = await survives();
    left.write(frame({ method: 'exit' }));
    assert.equal(await left.ended, 1);
    const gone = await survives();
    gone.hangUp();
    assert.equal(await gone.ended, 1);
    const done = await survives();
    done.write(frame({ id: 1, method: 'shutdown' }));
    await done.answer(1);
    done.hangUp();
    assert.equal(await done.ended, 0);
  });
});

describe('documents in an impossible state', () => {
  const change = (version: number | null, contentChanges: readonly object[], of = uri) =>
    frame({ method: 'textDocument/didChange', params: { textDocument: { uri: of, version }, contentChanges } });
  const range = (line: number, character: number, endLine = line, endCharacter = character) => ({
    start: { line, character },
    end: { line: endLine, character: endCharacter },
  });

  it('that were never opened are neither changed nor closed', async () => {
    const other = 'file:///other.xml';
    await survives(
      change(2, [{ text: wrong }], other),
      frame({ method: 'textDocument/didClose', params: { textDocument: { uri: other } } }),
    );
  });

  it('take an edit outside the text at the nearest place', async () => {
    const server = start();
    server.write(
      hello(),
      open(uri, 'b'),
      change(2, [{ range: range(99, 99), text: 'c' }]),
      change(3, [{ range: range(-1, -5), text: 'a' }]),
      change(4, [{ range: range(0, 1e9, 1e9, 1), text: 'd' }]),
      // Backwards.
      change(5, [{ range: range(0, 4, 0, 0), text: wrong }]),
      pull('alive'),
    );
    const { items } = (await server.answer('alive')).result as { items: readonly { code: string }[] };
    assert.deepEqual(
      items.map(({ code }) => code),
      ['internal-name'],
    );
  });

  it('pass over an edit that is none', async () => {
    const at = range(0, 0);
    await survives(
      change(2, [{ range: at, text: 5 }]),
      change(3, [{ range: at }]),
      change(4, [{ range: { start: { line: 'x', character: 'y' }, end: at.end }, text: 'x' }]),
      change(5, [{ range: { start: null, end: 5 }, text: 'x' }]),
      change(6, [{ text: null }]),
    );
  });

  it('take versions that go backwards, the same text twice, and one that is opened again', async () => {
    await survives(
      change(9, [{ text: definition() }]),
      change(3, [{ text: wrong }]),
      change(3, [{ text: wrong }]),
      change(3, []),
      open(uri, wrong, 1),
    );
  });
});
