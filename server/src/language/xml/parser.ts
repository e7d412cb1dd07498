import type { Span } from '../text/span.ts';
import { isBlank, isNameChar, isNameStart, isSpace, skipSpace } from './chars.ts';
import { createFinders } from './finder.ts';
import { isPlainMarkup, isPlainName, isPlainText } from './plain.ts';
import { createRecovery, type OpenElement, type Recovery } from './recovery.ts';
import { scanMarkup } from './scan-markup.ts';
import { type Scan, type ScannedCloseTag, scanCloseTag, scanOpenTag } from './scan-tag.ts';
import { AttributeNames, AttributeTable, ScannedClosing, ScannedElement, ScannedText } from './scanned.ts';
import type { NestingGrammar, XmlDocument, XmlElement, XmlFault, XmlFaultCode, XmlNode } from './tree.ts';

/**
 * Text to tree. Never throws, always gives a tree, in time linear in the text's length.
 *
 * Invariant: a text whose tags are well-formed gets exactly the tree that XML prescribes, whatever `grammar` says. That
 * is why there are two passes: the first reads strictly and stops at the first structural fault; only then does a
 * second one read with recovery, which may use the grammar to guess what a half-typed text was meant to be.
 */
export function parseXml(text: string, grammar: NestingGrammar): XmlDocument {
  const table = new AttributeTable(text);
  return (
    parsePass(text, table, undefined) ?? parsePass(text, table, createRecovery(text, grammar)) ?? emptyDocument(text)
  );
}

function emptyDocument(text: string): XmlDocument {
  return {
    kind: 'document',
    span: { start: 0, end: text.length },
    children: [],
    root: undefined,
    faults: [],
    plain: false,
  };
}

/** Faults that leave the structure beyond doubt, so that the strict pass may go on. */
const harmless: ReadonlySet<XmlFaultCode> = new Set<XmlFaultCode>([
  'duplicate-attribute',
  'missing-space',
  'doctype',
  'declaration-not-first',
  'text-outside-root',
  'second-root',
  'no-root',
]);

/**
 * More faults than these are not recorded, and what follows them is read as one run of characters: it helps nobody, and
 * hostile texts have millions.
 */
const mostFaults = 10_000;

/** Names that are kept to be used again. */
const mostNames = 100;

interface ClosedBy {
  readonly tag: Pick<ScannedCloseTag, 'span' | 'nameSpan' | 'finished'>;
  readonly name: string;
}

/**
 * One reading of the text; `undefined` when the strict pass (no `recovery`) met a fault that needs the other.
 * @param table what a pass before has left in it, nobody needs any more
 */
