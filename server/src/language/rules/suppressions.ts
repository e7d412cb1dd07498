import type { Definition } from '../model/definition.ts';
import { definitionOf } from '../model/read.ts';
import type { TextEdit } from '../text/edits.ts';
import { lineEndOf } from '../text/line-end.ts';
import type { Source } from '../text/source.ts';
import { createOverlaps, type Span } from '../text/span.ts';
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

/** The comments of a document at work: asked about each finding, however many there are of both. */
export interface Silencer {
  readonly suppressions: readonly Suppression[];
  /** Whether a comment silences a finding of a rule that begins at an offset. */
  silences(ruleId: string, offset: number): boolean;
  /** The places of the rule names in comments that have silenced something so far. */
  used(): Iterable<number>;
}

interface OfRule {
  readonly suppressions: readonly Suppression[];
  readonly reaches: (offset: number) => boolean;
  /** Where findings were silenced. */
  readonly silenced: number[];
}

/** Nothing where no comment silences anything. */
export function createSilencer(source: Source, definition: Definition): Silencer | undefined {
  const suppressions = suppressionsIn(source, definition);
  if (suppressions.length === 0) return undefined;
  const byRule = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    const same = byRule.get(suppression.ruleId);
    if (same) same.push(suppression);
    else byRule.set(suppression.ruleId, [suppression]);
  }
  const ofRules = new Map<string, OfRule>();
  for (const [ruleId, own] of byRule) {
    // A range holds its end, too.
    const overlaps = createOverlaps(own.map(({ range: { start, end } }) => ({ start, end: end + 1 })));
    const reaches = (offset: number) => overlaps({ start: offset, end: offset + 1 });
    ofRules.set(ruleId, { suppressions: own, reaches, silenced: [] });
  }
  return {
    suppressions,
    silences(ruleId, offset) {
      const own = ofRules.get(ruleId);
      if (!own?.reaches(offset)) return false;
      own.silenced.push(offset);
      return true;
    },
    *used() {
      for (const { suppressions: own, silenced } of ofRules.values()) {
        const isUsed = createOverlaps(silenced.map((start) => ({ start, end: start + 1 })));
        for (const { ruleSpan, range } of own)
          if (isUsed({ start: range.start, end: range.end + 1 })) yield ruleSpan.start;
      }
    },
  };
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
