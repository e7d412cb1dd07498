import type { TextEdit } from '../text/edits.ts';
import { lineEnd } from '../text/line-end.ts';
import type { Span } from '../text/span.ts';
import { referencesIn } from './references.ts';
import type { XmlElement, XmlNode } from './tree.ts';

/**
 * The character data of an element as a program reads it, with the way back to the characters of the document: for a
 * language that is written inside XML. References are decoded, CDATA is taken as it is, comments and processing
 * instructions are left out, line breaks are line feeds.
 *
 * Offsets are UTF-16. `text` and whatever is called decoded counts in the decoded text, raw in the document.
 */
export interface DecodedText {
  readonly text: string;
  /** The characters of the document that the decoded ones stand on; a part of a reference stands on all of it. */
  rawSpan(decoded: Span): Span;
  /**
   * The place in the decoded text of a raw offset that stands between two of its characters; `undefined` for any other:
   * in a reference, a comment, the marks of a CDATA section, within a CRLF, outside the element.
   */
  decodedAt(raw: number): number | undefined;
  /**
   * The edits of the document that put `newText` in the place of a span of the decoded text. What is no text between
   * its characters, such as a comment, stays. For an element with an end tag only: another has no place for text.
   * A carriage return cannot be written in CDATA, where it becomes a line feed.
   */
  edits(decoded: Span, newText: string): readonly TextEdit[];
  /**
   * How the document would write `newText` at that place of the decoded text. What means something to XML is written as
   * the text writes it already, else as a reference.
   */
  encode(newText: string, decoded: number): string;
}

/** Characters of the document that stand for characters of the decoded text. */
interface Run {
  /** Of the document. */
  readonly raw: Span;
  /** Of the decoded text. */
  readonly decoded: Span;
  /** Read as it is written, character by character; otherwise all of it is one reference or line break. */
  readonly exact: boolean;
  /** The text or CDATA section that holds it; undefined where the element has neither. */
  readonly node: XmlNode | undefined;
}

/** Reads the character data directly in an element of `document`. */
export function decodeContent(document: string, element: XmlElement): DecodedText {
  const runs: Run[] = [];
  let text = '';
  for (const node of element.children) {
    const span = node.kind === 'text' ? node.span : node.kind === 'cdata' ? node.content : undefined;
    if (!span) continue;
    let done = span.start;
    const push = (end: number, decoded: string, exact: boolean) => {
      if (end === done) return;
      const start = text.length;
      text += decoded;
      runs.push({ raw: { start: done, end }, decoded: { start, end: text.length }, exact, node });
      done = end;
    };
    for (const { start, written, decoded } of translations(document.slice(span.start, span.end), node.kind)) {
      push(span.start + start, document.slice(done, span.start + start), true);
      push(done + written.length, decoded, false);
    }
    push(span.end, document.slice(done, span.end), true);
  }
  return decodedText(document, text, runs, emptyRun(element));
}

/** Where text goes in an element that has none. */
function emptyRun({ children, content }: XmlElement): Run {
  const node = children.find(({ kind }) => kind === 'cdata');
  const at = node?.kind === 'cdata' ? node.content.start : content.start;
  return { raw: { start: at, end: at }, decoded: { start: 0, end: 0 }, exact: true, node };
}

interface Translation {
  readonly start: number;
  readonly written: string;
  readonly decoded: string;
}

/** What is not read as it is written: line breaks that are no line feed and, outside CDATA, references. */
function translations(raw: string, kind: XmlNode['kind']): readonly Translation[] {
  const breaks = [...raw.matchAll(/\r\n?/g)].map(({ 0: written, index }) => ({ start: index, written, decoded: '\n' }));
  if (kind === 'cdata') return breaks;
  const references = [...referencesIn(raw)];
  return breaks.length === 0 ? references : [...breaks, ...references].sort((a, b) => a.start - b.start);
}

