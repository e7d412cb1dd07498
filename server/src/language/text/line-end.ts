import type { Source } from './source.ts';

/** The line end that a text uses: that of its first line; LF for a text of one line. */
export function lineEnd(text: string): '\n' | '\r\n' | '\r' {
  const found = /\r\n?|\n/.exec(text);
  return found ? (found[0] as '\n' | '\r\n' | '\r') : '\n';
}

/** The same of a document: looked for once, however many edits are made of it. */
export function lineEndOf(source: Source): '\n' | '\r\n' | '\r' {
  return source.derive(ofText);
}

function ofText({ text }: Source): '\n' | '\r\n' | '\r' {
  return lineEnd(text);
}

/**
 * The line end that most lines of a text have; of two that as many have, LF before CRLF before CR. Writing it anywhere
 * leaves it the usual one, which that of the first line need not be.
 */
export function usualLineEnd(text: string): '\n' | '\r\n' | '\r' {
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
  for (const [found] of text.matchAll(/\r\n?|\n/g)) counts[found as keyof typeof counts]++;
  if (counts['\n'] >= counts['\r\n'] && counts['\n'] >= counts['\r']) return '\n';
  return counts['\r\n'] >= counts['\r'] ? '\r\n' : '\r';
}
