import * as l10n from '@vscode/l10n';
import { baselineUri, uriBeside } from '../baseline/baseline-file.ts';
import { baselineIn, type Imported, type OtherDefinition } from '../baseline/compare.ts';
import type { BaselineChoice } from '../config/read-config.ts';
import { fileNameOf } from '../model/file-name.ts';
import { createSource, type Source } from '../text/source.ts';

/** What a definition can be compared with. */
export type Comparand =
  | { readonly kind: 'file' }
  /** `HEAD`, a tag, `origin/main`: of the definition itself. */
  | { readonly kind: 'git'; readonly revision: string }
  /** Another definition, in either form. */
  | { readonly kind: 'definition'; readonly uri: string };

/** A text as it was in a revision, without a byte order mark; or why it cannot be had: a sentence, already translated. */
export type RevisionText =
  | { readonly kind: 'text'; readonly text: string /** Where an editor can open it. */; readonly uri?: string }
  | { readonly kind: 'trouble'; readonly message: string };

/** Reads a definition as it was in a revision of the repository that it lies in. */
export type ReadRevision = (uri: string, revision: string) => Promise<RevisionText>;

/** How the files that tell of an import are reached. */
export interface ImportHost {
  /** The text that is stored at a URI; undefined when there is none. What it throws goes to whoever asked. */
  readonly read: (uri: string) => Promise<Source | undefined>;
  /** Another definition as it is in an editor, where it is open in one. */
  readonly open: (uri: string) => Source | undefined;
  /** Absent where there is no version control. */
  readonly readRevision: ReadRevision | undefined;
}

export interface FoundImport {
  /** Undefined where nothing is known. */
  readonly imported: Imported | undefined;
  /** The files that this rests on, also those that are not there. */
  readonly files: ReadonlySet<string>;
  readonly usesRevision: boolean;
}

/**
 * What is known of the import of a definition, the same in every host: what somebody chose to compare it with, else what
 * its team agreed on, else its baseline file. That file is read in any case: it knows what was accepted.
 */
export async function findImport(
  uri: string,
  { path, compareWith }: BaselineChoice,
  chosen: Comparand | undefined,
  host: ImportHost,
): Promise<FoundImport> {
  const place = baselineUri(uri, path);
  const comparand = chosen ?? agreedOn(compareWith, uri);
  const file = place === undefined ? undefined : await host.read(place);
  const taken = file && (await takenFrom(uri, file, host));
  const other = comparand ? await otherOf(uri, comparand, host) : {};
  const files = [place, taken?.source.uri, comparand?.kind === 'definition' ? comparand.uri : undefined];
  const known = { ...(file && { file }), ...(taken && { taken }), ...other };
  return {
    imported: Object.keys(known).length > 0 ? known : undefined,
    files: new Set(files.filter((one) => one !== undefined)),
    usesRevision: comparand?.kind === 'git',
  };
}

async function otherOf(
  uri: string,
  comparand: Comparand,
  host: ImportHost,
): Promise<Partial<Pick<Imported, 'other' | 'trouble'>>> {
  if (comparand.kind === 'file') return {};
  if (comparand.kind === 'definition') {
    const other = await definitionAt(comparand.uri, host);
    return other ? { other } : { trouble: l10n.t('{0} cannot be read.', fileNameOf(comparand.uri)) };
  }
  if (!host.readRevision) return { trouble: l10n.t('Revisions cannot be read here.') };
  const answer = await host.readRevision(uri, comparand.revision);
  if (answer.kind === 'trouble') return { trouble: answer.message };
  const title = `${comparand.revision}:${fileNameOf(uri)}`;
  return { other: { source: createSource(answer.uri ?? uri, 0, answer.text), title } };
}

/** The other definition that a baseline says it was taken from. */
async function takenFrom(uri: string, file: Source, host: ImportHost): Promise<OtherDefinition | undefined> {
  const reading = baselineIn(file);
  if (reading.kind !== 'baseline' || reading.baseline.takenFrom.kind !== 'definition') return undefined;
  const place = uriBeside(uri, reading.baseline.takenFrom.what);
  return place === undefined ? undefined : definitionAt(place, host);
}

async function definitionAt(uri: string, { open, read }: ImportHost): Promise<OtherDefinition | undefined> {
  const source = open(uri) ?? (await read(uri));
  return source && { source, title: fileNameOf(uri) };
}

/** What a team agreed on, for one definition; undefined for the baseline file, which needs no choice. */
function agreedOn(source: BaselineChoice['compareWith'], uri: string): Comparand | undefined {
  if (source?.kind === 'git') return { kind: 'git', revision: source.ref };
  const other = source?.kind === 'definition' ? uriBeside(uri, source.path) : undefined;
  return other === undefined ? undefined : { kind: 'definition', uri: other };
}