function decodedText(document: string, text: string, runs: readonly Run[], empty: Run): DecodedText {
  let spellings: ReadonlyMap<string, string> | undefined;
  let eol: string | undefined;
  const endOfLine = (): string => {
    eol ??= lineEnd(document);
    return eol;
  };

  /** The run of the character behind a place; at the end, that of the last character. */
  function runAt(decoded: number): Run {
    return firstOf(runs, (run) => run.decoded.end > decoded) ?? runs.at(-1) ?? empty;
  }

  function rawStart(decoded: number): number {
    const { raw, decoded: own, exact } = runAt(decoded);
    if (decoded >= own.end) return raw.end;
    return exact ? raw.start + decoded - own.start : raw.start;
  }

  function rawEnd(decoded: number): number {
    const { raw, decoded: own, exact } = runAt(decoded - 1);
    return exact ? raw.start + decoded - own.start : raw.end;
  }

  function rawSpan({ start, end }: Span): Span {
    return { start: rawStart(start), end: end > start ? rawEnd(end) : rawStart(start) };
  }

  function encode(newText: string, decoded: number): string {
    const ended = (lines: string) => lines.replaceAll('\n', endOfLine());
    if (runAt(decoded).node?.kind === 'cdata') return ended(newText.replaceAll(']]>', ']]]]><![CDATA[>'));
    spellings ??= spellingsIn(document, text, runs);
    return ended(newText.replace(/[&<>"'\r]/g, (character) => spellings?.get(character) ?? character));
  }

  return {
    text,
    rawSpan,
    encode,
    decodedAt(place) {
      const { raw, decoded, exact } = firstOf(runs, (run) => run.raw.end >= place) ?? empty;
      if (place === raw.start) return decoded.start;
      if (place === raw.end) return decoded.end;
      return exact && raw.start < place && place < raw.end ? decoded.start + place - raw.start : undefined;
    },
    edits(decoded, newText) {
      const touched: Run[] = [];
      for (let at = indexOf(runs, (run) => run.decoded.end > decoded.start); at < runs.length; at++) {
        const run = runs[at];
        if (!run || run.decoded.start >= decoded.end) break;
        touched.push(run);
      }
      const written = encode(newText, decoded.start);
      if (touched.length === 0) return [{ span: rawSpan(decoded), newText: written }];
      const nodes = new Set(touched.map(({ node }) => node));
      return [...nodes].map((node, index) => {
        const own = touched.filter((run) => run.node === node);
        const start = Math.max(decoded.start, own[0]?.decoded.start ?? 0);
        const end = Math.min(decoded.end, own.at(-1)?.decoded.end ?? 0);
        return { span: rawSpan({ start, end }), newText: index === 0 ? written : '' };
      });
    },
  };
}

/** The first of the runs for which something holds that holds for all behind it, too. */
function firstOf(runs: readonly Run[], holds: (run: Run) => boolean): Run | undefined {
  return runs[indexOf(runs, holds)];
}

/** Its place; that behind the last where there is none. */
function indexOf(runs: readonly Run[], holds: (run: Run) => boolean): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && holds(run)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How the characters are written that mean something to XML. Of two quotes, a new one is written as the other is. */
function spellingsIn(document: string, text: string, runs: readonly Run[]): ReadonlyMap<string, string> {
  const quotes = new Map<string, string>();
  for (const { raw, decoded, exact, node } of runs) {
    if (node?.kind === 'cdata') continue;
    const characters = text.slice(decoded.start, decoded.end);
    for (const quote of ['"', "'"]) {
      if (!quotes.has(quote) && characters.includes(quote))
        quotes.set(quote, exact ? quote : document.slice(raw.start, raw.end));
    }
  }
  const asTheyAre = quotes.get('"') === '"' || quotes.get("'") === "'";
  return new Map([
    ['"', quotes.get('"') ?? (asTheyAre ? '"' : '&quot;')],
    ["'", quotes.get("'") ?? (asTheyAre ? "'" : '&apos;')],
    // As it is, it might come to stand behind `]]`.
    ['>', '&gt;'],
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['\r', '&#13;'],
  ]);
}
