import * as vscode from 'vscode';
import type { App } from './app.ts';
import { declined, describe } from './status.ts';

/**
 * Writes into the output what each definition is taken for, whenever that changes: the first thing to know when
 * something about it looks wrong.
 */
export function logStates({ channel, choices, states }: App): vscode.Disposable {
  const written = new Map<string, string>();
  return states.onDidChange((uri) => {
    const key = uri.toString();
    const state = states.get(uri);
    const look = !state && choices.get(key) === 'notACallCenter' ? declined() : state && describe(state);
    if (!look) {
      written.delete(key);
      return;
    }
    const line = `${vscode.workspace.asRelativePath(uri)}: ${look.text} (${look.detail})`;
    if (written.get(key) === line) return;
    written.set(key, line);
    channel.info(line);
  });
}
