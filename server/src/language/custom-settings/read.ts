import { type Node, type ParseError, parseTree } from 'jsonc-parser/lib/esm/main.js';
import { definitionOf } from '../model/read.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { type DecodedText, decodeContent } from '../xml/decoded-text.ts';
import type { XmlElement } from '../xml/tree.ts';

/**
 * The JSON in `customSettings` (reference, section 7.1: an object, all values strings), as far as it can be read. Nodes
 * and errors count in the decoded text; `text` leads to their place in the document.
 */
export interface CustomSettings {
  readonly element: XmlElement;
  readonly text: DecodedText;
  /** In text order, cascades included; empty for a text that JSON.parse accepts, and for a blank one. */
  readonly errors: readonly ParseError[];
  readonly root: Node | undefined;
  /** Of an object, in text order. Of two with one key the last one counts, as JSON.parse has it. */
  readonly entries: readonly Entry[];
  /** The entry of each key that counts. A hostile file has very many. */
  readonly byKey: ReadonlyMap<string, Entry>;
}

export interface Entry {
  readonly key: string;
  readonly keyNode: Node;
  /** Key, colon and value, as far as they are there. */
  readonly property: Node;
  readonly value: Node | undefined;
}

/** What a metadata definition has in `customSettings`; undefined where it has no such element. */
export function customSettingsOf(source: Source): CustomSettings | undefined {
  return source.derive(read);
}

function read(source: Source): CustomSettings | undefined {
  const element = definitionOf(source).metadata?.customSettings?.element;
  if (!element) return undefined;
  const text = decodeContent(source.text, element);
  const parsed = text.text.trim() === '' ? { errors: [], root: undefined, entries: [] } : parseJson(text.text);
  return { element, text, ...parsed, byKey: new Map(parsed.entries.map((entry) => [entry.key, entry])) };
}

/** Reads JSON as strictly as JSON.parse does, and goes on behind an error. */
export function parseJson(text: string): Pick<CustomSettings, 'errors' | 'root' | 'entries'> {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { disallowComments: true });
    return { errors, root, entries: entriesOf(root) };
  } catch (error) {
    // The parser goes down with the text, as deep as the stack allows.
    if (!(error instanceof RangeError)) throw error;
    return { errors: [{ error: invalidSymbol, offset: 0, length: 1 }], root: undefined, entries: [] };
  }
}

/** `ParseErrorCode.InvalidSymbol`, which is a constant of the types only. */
const invalidSymbol = 1;

function entriesOf(root: Node | undefined): readonly Entry[] {
  if (root?.type !== 'object') return [];
  return (root.children ?? []).flatMap((property) => {
    const [keyNode, value] = property.children ?? [];
    return keyNode ? [{ key: String(keyNode.value), keyNode, property, value }] : [];
  });
}

/** Nothing in it, or nil. */
export function isBlank({ text }: CustomSettings): boolean {
  return text.text.trim() === '';
}

/** The value of an entry as text; undefined for one that is no string. */
export function textOf({ value }: Entry): string | undefined {
  return value?.type === 'string' ? String(value.value) : undefined;
}

/** The entry of a key that counts. */
export function entryOfKey(settings: CustomSettings, key: string): Entry | undefined {
  return settings.byKey.get(key);
}

export function spanOfNode({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

/** The characters of the document that a node stands on. */
export function placeOf({ text }: CustomSettings, node: Node): Span {
  return text.rawSpan(spanOfNode(node));
}
