import * as vscode from 'vscode';
import type { DocumentState } from '../../server/src/protocol.ts';
import type { App } from './app.ts';
import { flavourLabel, interfaceLabel } from './labels.ts';

/**
 * The language status item of the definition in the active editor: its flavour and user interface, and a click to
 * choose another. Other documents have no such item.
 */
export function showStatus(app: App): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  const hide = (): void => {
    item?.dispose();
    item = undefined;
  };
  const lookOf = (document: vscode.TextDocument): Look | undefined =>
    app.definitions.wanted(document) ? describe(app.states.get(document.uri)) : declined();
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    // An output that gets the focus counts as active; the editor beside it is still the one in front.
    if (document?.uri.scheme === 'output') return;
    const look = document && app.definitions.looksLikeOne(document) ? lookOf(document) : undefined;
    if (!document || !look) {
      hide();
      return;
    }
    const { scheme, fsPath: pattern } = document.uri;
    const selector = { language: 'xml', scheme, pattern };
    item ??= vscode.languages.createLanguageStatusItem('callCenterXml.flavour', selector);
    item.selector = selector;
    item.name = vscode.l10n.t('Call Center Definition');
    item.text = look.text;
    item.detail = look.detail;
    item.severity = look.severity ?? vscode.LanguageStatusSeverity.Information;
    item.busy = look.busy ?? false;
    item.command = {
      command: 'callCenterXml.selectFlavour',
      title: vscode.l10n.t('Change'),
      tooltip: vscode.l10n.t('Choose the kind of call center that this file is checked as'),
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

/** What a document is taken for, in words. */
export interface Look {
  readonly text: string;
  readonly detail: string;
  readonly severity?: vscode.LanguageStatusSeverity;
  readonly busy?: boolean;
}

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
