import type { Definition, Field } from '../model/definition.ts';

/** The name of every section and item that has one, in text order. */
export function names({ sections }: Definition): readonly Field[] {
  const found: Field[] = [];
  for (const { name, items } of sections) {
    if (name) found.push(name);
    for (const item of items) if (item.name) found.push(item.name);
  }
  return found;
}
