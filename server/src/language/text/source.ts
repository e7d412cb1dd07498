import type { Span } from './span.ts';

/** Zero-based line and UTF-16 column, as the Language Server Protocol counts by default. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** One change as an editor sends it: `range` is absent when the whole text is replaced. */
export interface SourceChange {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/**
 * An immutable document. Whatever is computed from the text alone hangs on it through `derive`, so nothing is ever
 * invalidated: a changed document is another `Source`, and what belonged to the old one goes away with it.
 */
export interface Source {
  readonly uri: string;
  /** The editor's version number; 0 for text that no editor holds. */
  readonly version: number;
  readonly text: string;
  readonly lineCount: number;
  /** Line and column of an offset; offsets outside the text are moved to its nearest end. Line ends: LF, CRLF, CR. */
  positionAt(offset: number): Position;
  /** Offset of a position; a column past the end of its line gives the line's end, before its line break. */
  offsetAt(position: Position): number;
  /** Where each line begins. */
  readonly lineStarts: readonly number[];
  /** The characters of one line without its line break. */
  lineSpan(line: number): Span;
  /** The value of a pure function of this document, computed once. The function itself is the key: pass a stable one. */
  derive<T>(compute: (source: Source) => T): T;
  /** Lets go of what `derive` holds. For hosts with very many documents: whoever asks again gets it computed anew. */
  forget(): void;
}

export function createSource(uri: string, version: number, text: string): Source {
  return new TextSource(uri, version, text);
}

/** The document after an editor's changes, which apply one after the other. */
export function updateSource(source: Source, changes: readonly SourceChange[], version: number): Source {
  let { text } = source;
  let starts = source.lineStarts;
  for (const change of changes) {
    const from = change.range ? offsetIn(text, starts, change.range.start) : 0;
    const to = change.range ? offsetIn(text, starts, change.range.end) : text.length;
    const span = { start: Math.min(from, to), end: Math.max(from, to) };
    // Joined, and not added up: what is added up stays a chain of pieces for the engine, and is read at half the speed.
    text = [text.slice(0, span.start), change.text, text.slice(span.end)].join('');
    starts = lineStartsAfter(starts, text, span, change.text.length);
  }
  return new TextSource(source.uri, version, text, starts);
}

/** Where the lines of a text begin, from `from` up to `to`, where a line begins or the text ends; the first is not counted. */
function lineStartsIn(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  let feed = text.indexOf('\n', from);
  let carriage = text.indexOf('\r', from);
  // Not the end of the text, which may be where a carriage return ends.
  const farAway = text.length + 1;
  for (;;) {
    if (feed < 0) feed = farAway;
    if (carriage < 0) carriage = farAway;
    const at = Math.min(feed, carriage);
    if (at >= to) return starts;
    const end = at === carriage && feed === carriage + 1 ? feed + 1 : at + 1;
    starts.push(end);
    if (feed < end) feed = text.indexOf('\n', end);
    if (carriage < end) carriage = text.indexOf('\r', end);
  }
}

/**
 * The line starts of `text`, which came of an edit: those of the lines around it are looked up anew, the others move.
 * @param starts the line starts before
 * @param span what was replaced, in the text before
 * @param length of what stands there now
 */
function lineStartsAfter(starts: readonly number[], text: string, span: Span, length: number): readonly number[] {
  const moved = length - (span.end - span.start);
  // One line more at the beginning: a line feed that comes to stand behind a carriage return makes one break of the two.
  const first = Math.max(0, lineAt(starts, span.start) - 1);
  const next = lineAt(starts, span.end) + 1;
  const rest = starts[next];
  const between = lineStartsIn(text, starts[first] ?? 0, rest === undefined ? text.length : rest + moved - 1);
  const result = starts.slice(0, first + 1);
  for (const start of between) result.push(start);
  for (let line = next; line < starts.length; line++) {
    const start = (starts[line] ?? 0) + moved;
    if (start > (result.at(-1) ?? 0)) result.push(start);
  }
  return result;
}

/** The line that an offset is in. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

function lineSpanIn(text: string, starts: readonly number[], line: number): Span {
  const start = starts[line] ?? text.length;
  let end = starts[line + 1] ?? text.length;
  if (line + 1 < starts.length) {
    if (end > start && text.charCodeAt(end - 1) === 10) end--;
    if (end > start && text.charCodeAt(end - 1) === 13) end--;
  }
  return { start, end };
}

function offsetIn(text: string, starts: readonly number[], { line, character }: Position): number {
  if (line >= starts.length) return text.length;
  if (line < 0) return 0;
  const { start, end } = lineSpanIn(text, starts, line);
  return Math.min(start + Math.max(0, character), end);
}

class TextSource implements Source {
  readonly #derived = new Map<unknown, unknown>();
  #starts: readonly number[] | undefined;
  readonly uri: string;
  readonly version: number;
  readonly text: string;

  constructor(uri: string, version: number, text: string, starts?: readonly number[]) {
    this.uri = uri;
    this.version = version;
    this.text = text;
    this.#starts = starts;
  }

  get lineStarts(): readonly number[] {
    this.#starts ??= [0, ...lineStartsIn(this.text, 0, this.text.length)];
    return this.#starts;
  }

  get lineCount(): number {
    return this.lineStarts.length;
  }

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = lineAt(this.lineStarts, at);
    return { line, character: at - (this.lineStarts[line] ?? 0) };
  }

  offsetAt(position: Position): number {
    return offsetIn(this.text, this.lineStarts, position);
  }

  lineSpan(line: number): Span {
    return lineSpanIn(this.text, this.lineStarts, line);
  }

  forget(): void {
    this.#derived.clear();
  }

  derive<T>(compute: (source: Source) => T): T {
    const known = this.#derived.get(compute);
    if (known !== undefined || this.#derived.has(compute)) return known as T;
    const value = compute(this);
    this.#derived.set(compute, value);
    return value;
  }
}
