import * as vscode from 'vscode';
import type { ProtocolRange } from '../../../server/src/protocol/document.ts';
import { toRange } from '../edits.ts';

/** Shows the text of a definition: where it is in sight already, else beside the preview. */
export async function showDocument(uri: vscode.Uri, focus: boolean): Promise<vscode.TextEditor> {
  const key = uri.toString();
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === key);
  if (visible && !focus) return visible;
  const viewColumn = visible?.viewColumn ?? columnOf(key) ?? vscode.ViewColumn.One;
  return vscode.window.showTextDocument(uri, { viewColumn, preserveFocus: !focus, preview: false });
}

/** False where the text could only be shown in the place of what is in that column. */
export function isShownBeside(uri: vscode.Uri, column: vscode.ViewColumn | undefined): boolean {
  const key = uri.toString();
  if (vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === key)) return true;
  return (columnOf(key) ?? vscode.ViewColumn.One) !== column;
}

/** Shows a place in the text of a definition. */
export async function showPlace(uri: vscode.Uri, range: ProtocolRange, focus: boolean): Promise<vscode.TextEditor> {
  const selection = toRange(range);
  const editor = await showDocument(uri, focus);
  editor.selection = new vscode.Selection(selection.start, selection.end);
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

function columnOf(key: string): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key),
  )?.viewColumn;
}

/** The document of a definition, opened without an editor where it has none; undefined where it cannot be had any more. */
export async function openSource(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const key = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
  // An untitled one would be made anew, empty.
  if (open || uri.scheme === 'untitled') return open;
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // It was deleted, or its file system is gone; the panel says that there is nothing to show.
    return undefined;
  }
}
