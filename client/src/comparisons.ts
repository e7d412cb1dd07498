import * as vscode from 'vscode';
import type { CompareWithParams, ComparisonChoice } from '../../server/src/protocol/imported.ts';
import { methods } from '../../server/src/protocol.ts';
import type { LanguageServer } from './language-server.ts';

/** What a person chose to compare definitions with, by document URI; kept with the workspace. */
export interface Comparisons extends vscode.Disposable {
  get(key: string): ComparisonChoice | undefined;
  all(): Readonly<Record<string, ComparisonChoice>>;
  /** Undefined goes back to what the team agreed on, or the baseline file. */
  set(uri: vscode.Uri, choice: ComparisonChoice | undefined): Promise<void>;
  /** Carries the URI of the document whose choice changed. */
  readonly onDidChange: vscode.Event<string>;
}

const storageKey = 'callCenterXml.comparisons';

export function createComparisons(storage: vscode.Memento): Comparisons {
  const stored = storage.get<Record<string, ComparisonChoice>>(storageKey, {});
  const chosen = new Map(Object.entries(stored).filter(([, choice]) => isChoice(choice)));
  const changed = new vscode.EventEmitter<string>();
  return {
    get: (key) => chosen.get(key),
    all: () => Object.fromEntries(chosen),
    async set(uri, choice) {
      const key = uri.toString();
      if (choice) chosen.set(key, choice);
      else chosen.delete(key);
      changed.fire(key);
      await storage.update(storageKey, chosen.size > 0 ? Object.fromEntries(chosen) : undefined);
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}

/** What was stored may be of another version. */
function isChoice(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'file') return true;
  if (value.kind === 'git') return 'revision' in value && typeof value.revision === 'string';
  return value.kind === 'definition' && 'uri' in value && typeof value.uri === 'string';
}

/** Tells the server about a choice, if it runs; one that starts later learns it on its start. */
export async function sendComparison(
  server: LanguageServer,
  uri: string,
  choice: ComparisonChoice | undefined,
): Promise<void> {
  const params: CompareWithParams = { uri, ...(choice && { with: choice }) };
  await server.running()?.sendNotification(methods.compareWith, params);
}
