import * as vscode from 'vscode';
import type { DocumentParams } from '../../server/src/protocol/document.ts';
import type { ImportedText } from '../../server/src/protocol/imported.ts';
import { methods } from '../../server/src/protocol.ts';
import type { App } from './app.ts';

/** Scheme of the left side of a comparison: a definition as it was imported. Its query is the address of the definition. */
const scheme = 'call-center-xml-imported';

/** The address of a definition as it was imported; it ends like the file, so that the editor colours it alike. */
export function importedUri(document: vscode.Uri): vscode.Uri {
  const path = document.path.startsWith('/') ? document.path : `/${document.path}`;
  return vscode.Uri.from({ scheme, path, query: document.toString() });
}

/** What the server knows of the import of a document; undefined where that is nothing. */
export async function askImportedText(app: App, document: vscode.TextDocument): Promise<ImportedText | undefined> {
  await app.server.sync(document);
  const params: DocumentParams = { uri: document.uri.toString() };
  const client = await app.server.client();
  return (await client.sendRequest<ImportedText | null>(methods.importedText, params)) ?? undefined;
}

/** Serves the left sides of comparisons, and keeps them up to date while somebody types on the right. */
export function serveImportedTexts(app: App): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const refresh = (uri: vscode.Uri): void => {
    const shown = importedUri(uri);
    if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === shown.toString()))
      changed.fire(shown);
  };
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    async provideTextDocumentContent({ query }) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(query));
      const imported = await askImportedText(app, document);
      // With nothing to compare with, both sides are the same.
      return imported?.text ?? document.getText();
    },
  });
  return vscode.Disposable.from(
    provider,
    changed,
    app.server.onDidSendChange(({ document }) => refresh(document.uri)),
    app.states.onDidChange(refresh),
  );
}
