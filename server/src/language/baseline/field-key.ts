import type { FieldPlace } from './change.ts';
import type { FieldItem, FieldSection, FieldSet } from './field-set.ts';

/** The section at a place; undefined where the field set has none there. */
export function sectionAt(fields: FieldSet, { section }: FieldPlace): FieldSection | undefined {
  return fields.sections[section];
}

/** The item at a place; undefined for the place of a section. */
export function itemAt(fields: FieldSet, { section, item }: FieldPlace): FieldItem | undefined {
  return item === undefined ? undefined : fields.sections[section]?.items[item];
}

/**
 * How an adapter names the section or item at a place: `/section`, `/section/item` (definition-format reference, section
 * 8.4). Undefined where there is no place.
 */
export function fieldKey(fields: FieldSet, place: FieldPlace | undefined): string | undefined {
  if (place === undefined) return undefined;
  const section = sectionAt(fields, place);
  const item = itemAt(fields, place);
  return section && (item ? `/${section.name}/${item.name}` : `/${section.name}`);
}
