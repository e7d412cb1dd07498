import * as vscode from 'vscode';
import type { CompareWithParams, ComparisonChoice } from '../../server/src/protocol/imported.ts';
import { methods } from '../../server/src/protocol.ts';
import type { LanguageServer } from './language-server.ts';
import { movedTo } from './moved.ts';

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
  const put = (key: string, choice: ComparisonChoice | undefined): void => {
    if (choice) chosen.set(key, choice);
    else chosen.delete(key);
    changed.fire(key);
  };
  const save = (): Thenable<void> =>
    storage.update(storageKey, chosen.size > 0 ? Object.fromEntries(chosen) : undefined);
  // Both sides of a comparison may move.
  const renamed = vscode.workspace.onDidRenameFiles(async ({ files }) => {
    const moved = [...chosen].flatMap(([key, choice]) => {
      const to = movedTo(key, files);
      const other = choice.kind === 'definition' ? movedTo(choice.uri, files) : undefined;
      if (to === undefined && other === undefined) return [];
      return [
        { key, to: to ?? key, choice: other === undefined ? choice : ({ kind: 'definition', uri: other } as const) },
      ];
    });
    if (moved.length === 0) return;
    for (const { key, to, choice } of moved) {
      if (to !== key) put(key, undefined);
      put(to, choice);
    }
    await save();
  });
  return {
    get: (key) => chosen.get(key),
    all: () => Object.fromEntries(chosen),
    async set(uri, choice) {
      put(uri.toString(), choice);
      await save();
    },
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(renamed, changed).dispose(),
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
