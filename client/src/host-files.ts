import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { sniff, sniffLength } from '../../server/src/language/model/sniff.ts';
import {
  type FindFilesParams,
  type FoundDefinition,
  methods,
  type ReadDefinitionsParams,
  type ReadFileParams,
} from '../../server/src/protocol.ts';

/** Serves the server's requests for files through the editor, which reaches remote and virtual workspaces as well. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(methods.findFiles, async ({ suffixes, limit }: FindFilesParams, token: vscode.CancellationToken) => {
    const glob = suffixes.length === 1 ? `**/*${suffixes[0]}` : `**/*{${suffixes.join(',')}}`;
    const found = await vscode.workspace.findFiles(glob, excluded(), limit, token);
    // Not every virtual file system heeds what is excluded.
    return found.map((uri) => uri.toString()).filter((uri) => !uri.includes('/node_modules/'));
  });
  client.onRequest(methods.readFile, async ({ uri }: ReadFileParams) => {
    // What is not saved yet counts: places in it are shown, and changed, in the editor.
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    if (open) return open.getText();
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
    } catch {
      return null; // Gone or not readable: the protocol says so by null.
    }
  });
  client.onRequest(methods.readDefinitions, async ({ uris, maxBytes }: ReadDefinitionsParams) => {
    const found = await Promise.all(uris.map((uri) => readDefinition(uri, maxBytes)));
    return found.filter((file) => file !== undefined);
  });
}

/** The editor has no way to read a part of a file; at least no other XML passes to the server. */
async function readDefinition(uri: string, maxBytes: number): Promise<FoundDefinition | undefined> {
  try {
    const file = vscode.Uri.parse(uri);
    if ((await vscode.workspace.fs.stat(file)).size > maxBytes) return undefined;
    const bytes = await vscode.workspace.fs.readFile(file);
    const decoder = new TextDecoder();
    if (sniff(decoder.decode(bytes.subarray(0, sniffLength))) !== 'definition') return undefined;
    return { uri, text: decoder.decode(bytes) };
  } catch {
    return undefined; // Gone or not readable since it was found.
  }
}

/** What people keep out of searches; `findFiles` by itself heeds `files.exclude` only. */
function excluded(): string {
  const given = vscode.workspace.getConfiguration('search').get<Readonly<Record<string, unknown>>>('exclude', {});
  const chosen = Object.entries(given).flatMap(([glob, on]) => (on === true ? [glob] : []));
  return `{${['**/node_modules/**', ...chosen].join(',')}}`;
}
