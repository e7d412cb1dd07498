import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import { baselineSuffix, configName, definitionSuffixes, factFileSuffixes, sniff } from '../language/index.ts';
import { section } from '../protocol.ts';
import { send } from './answer.ts';
import type { FileChange } from './facts.ts';
import { choiceFor, type Session } from './session.ts';

/** Settings of VS Code that say which files nobody wants to see. Other editors have none of that name. */
const excludes = ['files.exclude', 'search.exclude'];

const kinds: Readonly<Record<FileChangeType, FileChange['kind']>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

/** Keeps what is known about the files around up to date. */
export function followWorkspace(session: Session): void {
  const { connection, documents, facts, definitions, team, imports, checks } = session;
  documents.onDidOpen(({ document }) => {
    // Asked before the text is read, so that the answers come meanwhile: each question of a client is one about them, too.
    // What goes wrong is told to whoever asks next: an error that nobody hears of would end the server.
    if (sniff(document.text) !== 'other') choiceFor(session, document.uri).catch(() => undefined);
    // Other clients send every XML file; only for a definition is the workspace worth a look.
    if (session.service.describe(document).form !== 'none') facts.prepare();
    checks.opened(document.uri);
  });
  documents.onDidChangeContent(() => definitions.touched());
  documents.onDidClose(({ document }) => {
    definitions.touched();
    checks.changed(document.uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) checks.changed(uri);
    facts.changed(changes.map(({ uri, type }) => ({ uri, kind: kinds[type] })));
    const uris = changes.map(({ uri }) => uri);
    team.changed(uris);
    imports.changed(uris);
  });
}

/** Whether a change of settings is about what is left out of the workspace. */
export function changesExcludes(settings: unknown): settings is object {
  return typeof settings === 'object' && settings !== null && ('files' in settings || 'search' in settings);
}

/** Whether it is about settings of our own. */
export function changesOwn(settings: object): boolean {
  return section in settings;
}

/** Changes are only told to servers that ask, in the way that the client offers. */
export function registerWatchers({ connection, client, roots, facts }: Session): void {
  if (client.configuration && client.watchesConfiguration) {
    for (const sections of [section, excludes]) {
      const registered = connection.client.register(DidChangeConfigurationNotification.type, { section: sections });
      send(connection, 'Watching the settings', registered);
    }
  }
  if (client.watchesFiles) {
    // Of pages and vendors only the names are known, which do not change with the text.
    const changing = [
      ...factFileSuffixes.filter((suffix) => !suffix.startsWith('.')),
      ...definitionSuffixes,
      baselineSuffix,
      '/.gitignore',
      '/.forceignore',
      `/${configName}`,
    ];
    const watchers: FileSystemWatcher[] = [
      // Of a folder that comes or goes, an editor does not tell which files were in it.
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
      ...changing.map((suffix) => ({
        globPattern: suffix.startsWith('.') ? `**/*${suffix}` : `**/${suffix.replace('/', '')}`,
        kind: WatchKind.Change,
      })),
    ];
    const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    send(connection, 'Watching the workspace', registered);
  }
  if (client.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) roots.delete(uri);
      for (const { uri } of added) if (typeof uri === 'string') roots.add(uri);
      facts.reset();
    });
  }
}
