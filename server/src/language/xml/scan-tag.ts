import type { Span } from '../text/span.ts';
import { isNameChar, isNameStart, isSpace, nameEnd, skipSpace } from './chars.ts';
import type { Finders } from './finder.ts';
import { type AttributeNames, type AttributeTable, ScannedAttribute, type TagAttributes } from './scanned.ts';
import type { XmlAttribute, XmlFaultCode } from './tree.ts';

/** What the scanners share. `recover` is false in the first, strict pass, whose first fault ends it. */
export interface Scan {
  readonly text: string;
  readonly finders: Finders;
  readonly recover: boolean;
  /** The attributes that are as XML wants them. */
  readonly table: AttributeTable;
  readonly noNames: AttributeNames;
  /** XML allows one DOCTYPE; only the first is read by its own rules, since each such reading may go to the end of the text. */
  doctypeSeen: boolean;
  /** Becomes false with the first thing that a strict parser may take offence at. */
  plain: boolean;
  /** The name of the last plain tag: most likely that of the next one. */
  lastName: string;
  /** The characters of a name; equal ones are one string, since a large file has few names and very many elements. */
  nameAt(start: number, end: number): string;
  /** In recovery: whether an element of that name is open. */
  isOpen(name: string): boolean;
  fault(code: XmlFaultCode, start: number, end: number, attribute?: XmlAttribute): void;
}

export interface ScannedOpenTag {
  readonly span: Span;
  readonly name: string;
  readonly attributes: TagAttributes;
  /** Without attributes. */
  readonly bare: boolean;
  readonly finished: boolean;
  readonly selfClosing: boolean;
}

export interface ScannedCloseTag {
  readonly span: Span;
  readonly nameSpan: Span;
  readonly finished: boolean;
  /** Name and junk with everything removed that no name holds: `sec"tion` gives `section`. */
  readonly mendedName: string;
}

const CODE = { quote: 34, apostrophe: 39, slash: 47, less: 60, equals: 61, greater: 62 } as const;

/** A tag with more attributes than these is no call center's, and lists of so many names are not worth sharing. */
const mostShared = 12;

/** Reads an opening tag; `at` is its `<`, and a name follows. An unfinished tag ends before the next `<` or at the end of the text. */
export function scanOpenTag(scan: Scan, at: number): ScannedOpenTag {
  return scanPlainTag(scan, at) ?? scanAnyTag(scan, at);
}

/** Reads a tag that is as XML wants it, which nearly all are, and makes no attributes; `undefined` for any other. */
function scanPlainTag(scan: Scan, at: number): ScannedOpenTag | undefined {
  const { text, table, noNames } = scan;
  const name = tagNameAt(scan, at + 1);
  const first = table.length;
  let names = noNames;
  let end = at + 1 + name.length;
  for (;;) {
    const start = skipSpace(text, end);
    const code = text.charCodeAt(start);
    if (code === CODE.greater || (code === CODE.slash && text.charCodeAt(start + 1) === CODE.greater)) {
      const selfClosing = code === CODE.slash;
      const span = { start: at, end: selfClosing ? start + 2 : start + 1 };
      scan.lastName = name;
      return { span, name, attributes: { table, first, names }, bare: names === noNames, finished: true, selfClosing };
    }
    if (start === end || !isNameStart(code)) break;
    const { likely } = names;
    let open: number;
    let quote: number = CODE.quote;
    if (likely && text.startsWith(likely.opening, start)) {
      names = likely;
      open = start + likely.opening.length - 1;
    } else {
      const endOfName = nameEnd(text, start);
      const equals = skipSpace(text, endOfName);
      open = skipSpace(text, equals + 1);
      quote = text.charCodeAt(open);
      if (text.charCodeAt(equals) !== CODE.equals || (quote !== CODE.quote && quote !== CODE.apostrophe)) break;
      names = names.with(scan.nameAt(start, endOfName));
    }
    const close = endOfValue(scan, open, quote);
    if (close === undefined || (scan.recover && !endsValue(text, close + 1))) break;
    if (names.repeats || names.list.length > mostShared) break;
    table.add(start, open + 1, close);
    end = close + 1;
  }
  table.cut(first);
  return undefined;
}

/** The name that a tag begins with, where it is known that one does. */
function tagNameAt(scan: Scan, start: number): string {
  const { text, lastName } = scan;
  const end = start + lastName.length;
  if (end > start && text.startsWith(lastName, start) && !isNameChar(text.charCodeAt(end))) return lastName;
  return scan.nameAt(start, nameEnd(text, start));
}

