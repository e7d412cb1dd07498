/** What a file or a folder was called, and what it is called now. */
export interface Move {
  readonly oldUri: { toString(): string };
  readonly newUri: { toString(): string };
}

/** The address of a file after files or folders were renamed or moved; undefined where it is as it was. */
export function movedTo(uri: string, moves: readonly Move[]): string | undefined {
  for (const { oldUri, newUri } of moves) {
    const from = String(oldUri);
    if (uri === from || uri.startsWith(`${from}/`)) return String(newUri) + uri.slice(from.length);
  }
  return undefined;
}
