import * as vscode from 'vscode';
import type { App } from '../app.ts';

/** Keeps the active preview with its definition, or lets it follow the active one again. */
export async function togglePreviewLock(app: App): Promise<void> {
  if (app.previews.toggleLock()) return;
  await vscode.window.showInformationMessage(vscode.l10n.t('Click into a preview first: the active one is locked.'));
}
