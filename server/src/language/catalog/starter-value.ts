import type { Flavour, ItemEntry } from './types.ts';

/** What an item holds in a new definition of a flavour; empty where nothing sensible can stand there before the author writes it. */
export function starterValue(item: ItemEntry, flavour: Flavour): string {
  return (
    item.starter?.[flavour]?.value ??
    item.prescribed?.[flavour] ??
    item.default ??
    item.exampleFor?.[flavour] ??
    item.example ??
    ''
  );
}
