import * as vscode from 'vscode';
import { type AutoCloseParams, methods } from '../../server/src/protocol.ts';
import type { App } from './app.ts';

/**
 * Completes the closing tag when `>` or `/` is typed in a definition. With several cursors it acts only where all of
 * them want the same text, because an editor inserts one snippet at all places or none.
 */
export function closeTags(app: App): vscode.Disposable {
  return app.server.onDidSendChange((event) => {
    const { document } = event;
    const places = typedAt(event);
    if (places.length === 0 || !isOn(document)) return;
    close(app, document, places).catch((error: unknown) =>
      app.channel.error(vscode.l10n.t('A tag could not be closed: {0}', String(error))),
    );
  });
}

function isOn(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('callCenterXml', document).get<boolean>('autoCloseTags', true);
}

/** The places behind the one character that was typed at each cursor; none when the change was anything else. */
function typedAt({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): vscode.Position[] {
  if (reason !== undefined) return []; // Undo and redo restore what was there; nothing is to be added to it.
  const typed = contentChanges[0]?.text;
  if (typed !== '>' && typed !== '/') return [];
  if (contentChanges.some((change) => change.text !== typed)) return [];
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) return [];
  let shift = 0;
  return [...contentChanges]
    .sort((a, b) => a.rangeOffset - b.rangeOffset)
    .map((change) => {
      const offset = change.rangeOffset + shift + 1;
      shift += 1 - change.rangeLength;
      return document.positionAt(offset);
    });
}

async function close(app: App, document: vscode.TextDocument, places: readonly vscode.Position[]): Promise<void> {
  const client = app.server.running();
  if (!client) return;
  const { version } = document;
  const wanted = await Promise.all(
    places.map(({ line, character }) => {
      const params: AutoCloseParams = { uri: document.uri.toString(), position: { line, character }, version };
      return client.sendRequest<string | null>(methods.autoClose, params);
    }),
  );
  const [snippet] = wanted;
  if (!snippet || wanted.some((other) => other !== snippet)) return;
  const editor = vscode.window.activeTextEditor;
  // The person has typed on, or gone elsewhere: the answer came too late.
  if (editor?.document !== document || document.version !== version) return;
  // With an undo stop of its own: the first undo takes back the tag and leaves what was typed.
  await editor.insertSnippet(new vscode.SnippetString(snippet), places);
}
