import type { Span } from '../text/span.ts';
import { isSpace, nameEnd } from './chars.ts';
import { createFinder, type Finder } from './finder.ts';
import { hasPlainMarks, isPlainMarkup, isPlainText } from './plain.ts';
import { isXmlCharacter } from './references.ts';
import type { XmlAttribute, XmlDocument, XmlElement, XmlFault, XmlFaultCode, XmlNode, XmlOther } from './tree.ts';
import { declared, isKnownEncoding, isXmlName } from './well-formed.ts';

export type XmlProblemCode =
  | XmlFaultCode
  | 'bare-ampersand' // span = '&'
  | 'unknown-entity' // span = '&name;'
  | 'invalid-character-reference' // span = '&#…;'
  | 'forbidden-character' // span = the character
  | 'less-than-in-value' // span = '<'
  | 'cdata-end-in-text' // span = ']]>'
  | 'double-hyphen' // span = the hyphens
  | 'malformed-declaration' // span = the declaration
  | 'unknown-encoding' // span = the declaration
  | 'malformed-instruction' // span = the instruction
  | 'invalid-name' // span = the name of an element or attribute
  | 'misplaced-cdata'; // a CDATA section outside the root; span = it

/** One thing that makes a text ill-formed, at the place where the author must act. */
export interface XmlProblem {
  readonly code: XmlProblemCode;
  readonly span: Span;
  readonly element: XmlElement | undefined;
  readonly attribute: XmlAttribute | undefined;
  /** The node it is about, when that is neither element nor attribute. */
  readonly node: XmlOther | undefined;
}

/** More would help nobody, and a file of nothing but `&` has millions. */
const limit = 10_000;

/**
 * All independent problems of a text, in text order: the tree's faults without those that only follow from others, and
 * what is wrong with single characters. Says nothing about DOCTYPE, which is a rule of its own.
 */
export function findProblems(text: string, tree: XmlDocument): XmlProblem[] {
  const problems: XmlProblem[] = causes(text, tree.faults).map((fault) =>
    problem(fault.code, fault.span, fault.element, fault.attribute),
  );
  // The nodes come in text order, so that each search goes on where the last one ended: most texts hold none of these.
  const plain = !/[^\t\n\r -~]/.test(text);
  const search: Search = {
    text,
    ampersand: createFinder(text, '&'),
    lessThan: createFinder(text, '<'),
    cdataEnd: createFinder(text, ']]>'),
    plain,
  };
  // What is wrong with the characters of an element's content, this text has nowhere.
  const soundTexts = plain ? hasPlainMarks(text) : isPlainText(text);
  walk(tree, soundTexts, (node, parent) => {
    if (problems.length >= limit) return false;
    checkNode(search, node, parent, problems);
    return true;
  });
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end).slice(0, limit);
}

/** A text, and where in it the next of the characters stands that need a look. */
interface Search {
  readonly text: string;
  readonly ampersand: Finder;
  readonly lessThan: Finder;
  readonly cdataEnd: Finder;
  /** No character in it can be wrong by itself. */
  readonly plain: boolean;
}

function problem(
  code: XmlProblemCode,
  span: Span,
  element?: XmlElement,
  attribute?: XmlAttribute,
  node?: XmlOther,
): XmlProblem {
  return { code, span, element, attribute, node };
}

/**
 * In text order.
 * @param withoutTexts leaves out the texts
 * @param visit says whether to go on
 */
function walk(
  tree: XmlDocument,
  withoutTexts: boolean,
  visit: (node: XmlNode, parent: XmlElement | undefined) => boolean,
): void {
  type Level = { readonly nodes: readonly XmlNode[]; readonly parent: XmlElement | undefined; next: number };
  const levels: Level[] = [{ nodes: tree.children, parent: undefined, next: 0 }];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const node = level.nodes[level.next++];
    if (!node) levels.pop();
    else if (withoutTexts && node.kind === 'text') continue;
    else if (!visit(node, level.parent)) return;
    else if (node.kind === 'element' && !(withoutTexts && node.holdsOnlyText))
      levels.push({ nodes: node.children, parent: node, next: 0 });
  }
}

/** What is wrong inside an opening tag: whoever mends that usually finds that the tag has its end, too. */
const tagFaults: ReadonlySet<XmlFaultCode> = new Set<XmlFaultCode>([
  'unterminated-value',
  'missing-value',
  'unquoted-value',
  'junk-in-tag',
  'missing-space',
]);

/** What somebody is still typing when it is the last thing in the text. */
const unfinishedMarkup: ReadonlySet<XmlFaultCode> = new Set<XmlFaultCode>([
  'unfinished-open-tag',
  'unfinished-close-tag',
  'unterminated-value',
  'unterminated-comment',
  'unterminated-cdata',
  'unterminated-pi',
]);

