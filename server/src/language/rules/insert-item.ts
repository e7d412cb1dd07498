import type { ItemEntry } from '../catalog/types.ts';
import type { Item, Section } from '../model/definition.ts';
import { parseSortOrder } from '../model/sort-order.ts';
import type { TextEdit } from '../text/edits.ts';
import { lineEndOf } from '../text/line-end.ts';
import type { Source } from '../text/source.ts';
import type { RuleContext } from './define-rule.ts';
import {
  appendToSection,
  indentAt,
  insertAt,
  itemLines,
  nextSortOrder,
  putAfter,
  putInto,
  setAttribute,
} from './edits.ts';

/** Puts an item behind all others of its section. */
export function appendItem(
  { source, definition }: RuleContext,
  section: Section,
  entry: Pick<ItemEntry, 'name' | 'label'>,
  value: string,
): TextEdit {
  return appendItems({ source, definition }, section, [{ ...entry, value }]);
}

/** Puts items behind all others of their section. */
export function appendItems(
  { source, definition }: Pick<RuleContext, 'source' | 'definition'>,
  section: Section,
  items: readonly NewItem[],
): TextEdit {
  const first = nextSortOrder(section.items);
  const lines = items.flatMap((item, place) => itemLines(definition, item, first + place, item.value));
  return appendToSection(source, section, lines);
}

/**
 * Puts an item of the import form at a place, counted from 0; if the place is taken, what has it and all behind it move
 * on by one.
 */
export function insertItemAt(
  { source, definition }: RuleContext,
  section: Section,
  entry: Pick<ItemEntry, 'name' | 'label'>,
  value: string,
  place: number,
): readonly TextEdit[] {
  const edits = makeRoom(section.items, place);
  const before = section.items.find((item) => orderOf(item) === place - 1);
  return [putItems(source, section, before, itemLines(definition, entry, place, value)), ...edits];
}

/** An item that is to be written. */
export interface NewItem extends Pick<ItemEntry, 'name' | 'label'> {
  readonly value: string;
}

/** Puts the lines of items behind another item of their section; without one before all others. */
export function putItems(
  source: Source,
  section: Section,
  before: Item | undefined,
  lines: readonly string[],
): TextEdit {
  if (before) return putAfter(source, before.element, lines);
  const first = section.items[0];
  if (!first) return putInto(source, section.element, lines);
  const lead = source.text.slice(section.element.openTag.end, first.element.span.start);
  const separator = /[\r\n]/.test(lead) ? lineEndOf(source) + indentAt(source, first.element.span.start) : '';
  return insertAt(first.element.span.start, lines.map((line) => line + separator).join(''));
}

/** Frees a number: where something has it, that and all behind it move on by one. */
export function makeRoom(list: readonly (Item | Section)[], place: number): readonly TextEdit[] {
  if (!list.some((part) => orderOf(part) === place)) return [];
  return list.flatMap((part) => {
    const order = orderOf(part);
    if (order === undefined || order < place) return [];
    return [setAttribute(part.element, 'sortOrder', String(order + 1), part.sortOrder)];
  });
}

export function orderOf(part: Item | Section): number | undefined {
  return parseSortOrder(part.sortOrder?.text);
}
