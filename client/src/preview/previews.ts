import * as vscode from 'vscode';
import { methods } from '../../../server/src/protocol.ts';
import type { App } from '../app.ts';
import { readKeptState } from './check.ts';
import { createPreviewPanel, type PreviewPanel } from './panel.ts';

export const previewType = 'callCenterXml.preview';

/** All previews that are open: one that follows the active definition, and those that are locked to theirs. */
export interface Previews extends vscode.Disposable {
  open(app: App, document: vscode.TextDocument, column: vscode.ViewColumn): void;
  /** Takes up a panel of the last time, with what its page kept. */
  restore(app: App, panel: vscode.WebviewPanel, kept: unknown): void;
  /** Locks the active preview to its definition, or lets it follow again; false when none is active. */
  toggleLock(): boolean;
}

export function createPreviews(extensionUri: vscode.Uri): Previews {
  const previews = new Set<PreviewPanel>();
  let listeners: vscode.Disposable | undefined;

  const add = (app: App, panel: vscode.WebviewPanel, uri: vscode.Uri, locked: boolean): void => {
    listeners ??= listen(app, previews);
    const preview = createPreviewPanel(app, panel, extensionUri, { uri, locked });
    previews.add(preview);
    panel.onDidDispose(() => {
      previews.delete(preview);
      preview.dispose();
    });
  };
  return {
    open(app, document, column) {
      const key = document.uri.toString();
      const all = [...previews];
      const found = all.find(({ uri }) => uri.toString() === key) ?? all.find(({ locked }) => !locked);
      if (found) {
        found.show(document.uri);
        found.panel.reveal(found.panel.viewColumn ?? column, true);
        return;
      }
      const where = { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside };
      const panel = vscode.window.createWebviewPanel(previewType, '', where, { enableFindWidget: true });
      add(app, panel, document.uri, false);
    },
    restore(app, panel, kept) {
      const state = readKeptState(kept);
      const active = vscode.window.activeTextEditor?.document;
      const uri = state ? vscode.Uri.parse(state.uri) : active?.uri;
      // Without any knowledge of what it showed there is nothing to restore.
      if (!uri) panel.dispose();
      else add(app, panel, uri, state?.locked ?? false);
    },
    toggleLock() {
      const active = [...previews].find(({ panel }) => panel.active);
      active?.lock(!active.locked);
      return active !== undefined;
    },
    dispose() {
      listeners?.dispose();
      for (const { panel } of previews) panel.dispose();
    },
  };
}

/** Only once there is a preview: until then nothing listens. */
function listen(app: App, previews: ReadonlySet<PreviewPanel>): vscode.Disposable {
  const of = (uri: vscode.Uri) => [...previews].filter((preview) => preview.uri.toString() === uri.toString());
  app.server.onNotification(methods.previewsChanged, () => {
    for (const preview of previews) preview.refresh();
  });
  return vscode.Disposable.from(
    app.server.onDidSendChange(({ document }) => {
      for (const preview of of(document.uri)) preview.refresh();
    }),
    app.definitions.onDidChange(({ uri }) => {
      for (const preview of of(uri)) preview.refresh();
    }),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      for (const preview of of(uri)) preview.refresh();
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (!editor || !app.definitions.wanted(editor.document)) return;
      for (const preview of previews) if (!preview.locked) preview.show(editor.document.uri);
      for (const preview of of(editor.document.uri)) preview.moveCursor(editor.selection.active);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const [first] = selections;
      if (first) for (const preview of of(textEditor.document.uri)) preview.moveCursor(first.active);
    }),
  );
}
