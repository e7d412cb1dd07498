import * as vscode from 'vscode';
import type { DocumentParams } from '../../../server/src/protocol/document.ts';
import { methods } from '../../../server/src/protocol.ts';
import type { App } from '../app.ts';
import { subject } from '../baseline-files.ts';

/** Says what has to be done in an org that has the call center already. */
export async function showReimportPlan(app: App, resources: readonly vscode.Uri[]): Promise<void> {
  const document = await subject(app, resources);
  if (!document) return;
  const params: DocumentParams = { uri: document.uri.toString() };
  const client = await app.server.client();
  const plan = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Looking for code that reads the fields') },
    () => client.sendRequest<string | null>(methods.reimportPlan, params),
  );
  if (plan === null) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing is known of an import of this definition, so there is no plan to make.'),
    );
    return;
  }
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  await app.explanations.show(`reimport-${name}`, plan);
}
