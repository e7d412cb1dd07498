import { indentAt, indentStep, startsLine } from '../../rules/edits.ts';
import { lineEndOf } from '../../text/line-end.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import type { XmlElement } from '../../xml/tree.ts';

/** How the lines of an inserted element are broken and indented. All parts are empty where a document has one line. */
export interface Lines {
  readonly eol: string;
  /** The indentation of the element itself. */
  readonly indent: string;
  /** What each level below it adds. */
  readonly step: string;
}

/** Where an element goes: what it replaces, and what must stand around it so that it has a line of its own. */
export interface Slot {
  readonly span: Span;
  readonly lead: string;
  readonly tail: string;
  readonly lines: Lines;
}

/** A line break and the indentation of a level below the element. */
export function lineBreak({ eol, indent, step }: Lines, depth: number): string {
  return eol === '' ? '' : eol + indent + step.repeat(depth);
}

/** The lines of what is inserted into an element that is there already. */
export function linesOf(source: Source, element: XmlElement): Lines {
  if (source.lineCount === 1) return { eol: '', indent: '', step: '' };
  return {
    eol: lineEndOf(source),
    indent: indentAt(source, element.span.start),
    step: indentStep(source),
  };
}

/**
 * The place for a new element in the content of `parent` instead of the characters at `at`, which stand on one line;
 * `shell` is the child that these are, if they are one.
 */
export function slotAt(source: Source, parent: XmlElement, at: Span, shell?: XmlElement): Slot {
  const outer = linesOf(source, parent);
  const together = { span: at, lead: '', tail: '', lines: { eol: '', indent: '', step: '' } };
  if (outer.eol === '') return together;
  const siblings = parent.children.filter((child): child is XmlElement => child.kind === 'element' && child !== shell);
  const onLines = siblings.filter((sibling) => startsLine(source, sibling.span.start));
  if (siblings.length > 0 && onLines.length === 0) return together;
  const line = source.lineSpan(source.positionAt(at.start).line);
  const head = source.text.slice(line.start, at.start);
  const rest = source.text.slice(at.end, line.end);
  const before = onLines.filter((sibling) => sibling.span.start < at.start).at(-1);
  const neighbour = before ?? onLines[0];
  const lines = neighbour
    ? { ...outer, indent: indentAt(source, neighbour.span.start) }
    : { ...outer, ...firstIndent(outer, head) };
  const { indent } = lines;

  let { start, end } = at;
  let lead = '';
  if (head.trim() !== '') {
    start -= head.length - head.trimEnd().length;
    lead = lineBreak(lines, 0);
  } else if (head !== indent) {
    start = line.start;
    lead = indent;
  }
  let tail = '';
  if (rest.trim() !== '') {
    end += rest.length - rest.trimStart().length;
    tail = rest.trimStart().startsWith('</') ? lineBreak(outer, 0) : lineBreak(lines, 0);
  }
  return { span: { start, end }, lead, tail, lines };
}

/** For the first child of an element: where its author has put the cursor, if that is further in. */
function firstIndent({ indent, step }: Lines, head: string): Pick<Lines, 'indent' | 'step'> {
  const deeper = head.trim() === '' && head.startsWith(indent) && head.length > indent.length;
  if (!deeper) return { indent: indent + step, step };
  return { indent: head, step: head.slice(indent.length) };
}
