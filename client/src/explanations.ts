import * as vscode from 'vscode';
import { rulePageScheme } from '../../server/src/protocol.ts';

/** Explanations as documents without a file. They are kept until the window closes. */
export interface Explanations extends vscode.Disposable {
  show(id: string, markdown: string): Promise<void>;
}

export function serveExplanations(): Explanations {
  const pages = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(rulePageScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => pages.get(path),
  });
  return {
    async show(id, markdown) {
      const uri = vscode.Uri.from({ scheme: rulePageScheme, path: `/messages/${id}.md` });
      pages.set(uri.path, markdown);
      changed.fire(uri);
      await vscode.commands.executeCommand('vscode.open', uri);
    },
    dispose: () => vscode.Disposable.from(provider, changed).dispose(),
  };
}
