import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { type Server, startServer } from '../lsp/server.ts';
import type { Line } from '../lsp/waiting-room.ts';
import { createDiskFileHost } from './disk-file-host.ts';
import { readRevisionOnDisk } from './git.ts';
import { watchInput } from './stdio.ts';

/** Serves a client with the disk and the git of this machine. */
export function serve({ reader, writer }: Line): Server {
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  watchInput(reader, connection);
  return start(connection);
}

/** Serves the client that the command line names: `--pipe=NAME` or `--socket=PORT`. */
export function serveAsTold(): void {
  // The library reads from the command line by itself which of them it is.
  start(createConnection(ProposedFeatures.all));
}

function start(connection: Connection): Server {
  return startServer(connection, { version, files: createDiskFileHost, readRevision: readRevisionOnDisk });
}
