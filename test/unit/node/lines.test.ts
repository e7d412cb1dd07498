import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import type { Message } from 'vscode-jsonrpc/node';
import { addressIn, lineOver } from '../../../server/src/node/lines.ts';

const addresses: readonly (readonly [readonly string[], ReturnType<typeof addressIn>])[] = [
  [['--socket=6009'], { port: 6009 }],
  [['--clientProcessId=1', '--socket', '6009'], { port: 6009 }],
  [['--pipe=some/a=b c'], { path: 'some/a=b c' }],
  [['--pipe', 'some/pipe'], { path: 'some/pipe' }],
  [['--socket=0'], undefined],
  [['--socket=65536'], undefined],
  [['--socket=12x'], undefined],
  [['--socket'], undefined],
  [['--pipe='], undefined],
  [['--pipes=some/pipe'], undefined],
  [[], undefined],
];
for (const [given, address] of addresses)
  test(`the address in “${given.join(' ')}”`, () => assert.deepEqual(addressIn(given), address));

const hello: Message & { readonly method: string } = { jsonrpc: '2.0', method: 'hello' };

test('a message is written in one piece', async () => {
  const output = new PassThrough();
  const { writer } = lineOver(new PassThrough(), output);
  await writer.write(hello);
  const pieces: Buffer[] = [];
  output.on('data', (piece: Buffer) => pieces.push(piece));
  output.end();
  await once(output, 'end');
  assert.deepEqual(pieces.map(String), ['Content-Length: 34\r\n\r\n{"jsonrpc":"2.0","method":"hello"}']);
});

test('a message that cannot be written rejects, and the next one is written all the same', async () => {
  const output = new PassThrough();
  const { writer } = lineOver(new PassThrough(), output);
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  let thrown = false;
  const writing = (() => {
    try {
      return writer.write({ ...hello, params: circle } as Message);
    } catch {
      thrown = true;
      return Promise.resolve();
    }
  })();
  assert.equal(thrown, false);
  await assert.rejects(writing, TypeError);
  assert.equal(output.readableLength, 0);
  await writer.write(hello);
  assert.ok(output.readableLength > 0);
});

test('a line that is broken rejects, and tells of it', async () => {
  const output = new PassThrough();
  const { writer } = lineOver(new PassThrough(), output);
  const told = new Promise((resolve) => {
    writer.onError(([error, message, count]) => resolve([error.message, message, count]));
  });
  output.on('error', () => undefined);
  output.destroy(new Error('gone'));
  await assert.rejects(writer.write(hello));
  assert.ok(Array.isArray(await told));
});
