/** A text to insert, with the places that an author fills in. Literal parts are as they shall stand in the document. */
export type Piece = string | Stop;

export interface Stop {
  /** What stands there until the author writes something else. */
  readonly text: string;
  /** What the editor offers there; `text` is among them or empty. */
  readonly choices: readonly string[];
}

export function stop(text = '', choices: readonly string[] = []): Stop {
  return { text, choices };
}

/** The pieces without tab stops. */
export function toPlain(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

/**
 * The pieces as a snippet in LSP syntax. Stops are numbered as they come; the last place of the cursor, `$0`, is behind
 * the pieces and before `tail`.
 */
export function toSnippet(pieces: readonly Piece[], tail = ''): string {
  let number = 0;
  const parts = pieces.map((piece) => {
    if (typeof piece === 'string') return escapeText(piece);
    number++;
    const choices = [piece.text, ...piece.choices.filter((choice) => choice !== piece.text)].filter(Boolean);
    if (piece.choices.length > 0 && choices.length > 1) return `\${${number}|${choices.map(escapeChoice).join(',')}|}`;
    return piece.text === '' ? `\${${number}}` : `\${${number}:${escapeText(piece.text)}}`;
  });
  return parts.join('') + (number > 0 || tail !== '' ? '$0' : '') + escapeText(tail);
}

function escapeText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function escapeChoice(text: string): string {
  return text.replace(/[\\,|]/g, '\\$&');
}
