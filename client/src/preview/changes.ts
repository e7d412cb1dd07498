import type {
  FieldId,
  PreviewContent,
  PreviewItem,
  PreviewSection,
} from '../../../server/src/language/preview/preview.ts';
import type { ProtocolRange } from '../../../server/src/protocol/document.ts';

type Content = PreviewContent<ProtocolRange>;
type Section = PreviewSection<ProtocolRange>;
type Item = PreviewItem<ProtocolRange>;

/** What a content shows that another one did not. Sections and fields that are as they were are told by their ids alone. */
export type ContentChanges = Omit<Content, 'parts' | 'sections'> & {
  readonly parts: readonly (FieldId | Item)[];
  readonly sections: readonly (FieldId | ChangedSection)[];
};

type ChangedSection = Omit<Section, 'items'> & { readonly items?: readonly (FieldId | Item)[] };

/** What has to be said to somebody who knows `base`, so that `merged` makes `next` of it. */
export function changesBetween(base: Content, next: Content): ContentChanges {
  const known = byId(base.sections);
  return {
    ...next,
    parts: changedItems(byId(base.parts), next.parts),
    sections: next.sections.map((section) => {
      const before = known.get(section.id);
      if (!before) return section;
      if (isSame(before, section)) return section.id;
      return section.items ? { ...section, items: changedItems(byId(before.items ?? []), section.items) } : section;
    }),
  };
}

/** Undefined where the changes are not those of this base. What did not change is the same object as before. */
export function merged(base: Content, changes: ContentChanges): Content | undefined {
  const known = byId(base.sections);
  const parts = mergedItems(byId(base.parts), changes.parts);
  const sections = changes.sections.flatMap((section): readonly Section[] => {
    const before = known.get(typeof section === 'string' ? section : section.id);
    if (typeof section === 'string') return before ? [before] : [];
    const { items: changed, ...rest } = section;
    if (!changed) return [rest];
    const items = mergedItems(byId(before?.items ?? []), changed);
    return items ? [{ ...rest, items }] : [];
  });
  return parts && sections.length === changes.sections.length ? { ...changes, parts, sections } : undefined;
}

function changedItems(known: ReadonlyMap<FieldId, Item>, items: readonly Item[]): readonly (FieldId | Item)[] {
  return items.map((item) => {
    const before = known.get(item.id);
    return before && isSame(before, item) ? item.id : item;
  });
}

function mergedItems(
  known: ReadonlyMap<FieldId, Item>,
  changed: readonly (FieldId | Item)[],
): readonly Item[] | undefined {
  const items = changed.flatMap((item) => (typeof item === 'string' ? (known.get(item) ?? []) : item));
  return items.length === changed.length ? items : undefined;
}

function byId<T extends { readonly id: FieldId }>(all: readonly T[]): ReadonlyMap<FieldId, T> {
  return new Map(all.map((one) => [one.id, one]));
}

/** Both are plain JSON. Two that differ in the order of their keys alone are sent once more than needed. */
function isSame(one: object, other: object): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
