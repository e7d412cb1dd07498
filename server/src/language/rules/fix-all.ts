import { verdictOf } from '../model/read.ts';
import { applyEdits, singleEdit, sortEdits, type TextEdit } from '../text/edits.ts';
import { createSource, type Source } from '../text/source.ts';
import { createOverlaps, type Span } from '../text/span.ts';
import type { Rule, RuleContext } from './define-rule.ts';
import { doubtfulPlaces, type Found, isStructureSound } from './run.ts';

/** What one look at a document finds, with the context its fixes need. */
export interface Look {
  readonly context: RuleContext;
  readonly found: readonly Found[];
}

/** Mending one thing can bring another to light (a closed tag, then a missing item), but not for ever, and in a huge file not often. */
function roundsFor(text: string): number {
  return Math.max(3, Math.min(25, Math.floor(2_000_000 / (text.length + 1))));
}

/**
 * Applies the first preferred fix of every finding, round after round, until none is left. Fixes whose edits would
 * overlap wait for the next round. The edits that come out refer to `source` and are as small as its lines allow.
 */
export function fixAll(source: Source, look: (source: Source) => Look | undefined): readonly TextEdit[] {
  let current = source;
  const seen = new Set([source.text]);
  const rounds = roundsFor(source.text);
  for (let round = 0; round < rounds; round++) {
    const seeing = look(current);
    const edits = seeing ? collect(seeing) : [];
    if (edits.length === 0) break;
    const text = applyEdits(current.text, edits);
    // Two fixes that undo each other would be a bug; the text is then left as it was before they met.
    if (seen.has(text)) break;
    seen.add(text);
    const next = createSource(source.uri, source.version, text);
    // Neither may two fixes, each right by itself, break together what could be read before.
    if (verdictOf(current).kind === 'well-formed' && verdictOf(next).kind === 'ill-formed') break;
    current = next;
  }
  return differences(source.text, current.text);
}

function collect({ context, found }: Look): TextEdit[] {
  const { source, definition } = context;
  const taken: TextEdit[] = [];
  // What is half-typed there, only those fixes know that are about it.
  const isDoubtful = createOverlaps(isStructureSound(definition.tree) ? [] : doubtfulPlaces(source));
  const mayTouch = (rule: Rule, { span }: TextEdit) => rule.onBrokenText === 'always' || !isDoubtful(span);
  const places = createPlaces(source.text.length);
  const shared = new Set<object>();
  for (const { rule, problem } of found) {
    if (problem.sharedFix) {
      if (shared.has(problem.sharedFix)) continue;
      shared.add(problem.sharedFix);
    }
    if (rule.offersOnly) continue;
    const fix = rule.fix?.(problem, context).find(({ preferred }) => preferred);
    if (
      !fix?.edits.every((edit) => mayTouch(rule, edit) && places.areFree(edit.span) && !losesComment(source.text, edit))
    )
      continue;
    for (const edit of fix.edits) {
      places.take(edit.span);
      taken.push(edit);
    }
  }
  return sortEdits(taken);
}

/** A comment goes only when a person looks at it. */
function losesComment(text: string, { span, newText }: TextEdit): boolean {
  return text.slice(span.start, span.end).includes('<!--') && !newText.includes('<!--');
}

/** Which characters are replaced, and where something is inserted: the same answer as `overlaps`, without a look at every edit. */
export function createPlaces(length: number): { areFree(span: Span): boolean; take(span: Span): void } {
  const replaced = new Uint8Array(length);
  const insertions = new Uint8Array(length + 1);
  return {
    areFree({ start, end }) {
      if (start === end) return insertions[start] !== 1 && replaced[start - 1] !== 1 && replaced[start] !== 1;
      return !replaced.subarray(start, end).includes(1) && !insertions.subarray(start, end + 1).includes(1);
    },
    take({ start, end }) {
      if (start === end) insertions[start] = 1;
      else replaced.fill(1, start, end);
    },
  };
}

/**
 * Edits that turn `before` into `after`, one for each run of changed lines: lines equal at both ends are left out, and in
 * between equal lines are found by a longest common subsequence, or not at all where that would be too costly.
 */
export function differences(before: string, after: string): readonly TextEdit[] {
  const whole = singleEdit(before, after);
  if (!whole) return [];
  // Whole lines, so that a line put in is seen as one and not as the end of the line before it.
  let { start, end } = whole.span;
  while (start > 0 && !/[\r\n]/.test(before[start - 1] ?? '')) start--;
  while (end < before.length && !(end > start && /[\r\n]/.test(before[end - 1] ?? ''))) end++;
  if (before[end - 1] === '\r' && before[end] === '\n') end++;
  const oldLines = lines(before.slice(start, end));
  const newLines = lines(before.slice(start, whole.span.start) + whole.newText + before.slice(whole.span.end, end));
  if (oldLines.length * newLines.length > 250_000) return [whole];
  const edits: TextEdit[] = [];
  let at = start;
  for (const { removed, added, kept } of runs(oldLines, newLines)) {
    const oldText = removed.join('');
    const edit = singleEdit(oldText, added.join(''));
    if (edit) edits.push({ span: { start: at + edit.span.start, end: at + edit.span.end }, newText: edit.newText });
    at += oldText.length + kept.length;
  }
  return edits;
}

function lines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? [];
}

interface Run {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** The one line, equal in both, that follows; empty at the end. */
  readonly kept: string;
}

function runs(a: readonly string[], b: readonly string[]): Run[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const next = a[i] === b[j] ? (longest[(i + 1) * width + j + 1] ?? 0) + 1 : 0;
      longest[i * width + j] = Math.max(next, longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
    }
  }
  const result: Run[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const oldLine = a[i];
    const newLine = b[j];
    if (oldLine !== undefined && oldLine === newLine) {
      result.push({ removed, added, kept: oldLine });
      removed = [];
      added = [];
      i++;
      j++;
    } else if (
      newLine === undefined ||
      (oldLine !== undefined && (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))
    ) {
      removed.push(oldLine ?? '');
      i++;
    } else {
      added.push(newLine);
      j++;
    }
  }
  result.push({ removed, added, kept: '' });
  return result;
}
