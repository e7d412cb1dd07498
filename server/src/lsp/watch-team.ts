import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { configName, sniff } from '../language/index.ts';
import { send } from './answer.ts';
import type { Session } from './session.ts';

/**
 * Looks for what a team has agreed on anew for each definition that opens, and watches the folders in which it may lie.
 * The workspace is watched already; those above it and around documents outside of it are watched here, each by itself,
 * where the client can do that.
 */
export function watchTeam({ connection, client, documents, service, team, roots }: Session): void {
  const watched = new Set<string>();
  const watchAround = (uri: string): void => {
    if (!client.watchesFiles || !client.watchesFolders) return;
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
    // Not every client watches everything: what has changed unseen is seen by then.
    team.drop();
    watchAround(document.uri);
  });
}
