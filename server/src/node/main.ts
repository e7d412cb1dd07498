import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { type ServerHost, startServer } from '../lsp/server.ts';
import { createDiskFileHost } from './disk-file-host.ts';
import { readRevisionOnDisk } from './git.ts';
import { connectStdio, endWithInput } from './stdio.ts';

const given = process.argv.slice(2);
const host: ServerHost = { version, files: createDiskFileHost, readRevision: readRevisionOnDisk };
if (given.includes('--stdio')) {
  endWithInput(startServer(connectStdio(), host));
} else if (given.some((option) => /^--(?:node-ipc|pipe|socket)(?:=|$)/.test(option))) {
  // The library reads from the command line by itself which of them it is.
  startServer(createConnection(ProposedFeatures.all), host);
} else {
  console.error(
    'This is the language server of the Salesforce Call Center Definitions extension; an editor starts it. ' +
      'Say how it is to be talked to: --stdio (most editors), --node-ipc (VS Code), --pipe=NAME or --socket=PORT.',
  );
  process.exitCode = 2;
}
