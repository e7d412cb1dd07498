import * as vscode from 'vscode';
import type { SettingsFormat } from '../../../server/src/language/preview/preview.ts';
import type { App } from '../app.ts';
import { toRange } from '../edits.ts';
import { type Asking, asking } from './asking.ts';
import { type EditMessage, type HostMessage, mostSettings, type PageMessage } from './messages.ts';
import type { OwnEdits } from './own-edits.ts';
import { isShownBeside, showDocument, showPlace } from './sources.ts';

/** Does what a page asks for and answers it. */
export async function answerPage(
  app: App,
  document: vscode.TextDocument,
  own: OwnEdits,
  message: Exclude<PageMessage, { readonly type: 'ready' | 'near' }>,
  post: (answer: HostMessage) => void,
  column?: vscode.ViewColumn,
): Promise<void> {
  const server = asking(app, document);
  const { uri } = document;
  switch (message.type) {
    case 'edit':
      return edit(document, server, own, message, post);
    case 'reveal': {
      // Who works in the page does not want it covered by the text.
      if (!message.focus && !isShownBeside(uri, column)) return;
      const places = await server.places(message.id);
      if (places?.version === document.version) await showPlace(uri, places.value ?? places.element, message.focus);
      return;
    }
    case 'goTo': {
      await showPlace(uri, message.range, true);
      if (!message.fix) return;
      // VS Code looks for fixes by itself once a selection or the problems have changed, and then drops the question of a
      // person that has no answer yet. What has been found once is answered at once.
      await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, toRange(message.range), 'quickfix');
      await vscode.commands.executeCommand('editor.action.quickFix');
      return;
    }
    case 'history': {
      // These commands work where the focus is.
      await showDocument(uri, true);
      await vscode.commands.executeCommand(message.step);
      return;
    }
    case 'copy':
      await vscode.env.clipboard.writeText(message.text);
      return post({ type: 'said', text: vscode.l10n.t('Copied.') });
    case 'secret': {
      const found = await server.secret(message.id);
      if (found) post({ type: 'secret', id: message.id, ...found });
      return;
    }
    case 'dial': {
      const { ticket, numbers, country } = message;
      const answer = await server.dial({ numbers, ...(country !== undefined && { country }) });
      if (answer) post({ type: 'dialled', ticket, answer });
      return;
    }
    case 'settings': {
      const { ticket, format, reveal } = message;
      const found = await server.settings({ format, reveal, most: mostSettings });
      return found ? post({ type: 'settings', ticket, format, ...found }) : undefined;
    }
    case 'copySettings': {
      const { format, reveal } = message;
      const found = await server.settings({ format, reveal });
      if (!found) return;
      await vscode.env.clipboard.writeText(found.text);
      return post({ type: 'said', text: vscode.l10n.t('Copied.') });
    }
    case 'open':
      return open(server, message.format, message.reveal);
  }
}

async function edit(
  document: vscode.TextDocument,
  server: Asking,
  own: OwnEdits,
  { ticket, version, operation }: EditMessage,
  post: (answer: HostMessage) => void,
): Promise<void> {
  const refuse = (reason: string) => post({ type: 'edited', ticket, outcome: 'refused', reason });
  const changed = vscode.l10n.t('The definition changed meanwhile; nothing was done. Please try again.');
  const answer = await server.edit({ version: own.rebase(version), operation });
  if (!answer) return refuse(vscode.l10n.t('The output "Call Center Definitions" says why.'));
  if (answer.kind === 'refused') return refuse(answer.reason);
  if (answer.kind === 'stale' || answer.version !== document.version) return refuse(changed);
  if (answer.edits.length > 0) {
    const whole = new vscode.WorkspaceEdit();
    for (const { range, newText } of answer.edits) whole.replace(document.uri, toRange(range), newText);
    if (!(await vscode.workspace.applyEdit(whole))) return refuse(vscode.l10n.t('The file cannot be changed.'));
    own.add(answer.version, document.version);
  }
  post({ type: 'edited', ticket, outcome: 'done', ...(answer.id !== undefined && { id: answer.id }) });
}

const languages: Readonly<Record<SettingsFormat, string>> = {
  lightning: 'json',
  classic: 'json',
  declaration: 'typescript',
  markdown: 'markdown',
  csv: 'plaintext',
};

/** What can be made of the settings, as a new document that nobody has saved. */
async function open(server: Asking, format: SettingsFormat, reveal: boolean): Promise<void> {
  const settings = await server.settings({ format, reveal });
  if (!settings) return;
  const document = await vscode.workspace.openTextDocument({ language: languages[format], content: settings.text });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}
