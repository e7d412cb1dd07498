import * as vscode from 'vscode';
import { type ConvertAnswer, type ConvertParams, type FormToConvertTo, methods } from '../../server/src/protocol.ts';
import type { App } from './app.ts';
import { toRange } from './edits.ts';
import { openBeside } from './new-documents.ts';

type Converted = ConvertAnswer & { readonly kind: 'converted' };

/**
 * Writes definitions down in the other form, each beside its original in an editor that is not saved yet: those selected
 * in the explorer, or the one in the active editor. What could not cross is told, and shown in full on request.
 */
export async function convertAll(app: App, to: FormToConvertTo, resources: readonly vscode.Uri[]): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const uris = resources.length > 0 ? resources : active ? [active] : [];
  if (uris.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Open a call center definition first.'));
    return;
  }
  for (const uri of uris) await convertOne(app, to, uri);
}

async function convertOne(app: App, to: FormToConvertTo, uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (!app.definitions.wanted(document)) {
    const name = vscode.workspace.asRelativePath(uri);
    await vscode.window.showWarningMessage(vscode.l10n.t('{0} is no call center definition.', name));
    return;
  }
  await app.server.sync(document);
  const client = await app.server.client();
  const params: ConvertParams = { uri: uri.toString(), to };
  const answer = await client.sendRequest<ConvertAnswer | null>(methods.convert, params);
  if (!answer) {
    await vscode.window.showErrorMessage(
      vscode.l10n.t('The definition could not be converted. The output "Call Center Definitions" says why.'),
    );
  } else if (answer.kind === 'refused') {
    await refuse(document, answer.reason, toRange(answer.range));
  } else {
    await openBeside(besideOf(uri, answer.fileName), answer.text);
    // The next file must not wait for somebody to read about this one.
    void report(app, document, answer);
  }
}

/** Where the result belongs: in the folder of its original, which may not be saved yet itself. */
function besideOf(uri: vscode.Uri, fileName: string): vscode.Uri {
  const original = uri.scheme === 'untitled' && uri.path.startsWith('/') ? uri.with({ scheme: 'file' }) : uri;
  return vscode.Uri.joinPath(original, '..', fileName);
}

async function refuse(document: vscode.TextDocument, reason: string, at: vscode.Range): Promise<void> {
  const show = vscode.l10n.t('Show the Place');
  const line = at.start.line + 1;
  const picked = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} was not converted. Line {1}: {2}', name(document), line, reason),
    show,
  );
  if (picked === show) await reveal(document, at);
}

async function report(app: App, document: vscode.TextDocument, { fileName, losses }: Converted): Promise<void> {
  if (losses.length === 0) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('{0} was converted, and nothing is lost. Save it as {1}.', name(document), fileName),
    );
    return;
  }
  const show = vscode.l10n.t('Show Report');
  const go = vscode.l10n.t('Go to a Place…');
  const told =
    losses.length === 1
      ? vscode.l10n.t('{0} was converted. One thing is different in the other form.', name(document))
      : vscode.l10n.t('{0} was converted. {1} things are different in the other form.', name(document), losses.length);
  const picked = await vscode.window.showInformationMessage(told, show, go);
  if (picked === go) await goToPlace(document, losses);
  if (picked === show) await showReport(app, document, fileName, losses);
}

/** Leads to what is different, in the document that was converted. */
async function goToPlace(document: vscode.TextDocument, losses: Converted['losses']): Promise<void> {
  const places = losses.map(({ range, message }) => ({
    label: vscode.l10n.t('Go to line {0}', range.start.line + 1),
    iconPath: new vscode.ThemeIcon('go-to-file'),
    detail: message,
    range,
  }));
  const picked = await vscode.window.showQuickPick(places, {
    title: vscode.l10n.t('What Is Different in the Other Form'),
    placeHolder: vscode.l10n.t('The place is in {0}, which was converted.', name(document)),
    matchOnDetail: true,
  });
  if (picked) await reveal(document, toRange(picked.range));
}

/** In the column where the document is seen already; the result stands in the one beside it. */
async function reveal(document: vscode.TextDocument, selection: vscode.Range): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const { viewColumn } = shown ?? {};
  await vscode.window.showTextDocument(document, { selection, ...(viewColumn && { viewColumn }) });
}

async function showReport(
  app: App,
  document: vscode.TextDocument,
  fileName: string,
  losses: Converted['losses'],
): Promise<void> {
  // No links: the preview of Markdown follows none into a file from a document that is none itself.
  const lines = losses.map(
    ({ range, message }) => `- **${vscode.l10n.t('line {0}', range.start.line + 1)}**: ${plain(message)}`,
  );
  const title = vscode.l10n.t('What is different in {0}', fileName);
  const intro = vscode.l10n.t('Converted from {0}. The original is as it was.', name(document));
  await app.explanations.show(
    `converted-${fileName}`,
    [`# ${plain(title)}`, plain(intro), lines.join('\n')].join('\n\n'),
  );
}

function name(document: vscode.TextDocument): string {
  return document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
}

/** A message may quote the file; in Markdown it must stay what it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|&~-]/g, '\\$&').replace(/\s+/g, ' ');
}
