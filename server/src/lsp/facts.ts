import { RAL } from 'vscode-languageserver';
import {
  definitionSuffixes,
  type FileHost,
  factFileSuffixes,
  gatherFacts,
  noFacts,
  type WorkspaceFacts,
} from '../language/index.ts';
import type { Definitions } from './definitions.ts';
import { within } from './within.ts';

/** Milliseconds of silence before changed files are looked at. */
const fileDelay = 100;

/** What became of a file or folder. */
export interface FileChange {
  readonly uri: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** The facts about the workspace, gathered when first needed and again after a file that matters has changed. */
export interface Facts {
  /** Begins to gather, so that the first completion need not wait. */
  prepare(): void;
  /** What is known within `patience` ms; `complete` is false when gathering takes longer or failed. */
  current(patience: number): Promise<{ readonly facts: WorkspaceFacts; readonly complete: boolean }>;
  /**
   * What is known now for a document, however old; undefined before the first look. Never waits, so that no finding
   * does. A file that git ignores, such as a copy in a folder for builds, is compared with no other definition.
   */
  known(uri: string): WorkspaceFacts | undefined;
  /** Files came, went or changed. */
  changed(changes: readonly FileChange[]): void;
  /** The folders of the workspace or what is left out of it have changed. */
  reset(): void;
}

/**
 * @param changed told when other pages or vendors are known than before
 */
export function createFacts(
  host: FileHost | undefined,
  definitions: Definitions,
  failed: (error: unknown) => void,
  changed: () => void,
): Facts {
  /** Without the definitions, which are indexed apart. */
  let last: WorkspaceFacts | undefined;
  let gathering: Promise<boolean> | undefined;
  /** Whether everything was found; undefined while it is looked for. */
  let complete: boolean | undefined;
  let generation = 0;
  let timer: { dispose(): void } | undefined;

  const gather = async (files: FileHost): Promise<boolean> => {
    const mine = ++generation;
    try {
      const found = await gatherFacts(files);
      // An older run may end later than a newer one: it must not win.
      if (mine !== generation) return true;
      const same = JSON.stringify(found) === JSON.stringify(last ?? noFacts);
      last = found;
      if (!same) changed();
      return true;
    } catch (error) {
      failed(error);
      return false;
    }
  };
  const prepare = (): Promise<boolean> => {
    if (!host) return Promise.resolve(true);
    if (gathering) return gathering;
    const begun = gather(host);
    gathering = begun;
    void begun.then((found) => {
      if (gathering === begun) complete = found;
    });
    return begun;
  };
  const regather = (): void => {
    if (!gathering) return;
    gathering = undefined;
    complete = undefined;
    timer?.dispose();
    timer = RAL().timer.setTimeout(() => void prepare(), fileDelay);
  };

  return {
    prepare() {
      void prepare();
      definitions.prepare();
    },
    async current(patience) {
      // With each key somebody asks.
      const found = complete ?? (await within(prepare(), patience, false));
      return { facts: { ...(last ?? noFacts), definitions: definitions.known() }, complete: found };
    },
    known(uri) {
      const others = definitions.ignores(uri) ? [] : definitions.known();
      return last || others.length > 0 ? { ...(last ?? noFacts), definitions: others } : undefined;
    },
    changed(changes) {
      for (const { uri, kind } of changes) {
        if (/\/(?:node_modules|\.git)(?:\/|$)/.test(uri)) continue;
        const endsWith = (suffixes: readonly string[]) => suffixes.some((suffix) => uri.endsWith(suffix));
        // What has no suffix may be a folder, and then nobody tells of the files in it.
        const folder = kind !== 'changed' && !uri.slice(uri.lastIndexOf('/')).includes('.');
        if (folder || endsWith(factFileSuffixes) || uri.endsWith('/.forceignore')) regather();
        if (kind === 'deleted') definitions.gone(uri);
        else if (kind === 'changed' && endsWith(definitionSuffixes)) definitions.reread(uri);
        else if (folder || endsWith(definitionSuffixes)) definitions.relist();
        if (uri.endsWith('/.gitignore')) definitions.relist();
      }
    },
    reset() {
      regather();
      definitions.relist();
    },
  };
}
