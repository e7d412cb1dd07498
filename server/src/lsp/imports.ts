import {
  type BaselineChoice,
  baselineUri,
  createSource,
  type FileHost,
  type FoundImport,
  findImport,
  type Imported,
  type ImportHost,
  type ReadRevision,
  type Source,
} from '../language/index.ts';
import type { ComparisonChoice } from '../protocol/imported.ts';
import { within } from './within.ts';

/** Milliseconds that findings wait for what was imported. On a disk it is there at once. */
const patience = 1000;

/** What is known of the import of each definition. What was read is kept until something changes. */
export interface Imports {
  /** Reads what is not known yet. Never rejects, and does not hold up anybody for long: what comes later is told then. */
  prepare(uri: string): Promise<void>;
  /** What is known now, without waiting. */
  known(uri: string): Imported | undefined;
  /** What a person chose to compare a definition with; undefined for what its team agreed on, else its baseline file. */
  choose(uri: string, choice: ComparisonChoice | undefined): void;
  /** Where the baseline file of a definition is or would be; undefined for a document that lies nowhere. */
  place(uri: string): Promise<string | undefined>;
  /** These files came, went or changed. */
  changed(uris: readonly string[]): void;
  /** Revisions may be others. */
  revisionsChanged(): void;
  /** Everything may be: what the team agreed on, the settings. */
  drop(): void;
  forget(uri: string): void;
}

interface Entry extends Omit<FoundImport, 'files'> {
  /** Undefined while that is being found out: then any file may matter, and any revision. */
  files: FoundImport['files'] | undefined;
  /** Over when everything is read, or took too long. */
  loading: Promise<void>;
}

export interface ImportSources {
  readonly files: FileHost | undefined;
  readonly readRevision: ReadRevision | undefined;
  /** What the team and the person say about the baseline of a definition. */
  readonly agreed: (uri: string) => Promise<BaselineChoice>;
  /** An open document counts as it is in the editor. */
  readonly open: (uri: string) => Source | undefined;
  readonly chosen: ReadonlyMap<string, ComparisonChoice>;
  readonly failed: (error: unknown) => void;
}

/** @param changed told when something else is known of some import */
export function createImports(sources: ImportSources, changed: () => void): Imports {
  const { files, readRevision, agreed, open, failed } = sources;
  const chosen = new Map(sources.chosen);
  const entries = new Map<string, Entry>();

  const host: ImportHost = {
    read: async (uri) => {
      const text = await files?.read(uri);
      return text === undefined ? undefined : createSource(uri, 0, text.replace(/^\ufeff/, ''));
    },
    open,
    readRevision,
  };
  const load = async (uri: string, entry: Entry): Promise<void> => {
    Object.assign(entry, await findImport(uri, await agreed(uri), chosen.get(uri), host));
  };
  const drop = (concerned: (uri: string, entry: Entry) => boolean): void => {
    const gone = [...entries].filter(([uri, entry]) => concerned(uri, entry));
    for (const [uri] of gone) entries.delete(uri);
    if (gone.length > 0) changed();
  };

  return {
    async prepare(uri) {
      const before = entries.get(uri);
      if (before) return before.loading;
      const entry: Entry = { loading: Promise.resolve(), imported: undefined, files: undefined, usesRevision: true };
      entries.set(uri, entry);
      const reading = load(uri, entry).catch(failed);
      const late = Symbol('not there yet');
      entry.loading = within(reading, patience, late).then((outcome) => {
        if (outcome === late) void reading.then(() => entry.imported && entries.get(uri) === entry && changed());
      });
      return entry.loading;
    },
    known: (uri) => entries.get(uri)?.imported,
    choose(uri, choice) {
      if (choice) chosen.set(uri, choice);
      else chosen.delete(uri);
      entries.delete(uri);
      changed();
    },
    async place(uri) {
      return baselineUri(uri, (await agreed(uri)).path);
    },
    changed: (uris) => drop((_, { files }) => !files || uris.some((uri) => files.has(uri))),
    revisionsChanged: () => drop((_, { usesRevision }) => usesRevision),
    drop: () => drop(() => true),
    forget: (uri) => void entries.delete(uri),
  };
}
