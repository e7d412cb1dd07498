import * as vscode from 'vscode';
import type { DocumentParams, VersionedEdits } from '../../../server/src/protocol/document.ts';
import { methods } from '../../../server/src/protocol.ts';
import type { App } from '../app.ts';
import { applyEdits } from '../edits.ts';

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
  if (!answer) {
    await vscode.window.showErrorMessage(
      vscode.l10n.t('The definition could not be renumbered. The output "Call Center Definitions" says why.'),
    );
    return;
  }
  if (answer.edits.length === 0) {
    const nothing =
      app.states.get(document.uri)?.form === 'metadata'
        ? vscode.l10n.t('The metadata form has no sortOrder: nothing to renumber.')
        : vscode.l10n.t('sortOrder has no gaps: nothing to renumber.');
    vscode.window.setStatusBarMessage(nothing, 5000);
    return;
  }
  await applyEdits(document, answer.version, answer.edits);
}
