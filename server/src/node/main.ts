// First: it holds for what is loaded from then on.
import './compile-cache.ts';
import process from 'node:process';
import { IPCMessageReader, IPCMessageWriter } from 'vscode-jsonrpc/node';
import { version } from '../../../package.json';
import type { Server } from '../lsp/server.ts';
import { createWaitingRoom, type Line } from '../lsp/waiting-room.ts';
import { addressIn, endWithInput, openSocket, openStdio, type StreamLine } from './lines.ts';

/** A bundle of its own. An editor starts a server before it has a question: what answers is loaded when one comes. */
const loadServer = () => import('./serve.ts');

const given = process.argv.slice(2);
const address = addressIn(given);
if (given.includes('--stdio')) receiveWhileOpen(openStdio());
else if (given.includes('--node-ipc')) {
  receive({ reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) });
} else if (address) receiveWhileOpen(openSocket(address));
else {
  console.error(
    'This is the language server of the Salesforce Call Center Definitions extension; an editor starts it. ' +
      'Say how it is to be talked to: --stdio (most editors), --node-ipc (VS Code), --pipe=NAME or --socket=PORT.',
  );
  process.exitCode = 2;
}

function receiveWhileOpen(line: StreamLine): void {
  let server: Server | undefined;
  receive(line, (started) => {
    server = started;
  });
  endWithInput(line, () => server?.isDown() ?? false);
}

function receive(outside: Line, started?: (server: Server) => void): void {
  createWaitingRoom(outside, version, async (line) => {
    const { serve } = await loadServer();
    const server = serve(line);
    started?.(server);
  });
}
