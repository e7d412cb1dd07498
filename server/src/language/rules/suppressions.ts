import type { Definition } from '../model/definition.ts';
import { definitionOf } from '../model/read.ts';
import type { TextEdit } from '../text/edits.ts';
import { lineEndOf } from '../text/line-end.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { pathAt } from '../xml/lookup.ts';
import type { XmlElement, XmlNode, XmlOther } from '../xml/tree.ts';
import { indentAt, insertAt, startsLine } from './edits.ts';

/**
 * A comment that silences rules:
 *
 *     <!-- callcenter-disable-next-line misspelt-name: the vendor writes it so -->
 *     <!-- callcenter-disable-section placeholder: filled in per org -->
 *     <!-- callcenter-disable-file dial-prefix-sample, placeholder -->
 *
 * The reason stands behind a colon and not behind `--`, as other linters have it, because no XML comment may hold `--`.
 */
export interface Suppression {
  readonly span: Span;
  readonly ruleId: string;
  readonly ruleSpan: Span;
  readonly reason: string;
  /** Where it holds: a finding that begins in it is silenced. */
  readonly range: Span;
}

const directive = /^\s*callcenter-disable-(next-line|section|file)\s+([a-z][a-z\s,-]*)(?::([\s\S]*))?$/;

/** The suppressions of a document, one for each rule that a comment names, in text order. */
export function suppressionsIn(source: Source, definition: Definition): readonly Suppression[] {
  if (!source.text.includes('callcenter-disable-')) return [];
  const found: Suppression[] = [];
  const open: [XmlNode, XmlElement | undefined][] = definition.tree.children.map((node): [XmlNode, undefined] => [
    node,
    undefined,
  ]);
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const [node, parent] = entry;
    if (node.kind === 'element') for (const child of node.children) open.push([child, node]);
    if (node.kind === 'comment') readComment(source, node, parent, found);
  }
  return found.sort((a, b) => a.ruleSpan.start - b.ruleSpan.start);
}

function readComment(source: Source, comment: XmlOther, parent: XmlElement | undefined, found: Suppression[]): void {
  const content = source.text.slice(comment.content.start, comment.content.end);
  const match = directive.exec(content);
  if (!match) return;
  const [, scope = '', list = '', reason = ''] = match;
  const range = rangeOf(source, comment, parent, scope);
  const listStart = comment.content.start + content.indexOf(list, content.indexOf(scope) + scope.length);
  for (const name of list.matchAll(/[a-z][a-z-]*/g)) {
    const start = listStart + name.index;
    found.push({
      span: comment.span,
      ruleId: name[0],
      ruleSpan: { start, end: start + name[0].length },
      reason: reason.trim(),
      range,
    });
  }
}

function rangeOf(source: Source, comment: XmlOther, parent: XmlElement | undefined, scope: string): Span {
  if (scope === 'file') return { start: 0, end: source.text.length };
  if (scope === 'section') return parent?.span ?? { start: comment.span.start, end: comment.span.end };
  const next = source.positionAt(comment.span.end).line + 1;
  return next < source.lineCount ? source.lineSpan(next) : { start: source.text.length, end: source.text.length };
}

/** The edit that silences a rule on the line of `at`: a comment on a line of its own before it. */
export function suppressNextLine(source: Source, at: Span, ruleId: string): TextEdit | undefined {
  const line = source.positionAt(at.start).line;
  const { start } = source.lineSpan(line);
  const indent = indentAt(source, at.start);
  const place = start + indent.length;
  if (!startsLine(source, place) || !mayStandAt(source, place)) return undefined;
  // Nothing may stand before an XML declaration.
  if (source.text.startsWith('<?xml', place)) return undefined;
  return insertAt(place, `<!-- callcenter-disable-next-line ${ruleId}: -->${lineEndOf(source)}${indent}`);
}

/** Whether a comment can be put before the markup at an offset and is nothing but a comment there: among elements. */
function mayStandAt(source: Source, place: number): boolean {
  if (source.text[place] !== '<') return false;
  const { tree, sections } = definitionOf(source);
  const parent = pathAt(tree, place)
    .reverse()
    .find(({ span }) => span.start < place);
  const siblings: readonly XmlNode[] = parent?.children ?? tree.children;
  // Between the lines of a tag.
  if (parent && (place < parent.content.start || place > parent.content.end)) return false;
  // In another comment, or in the like of it.
  if (siblings.some(({ span }) => span.start < place && place < span.end)) return false;
  // In a value, of which the line break would become a part.
  const holdsValue = sections.some(({ items }) =>
    items.some(({ element, value }) => (value.element ?? element) === parent),
  );
  return siblings.some(({ kind }) => kind === 'element') && !holdsValue;
}
