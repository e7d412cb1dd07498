import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { changeBaseline, subjectToWriteFor, today } from '../baseline-files.ts';

/**
 * Keeps in the baseline file that changes are meant, with a reason.
 * @param more fingerprints of the changes; without them all that nobody has accepted yet
 */
export async function acceptChanges(app: App, resources: readonly vscode.Uri[], more: unknown): Promise<void> {
  const document = await subjectToWriteFor(app, resources);
  if (!document) return;
  const fingerprints = Array.isArray(more) ? more.filter((one) => typeof one === 'string') : [];
  const one = fingerprints.length > 0;
  const reason = await vscode.window.showInputBox({
    title: one ? vscode.l10n.t('Accept This Change') : vscode.l10n.t('Accept All Changes since the Import'),
    prompt: vscode.l10n.t('Why is it all right? The reason is kept in the baseline file, with your name and the date.'),
    placeHolder: vscode.l10n.t('for example: ships with the next release, under a new internal name'),
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Say why: others will ask.') : undefined),
    ignoreFocusOut: true,
  });
  if (reason === undefined) return;
  const by = (await app.revisions.userName(document.uri)) ?? (await askName());
  if (by === undefined) return;
  const file = await changeBaseline(app, document, {
    kind: 'accept',
    ...(one && { fingerprints }),
    reason: reason.trim(),
    by,
    on: today(),
  });
  if (!file) return;
  const name = vscode.workspace.asRelativePath(file);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Accepted; {0} keeps the reason.', name), 8000);
}

/** For whoever has told git no name, or has no git. */
async function askName(): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Who Accepts It?'),
    prompt: vscode.l10n.t('Your name, which is kept with the reason.'),
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Say who you are: others will ask.') : undefined),
    ignoreFocusOut: true,
  });
  return name?.trim();
}
