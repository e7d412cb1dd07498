import * as vscode from 'vscode';

/**
 * Opens a document that is not saved yet, with a text. Where a file of that name can be, and there is none, saving needs
 * no question; else the editor asks for a name. Nothing on the disk is touched.
 */
export async function newDocument(file: vscode.Uri, text: string): Promise<vscode.TextDocument> {
  // An untitled document can carry the path of a file, but not an address in a virtual workspace.
  if (file.scheme !== 'file' || !(await isFree(file)))
    return vscode.workspace.openTextDocument({ language: 'xml', content: text });
  let document = await vscode.workspace.openTextDocument(file.with({ scheme: 'untitled' }));
  // What the editor makes of a name that it does not know is no XML.
  if (document.languageId !== 'xml') document = await vscode.languages.setTextDocumentLanguage(document, 'xml');
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  return document;
}

/** The same, shown in the column beside the active editor. */
export async function openBeside(file: vscode.Uri, text: string): Promise<void> {
  const document = await newDocument(file, text);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

/** True when neither a file nor an open document has the name. */
export async function isFree(file: vscode.Uri): Promise<boolean> {
  const untitled = file.with({ scheme: 'untitled' });
  if (vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === untitled.toString())) return false;
  try {
    await vscode.workspace.fs.stat(file);
    return false;
  } catch {
    return true; // `stat` has no other way to say that there is no such file.
  }
}
