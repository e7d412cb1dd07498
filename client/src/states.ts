import * as vscode from 'vscode';
import { type DocumentState, methods } from '../../server/src/protocol.ts';
import type { Definitions } from './definitions.ts';
import type { LanguageServer } from './language-server.ts';

/** What the server last said about each open definition. */
export interface States extends vscode.Disposable {
  get(uri: vscode.Uri): DocumentState | undefined;
  readonly onDidChange: vscode.Event<void>;
}

export function createStates(server: LanguageServer, definitions: Definitions): States {
  const states = new Map<string, DocumentState>();
  const changed = new vscode.EventEmitter<void>();
  server.onNotification<DocumentState>(methods.documentState, (state) => {
    states.set(vscode.Uri.parse(state.uri).toString(), state);
    changed.fire();
  });
  const listener = definitions.onDidChange((document) => {
    if (definitions.wanted(document)) return;
    if (states.delete(document.uri.toString())) changed.fire();
  });
  return {
    get: (uri) => states.get(uri.toString()),
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(listener, changed).dispose(),
  };
}
