import type { Catalog, ItemEntry, ValueKind } from '../catalog/types.ts';
import { knownSettings } from '../custom-settings/known.ts';
import { customSettingsOf, entryOfKey, spanOfNode, textOf } from '../custom-settings/read.ts';
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
  /** What it leaves for somebody to fill in. */
  readonly placeholders: readonly Span[];
}

/** A value that is filled in, of something that the catalog knows. */
export interface KnownValue extends Omit<FilledValue, 'item' | 'entry'> {
  readonly entry: ItemEntry;
}

/** A value of something whose kind the catalog knows. */
export interface KindValue<Kind> extends KnownValue {
  readonly kind: Kind;
}

type Kinds<K extends ValueKind['kind']> = Extract<ValueKind, { kind: K }>;

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
  /**
   * The values of platform items of one kind that are filled in, then those that a metadata body has beside its items; what
   * still holds a placeholder has its own rule.
   */
  ofKind<K extends ValueKind['kind']>(kind: K): readonly KindValue<Kinds<K>>[];
  /**
   * What the metadata form says beside its items and in no item of that name (reference, section 7.2): the address in
   * `adapterUrl`, then the known keys of `customSettings`. That two places disagree has rules of its own, and so has JSON
   * that cannot be read.
   */
  besideItems(): readonly KnownValue[];
}

export function createItemValues(source: Source, definition: Definition, catalog: Catalog): ItemValues {
  const { sections } = definition;
  let known: CatalogItem[] | undefined;
  let filled: FilledValue[] | undefined;
  let complete: ReadonlyMap<ValueKind['kind'], readonly KindValue<ValueKind>[]> | undefined;
  let beside: KnownValue[] | undefined;
  const look = () => {
    known = [];
    filled = [];
    for (const section of sections) {
      const sectionName = section.name?.text ?? '';
      // In a section of one's own the catalog knows nothing, and most items are in such.
      const isKnown = catalog.section(sectionName) !== undefined;
      for (const item of section.items) {
        const entry = isKnown ? catalog.item(sectionName, item.name?.text ?? '') : undefined;
        if (entry) known.push({ item, entry });
        const value = filledValue(source, item, entry);
        if (value) filled.push(value);
      }
    }
    return { known, filled };
  };
  const filledIn = () => filled ?? look().filled;
  const besideItems = () => {
    beside ??= [...valuesBesideItems(source, definition, catalog)];
    return beside;
  };
  return {
    ofCatalog: () => known ?? look().known,
    filled: filledIn,
    ofKind<K extends ValueKind['kind']>(kind: K) {
      complete ??= byKind([...completeOnes(filledIn()), ...completeOnes(besideItems())]);
      // Under a kind are the values of that kind.
      return (complete.get(kind) ?? none) as readonly KindValue<Kinds<K>>[];
    },
    besideItems,
  };
}

const none: readonly never[] = Object.freeze([]);

function byKind(
  values: readonly KindValue<ValueKind>[],
): ReadonlyMap<ValueKind['kind'], readonly KindValue<ValueKind>[]> {
  const found = new Map<ValueKind['kind'], KindValue<ValueKind>[]>();
  for (const value of values) {
    const { kind } = value.kind;
    const same = found.get(kind);
    if (same) same.push(value);
    else found.set(kind, [value]);
  }
  return found;
}

function completeOnes(values: readonly Pick<FilledValue, keyof KnownValue>[]): KindValue<ValueKind>[] {
  const found: KindValue<ValueKind>[] = [];
  for (const { entry, name, text, at, placeholders } of values) {
    if (entry && placeholders.length === 0) found.push({ entry, name, text, at, placeholders, kind: entry.value });
  }
  return found;
}

function* valuesBesideItems(source: Source, definition: Definition, catalog: Catalog): Generator<KnownValue> {
  const { metadata, sections } = definition;
  if (!metadata) return;
  const general = sections.filter(({ name }) => name?.text === 'reqGeneralInfo');
  const inItem = new Set(general.flatMap(({ items }) => items.map(({ name }) => name?.text)));
  // Comments and CDATA sections are left alone: what a fix writes would be something else in there.
  const isText = ({ start, end }: Span) => !source.text.slice(start, end).includes('<');

  const { adapterUrl } = metadata;
  const entry = catalog.item('reqGeneralInfo', 'reqAdapterUrl');
  if (adapterUrl && entry && !inItem.has(entry.name) && adapterUrl.text.trim() !== '' && isText(adapterUrl.span)) {
    const at = withoutBlanks(source.text, adapterUrl.span);
    const placeholders = placeholdersIn(source.text, at);
    yield { entry, name: 'adapterUrl', text: adapterUrl.text.trim(), at, placeholders };
  }

  const settings = customSettingsOf(source);
  if (!settings || settings.errors.length > 0 || !isText(settings.element.content)) return;
  for (const known of knownSettings(catalog)) {
    const setting = inItem.has(known.name) ? undefined : entryOfKey(settings, known.name);
    const text = setting && textOf(setting)?.trim();
    if (!setting?.value || !text) continue;
    const { start, end } = spanOfNode(setting.value);
    const at = withoutBlanks(source.text, settings.text.rawSpan({ start: start + 1, end: end - 1 }));
    // Nor what JSON has to escape.
    if (source.text.slice(at.start, at.end).includes('\\')) continue;
    yield { entry: known, name: known.name, text, at, placeholders: placeholdersIn(source.text, at) };
  }
}

function filledValue(source: Source, item: Item, entry: ItemEntry | undefined): FilledValue | undefined {
  const text = item.value.text.trim();
  if (text === '' || !item.valueIsPlain) return undefined;
  const at = withoutBlanks(source.text, item.value.span);
  return { item, entry, name: item.name?.text ?? '', text, at, placeholders: placeholdersIn(source.text, at) };
}

/** The characters of a part of a value, where the value is written plainly up to there: no reference, no CDATA. */
export function partOf(
  source: Source,
  { text, at }: Pick<FilledValue, 'text' | 'at'>,
  start: number,
  end: number,
): Span | undefined {
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
