import type * as vscode from 'vscode';
import { activateWith } from './activation.ts';

/** The entry in a browser, where an extension is one file: what is not needed yet is read, and not run. */
export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, async (definitions, choices) => {
    const { createClient } = await import('./client.ts');
    const { createWorkerHost } = await import('./browser/host.ts');
    return createClient(context, createWorkerHost(context.extensionUri), definitions, choices);
  });
}

/** Nothing to do: what must be stopped is among the subscriptions. */
export function deactivate(): void {}
