import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { subject } from '../baseline-files.ts';
import { askImportedText, importedUri } from '../imported-texts.ts';

/** Opens a definition beside what was imported. The right side is the file itself, and can be edited. */
export async function compareWithBaseline(app: App, resources: readonly vscode.Uri[]): Promise<void> {
  const document = await subject(app, resources);
  if (!document) return;
  const imported = await askImportedText(app, document);
  if (!imported) {
    const mark = vscode.l10n.t('Mark as Imported…');
    const choose = vscode.l10n.t('Choose What to Compare With…');
    const picked = await vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing is known of an import of this definition, or what is known cannot be read.'),
      mark,
      choose,
    );
    if (picked === mark) await vscode.commands.executeCommand('callCenterXml.markAsImported', document.uri);
    if (picked === choose) await vscode.commands.executeCommand('callCenterXml.compareWith', document.uri);
    return;
  }
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const title = vscode.l10n.t('{0} ↔ {1}', imported.title, name);
  await vscode.commands.executeCommand('vscode.diff', importedUri(document.uri), document.uri, title);
}