function scanAnyTag(scan: Scan, at: number): ScannedOpenTag {
  const { text } = scan;
  scan.plain = false;
  const tagName = tagNameAt(scan, at + 1);
  const attributes: XmlAttribute[] = [];
  const names = new Set<string>();
  let pos = at + 1 + tagName.length;
  let tokenEnd = pos;
  for (;;) {
    pos = skipSpace(text, pos);
    if (pos >= text.length) break;
    const code = text.charCodeAt(pos);
    if (code === CODE.greater) return tag(pos + 1, true, false);
    if (code === CODE.slash && text.charCodeAt(pos + 1) === CODE.greater) return tag(pos + 2, true, true);
    if (code === CODE.less) break;
    if (!isNameStart(code)) {
      const start = pos;
      while (pos < text.length && isJunk(text.charCodeAt(pos), text.charCodeAt(pos + 1))) pos++;
      scan.fault('junk-in-tag', start, pos);
      tokenEnd = -1;
      continue;
    }
    const attribute = scanAttribute(scan, pos);
    if (pos === tokenEnd) scan.fault('missing-space', pos, pos, attribute);
    const { name, span } = attribute;
    if (names.has(name)) scan.fault('duplicate-attribute', span.start, span.end, attribute);
    names.add(name);
    attributes.push(attribute);
    pos = span.end;
    tokenEnd = pos;
  }
  scan.fault('unfinished-open-tag', at, pos);
  return tag(pos, false, false);

  function tag(end: number, finished: boolean, selfClosing: boolean): ScannedOpenTag {
    const bare = attributes.length === 0;
    return { span: { start: at, end }, name: tagName, attributes, bare, finished, selfClosing };
  }
}

/** Neither white space, nor the start of an attribute, nor an end of the tag. */
function isJunk(code: number, next: number): boolean {
  if (isSpace(code) || isNameStart(code) || code === CODE.greater || code === CODE.less) return false;
  return !(code === CODE.slash && next === CODE.greater);
}

function scanAttribute(scan: Scan, start: number): XmlAttribute {
  const { text } = scan;
  const endOfName = nameEnd(text, start);
  const name = scan.nameAt(start, endOfName);
  const equals = skipSpace(text, endOfName);
  if (text.charCodeAt(equals) !== CODE.equals) {
    const attribute = attributeOf(endOfName, endOfName, endOfName, absent);
    scan.fault('missing-value', start, endOfName, attribute);
    return attribute;
  }
  const afterEquals = equals + 1;
  const valueStart = skipSpace(text, afterEquals);
  const code = text.charCodeAt(valueStart);
  if (code === CODE.quote || code === CODE.apostrophe) {
    const value = scanQuoted(scan, valueStart, code);
    const quote = code === CODE.quote ? '"' : "'";
    const attribute = attributeOf(value.span.start, value.span.end, value.end, {
      hasEquals: true,
      quote,
      terminated: value.terminated,
    });
    if (!value.terminated) scan.fault('unterminated-value', valueStart, value.end, attribute);
    return attribute;
  }
  let end = afterEquals;
  if (valueStart === afterEquals) while (end < text.length && isUnquoted(text, end)) end++;
  if (end === afterEquals) {
    // White space and then no quote: the next word is rather the next attribute than this one's value.
    const attribute = attributeOf(afterEquals, afterEquals, afterEquals, unquoted);
    scan.fault('missing-value', start, afterEquals, attribute);
    return attribute;
  }
  const last = text.charCodeAt(end - 1);
  const valueEnd = last === CODE.quote || last === CODE.apostrophe ? end - 1 : end;
  const attribute = attributeOf(afterEquals, valueEnd, end, unquoted);
  scan.fault('unquoted-value', afterEquals, end, attribute);
  return attribute;

  function attributeOf(
    valueStart: number,
    valueEnd: number,
    end: number,
    value: Pick<XmlAttribute, 'hasEquals' | 'quote' | 'terminated'>,
  ): XmlAttribute {
    return new ScannedAttribute(text, name, { start, valueStart, valueEnd, end }, value);
  }
}

const absent = { hasEquals: false, quote: undefined, terminated: false } as const;
const unquoted = { hasEquals: true, quote: undefined, terminated: false } as const;

function isUnquoted(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isSpace(code) || code === CODE.greater || code === CODE.less) return false;
  return !(code === CODE.slash && text.charCodeAt(at + 1) === CODE.greater);
}

interface ScannedValue {
  readonly span: Span;
  /** After the closing quote, or where the value was cut. */
  readonly end: number;
  readonly terminated: boolean;
}

/** Ends with white space and something like `name=`: what a value looks like that swallowed the start of the next attribute. */
const swallowedAttribute = /(?<![ \t\r\n])[ \t\r\n]+[A-Za-z_][\w.:-]*[ \t]*=[ \t]*$/;

