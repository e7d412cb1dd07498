import * as vscode from 'vscode';
import type { App } from '../app.ts';

export async function restartServer(app: App): Promise<void> {
  app.channel.info(vscode.l10n.t('The language server is restarted on request.'));
  await app.server.restart();
  const text = app.server.running()
    ? vscode.l10n.t('The language server for call center definitions was restarted.')
    : vscode.l10n.t('No call center definition is open; the language server starts with the first one.');
  vscode.window.setStatusBarMessage(text, 5000);
}
