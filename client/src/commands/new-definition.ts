import * as vscode from 'vscode';
import { type FlavourId, flavourIds } from '../../../server/src/protocol/document.ts';
import { methods, type NewDefinitionParams } from '../../../server/src/protocol.ts';
import type { App } from '../app.ts';
import { flavourDetail, flavourLabel } from '../labels.ts';
import { isFree, newDocument } from '../new-documents.ts';

/** Asks for a flavour and opens a filled definition that is not saved yet. */
export async function newDefinition(app: App): Promise<void> {
  const items = flavourIds.map((flavour) => ({
    label: flavourLabel(flavour),
    detail: flavourDetail(flavour),
    flavour,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New Call Center Definition'),
    placeHolder: vscode.l10n.t('What kind of call center is it for?'),
    matchOnDetail: true,
  });
  if (!picked) return;
  const params: NewDefinitionParams = { flavour: picked.flavour };
  const client = await app.server.client();
  const text = await client.sendRequest<string | null>(methods.newDefinition, params);
  if (text === null) {
    await vscode.window.showErrorMessage(
      vscode.l10n.t('The definition could not be made. The output "Call Center Definitions" says why.'),
    );
    return;
  }
  await vscode.window.showTextDocument(await open(picked.flavour, text));
}

/** In a workspace the document gets a name there, so that saving needs no question; elsewhere the editor asks for one. */
async function open(flavour: FlavourId, text: string): Promise<vscode.TextDocument> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
  // An untitled document can carry the path of a file, but not an address in a virtual workspace.
  if (folder?.uri.scheme !== 'file') return vscode.workspace.openTextDocument({ language: 'xml', content: text });
  return newDocument(await freeName(folder.uri, flavour), text);
}

/** `OpenCtiCallCenter.xml`, or with the first number that neither a file nor an open document has. */
async function freeName(folder: vscode.Uri, flavour: FlavourId): Promise<vscode.Uri> {
  const base = `${flavour.charAt(0).toUpperCase()}${flavour.slice(1)}CallCenter`;
  for (let number = 1; ; number++) {
    const file = vscode.Uri.joinPath(folder, `${base}${number === 1 ? '' : number}.xml`);
    if (await isFree(file)) return file;
  }
}
