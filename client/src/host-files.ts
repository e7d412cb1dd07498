import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type FindFilesParams, methods, type ReadFileParams } from '../../server/src/protocol.ts';

/** Completion offers a few dozen names at most; a workspace with more files than this is not searched to its end. */
const maxFiles = 5000;

/** Serves the server's requests for files through the editor, which reaches remote and virtual workspaces as well. */
export function serveFiles(client: LanguageClient): void {
  client.onRequest(methods.findFiles, async ({ suffixes }: FindFilesParams, token: vscode.CancellationToken) => {
    const glob = `**/*{${suffixes.join(',')}}`;
    const found = await vscode.workspace.findFiles(glob, '**/node_modules/**', maxFiles, token);
    return found.map((uri) => uri.toString());
  });
  client.onRequest(methods.readFile, async ({ uri }: ReadFileParams) => {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
    } catch {
      return null; // Gone or not readable: the protocol says so by null.
    }
  });
}
