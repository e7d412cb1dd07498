/** XML white space: space, tab, line feed, carriage return. Not what JavaScript's `\s` means (U+00A0, U+FEFF, U+2028 …). */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/**
 * Generous on purpose: the tree wants to see a name wherever a person may have meant one. Whether a name is really
 * allowed is the strict verdict's business.
 */
export function isNameStart(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58;
  return !isUnicodeSpace(code);
}

export function isNameChar(code: number): boolean {
  if (code < 128) return isNameStart(code) || (code >= 48 && code <= 57) || code === 45 || code === 46;
  return !isUnicodeSpace(code);
}

function isUnicodeSpace(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    (code >= 0x2028 && code <= 0x202f) ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfffe ||
    code === 0xffff
  );
}

/** The end of the name that starts at `from`; `from` itself when none does. */
export function nameEnd(text: string, from: number): number {
  if (from >= text.length || !isNameStart(text.charCodeAt(from))) return from;
  let end = from + 1;
  while (end < text.length && isNameChar(text.charCodeAt(end))) end++;
  return end;
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** True when the characters of the range are white space only. */
export function isBlank(text: string, from: number, to: number): boolean {
  return skipSpace(text, from) >= to;
}
