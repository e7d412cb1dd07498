import type { Span } from '../text/span.ts';
import { isNameChar, isSpace, skipSpace } from './chars.ts';
import type { XmlAttribute, XmlDocument, XmlElement, XmlNode, XmlOther } from './tree.ts';

/**
 * What stands at a place of a document: one answer for every feature that asks about a cursor. Works on broken text too.
 *
 * A cursor stands between two characters and belongs to a name or value that it touches on either side, but to an
 * element's tag only from behind its `<` to before its `>`. `replace` is what a completion at this place would replace:
 * it holds the cursor and runs over no line break.
 */
export type Place =
  | TagNamePlace
  | AttributeNamePlace
  | AttributeRoomPlace
  | AttributeValuePlace
  | TagRestPlace
  | CloseTagPlace
  | ContentPlace
  | MarkupPlace;

/** At the name of an opening tag, or behind a `<` that starts nothing yet. */
export interface TagNamePlace {
  readonly kind: 'tag-name';
  /** Undefined behind a lone `<`. */
  readonly element: XmlElement | undefined;
  /** The element in whose content the tag stands; undefined at the top of the document. */
  readonly parent: XmlElement | undefined;
  /** From the `<` to the end of the name. */
  readonly replace: Span;
}

/** At the name of an attribute that is there, in whole or in part. */
export interface AttributeNamePlace {
  readonly kind: 'attribute-name';
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
  readonly replace: Span;
}

/** Between the attributes of an opening tag, where another one may go. */
export interface AttributeRoomPlace {
  readonly kind: 'attribute-room';
  readonly element: XmlElement;
  /** Empty. */
  readonly replace: Span;
}

/** In the value of an attribute, or behind a `=` that has no value yet. */
export interface AttributeValuePlace {
  readonly kind: 'attribute-value';
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
  /** The value without its quotes; from behind the `=` to the cursor when there is none. */
  readonly replace: Span;
}

/** In a tag where nothing can be completed: at a `=`, before a quote, in the end of a closing tag. */
export interface TagRestPlace {
  readonly kind: 'tag-rest';
  readonly element: XmlElement | undefined;
  readonly attribute: XmlAttribute | undefined;
}

/** At the name of a closing tag, be it half-typed. */
export interface CloseTagPlace {
  readonly kind: 'close-tag';
  /** The element that the tag ends; for a tag that ends none, the innermost one around it. */
  readonly element: XmlElement | undefined;
  /** True when the tree holds the tag as the end of `element`; false for one that closes nothing. */
  readonly closes: boolean;
  readonly nameSpan: Span;
  /** The whole tag, from `<` to `>` where that stands on the same line. */
  readonly replace: Span;
}

/** In character data, or in the white space between elements. */
export interface ContentPlace {
  readonly kind: 'content';
  /** The element in whose content the cursor stands; undefined outside the root. */
  readonly element: XmlElement | undefined;
  /** The characters without white space and markup that the cursor touches; often empty. */
  readonly replace: Span;
}

/** In a comment, CDATA section, processing instruction, XML declaration or DOCTYPE. */
export interface MarkupPlace {
  readonly kind: 'markup';
  readonly node: XmlOther;
}

/** What stands at `offset`, a place from 0 to the text's length. */
export function placeAt(text: string, tree: XmlDocument, offset: number): Place {
  let element: XmlElement | undefined;
  let children: readonly XmlNode[] = tree.children;
  for (;;) {
    const node = nodeAround(children, offset);
    if (!node) return inContent(text, tree, element, offset);
    if (node.kind !== 'element') return { kind: 'markup', node };
    if (isInOpenTag(node, offset)) return inOpenTag(text, node, offset);
    const close = node.closeTag;
    if (close && offset > close.span.start) {
      if (offset > close.nameSpan.end) return { kind: 'tag-rest', element: node, attribute: undefined };
      return closeTagPlace(text, node, true, close.span.start, close.nameSpan);
    }
    element = node;
    children = node.children;
  }
}

/** The child, text aside, that the offset stands in; siblings stand in text order. */
function nodeAround(children: readonly XmlNode[], offset: number): XmlElement | XmlOther | undefined {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const node = children[low - 1];
  if (!node || node.kind === 'text' || offset > node.span.end) return undefined;
  return offset < node.span.end || isOpenEnded(node) ? node : undefined;
}

