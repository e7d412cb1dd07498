import * as vscode from 'vscode';
import { type FlavourId, flavourIds } from '../../server/src/protocol/document.ts';
import { movedTo } from './moved.ts';

/** What a person decided about one file; without a decision everything is detected. */
export type Choice = FlavourId | 'notACallCenter';

/** Decisions by document URI: kept with the workspace for files, until the window closes for untitled documents. */
export interface Choices extends vscode.Disposable {
  get(key: string): Choice | undefined;
  /** Undefined goes back to detection. */
  set(uri: vscode.Uri, choice: Choice | undefined): Promise<void>;
  /** URIs of the documents that a person said are none. */
  readonly declined: () => readonly string[];
  readonly flavours: () => Readonly<Record<string, FlavourId>>;
  /** Carries the URI of the document whose choice changed. */
  readonly onDidChange: vscode.Event<string>;
}

const storageKey = 'callCenterXml.choices';

export function createChoices(storage: vscode.Memento): Choices {
  const choices = new Map<string, Choice>(
    Object.entries(storage.get<Record<string, Choice>>(storageKey, {})).filter(([, choice]) => isChoice(choice)),
  );
  const changed = new vscode.EventEmitter<string>();

  const save = async (): Promise<void> => {
    const lasting = [...choices].filter(([key]) => !key.startsWith('untitled:'));
    await storage.update(storageKey, lasting.length > 0 ? Object.fromEntries(lasting) : undefined);
  };
  const put = (key: string, choice: Choice | undefined): void => {
    if (choice === undefined) choices.delete(key);
    else choices.set(key, choice);
    changed.fire(key);
  };
  const renamed = vscode.workspace.onDidRenameFiles(async ({ files }) => {
    const moved = [...choices].flatMap(([key, choice]) => {
      const to = movedTo(key, files);
      return to === undefined ? [] : [{ key, to, choice }];
    });
    if (moved.length === 0) return;
    for (const { key, to, choice } of moved) {
      put(key, undefined);
      put(to, choice);
    }
    await save();
  });

  return {
    get: (key) => choices.get(key),
    async set(uri, choice) {
      put(uri.toString(), choice);
      await save();
    },
    declined: () => [...choices].flatMap(([key, choice]) => (choice === 'notACallCenter' ? [key] : [])),
    flavours: () =>
      Object.fromEntries([...choices].flatMap(([key, choice]) => (choice === 'notACallCenter' ? [] : [[key, choice]]))),
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(renamed, changed).dispose(),
  };
}

function isChoice(value: unknown): boolean {
  return value === 'notACallCenter' || flavourIds.some((id) => id === value);
}
