import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { changeBaseline, subjectToWriteFor } from '../baseline-files.ts';

/** Takes acceptances of changes that are not there any more out of the baseline file. */
export async function pruneAcceptances(app: App, resources: readonly vscode.Uri[]): Promise<void> {
  const document = await subjectToWriteFor(app, resources);
  const file = document && (await changeBaseline(app, document, { kind: 'prune' }));
  if (!file) return;
  const name = vscode.workspace.asRelativePath(file);
  vscode.window.setStatusBarMessage(vscode.l10n.t('{0} has only acceptances of changes that are there.', name), 8000);
}
