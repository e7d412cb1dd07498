import type { Source } from './source.ts';

/** Of UTF-8, for one unit of UTF-16. */
const mostBytes = 3;

/** Whether a text has more than so many bytes of UTF-8. */
export function isLargerThan(source: Source, bytes: number): boolean {
  if (source.text.length * mostBytes <= bytes) return false;
  return source.text.length > bytes || utf8Size(source) > bytes;
}

/** Bytes of UTF-8 that a text takes; half a surrogate pair counts as the replacement character that is written for it. */
export function utf8Size(source: Source): number {
  return source.derive(countBytes);
}

function countBytes({ text }: Source): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Each half of a pair makes two of its four bytes.
    if (unit >= 0x80) bytes += unit < 0x800 || isPaired(text, at, unit) ? 1 : 2;
  }
  return bytes;
}

function isPaired(text: string, at: number, unit: number): boolean {
  if (isHalf(unit, 0xd800)) return isHalf(text.charCodeAt(at + 1), 0xdc00);
  return isHalf(unit, 0xdc00) && isHalf(text.charCodeAt(at - 1), 0xd800);
}

function isHalf(unit: number, first: number): boolean {
  return unit >= first && unit < first + 0x400;
}

/** What a person counts as characters; a string counts some of them twice. */
export function characterCount(text: string): number {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '_').length;
}
