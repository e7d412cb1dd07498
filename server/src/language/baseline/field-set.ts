import type { Catalog, Flavour, ValueKind } from '../catalog/types.ts';
import type { Definition, Item, Section } from '../model/definition.ts';
import { inferFlavour } from '../model/flavour.ts';
import { internalNameOf } from '../model/internal-name.ts';
import { isSecret } from '../model/secrets.ts';
import { inSortOrder } from '../model/sort-order.ts';

/**
 * The fields of one call center. Once Salesforce has imported a definition its values can be edited, its fields cannot
 * (definition-format reference, section 6.1, F2 and F3): this is what has to stay as it is. Plain data, in the order in
 * which Setup shows it (by sort order); of either form.
 */
export interface FieldSet {
  /** Undefined where the definition has none, or none that is a name. */
  readonly internalName: string | undefined;
  readonly flavour: Flavour | undefined;
  readonly sections: readonly FieldSection[];
}

export interface FieldSection {
  readonly name: string;
  /** Undefined where the definition says none. */
  readonly label: string | undefined;
  readonly items: readonly FieldItem[];
}

export interface FieldItem {
  readonly name: string;
  readonly label: string | undefined;
  /** What kind of value the item holds; undefined for an item of one's own. */
  readonly kind: ValueKind['kind'] | undefined;
  /** Undefined where nobody may keep it (secrets, certificates, whatever an own item holds), or where none is known. */
  readonly value: FieldValue | undefined;
}

/** A value as written, without the blanks around it; or what a baseline file keeps of it, which tells only whether it changed. */
export type FieldValue = { readonly text: string } | { readonly fingerprint: string };

/** What in a definition a section of its field set and the items of that are, in the same places. */
export interface FieldParts {
  readonly section: Section;
  readonly items: readonly Item[];
}

/** The parts of a definition that have a name, by sort order: without a name they cannot be told apart. */
export function fieldPartsOf({ sections }: Definition): readonly FieldParts[] {
  return inSortOrder(sections.filter(isNamed)).map((section) => ({
    section,
    items: inSortOrder(section.items.filter(isNamed)),
  }));
}

/** What of a definition is frozen at import; its parts are those of `fieldPartsOf`. */
export function fieldSetOf(definition: Definition, catalog: Catalog): FieldSet {
  const sections = fieldPartsOf(definition).map(({ section, items }): FieldSection => {
    const name = nameOf(section);
    return { name, label: section.label?.text.trim(), items: items.map((item) => fieldOf(item, name, catalog)) };
  });
  // What a person chose for the editor is not part of the file.
  const flavour = definition.body && inferFlavour(definition);
  return { internalName: internalNameOf(definition)?.text, flavour, sections };
}

function isNamed(part: Section | Item): boolean {
  return nameOf(part) !== '';
}

function nameOf({ name }: Section | Item): string {
  return name?.text.trim() ?? '';
}

function fieldOf(item: Item, section: string, catalog: Catalog): FieldItem {
  const name = nameOf(item);
  const kind = catalog.item(section, name)?.value.kind;
  const kept = kind !== undefined && !isSecret(name, kind) && item.valueIsPlain;
  return { name, label: item.label?.text.trim(), kind, value: kept ? { text: item.value.text.trim() } : undefined };
}
