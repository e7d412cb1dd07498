import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc/node';
import { createWaitingRoom, type Line } from '../../server/src/lsp/waiting-room.ts';

class Reader extends AbstractMessageReader implements MessageReader {
  #heard: DataCallback | undefined;

  listen(callback: DataCallback) {
    this.#heard = callback;
    return { dispose: () => undefined };
  }

  send(message: unknown): void {
    this.#heard?.(message as Message);
  }

  fail(error: Error): void {
    this.fireError(error);
  }

  hangUp(): void {
    this.fireClose();
  }
}

class Writer extends AbstractMessageWriter implements MessageWriter {
  readonly written: Message[] = [];

  write(message: Message): Promise<void> {
    this.written.push(message);
    return Promise.resolve();
  }

  end(): void {}
}

const initialize = {
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
};
const initialized = { jsonrpc: '2.0', method: 'initialized', params: {} };
const opened = { jsonrpc: '2.0', method: 'textDocument/didOpen', params: {} };

/** A client before the door, and the lines of those who were let in. */
function arrive() {
  const [reader, writer] = [new Reader(), new Writer()];
  const entered: Line[] = [];
  createWaitingRoom({ reader, writer }, '1.2.3', (line) => entered.push(line));
  const server = () => {
    const [line, ...others] = entered;
    assert.ok(line, 'nobody was let in');
    assert.deepEqual(others, []);
    return line;
  };
  const heard = () => {
    const messages: Message[] = [];
    server().reader.listen((message) => messages.push(message));
    return messages;
  };
  return { reader, writer, entered, server, heard };
}

test('a client is answered before anything is loaded, and waits as long as it has no question', () => {
  const { reader, writer, entered } = arrive();
  reader.send(initialize);
  reader.send(initialized);
  const [answer, ...others] = writer.written as {
    id?: unknown;
    result?: { capabilities: object; serverInfo: object };
  }[];
  assert.equal(answer?.id, 0);
  assert.ok(answer.result && 'hoverProvider' in answer.result.capabilities);
  assert.deepEqual(answer.result.serverInfo, { name: 'call-center-xml', version: '1.2.3' });
  assert.deepEqual([others, entered], [[], []]);
});

test('the server hears everything from the beginning, what comes while it is loaded as well', () => {
  const { reader, heard } = arrive();
  reader.send(initialize);
  reader.send(initialized);
  reader.send(opened);
  reader.send({ ...opened, params: { second: true } });
  const messages = heard();
  reader.send({ ...opened, params: { third: true } });
  assert.deepEqual(messages, [
    initialize,
    initialized,
    opened,
    { ...opened, params: { second: true } },
    { ...opened, params: { third: true } },
  ]);
});

test('initialize is answered once, and everything else as the server says', async () => {
  const { reader, writer, server } = arrive();
  reader.send(initialize);
  reader.send(opened);
  const inside = server().writer;
  const answered = writer.written.length;
  const others = [
    { jsonrpc: '2.0', id: 0, method: 'workspace/configuration' },
    { jsonrpc: '2.0', method: 'window/logMessage' },
    { jsonrpc: '2.0', id: 1, result: null },
  ];
  await inside.write(others[0] as Message);
  await inside.write({ jsonrpc: '2.0', id: 0, result: {} } as Message);
  for (const other of others.slice(1)) await inside.write(other as Message);
  // A second request with that number is the server's own affair.
  await inside.write({ jsonrpc: '2.0', id: 0, error: {} } as Message);
  assert.deepEqual(writer.written.slice(answered), [...others, { jsonrpc: '2.0', id: 0, error: {} }]);
});

for (const [what, first] of Object.entries({
  'another request': { jsonrpc: '2.0', id: 5, method: 'textDocument/hover', params: {} },
  'an initialize without capabilities': { ...initialize, params: {} },
  'an initialize whose capabilities are none': { ...initialize, params: { capabilities: 7 } },
  'an initialize whose folders are none': { ...initialize, params: { capabilities: {}, workspaceFolders: 7 } },
  'an initialize that wants no answer': { jsonrpc: '2.0', method: 'initialize', params: { capabilities: {} } },
  'an initialized before its time': initialized,
  'nothing at all': null,
  'a number': 7,
})) {
  test(`${what} is for the server`, () => {
    const { reader, writer, heard } = arrive();
    reader.send(first);
    assert.deepEqual(heard(), [first]);
    assert.deepEqual(writer.written, []);
  });
}

test('a second initialize, and the end, are for the server', () => {
  for (const next of [initialize, { jsonrpc: '2.0', id: 1, method: 'shutdown' }, { jsonrpc: '2.0', method: 'exit' }]) {
    const { reader, heard } = arrive();
    reader.send(initialize);
    reader.send(next);
    assert.deepEqual(heard(), [initialize, next]);
  }
});

test('what goes wrong on the line is told to the server, at its place', () => {
  const { reader, server } = arrive();
  const broken = new Error('broken');
  reader.send(initialize);
  reader.fail(broken);
  reader.send(opened);
  reader.hangUp();
  const events: unknown[] = [];
  const inside = server().reader;
  inside.onError((error) => events.push(error));
  inside.onClose(() => events.push('close'));
  inside.listen((message) => events.push(message));
  assert.deepEqual(events, [initialize, broken, opened, 'close']);
});
