import type * as vscode from 'vscode';
import type { App } from '../app.ts';
import { convertAll } from '../conversions.ts';

/** Writes definitions down as components of the Metadata API. */
export function convertToMetadata(app: App, resources: readonly vscode.Uri[]): Promise<void> {
  return convertAll(app, 'metadata', resources);
}
