import type { Connection } from 'vscode-languageserver';
import type { FileHost } from '../language/index.ts';
import type { FindFilesParams, FoundDefinition, ReadDefinitionsParams, ReadFileParams } from '../protocol/files.ts';
import { methods } from '../protocol.ts';

/** Files as the client sees them: on its disk, on another machine, or in a workspace that is no folder at all. */
export function createClientFileHost(connection: Connection): FileHost {
  return {
    async find(suffixes, limit) {
      const params: FindFilesParams = { suffixes, limit };
      return (await connection.sendRequest<readonly string[] | null>(methods.findFiles, params)) ?? [];
    },
    async read(uri) {
      const params: ReadFileParams = { uri };
      return (await connection.sendRequest<string | null>(methods.readFile, params)) ?? undefined;
    },
    async readDefinitions(uris, maxBytes) {
      const params: ReadDefinitionsParams = { uris, maxBytes };
      return (await connection.sendRequest<readonly FoundDefinition[] | null>(methods.readDefinitions, params)) ?? [];
    },
  };
}
