/**
 * Which versions of a document came from which by edits of the page alone. Two edits in a row are made in the same view,
 * before the page has seen the first one done; the second is not out of date for that.
 */
export interface OwnEdits {
  add(before: number, after: number): void;
  /** The version that a view of `version` has become by the page's own edits. */
  rebase(version: number): number;
  clear(): void;
}

export function createOwnEdits(): OwnEdits {
  const next = new Map<number, number>();
  const rebase = (version: number): number => {
    const after = next.get(version);
    return after === undefined ? version : rebase(after);
  };
  return {
    add: (before, after) => {
      if (after > before) next.set(before, after);
    },
    rebase,
    clear: () => next.clear(),
  };
}
