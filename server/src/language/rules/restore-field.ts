import type { FieldPlace } from '../baseline/change.ts';
import type { ComparedChange, Comparison } from '../baseline/compare.ts';
import { itemAt, sectionAt } from '../baseline/field-key.ts';
import type { FieldItem, FieldSection } from '../baseline/field-set.ts';
import { starterValue } from '../catalog/starter-value.ts';
import type { Item, Section } from '../model/definition.ts';
import { inSortOrder } from '../model/sort-order.ts';
import type { TextEdit } from '../text/edits.ts';
import type { RuleContext } from './define-rule.ts';
import { itemLines, putAfter, putInto, replaceField, sectionLines, setAttribute } from './edits.ts';
import { appendItems, type NewItem, orderOf, putItems } from './insert-item.ts';

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
  for (const item of gone) addTo(behind, item.after, item);
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
export function restoreSection(context: RuleContext, change: ComparedChange): readonly TextEdit[] {
  return restoreSections(context, [change]);
}

/** The same for several sections. What stands behind them makes room once for all of them. */
export function restoreSections(context: RuleContext, changes: readonly ComparedChange[]): readonly TextEdit[] {
  const { comparison, definition, source } = context;
  const { root } = definition;
  if (!comparison || !root) return [];
  const gone = new Map<Section | undefined, FieldPlace[]>();
  for (const { from } of changes) if (from) addTo(gone, comparison.sectionBefore(from.section), from);
  const present = inSortOrder(definition.sections);
  const edits: TextEdit[] = [];
  const behind = new Map<Section | undefined, string[]>();
  let next = 0;
  let crowded = false;
  const put = (before: Section | undefined): void => {
    for (const place of gone.get(before) ?? []) {
      for (const line of sectionAsItWas(context, comparison, place, next))
        addTo(behind, before ?? present.at(-1), line);
      next++;
      crowded = true;
    }
  };
  put(undefined);
  for (const [index, section] of present.entries()) {
    const order = orderOf(section);
    const number = crowded ? Math.max(next, order ?? next) : (order ?? index);
    if (definition.body === 'import' && order !== undefined && number !== order)
      edits.push(setAttribute(section.element, 'sortOrder', String(number), section.sortOrder));
    next = Math.max(next, number + 1);
    put(section);
  }
  const puts = [...behind].map(([neighbour, lines]) =>
    neighbour ? putAfter(source, neighbour.element, lines) : putInto(source, root, lines),
  );
  return [...puts, ...edits];
}

function sectionAsItWas(
  context: RuleContext,
  comparison: Comparison,
  place: FieldPlace,
  order: number,
): readonly string[] {
  const { definition } = context;
  const field = sectionAt(comparison.was, place);
  if (!field) return [];
  const gone = comparison
    .itemsGoneFrom(place.section)
    .flatMap((item) => itemAt(comparison.was, { ...place, item }) ?? []);
  const items = gone.flatMap((item, number) =>
    itemLines(
      definition,
      { name: item.name, label: item.label ?? item.name },
      number,
      knownValue(context, field.name, item),
    ),
  );
  return sectionLines(definition, { name: field.name, label: field.label ?? field.name }, order, items);
}

/** Adds to the list under a key. */
export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
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
