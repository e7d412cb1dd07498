import type * as vscode from 'vscode';
import type { App } from '../app.ts';
import { convertAll } from '../conversions.ts';

/** Writes definitions down as files that Setup imports. */
export function convertToImport(app: App, resources: readonly vscode.Uri[]): Promise<void> {
  return convertAll(app, 'import', resources);
}
