/** Control characters that JSON leaves as they are: those of eight-bit terminals, and what hides or reorders text. */
export const invisible = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const shorthand: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * Makes control characters visible. File names and messages quote what others wrote: it must neither end the line, nor
 * steer the terminal, nor (bidirectional controls) show as something else than it is.
 */
export function escapeControls(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (char) => shorthand.get(char) ?? `\\u{${char.charCodeAt(0).toString(16)}}`,
  );
}
