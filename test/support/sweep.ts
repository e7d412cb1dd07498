import type { XmlDocument, XmlElement } from '../../server/src/language/xml/tree.ts';
import { checkWellFormed } from '../../server/src/language/xml/well-formed.ts';
import { elementsOf, parse } from './tree.ts';

export type EditKind =
  | 'cut to end of line'
  | 'delete one character'
  | 'insert "'
  | 'insert <'
  | 'insert &'
  | 'insert >';

export interface SweepResult {
  readonly documents: number;
  readonly exact: number;
  /** A few that were not, for whoever mends the parser. */
  readonly misses: readonly string[];
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

function* editsOf(kind: EditKind, text: string): Generator<Edit> {
  for (let at = 0; at <= text.length; at++) {
    if (kind === 'cut to end of line') {
      let end = at;
      while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
      if (end > at) yield { start: at, end, insert: '' };
    } else if (kind === 'delete one character') {
      if (at < text.length) yield { start: at, end: at + 1, insert: '' };
    } else yield { start: at, end: at, insert: kind.slice(-1) };
  }
}

/**
 * One kind of edit at every offset of a text: in how many of the results is every element that the edit did not touch
 * exactly as before (name, ranges of its attributes, parent)?
 */
export function sweep(kind: EditKind, text: string): SweepResult {
  const original = elementsOf(parse(text));
  let documents = 0;
  let exact = 0;
  const misses: string[] = [];
  for (const edit of editsOf(kind, text)) {
    const changed = text.slice(0, edit.start) + edit.insert + text.slice(edit.end);
    const tree = parse(changed);
    // What is still well-formed after the edit (a CDATA section that now ends elsewhere) is another document, not a broken one.
    if (
      tree.faults.length === 0 &&
      checkWellFormed(changed, tree).kind === 'well-formed' &&
      changesMeaning(original, tree)
    )
      continue;
    documents++;
    const miss = firstMiss(original, tree, edit);
    if (!miss) exact++;
    else if (misses.length < 5)
      misses.push(
        `${kind} at ${edit.start}: ${miss} · …${JSON.stringify(changed.slice(Math.max(0, edit.start - 30), edit.start + 30))}…`,
      );
  }
  return { documents, exact, misses };
}

function changesMeaning(original: readonly XmlElement[], tree: XmlDocument): boolean {
  return elementsOf(tree).length !== original.length;
}

function firstMiss(original: readonly XmlElement[], tree: XmlDocument, edit: Edit): string | undefined {
  const delta = edit.insert.length - (edit.end - edit.start);
  const shift = (offset: number) => (offset >= edit.end ? offset + delta : offset);
  const touched = (element: XmlElement) =>
    (element.openTag.start < edit.end && edit.start < element.openTag.end) ||
    (edit.start === edit.end && element.openTag.start < edit.start && edit.start < element.openTag.end);
  const byStart = new Map(elementsOf(tree).map((element) => [element.span.start, element]));
  for (const before of original) {
    if (touched(before)) continue;
    const now = byStart.get(shift(before.span.start));
    if (!now || now.name !== before.name)
      return `<${before.name}> at ${before.span.start} is ${now ? `<${now.name}>` : 'gone'}`;
    if (now.attributes.length !== before.attributes.length)
      return `<${before.name}> at ${before.span.start} has other attributes`;
    for (const [index, attribute] of before.attributes.entries()) {
      const other = now.attributes[index];
      const same =
        other &&
        other.span.start === shift(attribute.span.start) &&
        other.span.end === shift(attribute.span.end) &&
        other.valueSpan.start === shift(attribute.valueSpan.start) &&
        other.name === attribute.name;
      if (!same) return `attribute ${attribute.name} of <${before.name}> at ${before.span.start}`;
    }
    // Where the edit has destroyed the parent's own tag there is no parent left to compare with.
    const parent = before.parent;
    const parentGone = parent && touched(parent) && !byStart.has(shift(parent.span.start));
    if (!parentGone && now.parent?.span.start !== (parent && shift(parent.span.start))) {
      return `parent of <${before.name}> at ${before.span.start} is <${now.parent?.name}> at ${now.parent?.span.start}`;
    }
  }
  return undefined;
}
