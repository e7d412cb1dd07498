import * as vscode from 'vscode';
import type { DocumentState } from '../../server/src/protocol.ts';
import type { App } from './app.ts';
import { flavourLabel, interfaceLabel } from './labels.ts';
import { type StatusLook, statusItem } from './status-item.ts';

/**
 * The language status item of the definition in the active editor: its flavour and user interface, and a click to
 * choose another. Other documents have no such item.
 */
export function showStatus(app: App): vscode.Disposable {
  const command = {
    command: 'callCenterXml.selectFlavour',
    title: vscode.l10n.t('Change'),
    tooltip: vscode.l10n.t('Choose the kind of call center that this file is checked as'),
  };
  return statusItem(app, 'callCenterXml.flavour', vscode.l10n.t('Call Center Definition'), (document) => {
    if (!app.definitions.looksLikeOne(document)) return undefined;
    const look = app.definitions.wanted(document) ? describe(app.states.get(document.uri)) : declined();
    return look && { ...look, command };
  });
}

/** What a document is taken for, in words. */
export type Look = Omit<StatusLook, 'command'>;

/** For documents that a person said are no definitions. */
export function declined(): Look {
  return {
    text: vscode.l10n.t('Not a call center definition'),
    detail: vscode.l10n.t('You said so for this file; it is not checked'),
  };
}

/** Undefined for documents that turned out to be no definition. */
export function describe(state: DocumentState | undefined): Look | undefined {
  if (!state) return { text: vscode.l10n.t('Call center definition'), detail: vscode.l10n.t('Reading…'), busy: true };
  const warning = vscode.LanguageStatusSeverity.Warning;
  if (state.form === 'none') return undefined;
  if (state.form === 'invented') {
    return {
      text: vscode.l10n.t('Unknown form of call center definition'),
      detail: vscode.l10n.t('Neither Setup nor the Metadata API accepts these elements'),
      severity: warning,
    };
  }
  const flavour = state.flavour && flavourLabel(state.flavour);
  const userInterface = state.interface && interfaceLabel(state.interface);
  const text = [flavour, userInterface].filter((part) => part !== undefined).join(' · ');
  const origin = state.flavourChosen ? vscode.l10n.t('chosen for this file') : vscode.l10n.t('detected');
  if (state.form === 'hybrid') {
    return { text, detail: vscode.l10n.t('{0}; mixes the import and the metadata form', origin), severity: warning };
  }
  const form = state.form === 'metadata' ? vscode.l10n.t('metadata form') : vscode.l10n.t('import form');
  return { text, detail: `${form}, ${origin}` };
}
