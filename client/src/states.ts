import * as vscode from 'vscode';
import { type DocumentState, methods } from '../../server/src/protocol.ts';
import type { Definitions } from './definitions.ts';
import type { LanguageServer } from './language-server.ts';

/** What the server last said about each open definition. */
export interface States extends vscode.Disposable {
  get(uri: vscode.Uri): DocumentState | undefined;
  /** Carries the URI of the document about which something else is known now, or nothing any more. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

export function createStates(server: LanguageServer, definitions: Definitions): States {
  const states = new Map<string, DocumentState>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  server.onNotification<DocumentState>(methods.documentState, (state) => {
    const uri = vscode.Uri.parse(state.uri);
    states.set(uri.toString(), state);
    changed.fire(uri);
  });
  const listener = definitions.onDidChange((document) => {
    if (definitions.wanted(document)) return;
    if (states.delete(document.uri.toString())) changed.fire(document.uri);
  });
  return {
    get: (uri) => states.get(uri.toString()),
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(listener, changed).dispose(),
  };
}