/**
 * The closing quote of a value that begins with the quote at `open`; `undefined` where there is none. A quote that closes
 * on a later line, behind a `<`, is the next tag's: no well-formed value holds a `<`.
 */
function endOfValue(scan: Scan, open: number, quote: number): number | undefined {
  const { text, finders } = scan;
  const from = open + 1;
  const close = quote === CODE.quote ? finders.doubleQuote(from) : finders.singleQuote(from);
  if (close >= text.length) return undefined;
  if (finders.lessThan(from) >= close) return close;
  scan.plain = false;
  return finders.lineBreak(from) < close ? undefined : close;
}

function scanQuoted(scan: Scan, open: number, quote: number): ScannedValue {
  const { text, finders } = scan;
  const from = open + 1;
  const close = endOfValue(scan, open, quote);
  if (close !== undefined) {
    if (scan.recover && !endsValue(text, close + 1)) {
      const swallowed = swallowedAttribute.exec(text.slice(Math.max(from, close - 200), close));
      if (swallowed) return cut(close - swallowed[0].length);
    }
    return { span: { start: from, end: close }, end: close + 1, terminated: true };
  }
  const limit = Math.min(finders.lineBreak(from), finders.lessThan(from), finders.greaterThan(from), text.length);
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    const otherQuote = (code === CODE.quote || code === CODE.apostrophe) && code !== quote;
    if (otherQuote && endsValue(text, at + 1))
      return { span: { start: from, end: at }, end: at + 1, terminated: false };
    const firstSpace = isSpace(code) && !(at > from && isSpace(text.charCodeAt(at - 1)));
    if (firstSpace && startsAttribute(text, at, limit)) return cut(at);
  }
  return cut(limit);

  function cut(end: number): ScannedValue {
    return { span: { start: from, end }, end, terminated: false };
  }
}

/** True when what stands at `at` may follow a complete attribute value. */
function endsValue(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return isSpace(code) || code === CODE.greater || code === CODE.slash || code === 63;
}

/** White space, a name, `=` and a quote: the next attribute. */
function startsAttribute(text: string, from: number, limit: number): boolean {
  const start = skipSpace(text, from);
  if (start >= limit || isSpace(text.charCodeAt(start))) return false;
  const end = nameEnd(text, start);
  if (end === start || end >= limit || text.charCodeAt(end) !== CODE.equals) return false;
  const quote = text.charCodeAt(end + 1);
  return quote === CODE.quote || quote === CODE.apostrophe;
}

/** Reads a closing tag that is not simply that of the innermost element; `at` is the `<` of `</`. */
export function scanCloseTag(scan: Scan, at: number): ScannedCloseTag {
  const { text } = scan;
  scan.plain = false;
  const nameSpan = { start: at + 2, end: nameEnd(text, at + 2) };
  if (scan.recover && text.charCodeAt(nameSpan.end) === CODE.less) {
    // `</<item>` and `</it<em>`: one '<' too many.
    const restEnd = nameEnd(text, nameSpan.end + 1);
    const mendedName = text.slice(nameSpan.start, nameSpan.end) + text.slice(nameSpan.end + 1, restEnd);
    if (restEnd > nameSpan.end + 1 && text.charCodeAt(restEnd) === CODE.greater && scan.isOpen(mendedName)) {
      scan.fault('junk-in-close-tag', nameSpan.end, nameSpan.end + 1);
      return {
        span: { start: at, end: restEnd + 1 },
        nameSpan: { start: nameSpan.start, end: restEnd },
        finished: true,
        mendedName,
      };
    }
  }
  let pos = skipSpace(text, nameSpan.end);
  if (text.charCodeAt(pos) === CODE.greater) {
    if (nameSpan.end === nameSpan.start) scan.fault('junk-in-close-tag', at, pos + 1);
    return tag(pos + 1, true);
  }
  const limit = Math.min(scan.finders.lineBreak(nameSpan.end), scan.finders.lessThan(nameSpan.end), text.length);
  const greater = scan.finders.greaterThan(nameSpan.end);
  if (greater < limit) {
    scan.fault('junk-in-close-tag', nameSpan.end, greater);
    return tag(greater + 1, true);
  }
  pos = nameSpan.end;
  scan.fault('unfinished-close-tag', at, pos);
  return tag(pos, false);

  function tag(end: number, finished: boolean): ScannedCloseTag {
    let mendedName = '';
    const stop = scan.recover ? Math.min(end, nameSpan.start + 100) : 0;
    for (let i = nameSpan.start; i < stop; i++) if (isNameChar(text.charCodeAt(i))) mendedName += text[i];
    return { span: { start: at, end }, nameSpan, finished, mendedName };
  }
}
