import * as l10n from '@vscode/l10n';
import { type Connection, RAL, type TextDocuments } from 'vscode-languageserver';
import {
  createDefinitionIndex,
  type FileHost,
  type KnownDefinition,
  knownDefinition,
  type Source,
  tellLeftOut,
} from '../language/index.ts';
import { describeError } from './answer.ts';
import { getsDiagnostics } from './diagnostics.ts';

/** Milliseconds after which a person wants to know what the machine is busy with. */
const progressAfter = 1000;

/** Milliseconds of silence before changed files are looked at, and before an edit counts for other definitions. */
const fileDelay = 100;

/** The definitions of the workspace: those on disk are indexed, and what is open counts as it is in the editor. */
export interface Definitions {
  /** Begins to index, unless that is under way or done. */
  prepare(): void;
  /** Every file that holds a definition, open or not, once all are read. */
  all(): Promise<readonly string[]>;
  /** Files that are not open and too large to be read: definitions, for all that can be told. As of the last `all`. */
  tooLarge(): readonly string[];
  /** Those with a name, sorted by URI, as far as they are read. */
  known(): readonly KnownDefinition[];
  ignores(uri: string): boolean;
  /** Files have come or changed their place, or what is left out has: names are listed again, new files read. */
  relist(): void;
  reread(uri: string): void;
  /** A file or folder is gone. */
  gone(uri: string): void;
  /** An open document was opened, changed or closed. */
  touched(): void;
}

/**
 * @param changed told when a name that another definition may have, too, has come, changed or gone
 */
export function createDefinitions(
  connection: Connection,
  documents: TextDocuments<Source>,
  host: FileHost | undefined,
  roots: () => readonly string[],
  changed: () => void,
): Definitions {
  const index = host && createDefinitionIndex(host, roots);
  const stale = new Set<string>();
  /** What is known of open documents, of which little else is kept. */
  const open = new WeakMap<Source, KnownDefinition | undefined>();
  let merged: readonly KnownDefinition[] = [];
  let told = '[]';
  const warned = new Set<string>();
  let wanted = false;
  let listAgain = false;
  /** Everything that asks the host happens one after the other, so that an old answer never wins over a newer one. */
  let queue: Promise<void> = Promise.resolve();
  let timer: { dispose(): void } | undefined;

  const publish = (): void => {
    merged = merge();
    const names = JSON.stringify(merged.map(({ uri, internalName, body }) => [uri, internalName, body]));
    if (names === told) return;
    told = names;
    changed();
  };
  const knownIn = (source: Source): KnownDefinition | undefined => {
    if (!open.has(source)) open.set(source, knownDefinition(source));
    return open.get(source);
  };
  const merge = (): readonly KnownDefinition[] => {
    const sources = documents.all().filter(({ uri }) => getsDiagnostics(uri) && index?.ignores(uri) !== true);
    const uris = new Set(sources.map(({ uri }) => uri));
    const closed = index?.known().filter(({ uri }) => !uris.has(uri)) ?? [];
    return [...closed, ...sources.flatMap((source) => knownIn(source) ?? [])].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  };
  const enqueue = (work: () => Promise<void>): void => {
    queue = queue.then(work).catch((error: unknown) => {
      connection.console.warn(l10n.t("The workspace's definitions could not be read: {0}", describeError(error)));
    });
  };
  const warnOnce = (line: string): void => {
    if (!warned.has(line)) connection.console.warn(line);
    warned.add(line);
  };
  const list = (): void => {
    if (!index) {
      soon();
      return;
    }
    enqueue(async () => {
      const progress = createProgress(connection, l10n.t('Looking for call center definitions'));
      try {
        await index.list(progress.report);
      } finally {
        progress.done();
      }
      for (const { uri, lines } of index.leftOut()) warnOnce(`${uri}: ${tellLeftOut(lines)}`);
      publish();
    });
  };
  const flush = (): void => {
    timer?.dispose();
    timer = undefined;
    if (listAgain) list();
    listAgain = false;
    const uris = [...stale];
    stale.clear();
    if (index && uris.length > 0) enqueue(() => index.reread(uris));
    // Also where no file is to be read: an open document may have another name now.
    enqueue(async () => publish());
  };
  const soon = (): void => {
    timer?.dispose();
    timer = RAL().timer.setTimeout(flush, fileDelay);
  };
  const prepare = (): void => {
    if (wanted) return;
    wanted = true;
    list();
  };

  return {
    prepare,
    async all() {
      // Whoever asks for all of them wants what is there now, also where nobody watches the files.
      listAgain = wanted;
      prepare();
      flush();
      await queue;
      return index?.uris() ?? [];
    },
    tooLarge: () => index?.tooLarge().filter((uri) => !documents.get(uri)) ?? [],
    known: () => merged,
    ignores: (uri) => index?.ignores(uri) === true,
    relist() {
      if (!wanted) return;
      listAgain = true;
      soon();
    },
    reread(uri) {
      if (!wanted) return;
      stale.add(uri);
      soon();
    },
    gone(uri) {
      if (!wanted) return;
      index?.drop(uri);
      soon();
    },
    touched() {
      if (wanted) soon();
    },
  };
}

/** Progress that shows only when the work lasts, in clients that can show any. */
function createProgress(connection: Connection, title: string) {
  let shown: Awaited<ReturnType<Connection['window']['createWorkDoneProgress']>> | undefined;
  let finished = false;
  const begin = async (): Promise<void> => {
    const progress = await connection.window.createWorkDoneProgress();
    if (finished) return progress.done();
    shown = progress;
    progress.begin(title, 0, undefined, false);
  };
  const timer = RAL().timer.setTimeout(() => {
    begin().catch((error: unknown) => connection.console.warn(`Progress failed: ${describeError(error)}`));
  }, progressAfter);
  return {
    report: (done: number, total: number) => shown?.report(Math.round((100 * done) / total), `${done} / ${total}`),
    done() {
      finished = true;
      timer.dispose();
      shown?.done();
    },
  };
}
