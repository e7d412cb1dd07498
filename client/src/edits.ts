import * as vscode from 'vscode';
import type { ProtocolEdit, ProtocolRange } from '../../server/src/protocol/document.ts';

export function toRange({ start, end }: ProtocolRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Applies edits that are for one version of a document; when it has changed since, or cannot be, that is said. */
export async function applyEdits(
  document: vscode.TextDocument,
  version: number,
  edits: readonly ProtocolEdit[],
): Promise<void> {
  if (version !== document.version) {
    await vscode.window.showWarningMessage(
      vscode.l10n.t('The definition changed meanwhile; nothing was done. Please try again.'),
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
  if (await vscode.workspace.applyEdit(edit)) return;
  await vscode.window.showWarningMessage(vscode.l10n.t('The file cannot be changed.'));
}
