/** Which way a person goes in the history of the text. */
export type HistoryStep = 'undo' | 'redo';

/** As much of a keyboard event as it takes. */
export interface Keys {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z, on a Mac with the command key. */
export function stepOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Keys): HistoryStep | undefined {
  if (ctrlKey === metaKey || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : undefined;
}
