import type { Item, Section } from '../model/definition.ts';
import type { Change, FieldPlace } from './change.ts';
import type { FieldParts, FieldSet } from './field-set.ts';

/** What has become of the parts of an imported field set. Each is found out once: thousands of changes ask. */
export interface Present {
  /** What a section of `was` is now: by its name, or as what it was renamed to. */
  sectionNow(wasSection: number): Section | undefined;
  /** The last of the sections that stood before one of `was` and that are still there. */
  sectionBefore(wasSection: number): Section | undefined;
  /** The last of the items that stood before a place in a section of `was` and that are still in it, be it under another name. */
  itemBefore(place: FieldPlace): Item | undefined;
  /** The places of the items that are gone from a section of `was`, or with it. */
  itemsGoneFrom(wasSection: number): readonly number[];
}

export function createPresent(was: FieldSet, parts: readonly FieldParts[], changes: readonly Change[]): Present {
  let sections: ReadonlyMap<number, Section> | undefined;
  let sectionsBefore: readonly (Section | undefined)[] | undefined;
  let renamed: ReadonlyMap<string, FieldPlace> | undefined;
  let goneItems: ReadonlyMap<number, readonly number[]> | undefined;
  const itemsBefore = new Map<number, readonly (Item | undefined)[]>();

  const sectionNow = (place: number): Section | undefined => {
    sections ??= presentSections(was, parts, changes);
    return sections.get(place);
  };
  const itemNow = (place: FieldPlace): Item | undefined => {
    renamed ??= renamedItems(changes);
    const to = renamed.get(keyOf(place));
    return to && parts[to.section]?.items[to.item ?? 0];
  };
  const itemsBeforeIn = (wasSection: number): readonly (Item | undefined)[] => {
    const known = itemsBefore.get(wasSection);
    if (known) return known;
    const section = sectionNow(wasSection);
    // Of two with the same name the first one counts.
    const byName = new Map([...(section?.items ?? [])].reverse().map((item) => [item.name?.text.trim(), item]));
    const items = (was.sections[wasSection]?.items ?? []).map(({ name }, item) => {
      const found = itemNow({ section: wasSection, item }) ?? byName.get(name);
      return found?.section === section ? found : undefined;
    });
    const before = lastBefore(items);
    itemsBefore.set(wasSection, before);
    return before;
  };

  return {
    sectionNow,
    sectionBefore(wasSection) {
      sectionsBefore ??= lastBefore(was.sections.map((_, place) => sectionNow(place)));
      return sectionsBefore[wasSection];
    },
    itemsGoneFrom(wasSection) {
      goneItems ??= itemsGone(changes);
      return goneItems.get(wasSection) ?? [];
    },
    itemBefore: ({ section, item = 0 }) => itemsBeforeIn(section)[item],
  };
}

/** Of each place, the last one before it that is there. */
function lastBefore<Part>(parts: readonly (Part | undefined)[]): readonly (Part | undefined)[] {
  let last: Part | undefined;
  return parts.map((part) => {
    const before = last;
    last = part ?? last;
    return before;
  });
}

function renamedItems(changes: readonly Change[]): ReadonlyMap<string, FieldPlace> {
  const found = new Map<string, FieldPlace>();
  for (const { kind, from, to } of changes) if (kind === 'item-renamed' && from && to) found.set(keyOf(from), to);
  return found;
}

function itemsGone(changes: readonly Change[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const { kind, from } of changes) {
    if (kind !== 'item-removed' || from?.item === undefined) continue;
    const there = found.get(from.section) ?? [];
    there.push(from.item);
    found.set(from.section, there);
  }
  return found;
}

function keyOf({ section, item }: FieldPlace): string {
  return `${section} ${item}`;
}

function presentSections(
  was: FieldSet,
  parts: readonly FieldParts[],
  changes: readonly Change[],
): ReadonlyMap<number, Section> {
  // Of two with the same name the first one counts.
  const byName = new Map([...parts].reverse().map(({ section }) => [section.name?.text.trim(), section]));
  const found = new Map<number, Section>();
  for (const [place, { name }] of was.sections.entries()) {
    const section = byName.get(name);
    if (section) found.set(place, section);
  }
  for (const { kind, from, to } of changes) {
    const section = kind === 'section-renamed' && to ? parts[to.section]?.section : undefined;
    if (from && section) found.set(from.section, section);
  }
  return found;
}