/** The faults (which come in text order) without those that only follow from another one. */
function causes(text: string, faults: readonly XmlFault[]): XmlFault[] {
  const inUnfinishedTag = new Set<XmlFault>();
  const unfinished = new Set<number>();
  const explained = new Set<number>();
  const mismatched = new Set(
    faults.filter(({ code }) => code === 'mismatched-close-tag').map(({ span }) => span.start),
  );
  let tag: XmlFault | undefined;
  for (const fault of faults) {
    if (fault.code === 'unfinished-open-tag') {
      tag = fault;
      unfinished.add(fault.span.start);
    } else if (tag && fault.span.start < tag.span.end && tagFaults.has(fault.code)) {
      // Where a tag has no end, what seems to be in it from the first fault on may be no part of it at all.
      if (explained.has(tag.span.start)) inUnfinishedTag.add(fault);
      explained.add(tag.span.start);
    }
  }
  const lastCause = causeAtEnd(text, faults);
  const lineBreak = createFinder(text, '\n');
  const kept: XmlFault[] = [];
  let lineStart = 0;
  let keptOnLine = -1;
  for (const fault of faults) {
    if (kept.length >= limit) break;
    for (let next = lineBreak(lineStart); next < fault.span.start; next = lineBreak(lineStart)) lineStart = next + 1;
    if (!isCause(fault)) continue;
    kept.push(fault);
    keptOnLine = lineStart;
  }
  return kept;

  function isCause(fault: XmlFault): boolean {
    switch (fault.code) {
      case 'doctype':
      case 'no-root':
        return false;
      case 'unfinished-open-tag':
        return !explained.has(fault.span.start);
      case 'unfinished-close-tag':
        // The other one says more: which tag it has to be.
        return !mismatched.has(fault.span.start);
      case 'unclosed-element':
        if (fault.element && unfinished.has(fault.element.openTag.start)) return false;
        return !lastCause || fault === lastCause || fault.element?.span.end !== text.length;
      case 'extra-close-tag':
        return keptOnLine !== lineStart;
      default:
        return !inUnfinishedTag.has(fault);
    }
  }
}

/**
 * In a text that ends too early every element still open is unclosed, for one reason. It is the unfinished markup at the
 * very end, or else the innermost of these elements: once that one is closed, the next one is.
 */
function causeAtEnd(text: string, faults: readonly XmlFault[]): XmlFault | undefined {
  const end = trimmedEnd(text, { start: 0, end: text.length });
  for (let index = faults.length - 1; index >= 0; index--) {
    const fault = faults[index];
    if (fault?.code === 'unclosed-element' && fault.element?.span.end === text.length) return fault;
    if (fault && unfinishedMarkup.has(fault.code) && fault.span.end >= end) return fault;
  }
  return undefined;
}

function checkNode(search: Search, node: XmlNode, parent: XmlElement | undefined, problems: XmlProblem[]): void {
  const { text } = search;
  switch (node.kind) {
    case 'text':
      checkText(search, node.span, parent, problems);
      break;
    case 'element':
      checkElement(search, node, problems);
      break;
    case 'comment':
      checkComment(text, node, problems);
      break;
    case 'cdata':
      if (!parent) problems.push(problem('misplaced-cdata', node.span, undefined, undefined, node));
      checkCharacters(text, node.content, problems);
      // Recovery may have taken an early end for an accident.
      checkCdataEnd(search, node.content, problems, parent, node);
      break;
    case 'declaration':
      checkDeclaration(text, node, problems);
      break;
    case 'pi':
      checkInstruction(text, node, problems);
      break;
    case 'doctype':
      break;
  }
}

function checkText(search: Search, span: Span, parent: XmlElement | undefined, problems: XmlProblem[]): void {
  if (!search.plain) checkCharacters(search.text, span, problems, parent);
  if (parent) checkReferences(search, span, problems, parent);
  checkCdataEnd(search, span, problems, parent);
}

function checkCdataEnd(
  { cdataEnd }: Search,
  span: Span,
  problems: XmlProblem[],
  parent: XmlElement | undefined,
  cdata?: XmlOther,
): void {
  for (let at = cdataEnd(span.start); at < span.end && problems.length < limit; at = cdataEnd(at + 3)) {
    problems.push(problem('cdata-end-in-text', { start: at, end: at + 3 }, parent, undefined, cdata));
  }
}

