import type { Definition, Field, Item, Section } from '../model/definition.ts';

/** Every label of a definition with what it labels. */
export function* labels(definition: Definition): Generator<{ readonly part: Section | Item; readonly label: Field }> {
  for (const section of definition.sections) {
    if (section.label) yield { part: section, label: section.label };
    for (const item of section.items) if (item.label) yield { part: item, label: item.label };
  }
}
