import { customSettingsOf, type Entry, entryOfKey, placeOf, textOf } from '../custom-settings/read.ts';
import type { Definition, Field, Item, Section } from '../model/definition.ts';
import { internalNameOf } from '../model/internal-name.ts';
import { definitionOf } from '../model/read.ts';
import { inSortOrder } from '../model/sort-order.ts';
import type { FieldSpans } from '../service/preview.ts';
import type { Source } from '../text/source.ts';
import type { FieldId } from './preview.ts';

/** What an id of the preview stands for. */
export type Part =
  | { readonly kind: 'section'; readonly id: FieldId; readonly section: Section }
  | { readonly kind: 'item'; readonly id: FieldId; readonly item: Item; readonly section: SectionPart }
  /** An element of the metadata root. `label` is the element that labels it. */
  | {
      readonly kind: 'element';
      readonly id: FieldId;
      readonly name: string;
      readonly value: string;
      /** Undefined where only the file's name says the value. */
      readonly field: Field | undefined;
      readonly label: Field | undefined;
    }
  /** A key of `customSettings` whose value is a string. */
  | {
      readonly kind: 'setting';
      readonly id: FieldId;
      readonly name: string;
      readonly value: string;
      readonly entry: Entry;
    };

export type SectionPart = Extract<Part, { kind: 'section' }>;
export type ItemPart = Extract<Part, { kind: 'item' }>;

/** Everything of a document that has an id. */
export interface Fields {
  readonly byId: ReadonlyMap<FieldId, Part>;
  /** In the order in which a page shows them, with their items in theirs. */
  readonly sections: readonly { readonly part: SectionPart; readonly items: readonly ItemPart[] }[];
  /** What a metadata body says beside its items, and in no item with the same value. */
  readonly beside: readonly Exclude<Part, { kind: 'section' | 'item' }>[];
}

/** Worked out once per document. */
export function fieldsOf(source: Source): Fields {
  return source.derive(readFields);
}

function readFields(source: Source): Fields {
  const definition = definitionOf(source);
  const byId = new Map<FieldId, Part>();
  const counts = new Map<string, number>();
  const idFor = (wanted: string): FieldId => {
    if (!byId.has(wanted)) return wanted;
    let count = counts.get(wanted) ?? 1;
    // A name that holds a `#` may look like the id of another one.
    do count++;
    while (byId.has(`${wanted}#${count}`));
    counts.set(wanted, count);
    return `${wanted}#${count}`;
  };
  const add = <P extends Part>(part: P): P => {
    byId.set(part.id, part);
    return part;
  };
  const inTextOrder = definition.sections.map((section) => {
    const part = add({ kind: 'section', id: idFor(`/${nameOf(section)}`), section } as const);
    const items = section.items.map((item) =>
      add({ kind: 'item', id: idFor(`${part.id}/${nameOf(item)}`), item, section: part } as const),
    );
    return { part, items, sortOrder: section.sortOrder };
  });
  const sections = inOrderOf(definition, inTextOrder).map(({ part, items }) => ({
    part,
    items: inOrderOf(
      definition,
      items.map((own) => ({ own, sortOrder: own.item.sortOrder })),
    ).map(({ own }) => own),
  }));
  return { byId, sections, beside: besideItems(definition).map(add) };
}

/** The order of Setup: by number, in the metadata form, which has none, by place. */
export function inOrderOf<T extends { readonly sortOrder: Field | undefined }>(
  { body }: Definition,
  parts: readonly T[],
): readonly T[] {
  return body === 'metadata' ? parts : inSortOrder(parts);
}

/** The name as adapters know it; empty where there is none. */
export function nameOf({ name }: Section | Item): string {
  return name?.text.trim() ?? '';
}

/** The first item of that name in `reqGeneralInfo`. */
export function generalItem({ sections }: Definition, name: string): Item | undefined {
  for (const section of sections) {
    if (nameOf(section) !== 'reqGeneralInfo') continue;
    const found = section.items.find((item) => nameOf(item) === name);
    if (found) return found;
  }
  return undefined;
}

function besideItems(definition: Definition): readonly Fields['beside'][number][] {
  const { metadata, source } = definition;
  if (!metadata) return [];
  const { fullName, internalNameLabel, displayName, displayNameLabel, adapterUrl } = metadata;
  const element = (name: string, field: Field | undefined, label?: Field, value = field?.text ?? '') =>
    field || label ? [{ kind: 'element', id: `<${name}>`, name, value, field, label } as const] : [];
  const saidByItem = (name: string, value: string) => generalItem(definition, name)?.value.text.trim() === value.trim();
  const settings = customSettingsOf(source);
  const entries = settings && settings.errors.length === 0 ? settings.entries : [];
  return [
    ...element('fullName', fullName, internalNameLabel, fullName?.text ?? internalNameOf(definition)?.text),
    ...element('displayName', displayName, displayNameLabel),
    ...(adapterUrl && !saidByItem('reqAdapterUrl', adapterUrl.text) ? element('adapterUrl', adapterUrl) : []),
    ...entries.flatMap((entry) => {
      const { key: name } = entry;
      const value = textOf(entry);
      if (!settings || value === undefined || entryOfKey(settings, name) !== entry || saidByItem(name, value))
        return [];
      return [{ kind: 'setting', id: `{${name}}`, name, value, entry } as const];
    }),
  ];
}

/** Where a part is written down; undefined for what only the file's name says. */
export function spansOf(source: Source, part: Part): FieldSpans | undefined {
  switch (part.kind) {
    case 'section': {
      const { element, name, label } = part.section;
      return { element: element.span, name: name?.span, label: label?.span, value: undefined };
    }
    case 'item': {
      const { element, name, label, value } = part.item;
      return { element: element.span, name: name?.span, label: label?.span, value: value.span };
    }
    case 'element': {
      const element = (part.field ?? part.label)?.element;
      return element && { element: element.span, name: undefined, label: part.label?.span, value: part.field?.span };
    }
    case 'setting': {
      const settings = customSettingsOf(source);
      const { keyNode, property, value } = part.entry;
      return (
        settings && {
          element: placeOf(settings, property),
          name: placeOf(settings, keyNode),
          label: undefined,
          value: value && placeOf(settings, value),
        }
      );
    }
  }
}
