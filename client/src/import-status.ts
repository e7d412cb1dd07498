import * as vscode from 'vscode';
import type { ImportedState } from '../../server/src/protocol/imported.ts';
import type { App } from './app.ts';
import { type StatusLook, statusItem } from './status-item.ts';

/** The language status item that says what the definition in the active editor is compared with, and what came of it. */
export function showImportStatus(app: App): vscode.Disposable {
  return statusItem(app, 'callCenterXml.imported', vscode.l10n.t('Call Center Import'), (document) => {
    const state = app.definitions.wanted(document) ? app.states.get(document.uri) : undefined;
    if (state?.form !== 'import' && state?.form !== 'metadata') return undefined;
    const command = state.imported
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
    return { ...look(state.imported), command };
  });
}

function look(state: ImportedState | undefined): Omit<StatusLook, 'command'> {
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
