import type { Definition, Field, Item, Section } from '../model/definition.ts';

export interface NamedPart {
  readonly part: Section | Item;
  readonly name: Field;
  /** Undefined for a section. */
  readonly section: Section | undefined;
}

/** Every section and item that has a name, in text order. */
export function* namedParts(definition: Definition): Generator<NamedPart> {
  for (const section of definition.sections) {
    if (section.name) yield { part: section, name: section.name, section: undefined };
    for (const item of section.items) if (item.name) yield { part: item, name: item.name, section };
  }
}
