import type { Definition, Field } from '../model/definition.ts';

/** Every label of a section or item, in text order. */
export function labels({ sections }: Definition): readonly Field[] {
  const found: Field[] = [];
  for (const { label, items } of sections) {
    if (label) found.push(label);
    for (const item of items) if (item.label) found.push(item.label);
  }
  return found;
}