function parsePass(text: string, table: AttributeTable, recovery: Recovery | undefined): XmlDocument | undefined {
  table.cut(0);
  const children: XmlNode[] = [];
  const faults: XmlFault[] = [];
  const stack: OpenElement[] = [];
  let rootSeen: XmlElement | undefined;
  let failed = false;

  const names = new Map<string, string>();
  const scan: Scan = {
    text,
    finders: createFinders(text),
    recover: recovery !== undefined,
    table,
    noNames: new AttributeNames(),
    doctypeSeen: false,
    lastName: '',
    plain: recovery === undefined,
    nameAt(start, end) {
      const name = text.slice(start, end);
      const known = names.get(name);
      if (known !== undefined) return known;
      if (!isPlainName(name)) scan.plain = false;
      // Hostile files have as many names as elements: those are not kept twice.
      if (names.size < mostNames) names.set(name, name);
      return name;
    },
    isOpen: (name) => recovery?.isOpen(name) ?? false,
    fault(code, start, end, attribute) {
      addFault(code, { start, end }, undefined, attribute);
    },
  };

  let pos = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (pos < text.length && !failed && faults.length < mostFaults) {
    const less = nextMarkup(pos);
    if (less > pos) addText(pos, less);
    pos = less;
    if (pos < text.length) pos = readMarkup(pos);
  }
  if (failed) return undefined;
  if (pos < text.length) add(new ScannedText(pos, text.length));
  while (stack.length > 0) closeTop(text.length, undefined);
  if (failed) return undefined;
  if (!rootSeen) addFault('no-root', { start: 0, end: text.length });
  faults.sort((a, b) => a.span.start - b.span.start);
  const plain = scan.plain && faults.length === 0 && isPlainText(text);
  return { kind: 'document', span: { start: 0, end: text.length }, children, root: rootSeen, faults, plain };

  function addFault(code: XmlFaultCode, span: Span, element?: XmlElement, attribute?: XmlFault['attribute']): void {
    if (!recovery && !harmless.has(code)) failed = true;
    if (faults.length >= mostFaults) return;
    faults.push({ code, span, ...(element && { element }), ...(attribute && { attribute }) });
  }

  /** The next `<` that starts something; those that do not are text, and each is a fault. */
  function nextMarkup(from: number): number {
    for (let less = scan.finders.lessThan(from); ; less = scan.finders.lessThan(less + 1)) {
      if (less >= text.length || startsMarkup(less)) return less;
      addFault('stray-less-than', { start: less, end: less + 1 }, stack.at(-1)?.element);
      if (failed || faults.length >= mostFaults) return text.length;
    }
  }

  function startsMarkup(less: number): boolean {
    const next = text.charCodeAt(less + 1);
    if (isNameStart(next)) return !recovery?.isTextInLeaf(less, stack);
    if (next === 47 /* / */ || next === 33 /* ! */ || next === 63 /* ? */) return true;
    return (
      recovery !== undefined &&
      (recovery.startsDamagedComment(less, scan.finders) || recovery.damagedCloseTagEnd(less, stack) !== undefined)
    );
  }

  function readMarkup(less: number): number {
    const next = text.charCodeAt(less + 1);
    if (isNameStart(next)) return readOpenTag(less);
    if (next === 47) return readCloseTag(less);
    const closeEnd = recovery?.damagedCloseTagEnd(less, stack);
    if (closeEnd !== undefined) return readDamagedCloseTag(less, closeEnd);
    const node = scanMarkup(scan, less);
    if (!node || !isPlainMarkup(text, node)) scan.plain = false;
    // `startsMarkup` has promised that something starts here; reading one character keeps the loop going all the same.
    if (!node) return less + 1;
    add(node);
    return node.span.end;
  }

  function readOpenTag(less: number): number {
    const firstFault = faults.length;
    const tag = scanOpenTag(scan, less);
    if (failed) return text.length;
    const { name } = tag;
    if (recovery?.lacksSlash(name, tag, stack)) {
      addFault('missing-slash', tag.span, stack.at(-1)?.element);
      const nameSpan = { start: less + 1, end: less + 1 + name.length };
      closeTop(tag.span.end, { tag: { span: tag.span, nameSpan, finished: tag.finished }, name });
      return tag.span.end;
    }
    if (recovery) for (let keep = recovery.depthFor(name, stack); stack.length > keep; ) closeTop(less, undefined);
    const { finished, selfClosing } = tag;
    const places = { start: less, end: tag.span.end, finished, selfClosing };
    const element = new ScannedElement(name, places, tag.attributes, stack.at(-1)?.element);
    for (let i = firstFault; i < faults.length; i++) {
      const fault = faults[i];
      if (fault && !fault.element) faults[i] = { ...fault, element };
    }
    if (stack.length === 0) {
      if (rootSeen) addFault('second-root', tag.span, element);
      else rootSeen = element;
    }
    add(element);
    if (!tag.selfClosing) {
      const parent = stack.at(-1);
      const role = recovery?.roleOf(name, parent) ?? name;
      const open: OpenElement = {
        element,
        children: [],
        leadEnd: tag.span.end,
        role,
        hasElements: false,
        onceSeen: undefined,
      };
      stack.push(open);
      recovery?.opened(open, parent);
    }
    return tag.span.end;
  }

  function readCloseTag(less: number): number {
    const top = stack.at(-1);
    const plainEnd = top && endOfPlainClosing(less, top.element.name);
    if (plainEnd !== undefined) {
      closeTop(plainEnd, 'plain', less);
      return plainEnd;
    }
    const tag = scanCloseTag(scan, less);
    if (failed) return text.length;
    const name = text.slice(tag.nameSpan.start, tag.nameSpan.end);
    if (top && top.element.name === name) {
      closeTop(tag.span.end, { tag, name });
      return tag.span.end;
    }
    const keep = recovery?.depthClosedBy(name, tag, stack);
    if (keep === undefined) {
      addFault('extra-close-tag', tag.span);
      return tag.span.end;
    }
    while (stack.length > keep + 1) closeTop(less, undefined);
    const closed = stack.at(-1)?.element;
    if (closed && closed.name !== name) addFault('mismatched-close-tag', tag.span, closed);
    closeTop(tag.span.end, { tag, name });
    return tag.span.end;
  }

  function readDamagedCloseTag(less: number, end: number): number {
    addFault('junk-in-close-tag', { start: less + 1, end: less + 2 });
    const name = stack.at(-1)?.element.name ?? '';
    closeTop(end, {
      tag: { span: { start: less, end }, nameSpan: { start: less + 3, end: less + 3 + name.length }, finished: true },
      name,
    });
    return end;
  }

  /** The end of `</name>`, where that is what stands at `less`. */
  function endOfPlainClosing(less: number, name: string): number | undefined {
    const nameEnd = less + 2 + name.length;
    if (!text.startsWith(name, less + 2) || isNameChar(text.charCodeAt(nameEnd))) return undefined;
    const end = skipSpace(text, nameEnd);
    return text.charCodeAt(end) === 62 /* > */ ? end + 1 : undefined;
  }

  /** Ends the innermost open element, at its closing tag, which for a plain one begins at `start`, or (without one) at `end`. */
  function closeTop(end: number, close: ClosedBy | 'plain' | undefined, start = end): void {
    const open = stack.pop();
    if (!open) return;
    const { element } = open;
    recovery?.closed(open);
    const children = childrenOf(open, close === 'plain' || !close ? start : close.tag.span.start);
    if (close === 'plain') element.closePlainly(start, end, children);
    else element.close(end, children, close && closingOf(element.name, close));
    if (!close) addFault('unclosed-element', element.nameSpan, element);
  }

  function childrenOf(open: OpenElement, contentEnd: number): readonly XmlNode[] | 'text' {
    const { children, leadEnd } = open;
    if (children.length === 0 && leadEnd === contentEnd && leadEnd > open.element.openTag.end) return 'text';
    addLead(open);
    // A list that grew keeps room for more; a copy of a short one does not, and most elements have few children.
    return children.length < 8 ? children.slice() : children;
  }

  /** Makes a node of the characters that stand first in an element: of those that stand alone, none is made. */
  function addLead({ element, children, leadEnd }: OpenElement): void {
    const start = element.openTag.end;
    if (children.length === 0 && leadEnd > start) children.push(new ScannedText(start, leadEnd));
  }

  function closingOf(elementName: string, { tag, name }: ClosedBy): ScannedClosing {
    return new ScannedClosing(name === elementName ? elementName : name, tag.span, tag.nameSpan, tag.finished);
  }

  function addText(start: number, end: number): void {
    const top = stack.at(-1);
    if (!top && !isBlank(text, start, end)) addFault('text-outside-root', trimmed(start, end));
    if (top && top.children.length === 0 && top.leadEnd === start) top.leadEnd = end;
    else add(new ScannedText(start, end));
  }

  function add(node: XmlNode): void {
    const top = stack.at(-1);
    if (!top) {
      children.push(node);
      return;
    }
    addLead(top);
    top.children.push(node);
    if (node.kind === 'element') top.hasElements = true;
  }

  /** Without XML's own white space at both ends: other white space is what may not stand there. */
  function trimmed(start: number, end: number): Span {
    let last = end;
    while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
    return { start: Math.min(skipSpace(text, start), last), end: last };
  }
}