/** True when nothing but the end of the text or the next element ends it, so that a cursor at its end is still in it. */
function isOpenEnded(node: XmlElement | XmlOther): boolean {
  if (node.kind !== 'element') return !node.terminated;
  if (node.closeTag) return !node.closeTag.finished;
  return !node.selfClosing;
}

function isInOpenTag(element: XmlElement, offset: number): boolean {
  return offset < element.openTag.end || (offset === element.openTag.end && !element.openTagFinished);
}

function inOpenTag(text: string, element: XmlElement, offset: number): Place {
  if (offset <= element.nameSpan.end) {
    const replace = { start: element.span.start, end: element.nameSpan.end };
    return { kind: 'tag-name', element, parent: element.parent, replace };
  }
  const before = element.attributes.filter((attribute) => attribute.span.start <= offset);
  const attribute = before.at(-1);
  const room: Place = { kind: 'attribute-room', element, replace: { start: offset, end: offset } };
  if (!attribute) return isSpace(text.charCodeAt(offset - 1)) ? room : { kind: 'tag-rest', element, attribute };
  if (offset <= attribute.nameSpan.end) {
    return { kind: 'attribute-name', element, attribute, replace: attribute.nameSpan };
  }
  const { valueSpan, hasEquals, quote } = attribute;
  if (hasEquals && valueSpan.start <= offset && offset <= valueSpan.end) {
    return { kind: 'attribute-value', element, attribute, replace: onItsLine(text, valueSpan, offset) };
  }
  const lacksValue = hasEquals && quote === undefined && valueSpan.start === valueSpan.end;
  if (lacksValue && offset > valueSpan.end && isBlankOnLine(text, valueSpan.end, offset)) {
    return { kind: 'attribute-value', element, attribute, replace: { start: valueSpan.start, end: offset } };
  }
  const behind = offset >= attribute.span.end;
  const spaced = isSpace(text.charCodeAt(offset - 1));
  return behind && (spaced || (attribute.terminated && offset === attribute.span.end))
    ? room
    : { kind: 'tag-rest', element, attribute };
}

function inContent(text: string, tree: XmlDocument, element: XmlElement | undefined, offset: number): Place {
  const start = nameBefore(text, offset);
  if (text[start - 1] === '<') {
    const replace = { start: start - 1, end: nameAfter(text, offset) };
    return { kind: 'tag-name', element: undefined, parent: element, replace };
  }
  if (text[start - 1] === '/' && text[start - 2] === '<') {
    return closeTagPlace(text, element, false, start - 2, { start, end: nameAfter(text, offset) });
  }
  // A closing tag that closes nothing is no node of the tree.
  const inExtraTag = tree.faults.some(
    ({ code, span }) => code === 'extra-close-tag' && span.start < offset && offset < span.end,
  );
  if (inExtraTag) return { kind: 'tag-rest', element, attribute: undefined };
  return { kind: 'content', element, replace: runAround(text, offset) };
}

function closeTagPlace(
  text: string,
  element: XmlElement | undefined,
  closes: boolean,
  start: number,
  nameSpan: Span,
): CloseTagPlace {
  const greater = skipBlanks(text, nameSpan.end);
  const end = text[greater] === '>' ? greater + 1 : nameSpan.end;
  return { kind: 'close-tag', element, closes, nameSpan, replace: { start, end } };
}

/** The start of the run of name characters that ends at `offset`. */
function nameBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && isNameChar(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The end of the run of name characters that begins at `offset`. */
function nameAfter(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && isNameChar(text.charCodeAt(end))) end++;
  return end;
}

/** The characters around `offset` that are neither white space, nor part of a tag, nor a byte order mark. */
function runAround(text: string, offset: number): Span {
  const ends = (code: number) => isSpace(code) || code === 60 /* < */ || code === 62 /* > */ || code === 0xfeff;
  let start = offset;
  while (start > 0 && !ends(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !ends(text.charCodeAt(end))) end++;
  return { start, end };
}

/** The part of a value that stands on the cursor's line. */
function onItsLine(text: string, span: Span, offset: number): Span {
  let start = offset;
  while (start > span.start && !isLineBreak(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < span.end && !isLineBreak(text.charCodeAt(end))) end++;
  return { start, end };
}

function isBlankOnLine(text: string, from: number, to: number): boolean {
  return skipBlanks(text, from) >= to;
}

/** Skips spaces and tabs. */
function skipBlanks(text: string, from: number): number {
  let at = from;
  const end = skipSpace(text, from);
  while (at < end && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
