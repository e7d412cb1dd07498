import { nameEnd } from './chars.ts';
import type { Finder } from './finder.ts';
import type { Scan } from './scan-tag.ts';
import type { XmlOther } from './tree.ts';

/** `<!-` or `<x!--`, `<--`: a comment's opening with one character too many or too few. */
const nearCommentOpen = /<(?:[^\r\n]?!-|![^\r\n]?-|--)/y;
const nearCommentClose = /-[^\r\n]->|(?<!-)--[^\r\n]?>|(?<!-)->(?=[ \t]*$)|(?<!-)--(?=[ \t]*$)/m;
const startsWithMarkup = /^\s*<[/A-Za-z]/;
const nearCdataClose = /\][^\r\n]\]>|\]\][^\r\n]>|\]>(?=[ \t]*(?:<|$))/m;

/**
 * Reads comment, CDATA section, processing instruction, declaration or DOCTYPE at the `<` of `at`; `undefined` when
 * none of them starts there. Broken ones end where a person most likely meant them to end, at the latest with their line.
 */
export function scanMarkup(scan: Scan, at: number): XmlOther | undefined {
  const { text } = scan;
  if (text.startsWith('<!--', at)) return scanComment(scan, at, at + 4);
  if (text.startsWith('<![CDATA[', at)) return scanCdata(scan, at);
  if (text.startsWith('<!DOCTYPE', at)) return scanDoctype(scan, at);
  if (text.startsWith('<?', at)) return scanInstruction(scan, at);
  const startsComment = looksLikeComment(scan, at);
  if (!startsComment && text[at + 1] !== '!') return undefined;
  scan.fault('malformed-markup', at, Math.min(at + 4, text.length));
  if (startsComment) {
    const close = scan.finders.commentClose(at + 1);
    return {
      kind: 'comment',
      span: { start: at, end: close + 3 },
      content: { start: at + 3, end: Math.max(close, at + 3) },
      terminated: true,
    };
  }
  const end = endOfLineOrTag(scan, at + 2);
  return {
    kind: 'comment',
    span: { start: at, end },
    content: { start: Math.min(at + 2, end), end },
    terminated: false,
  };
}

/** A damaged `<!--` whose `-->` comes before any other comment begins. Asked only in recovery. */
function looksLikeComment(scan: Scan, at: number): boolean {
  if (!scan.recover) return false;
  nearCommentOpen.lastIndex = at;
  if (!nearCommentOpen.test(scan.text)) return false;
  const close = scan.finders.commentClose(at + 1);
  return close < scan.text.length && close < scan.finders.commentOpen(at + 1);
}

function scanComment(scan: Scan, at: number, contentStart: number): XmlOther {
  const { text, finders } = scan;
  const close = finders.commentClose(contentStart);
  const nextOpen = finders.commentOpen(contentStart);
  // No comment holds `--`, so a `<!--` before the `-->` means that this one was never closed; in `<!-->` both are one.
  if (close < text.length && close <= nextOpen + '<!'.length) {
    return {
      kind: 'comment',
      span: { start: at, end: close + 3 },
      content: { start: contentStart, end: close },
      terminated: true,
    };
  }
  const end = unclosedEnd(scan, contentStart, nextOpen, nearCommentClose);
  scan.fault('unterminated-comment', at, end);
  return { kind: 'comment', span: { start: at, end }, content: { start: contentStart, end }, terminated: false };
}

function scanCdata(scan: Scan, at: number): XmlOther {
  const { text, finders } = scan;
  const contentStart = at + 9;
  let close = finders.cdataClose(contentStart);
  const nextOpen = finders.cdataOpen(contentStart);
  if (scan.recover && close < text.length) {
    // Text must not hold `]]>`: when one follows behind markup, without anything like another `<![CDATA[` in between, it
    // is rather this section's end, and the first was an accident.
    const second = finders.cdataClose(close + 3);
    const between = text.slice(close + 3, Math.min(second, close + 1000));
    if (second < Math.min(nextOpen, close + 1000) && between.includes('<') && !between.includes('[')) close = second;
  }
  // A CDATA section may hold `<![CDATA[`, so only recovery takes that as a sign.
  if (close < text.length && (!scan.recover || close <= nextOpen)) {
    return {
      kind: 'cdata',
      span: { start: at, end: close + 3 },
      content: { start: contentStart, end: close },
      terminated: true,
    };
  }
  let end = unclosedEnd(scan, contentStart, nextOpen, nearCdataClose);
  const closeTag = text.slice(contentStart, end).indexOf('</');
  if (closeTag >= 0) end = contentStart + closeTag;
  scan.fault('unterminated-cdata', at, end);
  return { kind: 'cdata', span: { start: at, end }, content: { start: contentStart, end }, terminated: false };
}

