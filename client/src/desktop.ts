import type * as vscode from 'vscode';
import { activateWith } from './activation.ts';

/** The entry where there is a Node: on a desktop, or on the machine that a window is connected to. */
export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, async (definitions, choices) => {
    const { createNodeClient } = await import('./node/client.ts');
    return createNodeClient(context, definitions, choices);
  });
}

/** Nothing to do: what must be stopped is among the subscriptions. */
export function deactivate(): void {}
