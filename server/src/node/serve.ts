import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { type Server, startServer } from '../lsp/server.ts';
import type { Line } from '../lsp/waiting-room.ts';
import { createDiskFileHost } from './disk-file-host.ts';
import { readRevisionOnDisk } from './git.ts';
import { watchInput } from './lines.ts';

/** Serves a client with the disk and the git of this machine. */
export function serve({ reader, writer }: Line): Server {
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  watchInput(reader, connection);
  return startServer(connection, {
    version,
    files: createDiskFileHost,
    readRevision: readRevisionOnDisk,
    warmsUp: true,
  });
}