/** After a damaged closing delimiter before `limit`, or the end of the line. */
function unclosedEnd(scan: Scan, from: number, limit: number, near: RegExp): number {
  const lineEnd = beforeLineBreak(scan, from, limit);
  if (!scan.recover) return lineEnd;
  const found = near.exec(scan.text.slice(from, limit));
  // What goes on with markup on the next line was a remark of one line rather than a block that somebody forgot to end.
  if (found && from + found.index > lineEnd && startsWithMarkup.test(scan.text.slice(lineEnd, lineEnd + 200)))
    return lineEnd;
  return found ? from + found.index + found[0].length : lineEnd;
}

function beforeLineBreak(scan: Scan, from: number, limit: number): number {
  return Math.min(scan.finders.lineBreak(from), limit);
}

function endOfLineOrTag(scan: Scan, from: number): number {
  const lineEnd = beforeLineBreak(scan, from, scan.text.length);
  const greater = scan.finders.greaterThan(from);
  const less = scan.finders.lessThan(from);
  return Math.max(from, Math.min(lineEnd, less, greater < scan.text.length ? greater + 1 : lineEnd));
}

function scanInstruction(scan: Scan, at: number): XmlOther {
  const { text, finders } = scan;
  const targetEnd = nameEnd(text, at + 2);
  const kind = text.slice(at + 2, targetEnd) === 'xml' ? 'declaration' : 'pi';
  const close = finders.piClose(at + 2);
  const runsAway = scan.recover && finders.lineBreak(at) < close && finders.lessThan(at + 1) < close;
  if (close < text.length && !runsAway) {
    const node: XmlOther = {
      kind,
      span: { start: at, end: close + 2 },
      content: { start: at + 2, end: close },
      terminated: true,
    };
    if (kind === 'declaration' && !isFirst(text, at)) scan.fault('declaration-not-first', at, close + 2);
    return node;
  }
  const end = endOfLineOrTag(scan, at + 2);
  scan.fault('unterminated-pi', at, end);
  return { kind, span: { start: at, end }, content: { start: Math.min(at + 2, end), end }, terminated: false };
}

/** A byte order mark does not count as something before the declaration. */
function isFirst(text: string, at: number): boolean {
  return at === 0 || (at === 1 && text.charCodeAt(0) === 0xfeff);
}

function scanDoctype(scan: Scan, at: number): XmlOther {
  const { text } = scan;
  const contentStart = Math.min(at + 9, text.length);
  const end = scan.doctypeSeen ? undefined : doctypeEnd(text, contentStart, scan.finders.greaterThan);
  scan.doctypeSeen = true;
  const terminated = end !== undefined;
  const stop = end ?? endOfLineOrTag(scan, contentStart);
  scan.fault('doctype', at, stop);
  return {
    kind: 'doctype',
    span: { start: at, end: stop },
    content: { start: contentStart, end: terminated ? stop - 1 : stop },
    terminated,
  };
}

/** After the `>` that ends the DOCTYPE: quotes, comments and the internal subset may hold others. */
function doctypeEnd(text: string, from: number, greaterThan: Finder): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '[') depth++;
    else if (char === ']') depth--;
    else if (char === '>' && depth <= 0) return at + 1;
    else if (char === '"' || char === "'") {
      const close = text.indexOf(char, at + 1);
      if (close < 0) break;
      at = close;
    } else if (char === '<' && text.startsWith('<!--', at)) {
      const close = text.indexOf('-->', at + 4);
      if (close < 0) break;
      at = close + 2;
    }
  }
  // Not closed by the rules: the first '>' at all, so that the rest of the file is still read.
  const first = greaterThan(from);
  return first < text.length ? first + 1 : undefined;
}
