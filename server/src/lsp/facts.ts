import { RAL } from 'vscode-languageserver';
import { type FileHost, gatherFacts, noFacts, type WorkspaceFacts } from '../language/index.ts';

/** The facts about the workspace, gathered when first needed and again after a file that matters has changed. */
export interface Facts {
  /** Begins to gather, so that the first completion need not wait. */
  prepare(): void;
  /** What is known within `patience` ms; `complete` is false when gathering takes longer or failed. */
  current(patience: number): Promise<{ readonly facts: WorkspaceFacts; readonly complete: boolean }>;
  /** What is known now, however old; undefined before the first look. Never waits, so that no finding does. */
  known(): WorkspaceFacts | undefined;
  /** Files came, went or changed. */
  changed(): void;
}

export function createFacts(host: FileHost | undefined, failed: (error: unknown) => void): Facts {
  let last: WorkspaceFacts | undefined;
  let gathering: Promise<boolean> | undefined;

  let generation = 0;

  const gather = async (files: FileHost): Promise<boolean> => {
    const mine = ++generation;
    try {
      const found = await gatherFacts(files);
      // An older run may end later than a newer one: it must not win.
      if (mine === generation) last = found;
      return true;
    } catch (error) {
      failed(error);
      return false;
    }
  };
  const prepare = (): Promise<boolean> => {
    if (!host) return Promise.resolve(true);
    gathering ??= gather(host);
    return gathering;
  };

  return {
    prepare: () => void prepare(),
    async current(patience) {
      const complete = await within(prepare(), patience);
      return { facts: last ?? noFacts, complete };
    },
    known: () => last,
    changed() {
      gathering = undefined;
    },
  };
}

/** The promise's value, or false when it is not there after `patience` ms. */
function within(promise: Promise<boolean>, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = RAL().timer.setTimeout(() => resolve(false), patience);
    void promise.then((value) => {
      timer.dispose();
      resolve(value);
    });
  });
}
