import type { Source } from '../language/index.ts';

/** A person has few documents in sight. A search, or a script, opens hundreds, of which nothing is asked a second time. */
const mostKept = 10;

/** The documents of which more is kept than their text: those that were asked about last. */
export interface RecentDocuments {
  /** Somebody asks about a document as it is now. */
  used(source: Source): void;
  closed(uri: string): void;
}

export function createRecentDocuments(): RecentDocuments {
  /** The one that was used last stands last. */
  const recent = new Map<string, Source>();
  return {
    used(source) {
      recent.delete(source.uri);
      recent.set(source.uri, source);
      if (recent.size <= mostKept) return;
      for (const [uri, oldest] of recent) {
        oldest.forget();
        recent.delete(uri);
        return;
      }
    },
    closed: (uri) => void recent.delete(uri),
  };
}
