import * as vscode from 'vscode';
import type { App } from './app.ts';

/** Asks for a revision of a file: one of those that are known, or whatever is typed. */
export async function pickRevision(app: App, uri: vscode.Uri): Promise<string | undefined> {
  const names = await app.revisions.names(uri);
  const picker = vscode.window.createQuickPick();
  picker.title = vscode.l10n.t('Git Revision');
  picker.placeholder = vscode.l10n.t('A tag, a branch such as origin/main, or a commit');
  const known = names.map((label) => ({ label }));
  picker.items = known;
  const typed = picker.onDidChangeValue((value) => {
    const text = value.trim();
    picker.items = text === '' || names.includes(text) ? known : [{ label: text }, ...known];
  });
  picker.show();
  try {
    return await new Promise<string | undefined>((resolve) => {
      picker.onDidAccept(() => resolve(picker.selectedItems[0]?.label));
      picker.onDidHide(() => resolve(undefined));
    });
  } finally {
    vscode.Disposable.from(typed, picker).dispose();
  }
}

/** The last entry of a list that offers less than elsewhere, where no program can be started: it tells why, and does nothing. */
export function withoutPrograms(): vscode.QuickPickItem {
  return {
    label: `$(info) ${vscode.l10n.t('Git revisions and the org are offered on a machine only')}`,
    detail: vscode.l10n.t('A browser starts no programs'),
  };
}

/** Asks for another definition, in either form. */
export async function pickDefinition(beside: vscode.Uri): Promise<vscode.Uri | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('The definition as it was imported, or as it was retrieved from the org'),
      defaultUri: vscode.Uri.joinPath(beside, '..'),
      filters: {
        [vscode.l10n.t('Call center definitions')]: ['xml', 'callCenter'],
        [vscode.l10n.t('All files')]: ['*'],
      },
    })) ?? [];
  return file;
}
