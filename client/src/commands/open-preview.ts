import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { subject } from '../baseline-files.ts';

/** Shows the definition as people will see it, in the place of its text. */
export async function openPreview(app: App, resources: readonly vscode.Uri[]): Promise<void> {
  const document = await subject(app, resources);
  if (document) app.previews.open(app, document, vscode.ViewColumn.Active);
}
