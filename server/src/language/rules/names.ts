import type { Definition, Field } from '../model/definition.ts';
import { definitionOf } from '../model/read.ts';
import type { Source } from '../text/source.ts';

/** The name of every section and item that has one, in text order; put together once per document. */
export function names({ source }: Definition): readonly Field[] {
  return source.derive(namesIn);
}

function namesIn(source: Source): readonly Field[] {
  const { sections } = definitionOf(source);
  const found: Field[] = [];
  for (const { name, items } of sections) {
    if (name) found.push(name);
    for (const item of items) if (item.name) found.push(item.name);
  }
  return found;
}
