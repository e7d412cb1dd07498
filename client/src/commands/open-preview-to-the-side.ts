import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { subject } from '../baseline-files.ts';

/** Shows the definition as people will see it, beside its text. */
export async function openPreviewToTheSide(app: App, resources: readonly vscode.Uri[]): Promise<void> {
  const document = await subject(app, resources);
  if (document) app.previews.open(app, document, vscode.ViewColumn.Beside);
}
