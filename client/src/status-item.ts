import * as vscode from 'vscode';
import type { App } from './app.ts';

/** What a language status item says about a document, and what a click does. */
export interface StatusLook {
  readonly text: string;
  readonly detail: string;
  readonly severity?: vscode.LanguageStatusSeverity;
  readonly busy?: boolean;
  readonly command: vscode.Command;
}

/**
 * A language status item of the definition in the active editor.
 * @param lookOf what it says about a document; undefined where it is not to be shown
 */
export function statusItem(
  app: App,
  id: string,
  name: string,
  lookOf: (document: vscode.TextDocument) => StatusLook | undefined,
): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  const hide = (): void => {
    item?.dispose();
    item = undefined;
  };
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    // An output that gets the focus counts as active; the editor beside it is still the one in front.
    if (document?.uri.scheme === 'output') return;
    const look = document && lookOf(document);
    if (!document || !look) {
      hide();
      return;
    }
    const { scheme, fsPath: pattern } = document.uri;
    const selector = { language: 'xml', scheme, pattern };
    item ??= vscode.languages.createLanguageStatusItem(id, selector);
    item.selector = selector;
    item.name = name;
    item.text = look.text;
    item.detail = look.detail;
    item.severity = look.severity ?? vscode.LanguageStatusSeverity.Information;
    item.busy = look.busy ?? false;
    item.command = look.command;
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    app.definitions.onDidChange(update),
    app.states.onDidChange(update),
    { dispose: hide },
  );
}
