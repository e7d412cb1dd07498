import type { ProtocolConnection } from 'vscode-languageserver/node';
import type { FileHost } from '../../server/src/language/index.ts';
import { sniff } from '../../server/src/language/model/sniff.ts';
import type { FindFilesParams, ReadDefinitionsParams, ReadFileParams } from '../../server/src/protocol/files.ts';
import { methods } from '../../server/src/protocol.ts';

/** A workspace in memory: URI -> text, and what was asked of it. It finds like a host does, by the end of the name. */
export interface MemoryFiles extends FileHost {
  readonly files: Map<string, string>;
  /** The URIs that were read as definitions, in the order in which they were asked for. */
  readonly asked: string[];
}

export function memoryFiles(files: Readonly<Record<string, string>>): MemoryFiles {
  const map = new Map(Object.entries(files));
  const asked: string[] = [];
  return {
    files: map,
    asked,
    find: async (suffixes, limit) =>
      [...map.keys()].filter((uri) => suffixes.some((suffix) => uri.endsWith(suffix))).slice(0, limit),
    read: async (uri) => map.get(uri),
    async readDefinitions(uris, maxBytes) {
      asked.push(...uris);
      return uris.flatMap((uri) => {
        const text = map.get(uri);
        if (text === undefined || sniff(text) !== 'definition') return [];
        return text.length > maxBytes ? [{ uri }] : [{ uri, text }];
      });
    },
  };
}

/** Answers a server's requests for files, as a client does. */
export function serveMemory(connection: ProtocolConnection, host: FileHost): void {
  connection.onRequest(methods.findFiles, ({ suffixes, limit }: FindFilesParams) => host.find(suffixes, limit));
  connection.onRequest(methods.readFile, async ({ uri }: ReadFileParams) => (await host.read(uri)) ?? null);
  connection.onRequest(methods.readDefinitions, ({ uris, maxBytes }: ReadDefinitionsParams) =>
    host.readDefinitions(uris, maxBytes),
  );
}
