import type { Connection } from 'vscode-languageserver';
import type { FileHost } from '../language/index.ts';
import { type FindFilesParams, methods, type ReadFileParams } from '../protocol.ts';

/** Files as the client sees them: on its disk, on another machine, or in a workspace that is no folder at all. */
export function createClientFileHost(connection: Connection): FileHost {
  return {
    async find(suffixes) {
      const params: FindFilesParams = { suffixes };
      return (await connection.sendRequest<readonly string[] | null>(methods.findFiles, params)) ?? [];
    },
    async read(uri) {
      const params: ReadFileParams = { uri };
      return (await connection.sendRequest<string | null>(methods.readFile, params)) ?? undefined;
    },
  };
}
