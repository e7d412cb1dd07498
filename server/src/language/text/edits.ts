import type { Span } from './span.ts';

/** Replace the characters of `span` by `newText`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Orders edits as they stand in the text. Insertions at one place keep the order in which they were given. */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/**
 * Applies edits whose spans all refer to `text`.
 * @throws RangeError when two edits overlap or one lies outside the text: a fix that does so is a bug, and losing characters silently is worse.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const { span, newText } of sortEdits(edits)) {
    if (span.start < done) throw new RangeError(`edits overlap at offset ${span.start}`);
    if (span.end > text.length || span.end < span.start) throw new RangeError(`edit outside the text at ${span.start}`);
    result += text.slice(done, span.start) + newText;
    done = span.end;
  }
  return result + text.slice(done);
}

/** The smallest single edit that turns `before` into `after`, or `undefined` when they are equal. Never splits a surrogate pair or a CRLF. */
export function singleEdit(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  while (start > 0 && splitsUnit(before, start)) start--;
  while (tail > 0 && splitsUnit(before, before.length - tail)) tail--;
  return { span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}

function splitsUnit(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  const pair = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return pair || (before === 13 && after === 10);
}
