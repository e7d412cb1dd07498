import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { sniff, sniffLength } from '../../server/src/language/model/sniff.ts';
import type {
  FindFilesParams,
  FoundDefinition,
  ReadDefinitionsParams,
  ReadFileParams,
} from '../../server/src/protocol/files.ts';
import { methods } from '../../server/src/protocol.ts';
import { type Folders, walk } from './walk.ts';

/** Serves the server's requests for files through the editor, which reaches remote and virtual workspaces as well. */
export function serveFiles(client: BaseLanguageClient): void {
  const searches = createSearchable();
  client.onRequest(methods.findFiles, async ({ suffixes, limit }: FindFilesParams, token: vscode.CancellationToken) => {
    const glob = suffixes.length === 1 ? `**/*${suffixes[0]}` : `**/*{${suffixes.join(',')}}`;
    const folders = vscode.workspace.workspaceFolders ?? [];
    const searched = await Promise.all(folders.map(searches));
    if (searched.every(Boolean)) return textOf(await vscode.workspace.findFiles(glob, excluded(), limit, token));
    const found = await Promise.all(
      folders.map((folder, index) =>
        searched[index]
          ? vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), excluded(), limit, token)
          : walk(folder.uri, foldersOfEditor, suffixes, excludedNames(), limit),
      ),
    );
    return textOf(found.flat()).slice(0, limit);
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

/** Milliseconds. Where nobody can search a file system, an editor may wait for whoever could, and that is nobody. */
const patience = 3000;

/**
 * Whether the editor searches a folder: of a virtual file system it can do so only where an extension brings the search
 * along. Each folder is tried once, by a search for whatever is in it.
 */
function createSearchable(): (folder: vscode.WorkspaceFolder) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  const attempt = async (folder: vscode.WorkspaceFolder): Promise<boolean> => {
    const giveUp = new vscode.CancellationTokenSource();
    const anything = new vscode.RelativePattern(folder, '**/*');
    const late = new Promise<readonly vscode.Uri[]>((resolve) => setTimeout(() => resolve([]), patience));
    const found = await Promise.race([vscode.workspace.findFiles(anything, null, 1, giveUp.token), late]);
    giveUp.cancel();
    return found.length > 0;
  };
  return async (folder) => {
    if (searchedByEditor.has(folder.uri.scheme)) return true;
    const key = folder.uri.toString();
    const answer = known.get(key) ?? attempt(folder);
    known.set(key, answer);
    return answer;
  };
}

const searchedByEditor: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

const foldersOfEditor: Folders<vscode.Uri> = {
  async list(folder) {
    try {
      const entries = await vscode.workspace.fs.readDirectory(folder);
      return entries.map(([name, type]) => ({ name, isFolder: (type & vscode.FileType.Directory) !== 0 }));
    } catch {
      return []; // Gone or not readable.
    }
  },
  below: (folder, name) => vscode.Uri.joinPath(folder, name),
};

/** Not every virtual file system heeds what is excluded. */
function textOf(uris: readonly vscode.Uri[]): string[] {
  return uris.map((uri) => uri.toString()).filter((uri) => !uri.includes('/node_modules/'));
}

/** The editor has no way to read a part of a file; at least no other XML passes to the server, and nothing too large. */
async function readDefinition(uri: string, maxBytes: number): Promise<FoundDefinition | undefined> {
  try {
    const file = vscode.Uri.parse(uri);
    if ((await vscode.workspace.fs.stat(file)).size > maxBytes) return { uri };
    const bytes = await vscode.workspace.fs.readFile(file);
    const decoder = new TextDecoder();
    if (sniff(decoder.decode(bytes.subarray(0, sniffLength))) !== 'definition') return undefined;
    return { uri, text: decoder.decode(bytes) };
  } catch {
    return undefined; // Gone or not readable since it was found.
  }
}

/** Of what people keep out of searches, the names; patterns of another kind are only known to a search. */
function excludedNames(): ReadonlySet<string> {
  const names = chosenExcludes().flatMap((glob) => /^\*\*\/([^*?{}[\]/]+)$/.exec(glob)?.[1] ?? []);
  return new Set(['node_modules', '.git', ...names]);
}

/** What people keep out of searches; `findFiles` by itself heeds `files.exclude` only. */
function excluded(): string {
  return `{${['**/node_modules/**', ...chosenExcludes()].join(',')}}`;
}

function chosenExcludes(): readonly string[] {
  const given = vscode.workspace.getConfiguration('search').get<Readonly<Record<string, unknown>>>('exclude', {});
  return Object.entries(given).flatMap(([glob, on]) => (on === true ? [glob] : []));
}