function checkElement(search: Search, element: XmlElement, problems: XmlProblem[]): void {
  const { text, ampersand, lessThan, plain } = search;
  const { start, end } = element.openTag;
  // A large text has very many tags in which nothing can be wrong.
  if (plain && ampersand(start) >= end && lessThan(start + 1) >= end) return;
  if (!isXmlName(text, element.nameSpan.start, element.nameSpan.end)) {
    problems.push(problem('invalid-name', element.nameSpan, element));
  }
  for (const attribute of element.attributes) {
    if (!isXmlName(text, attribute.nameSpan.start, attribute.nameSpan.end)) {
      problems.push(problem('invalid-name', attribute.nameSpan, element, attribute));
    }
    const { valueSpan } = attribute;
    if (valueSpan.start === valueSpan.end) continue;
    checkCharacters(text, valueSpan, problems, element, attribute);
    checkReferences(search, valueSpan, problems, element, attribute);
    for (let at = lessThan(valueSpan.start); at < valueSpan.end && problems.length < limit; at = lessThan(at + 1)) {
      problems.push(problem('less-than-in-value', { start: at, end: at + 1 }, element, attribute));
    }
  }
}

const predefined: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

function checkReferences(
  { text, ampersand }: Search,
  span: Span,
  problems: XmlProblem[],
  element: XmlElement,
  attribute?: XmlAttribute,
): void {
  for (let at = ampersand(span.start); at < span.end && problems.length < limit; at = ampersand(at + 1)) {
    const code = referenceProblem(text, at, span.end);
    if (code) problems.push(problem(code.code, { start: at, end: code.end }, element, attribute));
  }
}

function referenceProblem(
  text: string,
  at: number,
  limitAt: number,
): { code: XmlProblemCode; end: number } | undefined {
  if (text[at + 1] === '#') {
    const match = /^&#(?:x([0-9a-fA-F]+)|([0-9]+));/.exec(text.slice(at, Math.min(limitAt, at + 40)));
    if (!match) return { code: 'bare-ampersand', end: at + 1 };
    const number = match[1] !== undefined ? Number.parseInt(match[1], 16) : Number.parseInt(match[2] ?? '', 10);
    return isXmlCharacter(number) ? undefined : { code: 'invalid-character-reference', end: at + match[0].length };
  }
  const end = nameEnd(text, at + 1);
  if (end === at + 1 || end >= limitAt || text[end] !== ';') return { code: 'bare-ampersand', end: at + 1 };
  return predefined.has(text.slice(at + 1, end)) ? undefined : { code: 'unknown-entity', end: end + 1 };
}

function checkCharacters(
  text: string,
  span: Span,
  problems: XmlProblem[],
  element?: XmlElement,
  attribute?: XmlAttribute,
): void {
  for (let at = span.start; at < span.end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x20 && unit < 0xd800) continue;
    if (unit === 9 || unit === 10 || unit === 13 || (unit >= 0xe000 && unit < 0xfffe)) continue;
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at++;
    else if (problems.length < limit)
      problems.push(problem('forbidden-character', { start: at, end: at + 1 }, element, attribute));
  }
}

function checkComment(text: string, node: XmlOther, problems: XmlProblem[]): void {
  const { start, end } = node.content;
  checkCharacters(text, node.content, problems);
  if (!node.terminated) return;
  for (let at = text.indexOf('--', start); at >= 0 && at < end && problems.length < limit; ) {
    let stop = at;
    while (stop < end && text[stop] === '-') stop++;
    // A single hyphen at the end counts with the first one of the `-->`.
    if (stop - at > 1 || stop === end)
      problems.push(problem('double-hyphen', { start: at, end: stop }, undefined, undefined, node));
    at = text.indexOf('--', stop);
  }
}

const declaration =
  /^xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[01]"|'1\.[01]')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*$/;

function checkDeclaration(text: string, node: XmlOther, problems: XmlProblem[]): void {
  if (!node.terminated || isPlainMarkup(text, node)) return;
  const content = text.slice(node.content.start, Math.min(node.content.end, node.content.start + 1000));
  const encoding = declared(content, 'encoding');
  if (!declaration.test(content))
    problems.push(problem('malformed-declaration', node.span, undefined, undefined, node));
  else if (encoding !== undefined && !isKnownEncoding(encoding)) {
    problems.push(problem('unknown-encoding', node.span, undefined, undefined, node));
  }
}

function checkInstruction(text: string, node: XmlOther, problems: XmlProblem[]): void {
  checkCharacters(text, node.content, problems);
  if (!node.terminated) return;
  const { start, end } = node.content;
  const target = nameEnd(text, start);
  const named = target > start && target <= end && text.slice(start, target).toLowerCase() !== 'xml';
  const spaced = target >= end || isSpace(text.charCodeAt(target));
  if (!named || !spaced) problems.push(problem('malformed-instruction', node.span, undefined, undefined, node));
}

/** The offset behind the last character that is not white space. */
export function trimmedEnd(text: string, span: Span): number {
  let end = span.end;
  while (end > span.start && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}
