import type { ComparedChange } from '../baseline/compare.ts';
import { itemAt, sectionAt } from '../baseline/field-key.ts';
import type { FieldItem, FieldSection } from '../baseline/field-set.ts';
import { starterValue } from '../catalog/starter-value.ts';
import type { Item, Section } from '../model/definition.ts';
import { inSortOrder } from '../model/sort-order.ts';
import type { TextEdit } from '../text/edits.ts';
import type { RuleContext } from './define-rule.ts';
import { itemLines, putAfter, putInto, replaceField, sectionLines, setAttribute } from './edits.ts';
import { appendItems, makeRoom, type NewItem, orderOf, putItems } from './insert-item.ts';

/** Puts an item that is gone back behind the one that it followed, with what is known of its value. */
export function restoreItem(context: RuleContext, change: ComparedChange): readonly TextEdit[] {
  return restoreItems(context, [change]);
}

/** The same for several items of one section. What stands behind them makes room once for all of them. */
export function restoreItems(context: RuleContext, changes: readonly ComparedChange[]): readonly TextEdit[] {
  const { comparison } = context;
  const wasSection = changes[0]?.from?.section;
  const section = comparison && wasSection !== undefined ? comparison.sectionNow(wasSection) : undefined;
  if (!comparison || !section || wasSection === undefined) return [];
  const sectionName = comparison.was.sections[wasSection]?.name ?? '';
  const gone = changes.flatMap(({ from }): Restored[] => {
    const field = from && itemAt(comparison.was, from);
    if (!field) return [];
    const after = comparison.itemBefore(from);
    return [
      { name: field.name, label: field.label ?? field.name, value: knownValue(context, sectionName, field), after },
    ];
  });
  return insertItems(context, section, gone);
}

interface Restored extends NewItem {
  /** The item of the section behind which it stands; undefined for the first. */
  readonly after: Item | undefined;
}

function insertItems(context: RuleContext, section: Section, gone: readonly Restored[]): readonly TextEdit[] {
  const { source, definition } = context;
  const present = inSortOrder(section.items);
  // Without numbers nobody knows what stands where.
  if (definition.body === 'import' && present.some((item) => orderOf(item) === undefined)) {
    return gone.length === 0 ? [] : [appendItems(context, section, gone)];
  }
  const edits: TextEdit[] = [];
  const behind = new Map<Item | undefined, Restored[]>();
  for (const item of gone) {
    const there = behind.get(item.after) ?? [];
    there.push(item);
    behind.set(item.after, there);
  }
  let next = 0;
  const put = (after: Item | undefined): void => {
    const lines = (behind.get(after) ?? []).flatMap((item) => itemLines(definition, item, next++, item.value));
    if (lines.length > 0) edits.push(putItems(source, section, after, lines));
  };
  put(undefined);
  for (const item of present) {
    const number = Math.max(next, orderOf(item) ?? 0);
    if (definition.body === 'import' && number !== orderOf(item))
      edits.push(setAttribute(item.element, 'sortOrder', String(number), item.sortOrder));
    next = number + 1;
    put(item);
  }
  return edits;
}

/** Puts a section that is gone back behind the one that it followed, with the items that are not elsewhere by now. */
export function restoreSection(context: RuleContext, { from }: ComparedChange): readonly TextEdit[] {
  const { comparison, definition, source } = context;
  const field = from && comparison && sectionAt(comparison.was, from);
  if (!field || !definition.root) return [];
  const entry = { name: field.name, label: field.label ?? field.name };
  const gone = comparison
    .itemsGoneFrom(from.section)
    .flatMap((item) => itemAt(comparison.was, { section: from.section, item }) ?? []);
  const items = gone.flatMap((item, place) =>
    itemLines(
      definition,
      { name: item.name, label: item.label ?? item.name },
      place,
      knownValue(context, field.name, item),
    ),
  );
  const before = comparison.sectionBefore(from.section);
  const place = (before ? (orderOf(before) ?? definition.sections.length - 1) : -1) + 1;
  const lines = sectionLines(definition, entry, place, items);
  const room = definition.body === 'import' ? makeRoom(definition.sections, place) : [];
  const neighbour = before ?? inSortOrder(definition.sections).at(-1);
  const put = neighbour ? putAfter(source, neighbour.element, lines) : putInto(source, definition.root, lines);
  return [put, ...room];
}

function knownValue({ catalog, flavour }: RuleContext, section: string, { name, value }: FieldItem): string {
  if (value && 'text' in value) return value.text;
  const entry = catalog.item(section, name);
  return entry ? starterValue(entry, flavour) : '';
}

/** Gives a section or item the name back that it had. */
export function renameBack(part: Section | Item, was: FieldSection | FieldItem | undefined): readonly TextEdit[] {
  return part.name && was ? [replaceField(part.name, was.name)] : [];
}
