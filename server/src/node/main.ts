import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { startServer } from '../lsp/server.ts';
import { createDiskFileHost } from './disk-file-host.ts';
import { readRevisionOnDisk } from './git.ts';

// `--pipe` and `--socket` are understood, too: the library reads them from the command line by itself.
const transport = process.argv.slice(2).some((given) => /^--(?:stdio|node-ipc|pipe|socket)(?:=|$)/.test(given));
if (transport) {
  startServer(createConnection(ProposedFeatures.all), {
    version,
    files: createDiskFileHost,
    readRevision: readRevisionOnDisk,
  });
} else {
  console.error(
    'This is the language server of the Salesforce Call Center Definitions extension; an editor starts it. ' +
      'Say how it is to be talked to: --stdio (most editors), --node-ipc (VS Code), --pipe=NAME or --socket=PORT.',
  );
  process.exitCode = 2;
}
