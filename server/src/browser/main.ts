import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { startServer } from '../lsp/server.ts';

// A worker: files and revisions are asked of the client, because there is no disk.
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);
startServer(connection, { version, warmsUp: true });
connection.onExit(() => self.close());
// Until then nobody can tell a script that takes its time from one that cannot be read.
self.postMessage('ready');
