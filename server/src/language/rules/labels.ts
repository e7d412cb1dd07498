import type { Definition, Field } from '../model/definition.ts';
import { definitionOf } from '../model/read.ts';
import type { Source } from '../text/source.ts';

/** Every label of a section or item, in text order; put together once per document. */
export function labels({ source }: Definition): readonly Field[] {
  return source.derive(labelsIn);
}

function labelsIn(source: Source): readonly Field[] {
  const { sections } = definitionOf(source);
  const found: Field[] = [];
  for (const { label, items } of sections) {
    if (label) found.push(label);
    for (const item of items) if (item.label) found.push(item.label);
  }
  return found;
}
