import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { configName, sniff } from '../language/index.ts';
import { send } from './answer.ts';
import type { Session } from './session.ts';

/**
 * Watches the folders in which what a team has agreed on may lie, and looks for it anew for each definition that opens
 * where nobody would tell of a change. The workspace is watched already; those above it and around documents outside of it
 * are watched here, each by itself, where the client can do that.
 */
export function watchTeam({ connection, client, documents, service, team, roots }: Session): void {
  const watched = new Set<string>();
  const canWatch = client.watchesFiles && client.watchesFolders;
  const watchAround = (uri: string): void => {
    if (!canWatch) return;
    const inside = (folder: string) => [...roots].some((root) => `${folder}/`.startsWith(`${root}/`));
    const folders = team.folders(uri).filter((folder) => !watched.has(folder) && !inside(folder));
    if (folders.length === 0) return;
    for (const folder of folders) watched.add(folder);
    const watchers = folders.map((baseUri) => ({ globPattern: { baseUri, pattern: configName } }));
    const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    send(connection, 'Watching the folders around', registered);
  };

  documents.onDidOpen(({ document }) => {
    // Where the beginning tells already, the text need not be read before something is asked.
    if (sniff(document.text) === 'other' && service.describe(document).form === 'none') return;
    // Not every client watches everything, and no client every file system: what has changed unseen is seen by then.
    if (!canWatch || !document.uri.startsWith('file:')) team.drop();
    watchAround(document.uri);
  });
}
