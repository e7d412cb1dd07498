import * as vscode from 'vscode';
import type { ImportedState } from '../../server/src/protocol.ts';
import type { App } from './app.ts';

/** The language status item that says what the definition in the active editor is compared with, and what came of it. */
export function showImportStatus(app: App): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  const hide = (): void => {
    item?.dispose();
    item = undefined;
  };
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.uri.scheme === 'output') return;
    const state = document && app.definitions.wanted(document) ? app.states.get(document.uri) : undefined;
    if (!document || !state || (state.form !== 'import' && state.form !== 'metadata')) {
      hide();
      return;
    }
    const { scheme, fsPath: pattern } = document.uri;
    const selector = { language: 'xml', scheme, pattern };
    item ??= vscode.languages.createLanguageStatusItem('callCenterXml.imported', selector);
    item.selector = selector;
    item.name = vscode.l10n.t('Call Center Import');
    const { text, detail, severity } = look(state.imported);
    item.text = text;
    item.detail = detail;
    item.severity = severity;
    item.command = state.imported
      ? {
          command: 'callCenterXml.compareWith',
          title: vscode.l10n.t('Change'),
          tooltip: vscode.l10n.t('Choose what the definition is compared with'),
        }
      : {
          command: 'callCenterXml.markAsImported',
          title: vscode.l10n.t('Mark as imported'),
          tooltip: vscode.l10n.t('Keep the fields as they are imported, so that changes show up'),
        };
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    app.definitions.onDidChange(update),
    app.states.onDidChange(update),
    { dispose: hide },
  );
}

function look(state: ImportedState | undefined): Pick<vscode.LanguageStatusItem, 'text' | 'severity'> & {
  readonly detail: string;
} {
  const { Information, Warning, Error: Grave } = vscode.LanguageStatusSeverity;
  if (!state) {
    return {
      text: vscode.l10n.t('Not marked as imported'),
      detail: vscode.l10n.t('Changes of fields are not noticed'),
      severity: Information,
    };
  }
  if (state.kind === 'trouble') {
    return { text: vscode.l10n.t('The import cannot be compared with'), detail: state.message, severity: Warning };
  }
  const { title, importedOn, changes, accepted, collides } = state;
  const detail = importedOn === undefined ? title : vscode.l10n.t('imported on {0}, {1}', importedOn, title);
  if (changes > 0) {
    const text =
      changes === 1
        ? vscode.l10n.t('1 field changed since the import')
        : vscode.l10n.t('{0} fields changed since the import', changes);
    return { text, detail, severity: collides ? Grave : Warning };
  }
  const text =
    accepted > 0
      ? vscode.l10n.t('Changes of fields are accepted: {0}', accepted)
      : vscode.l10n.t('The fields are those that were imported');
  return { text, detail, severity: Information };
}
