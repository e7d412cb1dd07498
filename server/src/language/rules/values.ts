import type { Catalog, ItemEntry, ValueKind } from '../catalog/types.ts';
import type { Definition, Item } from '../model/definition.ts';
import { placeholdersIn } from '../model/placeholders.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { escapeText } from '../xml/references.ts';
import { replaceSpan } from './edits.ts';

/** A value that somebody filled in: not blank, and made of text alone. */
export interface FilledValue {
  readonly item: Item;
  /** What the catalog knows of the item; undefined for an item of one's own. */
  readonly entry: ItemEntry | undefined;
  readonly name: string;
  /** Without the blanks around it. */
  readonly text: string;
  /** The characters it stands on, without the blanks around it. */
  readonly at: Span;
}

/** A platform item that stands in the section where the catalog knows it. */
export interface CatalogItem {
  readonly item: Item;
  readonly entry: ItemEntry;
}

/**
 * The items of one definition as the rules look at them. Each list is made when the first rule asks and then serves all:
 * thirty rules ask, and a file may hold very many items.
 */
export interface ItemValues {
  /** In text order. */
  ofCatalog(): readonly CatalogItem[];
  /** Every value that is filled in, of platform items and own ones, in text order. */
  filled(): readonly FilledValue[];
}

export function createItemValues(source: Source, { sections }: Definition, catalog: Catalog): ItemValues {
  let known: CatalogItem[] | undefined;
  let filled: FilledValue[] | undefined;
  const look = () => {
    known = [];
    filled = [];
    for (const section of sections) {
      const sectionName = section.name?.text ?? '';
      for (const item of section.items) {
        const entry = catalog.item(sectionName, item.name?.text ?? '');
        if (entry) known.push({ item, entry });
        const value = filledValue(source, item, entry);
        if (value) filled.push(value);
      }
    }
    return { known, filled };
  };
  return { ofCatalog: () => known ?? look().known, filled: () => filled ?? look().filled };
}

function filledValue(source: Source, item: Item, entry: ItemEntry | undefined): FilledValue | undefined {
  const text = item.value.text.trim();
  if (text === '' || !item.valueIsPlain) return undefined;
  return { item, entry, name: item.name?.text ?? '', text, at: withoutBlanks(source.text, item.value.span) };
}

export interface KindValue<Kind> extends FilledValue {
  readonly entry: ItemEntry;
  readonly kind: Kind;
}

/** The values of platform items of one kind that are filled in; those that still hold a placeholder have their own rule. */
export function* valuesOfKind<K extends ValueKind['kind']>(
  context: { readonly source: Source; readonly values: ItemValues },
  wanted: K,
): Generator<KindValue<Extract<ValueKind, { kind: K }>>> {
  const { source, values } = context;
  for (const { item, entry } of values.ofCatalog()) {
    if (entry.value.kind !== wanted) continue;
    const value = filledValue(source, item, entry);
    if (!value || holdsPlaceholder(source, value)) continue;
    yield { ...value, entry, kind: entry.value as Extract<ValueKind, { kind: K }> };
  }
}

export function holdsPlaceholder(source: Source, value: Pick<FilledValue, 'at'>): boolean {
  return placeholdersIn(source.text, value.at).length > 0;
}

/** The characters of a part of a value, where the value is written plainly up to there: no reference, no CDATA. */
export function partOf(source: Source, { text, at }: FilledValue, start: number, end: number): Span | undefined {
  if (!source.text.startsWith(text.slice(0, end), at.start)) return undefined;
  return { start: at.start + start, end: at.start + end };
}

/** An edit that puts another text in the place of a value. */
export function replaceValue(at: Span, text: string) {
  return replaceSpan(at, escapeText(text));
}

/** A span without the white space at its ends; an empty one where there is nothing else. */
export function withoutBlanks(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
