import * as l10n from '@vscode/l10n';
import {
  type BaselineChoice,
  type BaselineSource,
  baselineIn,
  baselineUri,
  createSource,
  type FileHost,
  fileNameOf,
  type Imported,
  type OtherDefinition,
  type Source,
  uriBeside,
} from '../language/index.ts';
import type { ComparisonChoice, RevisionAnswer } from '../protocol.ts';
import { within } from './within.ts';

/** Milliseconds that findings wait for what was imported. On a disk it is there at once. */
const patience = 1000;

/** Reads a definition as it was in a revision of the repository that it lies in. */
export type ReadRevision = (uri: string, revision: string) => Promise<RevisionAnswer>;

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

interface Entry {
  /** Over when everything is read, or took too long. */
  loading: Promise<void>;
  imported: Imported | undefined;
  /** Files that this rests on. */
  files: ReadonlySet<string>;
  usesRevision: boolean;
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

  const read = async (uri: string): Promise<Source | undefined> => {
    const text = await files?.read(uri);
    return text === undefined ? undefined : createSource(uri, 0, text.replace(/^\ufeff/, ''));
  };
  const definitionAt = async (uri: string): Promise<OtherDefinition | undefined> => {
    const source = open(uri) ?? (await read(uri));
    return source && { source, title: fileNameOf(uri) };
  };
  const otherOf = async (
    uri: string,
    choice: ComparisonChoice,
  ): Promise<Partial<Pick<Imported, 'other' | 'trouble'>>> => {
    if (choice.kind === 'file') return {};
    if (choice.kind === 'definition') {
      const other = await definitionAt(choice.uri);
      return other ? { other } : { trouble: l10n.t('{0} cannot be read.', fileNameOf(choice.uri)) };
    }
    if (!readRevision) return { trouble: l10n.t('Revisions cannot be read here.') };
    const answer = await readRevision(uri, choice.revision);
    if (answer.kind === 'trouble') return { trouble: answer.message };
    const title = `${choice.revision}:${fileNameOf(uri)}`;
    return { other: { source: createSource(answer.uri ?? uri, 0, answer.text), title } };
  };
  const load = async (uri: string, entry: Entry): Promise<void> => {
    const { path, compareWith } = await agreed(uri);
    const place = baselineUri(uri, path);
    const choice = chosen.get(uri) ?? choiceOf(compareWith, uri);
    const file = place === undefined ? undefined : await read(place);
    const taken = file && (await takenFrom(uri, file));
    const other = choice ? await otherOf(uri, choice) : {};
    const rest = [place, taken?.source.uri, choice?.kind === 'definition' ? choice.uri : undefined];
    entry.files = new Set(rest.filter((one) => one !== undefined));
    entry.usesRevision = choice?.kind === 'git';
    const known = { ...(file && { file }), ...(taken && { taken }), ...other };
    entry.imported = Object.keys(known).length > 0 ? known : undefined;
  };
  /** The other definition that a baseline says it was taken from. */
  const takenFrom = async (uri: string, file: Source): Promise<OtherDefinition | undefined> => {
    const reading = baselineIn(file);
    if (reading.kind !== 'baseline' || reading.baseline.takenFrom.kind !== 'definition') return undefined;
    const place = uriBeside(uri, reading.baseline.takenFrom.what);
    return place === undefined ? undefined : definitionAt(place);
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
      const entry: Entry = { loading: Promise.resolve(), imported: undefined, files: new Set(), usesRevision: false };
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
    changed: (uris) => drop((_, { files }) => uris.some((uri) => files.has(uri))),
    revisionsChanged: () => drop((_, { usesRevision }) => usesRevision),
    drop: () => drop(() => true),
    forget: (uri) => void entries.delete(uri),
  };
}

/** What a team agreed on, as a choice for one definition; undefined for the baseline file, which needs none. */
function choiceOf(source: BaselineSource | undefined, uri: string): ComparisonChoice | undefined {
  if (source?.kind === 'git') return { kind: 'git', revision: source.ref };
  const other = source?.kind === 'definition' ? uriBeside(uri, source.path) : undefined;
  return other === undefined ? undefined : { kind: 'definition', uri: other };
}
