import type { Definition } from '../model/definition.ts';
import type { XmlElement } from '../xml/tree.ts';

/** Root, sections and items of an import body, in text order. */
export function* knownElements(definition: Definition): Generator<XmlElement> {
  if (definition.root && /^callcenter$/i.test(definition.root.name)) yield definition.root;
  for (const section of definition.sections) {
    yield section.element;
    for (const item of section.items) yield item.element;
  }
}
