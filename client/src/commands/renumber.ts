import * as vscode from 'vscode';
import { type DocumentParams, methods, type VersionedEdits } from '../../../server/src/protocol.ts';
import type { App } from '../app.ts';

/** Numbers the sections and items of the definition in the active editor without gaps, in their present order. */
export async function renumber(app: App): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !app.definitions.wanted(editor.document)) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Open a call center definition first.'));
    return;
  }
  const { document } = editor;
  await app.server.sync(document);
  const params: DocumentParams = { uri: document.uri.toString() };
  const client = await app.server.client();
  const answer = await client.sendRequest<VersionedEdits | null>(methods.renumber, params);
  if (!answer || answer.edits.length === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('sortOrder has no gaps: nothing to renumber.'), 5000);
    return;
  }
  if (answer.version !== document.version) {
    await vscode.window.showWarningMessage(
      vscode.l10n.t('The definition changed while it was being renumbered; nothing was done. Please try again.'),
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of answer.edits) {
    const { start, end } = range;
    edit.replace(document.uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  await vscode.workspace.applyEdit(edit);
}
