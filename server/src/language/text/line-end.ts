/** The line end that a text uses: that of its first line; LF for a text of one line. */
export function lineEnd(text: string): '\n' | '\r\n' | '\r' {
  const found = /\r\n?|\n/.exec(text);
  return found ? (found[0] as '\n' | '\r\n' | '\r') : '\n';
}
