import type { Definition, Item } from '../model/definition.ts';

export interface Prefixes {
  readonly outside: Item | undefined;
  readonly longDistance: Item | undefined;
  readonly international: Item | undefined;
}

/** The three prefixes of `reqDialingOptions` (reference, section 5.2); `undefined` without that section. */
export function prefixesOf(definition: Definition): Prefixes | undefined {
  const section = definition.sections.find(({ name }) => name?.text === 'reqDialingOptions');
  if (!section) return undefined;
  const find = (name: string) => section.items.find((item) => item.name?.text === name && item.valueIsPlain);
  return {
    outside: find('reqOutsidePrefix'),
    longDistance: find('reqLongDistPrefix'),
    international: find('reqInternationalPrefix'),
  };
}

/** The digits of a prefix, without blanks; empty when the item is missing or empty. */
export function digitsOf(item: Item | undefined): string {
  return item?.value.text.trim() ?? '';
}
