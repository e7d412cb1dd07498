import * as l10n from '@vscode/l10n';
import { treeOf } from '../../model/read.ts';
import type { TextEdit } from '../../text/edits.ts';
import { lineEndOf } from '../../text/line-end.ts';
import type { Source } from '../../text/source.ts';
import { isBlank } from '../../xml/chars.ts';
import { trimmedEnd, type XmlProblem } from '../../xml/problems.ts';
import type { XmlAttribute, XmlDocument, XmlElement, XmlNode, XmlOther } from '../../xml/tree.ts';
import type { Fix } from '../define-rule.ts';
import { indentAt, insertAt, removeAttribute, removeWithLine, replaceSpan, startsLine } from '../edits.ts';

/**
 * How a syntax problem can be mended. Preferred, and so taken by Fix All, is only what has one right answer and loses
 * no character that a person wrote.
 */
export function syntaxFixes(problem: XmlProblem, source: Source, tree: XmlDocument): Fix[] {
  const { span, element, attribute } = problem;
  const { text } = source;
  const written = text.slice(span.start, span.end);
  switch (problem.code) {
    case 'bare-ampersand':
      return [sure(l10n.t('Write “&amp;”'), replaceSpan(span, '&amp;'))];
    case 'unknown-entity':
      return [
        maybe(
          l10n.t('Write “&amp;” for the ampersand'),
          replaceSpan({ start: span.start, end: span.start + 1 }, '&amp;'),
        ),
      ];
    case 'stray-less-than':
    case 'less-than-in-value':
      return [sure(l10n.t('Write “&lt;”'), replaceSpan(span, '&lt;'))];
    case 'cdata-end-in-text':
      if (problem.node) return [maybe(l10n.t('Keep “]]>” as text'), replaceSpan(span, ']]]]><![CDATA[>'))];
      return [sure(l10n.t('Write “]]&gt;”'), replaceSpan(span, ']]&gt;'))];
    case 'double-hyphen': {
      const last = span.end === problem.node?.content.end ? ' ' : '';
      return [sure(l10n.t('Put spaces between the hyphens'), replaceSpan(span, written.split('').join(' ') + last))];
    }
    case 'duplicate-attribute': {
      const first = element && attribute && source.derive(createFirstNamed)(element).get(attribute.name);
      if (!first) return [];
      if (first.rawValue === attribute.rawValue)
        return [sure(l10n.t('Remove the second “{0}”', attribute.name), removeAttribute(source, attribute))];
      const withValue = (which: XmlAttribute) => source.text.slice(which.span.start, which.span.end);
      return [attribute, first].map((which) =>
        maybe(l10n.t('Remove {0}', withValue(which)), removeAttribute(source, which)),
      );
    }
    case 'unquoted-value': {
      const value = attribute?.rawValue ?? '';
      const quote = value.includes('"') ? "'" : '"';
      return value.includes(quote) ? [] : [sure(l10n.t('Add quotes'), replaceSpan(span, quote + value + quote))];
    }
    case 'unterminated-value':
      return attribute ? [sure(l10n.t('Close the quote'), closeQuote(problem))] : [];
    case 'missing-value':
      return attribute
        ? [maybe(l10n.t('Add an empty value'), insertAt(span.end, attribute.hasEquals ? '""' : '=""'))]
        : [];
    case 'missing-space':
      return [sure(l10n.t('Add a space'), insertAt(span.start, ' '))];
    case 'junk-in-tag':
      return [fix(l10n.t('Remove “{0}”', written), /^["'/]+$/.test(written), replaceSpan(span, ''))];
    case 'junk-in-close-tag':
      return [maybe(l10n.t('Remove what does not belong there'), replaceSpan(span, ''))];
    case 'unclosed-element':
      // A closing tag behind a comment without end would become part of it: that end comes first.
      return element && !source.derive(createOpenEnds)(element)
        ? [sure(l10n.t('Add </{0}>', element.name), closeElement(source, element))]
        : [];
    case 'mismatched-close-tag':
      return element?.closeTag
        ? [sure(l10n.t('Change it to </{0}>', element.name), replaceSpan(element.closeTag.span, `</${element.name}>`))]
        : [];
    case 'missing-slash':
      return [sure(l10n.t('Change it to </{0}>', element?.name ?? ''), insertAt(span.start + 1, '/'))];
    case 'extra-close-tag':
      return [maybe(l10n.t('Remove “{0}”', written), removeWithLine(source, span))];
    case 'unfinished-open-tag':
      return [sure(l10n.t('Add “>”'), insertAt(trimmedEnd(text, span), '>'))];
    case 'unfinished-close-tag': {
      const open = source.derive(elementsByClosingTag).get(span.start);
      return open ? [sure(l10n.t('Complete it to </{0}>', open.name), replaceSpan(span, `</${open.name}>`))] : [];
    }
    case 'unterminated-comment':
      return [sure(l10n.t('Close the comment'), closeWith(source, problem, '-->'))];
    case 'unterminated-cdata':
      return [sure(l10n.t('Close the CDATA section'), insertAt(span.end, ']]>'))];
    case 'unterminated-pi':
      // `<?>` lacks everything else, too: what was meant, only its author knows.
      return written === '<?>' ? [] : [sure(l10n.t('Close it'), closeInstruction(text, problem))];
    case 'declaration-not-first':
      return [sure(l10n.t('Move the declaration to the start'), ...moveToStart(source, problem))];
    case 'malformed-declaration':
    case 'unknown-encoding':
      return [sure(l10n.t('Write the usual declaration'), replaceSpan(span, '<?xml version="1.0" encoding="UTF-8"?>'))];
    case 'text-outside-root':
      return textOutside(source, problem);
    case 'second-root':
      return secondRoot(source, tree, problem);
    case 'forbidden-character':
    case 'invalid-character-reference':
      return [maybe(l10n.t('Remove it'), replaceSpan(span, ''))];
    default:
      return [];
  }
}

function fix(title: string, preferred: boolean, ...edits: TextEdit[]): Fix {
  return { title, preferred, edits };
}

function sure(title: string, ...edits: TextEdit[]): Fix {
  return fix(title, true, ...edits);
}

function maybe(title: string, ...edits: TextEdit[]): Fix {
  return fix(title, false, ...edits);
}

function closeQuote(problem: XmlProblem): TextEdit {
  const { attribute } = problem;
  const quote = attribute?.quote ?? '"';
  const end = attribute?.valueSpan.end ?? problem.span.end;
  // A value closed by the other quote: exchange that one.
  return attribute && attribute.span.end > end
    ? replaceSpan({ start: end, end: attribute.span.end }, quote)
    : insertAt(end, quote);
}

/** Behind a leaf's text; on a line of its own for an element that holds others. */
function closeElement(source: Source, element: XmlElement): TextEdit {
  const close = `</${element.name}>`;
  const lastChild = element.children.filter((child) => child.kind !== 'text').at(-1);
  const hasElements = element.children.some((child) => child.kind === 'element');
  if (!hasElements || !lastChild)
    return insertAt(Math.max(element.openTag.end, trimmedEnd(source.text, element.content)), close);
  const end = trimmedEnd(source.text, { start: lastChild.span.end, end: element.content.end });
  if (!startsLine(source, element.span.start)) return insertAt(end, close);
  return insertAt(end, lineEndOf(source) + indentAt(source, element.span.start) + close);
}

/**
 * Tells whether the last thing in an element, however deep, is a comment, CDATA section or instruction without its end.
 * Looked for once in each element: of elements that nobody closed, each may stand in the one before.
 */
function createOpenEnds({ text }: Source): (element: XmlElement) => boolean {
  const known = new Map<XmlElement, boolean>();
  return (element) => {
    const chain: XmlElement[] = [];
    let last: XmlNode | undefined = element;
    while (last?.kind === 'element' && !known.has(last) && (last === element || !last.closeTag)) {
      chain.push(last);
      last = lastVisible(text, last);
    }
    const isOpen =
      last?.kind === 'element'
        ? !last.closeTag && known.get(last) === true
        : last !== undefined && last.kind !== 'text' && !last.terminated;
    for (const one of chain) known.set(one, isOpen);
    return chain.length === 0 ? known.get(element) === true : isOpen;
  };
}

function lastVisible(text: string, { children }: XmlElement): XmlNode | undefined {
  let index = -1;
  for (let node = children.at(index); node?.kind === 'text'; node = children.at(index)) {
    if (!isBlank(text, node.span.start, node.span.end)) return node;
    index--;
  }
  return children.at(index);
}

/** The first attribute of each name: looked for once in an element, however many of its attributes stand there twice. */
function createFirstNamed(): (element: XmlElement) => ReadonlyMap<string, XmlAttribute> {
  const known = new Map<XmlElement, ReadonlyMap<string, XmlAttribute>>();
  return (element) => {
    const found = known.get(element) ?? new Map(element.attributes.map((one) => [one.name, one] as const).reverse());
    known.set(element, found);
    return found;
  };
}

/** The elements by the offsets of the tags that close them: looked for once, however many of these are unfinished. */
function elementsByClosingTag(source: Source): ReadonlyMap<number, XmlElement> {
  const found = new Map<number, XmlElement>();
  const open = [...treeOf(source).children];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind !== 'element') continue;
    if (node.closeTag) found.set(node.closeTag.span.start, node);
    for (const child of node.children) open.push(child);
  }
  return found;
}

function closeWith(source: Source, problem: XmlProblem, delimiter: string): TextEdit {
  const content = problem.node?.content ?? problem.span;
  const end = Math.max(trimmedEnd(source.text, problem.span), content.start === problem.span.start ? 0 : content.start);
  return insertAt(end, /\s$/.test(source.text.slice(0, end)) ? delimiter : ` ${delimiter}`);
}

function closeInstruction(text: string, problem: XmlProblem): TextEdit {
  const { end } = problem.span;
  if (text[end - 1] === '>') return insertAt(end - 1, '?');
  return insertAt(end, text[end - 1] === '?' ? '>' : '?>');
}

/** Looked for once: very many texts may stand outside of a root. */
function declarationsIn(source: Source): readonly XmlOther[] {
  return treeOf(source).children.filter((node): node is XmlOther => node.kind === 'declaration');
}

function moveToStart(source: Source, problem: XmlProblem): TextEdit[] {
  const { text } = source;
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const declaration = text.slice(problem.span.start, problem.span.end);
  const remove = removeWithLine(source, problem.span);
  // Only white space before it: what goes is that, and nothing has to move.
  if (text.slice(start, problem.span.start).trim() === '') return [replaceSpan({ start, end: problem.span.start }, '')];
  // A second declaration is simply one too many.
  const [first] = source.derive(declarationsIn);
  if (first && first.span.start < problem.span.start) return [remove];
  return [insertAt(start, declaration + lineEndOf(source)), remove];
}

function textOutside(source: Source, problem: XmlProblem): Fix[] {
  const written = source.text.slice(problem.span.start, problem.span.end);
  const removal = maybe(l10n.t('Remove the text'), removeWithLine(source, problem.span));
  if (written.includes('--') || written.endsWith('-')) return [removal];
  const declaration = source.derive(declarationsIn).find(({ span }) => span.start >= problem.span.end);
  if (!declaration)
    return [sure(l10n.t('Turn it into a comment'), replaceSpan(problem.span, `<!-- ${written} -->`)), removal];
  // Before the declaration not even a comment may stand.
  const edits = [
    removeWithLine(source, problem.span),
    insertAt(declaration.span.end, `${lineEndOf(source)}<!-- ${written} -->`),
  ];
  return [sure(l10n.t('Turn it into a comment behind the declaration'), ...edits), removal];
}

/** The same element twice becomes one with the contents of both; another one moves to the end of the first. */
function secondRoot(source: Source, tree: XmlDocument, problem: XmlProblem): Fix[] {
  const second = problem.element;
  const first = tree.root;
  if (!second || !first?.closeTag || !second.closeTag) return [];
  if (second.name === first.name) {
    const edits = [removeWithLine(source, first.closeTag.span), removeWithLine(source, second.openTag)];
    return [maybe(l10n.t('Merge it into the first <{0}>', first.name), ...edits)];
  }
  const close = insertAt(
    second.span.end,
    lineEndOf(source) + source.text.slice(first.closeTag.span.start, first.closeTag.span.end),
  );
  return [maybe(l10n.t('Move it into <{0}>', first.name), removeWithLine(source, first.closeTag.span), close)];
}
