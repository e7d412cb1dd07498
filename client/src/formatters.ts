import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/**
 * Registers our formatter document by document. Registered for the language it would make the editor ask, in every
 * XML file, which of two formatters to take wherever another XML extension is installed.
 */
export interface Formatters {
  add(client: BaseLanguageClient, document: vscode.TextDocument): void;
  remove(client: BaseLanguageClient, document: vscode.TextDocument): void;
  /** The client has dropped all registrations. */
  reset(): void;
}

export function createFormatters(): Formatters {
  const registered = new Set<string>();
  const features = (client: BaseLanguageClient) => [
    client.getFeature('textDocument/formatting'),
    client.getFeature('textDocument/rangeFormatting'),
  ];
  return {
    add(client, document) {
      const key = document.uri.toString();
      if (registered.has(key)) return;
      registered.add(key);
      const { scheme, fsPath: pattern } = document.uri;
      const registerOptions = { documentSelector: [{ language: 'xml', scheme, pattern }] };
      for (const feature of features(client)) feature.register({ id: key, registerOptions });
    },
    remove(client, document) {
      const key = document.uri.toString();
      if (!registered.delete(key)) return;
      for (const feature of features(client)) feature.unregister(key);
    },
    reset: () => registered.clear(),
  };
}
