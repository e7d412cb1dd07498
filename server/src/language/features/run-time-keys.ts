import * as l10n from '@vscode/l10n';
import type { Catalog } from '../catalog/types.ts';
import type { Field } from '../model/definition.ts';
import { definitionOf } from '../model/read.ts';
import type { KeyAt, RunTimeKey } from '../service/editing.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';

/** The key whose name stands at `offset`, or whose element's tag does. */
export function keyAt(source: Source, offset: number, catalog: Catalog): KeyAt | undefined {
  const holds = ({ start, end }: Span) => start <= offset && offset <= end;
  for (const { element, name, items } of definitionOf(source).sections) {
    if (!name || !holds(element.span)) continue;
    const section = name.text;
    const found = items.find((item) => (item.name && holds(item.name.span)) || holds(item.element.nameSpan));
    if (found?.name) return keyOf({ section, item: found.name.text }, found.name, catalog);
    if (holds(name.span) || holds(element.nameSpan)) return keyOf({ section, item: undefined }, name, catalog);
  }
  return undefined;
}

function keyOf(key: RunTimeKey, { text, span }: Field, catalog: Catalog): KeyAt | undefined {
  if (key.section === '' || text === '') return undefined;
  const known = key.item === undefined ? catalog.section(text) : catalog.itemsNamed(text).length > 0;
  return { key, at: span, renamable: !known };
}

/** Where a definition itself has the names that a key is made of: one place, where nothing stands twice. */
export function namesOf(source: Source, key: RunTimeKey): readonly Span[] {
  const sections = definitionOf(source).sections.filter(({ name }) => name?.text === key.section);
  if (key.item === undefined) return sections.flatMap(({ name }) => name?.span ?? []);
  return sections.flatMap(({ items }) =>
    items.flatMap(({ name }) => (name && name.text === key.item ? [name.span] : [])),
  );
}

/**
 * Where code has the key as a string: `'/section/item'`, also as the beginning of `/section/item/label`. The spans are
 * those of the last name: of the item, or of the section where the key is one.
 */
export function keyPlaces(text: string, { section, item }: RunTimeKey): readonly Span[] {
  const places: Span[] = [];
  const name = item ?? section;
  const whole = item === undefined ? `/${section}` : `/${section}/${item}`;
  for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) {
    const end = at + whole.length;
    // A quote before it, in any of the languages, and no name that only begins alike.
    if (!/["'`]/.test(text[at - 1] ?? '') || /\w/.test(text[end] ?? '')) continue;
    places.push({ start: end - name.length, end });
  }
  return places;
}

/** Why a section or item cannot have another name (reference, section 2.3); undefined when it can. */
export function nameTrouble(source: Source, key: RunTimeKey, name: string, catalog: Catalog): string | undefined {
  const { sections } = definitionOf(source);
  const section = sections.find((candidate) => candidate.name?.text === key.section);
  const taken = key.item === undefined ? sections : (section?.items ?? []);
  return newNameTrouble(name, name === (key.item ?? key.section) ? [] : taken, catalog);
}

/** Why nothing can be given a name beside `others`; undefined when it can. */
export function newNameTrouble(
  name: string,
  others: readonly { readonly name: Field | undefined }[],
  catalog: Catalog,
): string | undefined {
  if (!/^[A-Za-z0-9]+$/.test(name)) return l10n.t('“{0}” is no name: names are letters and digits only.', name);
  const attributes = catalog.element('item')?.attributes ?? [];
  if (attributes.some(({ reserved }) => reserved?.includes(name))) {
    return l10n.t('“{0}” is reserved: the platform uses it for keys of its own.', name);
  }
  if (others.some((part) => part.name?.text.trim() === name)) return l10n.t('“{0}” is taken already.', name);
  return undefined;
}
