import { internalNameOf } from '../model/internal-name.ts';
import { definitionOf } from '../model/read.ts';
import type { KnownDefinition } from '../model/surroundings.ts';
import { createSource, type Source } from '../text/source.ts';
import type { FileHost, FoundDefinition } from './file-host.ts';
import { type IgnoreRules, type LeftOut, readIgnoreRules } from './ignore-rules.ts';

/** Ends of the names that XML files of call centers have; what is in them decides (reference, section 12). */
export const definitionSuffixes: readonly string[] = ['.xml', '.XML', '.callCenter', '.callcenter'];

/** So many files are looked at, and so many names listed before those that git ignores are taken out. */
const mostFiles = 5000;
const mostNames = 20_000;

/** Bytes; a hundred times what the largest known definition has. */
export const largestDefinition = 8 * 1024 * 1024;

/** Files that are asked for at once. */
const batchSize = 50;

/** The call center definitions among the files of a workspace, open or not. Nothing of their text is kept. */
export interface DefinitionIndex {
  /**
   * Looks which files there are, reads those that are new and forgets those that are gone.
   * @param progress told after each batch how many of the files are read
   * @param cancelled asked before each batch
   */
  list(progress?: (done: number, total: number) => void, cancelled?: () => boolean): Promise<void>;
  /** Reads files again that have changed; those among them that the index does not look at are passed over. */
  reread(uris: readonly string[]): Promise<void>;
  /** Forgets a file, or all files in a folder. */
  drop(uri: string): void;
  /** All definitions, those without a name as well, but for those that are too large; sorted. */
  uris(): readonly string[];
  /** Files that have more bytes than `largestDefinition`: definitions, for all that the host can tell. Sorted. */
  tooLarge(): readonly string[];
  /** Those with a name, sorted by URI. */
  known(): readonly KnownDefinition[];
  /** Whether git leaves the file alone, so that it is no definition of the workspace. */
  ignores(uri: string): boolean;
  /** Patterns of `.gitignore` files that count for nothing, as they were when the files were listed. */
  leftOut(): readonly LeftOut[];
}

/**
 * @param roots URIs of the workspace's folders, as they are when it is asked
 */
export function createDefinitionIndex(host: FileHost, roots: () => readonly string[]): DefinitionIndex {
  /** The files that are looked at. */
  const files = new Map<string, Judged>();
  let rules: IgnoreRules = { ignores: () => false, leftOut: [] };

  const read = async (uris: readonly string[]): Promise<void> => {
    const found = new Map<string, FoundDefinition>();
    for (const file of await host.readDefinitions(uris, largestDefinition)) found.set(file.uri, file);
    for (const uri of uris) {
      const file = found.get(uri);
      // Meanwhile it may have been dropped.
      if (files.has(uri)) files.set(uri, file ? judge(file) : 'other');
    }
  };
  const named = (wanted: (judged: Judged) => boolean): string[] =>
    [...files]
      .filter(([, judged]) => wanted(judged))
      .map(([uri]) => uri)
      .sort();

  return {
    async list(progress = () => undefined, cancelled = () => false) {
      rules = await readIgnoreRules(host, roots());
      const names = await host.find(definitionSuffixes, mostNames);
      const wanted = names.filter((uri) => !rules.ignores(uri));
      const listed = new Set(wanted.length > mostFiles ? likelyFirst(wanted).slice(0, mostFiles) : wanted);
      for (const uri of files.keys()) if (!listed.has(uri)) files.delete(uri);
      const fresh = [...listed].filter((uri) => !files.has(uri));
      for (let done = 0; done < fresh.length && !cancelled(); done += batchSize) {
        const batch = fresh.slice(done, done + batchSize);
        for (const uri of batch) files.set(uri, 'other');
        await read(batch);
        progress(Math.min(done + batchSize, fresh.length), fresh.length);
      }
    },
    reread: (uris) => read(uris.filter((uri) => files.has(uri))),
    drop(uri) {
      for (const file of files.keys()) if (file === uri || file.startsWith(`${uri}/`)) files.delete(file);
    },
    uris: () => named((judged) => typeof judged === 'object' || judged === 'nameless'),
    tooLarge: () => named((judged) => judged === 'too large'),
    known: () =>
      [...files.values()].filter((judged) => typeof judged === 'object').sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    ignores: (uri) => rules.ignores(uri),
    leftOut: () => rules.leftOut,
  };
}

/** What a file is; `nameless` is a definition, too. */
type Judged = KnownDefinition | 'nameless' | 'too large' | 'other';

function judge({ uri, text }: FoundDefinition): Judged {
  if (text === undefined) return 'too large';
  const source = createSource(uri, 0, text);
  return definitionOf(source).form === 'none' ? 'other' : (knownDefinition(source) ?? 'nameless');
}

/** A document as other definitions see it; undefined when it is no definition or has no name. */
export function knownDefinition(source: Source): KnownDefinition | undefined {
  const definition = definitionOf(source);
  const name = definition.body && internalNameOf(definition);
  if (!definition.body || !name) return undefined;
  const at = { start: source.positionAt(name.span.start), end: source.positionAt(name.span.end) };
  return { uri: source.uri, internalName: name.text, body: definition.body, at };
}

/** In a workspace with too many files those come first whose path speaks of call centers; the rest stays in order. */
function likelyFirst(uris: readonly string[]): string[] {
  const likely = (uri: string) => /(call|contact)(-|_|%20)?cent(er|re)/i.test(uri);
  return [...uris.filter(likely), ...uris.filter((uri) => !likely(uri))];
}
