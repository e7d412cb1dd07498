import type { Definition } from '../model/definition.ts';
import type { XmlElement } from '../xml/tree.ts';

/** Root, sections and items of an import body, in text order. */
export function knownElements({ root, sections }: Definition): readonly XmlElement[] {
  const found: XmlElement[] = [];
  if (root && /^callcenter$/i.test(root.name)) found.push(root);
  for (const { element, items } of sections) {
    found.push(element);
    for (const item of items) found.push(item.element);
  }
  return found;
}
