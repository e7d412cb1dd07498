import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as l10n from '@vscode/l10n';
import {
  type BaselineChoice,
  baselineIn,
  baselineSuffix,
  baselineUri,
  createSource,
  findImport,
  type Imported,
  type ImportHost,
  type LanguageService,
  type OtherDefinition,
  type Source,
} from '../language/index.ts';
import { readFromGit, readRevisionOnDisk } from '../node/git.ts';
import { FileTrouble, naming, reasonOf, shown, uriOf } from './files.ts';
import { readText } from './read-text.ts';

const host: ImportHost = {
  read: async (uri) => readIfThere(fileURLToPath(uri)),
  open: () => undefined,
  readRevision: readRevisionOnDisk,
};

/**
 * What is known of the import of a definition, as an editor would have it. A file that is there and cannot be read is a
 * trouble like a revision that is not there: of neither would silence be true.
 * @param uri of the definition
 */
export async function importOf(uri: string, baseline: BaselineChoice): Promise<Imported | undefined> {
  try {
    return (await findImport(uri, baseline, undefined, host)).imported;
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error;
    return { trouble: error.message };
  }
}

/**
 * The same, for what a command line names: a baseline file, `git:REF`, `git:REF:PATH` or another definition. What it is
 * says its content. Acceptances are those of the baseline file at its place, unless another one is named.
 * @throws FileTrouble when it cannot be had, or is neither a baseline nor a definition
 */
export async function importNamed(
  file: string,
  { path: pattern }: BaselineChoice,
  named: string,
  service: LanguageService,
): Promise<Imported> {
  const text = await sourceNamed(file, named);
  if (looksLikeBaseline(text.source)) return { file: text.source };
  const own = readIfThere(baselinePlace(file, pattern));
  return { ...(own && { file: own }), other: definitionNamed(text, service) };
}

/**
 * The text that `git:REF`, `git:REF:PATH` or a path stands for.
 * @throws FileTrouble when it cannot be had
 */
export async function sourceNamed(file: string, named: string): Promise<OtherDefinition> {
  const [, revision, inRevision] = /^git:([^:]*)(?::(.+))?$/s.exec(named) ?? [];
  if (revision === undefined) {
    return {
      source: createSource(
        uriOf(named),
        0,
        naming(named, () => readText(named)),
      ),
      title: named,
    };
  }
  const answer = await readFromGit(file, revision, inRevision);
  if (answer.kind === 'trouble') throw new FileTrouble(answer.message);
  return {
    source: createSource(uriOf(inRevision ?? file), 0, answer.text),
    title: `${revision}:${inRevision ?? path.basename(file)}`,
  };
}

/** @throws FileTrouble when a text is no definition, or one that is not to be trusted to be whole */
export function definitionNamed(other: OtherDefinition, service: LanguageService): OtherDefinition {
  const reason = noFieldsIn(other.source, service);
  if (reason !== undefined) throw new FileTrouble(`${other.title}: ${reason}`);
  return other;
}

/** Why the fields of a text cannot be told; undefined when they can. A clause, already translated. */
export function noFieldsIn(source: Source, service: LanguageService): string | undefined {
  const { form, wellFormed } = service.describe(source);
  if (!/\S/.test(source.text)) return l10n.t('the file is empty');
  if (form === 'none' || form === 'invented') return l10n.t('this is no call center definition');
  if (!wellFormed)
    return l10n.t('its XML is broken, so nobody can tell which fields it has; the command “check” says where');
  return undefined;
}

/** @throws FileTrouble when a definition has no place for a baseline */
export function baselinePlace(file: string, pattern: string | undefined): string {
  const uri = baselineUri(uriOf(file), pattern);
  if (uri === undefined) throw new FileTrouble(l10n.t('the path of its baseline leads out of the file system'));
  return fileURLToPath(uri);
}

/** @throws FileTrouble, with the name of the file, when it is there and cannot be read */
function readIfThere(file: string): Source | undefined {
  return naming(file, () => {
    try {
      if (!fs.statSync(file, { throwIfNoEntry: false })) return undefined;
    } catch (error) {
      throw new FileTrouble(reasonOf(error, file));
    }
    return createSource(uriOf(file), 0, readText(file).replace(/^\ufeff/, ''));
  });
}

/** A text that is meant to be a baseline, whether or not it can be read as one. */
function looksLikeBaseline(source: Source): boolean {
  return source.uri.endsWith(baselineSuffix) || /^[\ufeff\s]*(?:[{[]|\/[/*]|<{7} )/.test(source.text);
}

/** What is wrong with a baseline file; undefined when nothing is. */
export function baselineTrouble(file: Source): string | undefined {
  const reading = baselineIn(file);
  if (reading.kind === 'baseline') return undefined;
  const { line, character } = file.positionAt(reading.at.start);
  return `${shown(fileURLToPath(file.uri))}:${line + 1}:${character + 1} ${reading.message}`;
}
