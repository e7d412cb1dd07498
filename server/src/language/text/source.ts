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
  /** The characters of one line without its line break. */
  lineSpan(line: number): Span;
  /** The value of a pure function of this document, computed once. The function itself is the key: pass a stable one. */
  derive<T>(compute: (source: Source) => T): T;
}

export function createSource(uri: string, version: number, text: string): Source {
  return new TextSource(uri, version, text);
}

/** The document after an editor's changes, which apply one after the other. */
export function updateSource(source: Source, changes: readonly SourceChange[], version: number): Source {
  let current = source;
  for (const { range, text } of changes) {
    const from = range ? current.offsetAt(range.start) : 0;
    const to = range ? current.offsetAt(range.end) : current.text.length;
    const low = Math.min(from, to);
    const next = current.text.slice(0, low) + text + current.text.slice(Math.max(from, to));
    current = new TextSource(source.uri, version, next);
  }
  return current === source ? new TextSource(source.uri, version, source.text) : current;
}

class TextSource implements Source {
  readonly #derived = new Map<unknown, unknown>();
  #starts: number[] | undefined;
  readonly uri: string;
  readonly version: number;
  readonly text: string;

  constructor(uri: string, version: number, text: string) {
    this.uri = uri;
    this.version = version;
    this.text = text;
  }

  get lineCount(): number {
    return this.#lineStarts().length;
  }

  positionAt(offset: number): Position {
    const starts = this.#lineStarts();
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return { line: low, character: at - (starts[low] ?? 0) };
  }

  offsetAt(position: Position): number {
    if (position.line >= this.lineCount) return this.text.length;
    if (position.line < 0) return 0;
    const { start, end } = this.lineSpan(position.line);
    return Math.min(start + Math.max(0, position.character), end);
  }

  lineSpan(line: number): Span {
    const starts = this.#lineStarts();
    const start = starts[line] ?? this.text.length;
    let end = starts[line + 1] ?? this.text.length;
    if (line + 1 < starts.length) {
      if (end > start && this.text.charCodeAt(end - 1) === 10) end--;
      if (end > start && this.text.charCodeAt(end - 1) === 13) end--;
    }
    return { start, end };
  }

  derive<T>(compute: (source: Source) => T): T {
    if (!this.#derived.has(compute)) this.#derived.set(compute, compute(this));
    return this.#derived.get(compute) as T;
  }

  #lineStarts(): number[] {
    if (this.#starts) return this.#starts;
    const starts = [0];
    for (let i = 0; i < this.text.length; i++) {
      const unit = this.text.charCodeAt(i);
      if (unit === 13 && this.text.charCodeAt(i + 1) === 10) i++;
      if (unit === 10 || unit === 13) starts.push(i + 1);
    }
    this.#starts = starts;
    return starts;
  }
}
