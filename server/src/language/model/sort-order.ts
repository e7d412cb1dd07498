import type { Field } from './definition.ts';

/** A sort order as the format has it (reference, section 2.2): an integer from 0. */
export function parseSortOrder(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

interface Numbered {
  readonly sortOrder: Field | undefined;
}

/** Whether the parts are numbered 0, 1, 2 and so on as they stand in the document, as nearly all are: told without reading a number. */
export function isCountedUp(list: readonly Numbered[]): boolean {
  return list.every(({ sortOrder }, place) => sortOrder?.text === String(place));
}

/**
 * The parts in the order that their numbers give. What has no number, or none that can be read, stays behind what stands
 * before it in the document; of two with one number the first in the document comes first.
 */
export function inSortOrder<T extends Numbered>(list: readonly T[]): readonly T[] {
  let previous = -1;
  const keyed = list.map((part, place) => {
    previous = parseSortOrder(part.sortOrder?.text) ?? previous;
    return { part, place, order: previous };
  });
  return keyed.sort((a, b) => a.order - b.order || a.place - b.place).map(({ part }) => part);
}
