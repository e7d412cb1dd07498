import { Console } from 'node:console';
import process from 'node:process';
import {
  type Connection,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Server } from '../lsp/server.ts';

/** How the library begins to complain of what stands before a message. */
const brokenHeader = /^(?:Header must|Content-Length value must|Message header must)/;

/**
 * A connection over standard input and output. The library makes one, too, and keeps it to itself when it cannot read
 * what comes: then the server sits there for ever, and so does whoever waits for its answers.
 */
export function connectStdio(): Connection {
  const { stdin, stdout, stderr } = process;
  // A line that anything prints would be taken for a part of a message.
  globalThis.console = new Console(stderr, stderr);
  const reader = new StreamMessageReader(stdin);
  const connection = createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(stdout));
  reader.onError((error) => {
    if (!brokenHeader.test(error.message)) {
      // Without what is wrong with it: that may quote a document.
      connection.console.error('A message was passed over: it is no JSON, or none that the protocol knows.');
      return;
    }
    // Nobody knows any more where a message begins.
    stderr.write('The language server ends, because it cannot read its input: a message has no valid header.\n');
    process.exit(1);
  });
  return connection;
}

/** Ends with the client, whose end of the line closes with it. */
export function endWithInput(server: Server): void {
  process.stdin.once('close', () => process.exit(server.isDown() ? 0 : 1));
}
