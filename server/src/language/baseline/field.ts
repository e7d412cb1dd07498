import type { FieldItem, FieldSection, FieldSet } from './field-set.ts';
import { type NameTraits, nameTraits } from './likeness.ts';

/** A section or item that has no counterpart of its own name, with what it is compared by. */
export interface Field {
  /** Place among the sections, from 0. */
  readonly section: number;
  /** Place in the section; -1 for the section itself. */
  readonly item: number;
  /** Where it stands among its like, from 0 (the first) to 1 (the last). */
  readonly height: number;
  readonly name: NameTraits;
  /** Undefined where there is none, or an empty one. */
  readonly label: NameTraits | undefined;
  /** The platform gives a meaning to that name in that place. */
  readonly known: boolean;
}

export function sectionField(set: FieldSet, section: FieldSection, place: number): Field {
  // Items have a kind only in sections that the platform knows.
  const known = section.items.some(({ kind }) => kind !== undefined);
  return { section: place, item: -1, height: heightOf(place, set.sections.length), known, ...traitsOf(section) };
}

/** `count` is the number of items in the section. */
export function itemField(count: number, { section, item }: { section: number; item: number }, of: FieldItem): Field {
  return { section, item, height: heightOf(item, count), known: of.kind !== undefined, ...traitsOf(of) };
}

function heightOf(place: number, count: number): number {
  return count < 2 ? 0 : place / (count - 1);
}

function traitsOf({ name, label }: FieldSection | FieldItem): Pick<Field, 'name' | 'label'> {
  return { name: nameTraits(name), label: label === undefined || label === '' ? undefined : nameTraits(label) };
}

/** Whether the first list comes before the second, by names above all: the same for both directions of a comparison. */
export function comesFirst(a: readonly Field[], b: readonly Field[]): boolean {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (!right) return false;
    const order =
      compareTexts(left.name.written, right.name.written) ||
      compareTexts(left.label?.written ?? '', right.label?.written ?? '') ||
      left.section - right.section ||
      left.item - right.item;
    if (order !== 0) return order < 0;
  }
  return true;
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Whether a name is one of several of a kind, `phone2` beside `phone1`: asked only of names that differ from another in
 * their numbers, so it is worked out section by section when somebody asks.
 */
export function createFamilies(set: FieldSet): (field: Field) => boolean {
  const bySection = new Map<number, ReadonlyMap<string, number>>();
  return ({ section, item, name }) => {
    const key = item < 0 ? -1 : section;
    let families = bySection.get(key);
    if (!families) {
      const names = (item < 0 ? set.sections : (set.sections[section]?.items ?? [])).map((each) => each.name);
      families = familiesOf(new Set(names));
      bySection.set(key, families);
    }
    return (families.get(name.stem) ?? 0) > 1;
  };
}

function familiesOf(names: Iterable<string>): ReadonlyMap<string, number> {
  const families = new Map<string, number>();
  for (const name of names) {
    const { stem } = nameTraits(name);
    families.set(stem, (families.get(stem) ?? 0) + 1);
  }
  return families;
}
