import type { Catalog, ElementEntry, ItemEntry, MetadataElementEntry } from '../catalog/types.ts';
import type { Definition, Item, Section } from '../model/definition.ts';
import type { XmlElement } from '../xml/tree.ts';

/** What an element of the tree is to the definition. */
interface Known {
  readonly definition: Definition;
  readonly catalog: Catalog;
}

export function sectionOf(
  { definition }: Pick<Known, 'definition'>,
  element: XmlElement | undefined,
): Section | undefined {
  return element && definition.sections.find((section) => section.element === element);
}

export function itemOf(known: Pick<Known, 'definition'>, element: XmlElement | undefined): Item | undefined {
  return sectionOf(known, element?.parent)?.items.find((item) => item.element === element);
}

/** What the catalog knows of an item, by its own name and that of its section. */
export function entryOf({ catalog }: Pick<Known, 'catalog'>, item: Item): ItemEntry | undefined {
  return catalog.item(item.section.name?.text ?? '', item.name?.text ?? '');
}

/** The section or item that an element is. */
export function partOf(known: Pick<Known, 'definition'>, element: XmlElement | undefined): Section | Item | undefined {
  return itemOf(known, element) ?? sectionOf(known, element);
}

/** What the metadata form says of an element, if it may stand where it does; the root is judged by what it holds. */
export function metadataEntryOf({ definition, catalog }: Known, element: XmlElement): MetadataElementEntry | undefined {
  if (element === definition.root) return catalog.metadataElement('CallCenter');
  const entry = catalog.metadataElement(element.name);
  const parent = element.parent === definition.root ? 'CallCenter' : element.parent?.name;
  return entry?.parents.includes(parent ?? '') ? entry : undefined;
}

/** What the grammar says of an element; a root under another name is judged by what it holds. */
export function elementEntryOf({ definition, catalog }: Known, element: XmlElement): ElementEntry | undefined {
  if (element === definition.root && element.name !== 'section') return catalog.elements.find(isRoot);
  return catalog.element(element.name);
}

/** The elements that may stand in the content of `parent`; at the top of a document those that may be its root. */
export function childrenOf(known: Known, parent: XmlElement | undefined): readonly ElementEntry[] {
  if (!parent) return known.catalog.elements.filter(isRoot);
  return childEntriesOf(known, elementEntryOf(known, parent));
}

export function childEntriesOf(
  { catalog }: Pick<Known, 'catalog'>,
  entry: ElementEntry | undefined,
): readonly ElementEntry[] {
  return catalog.elements.filter(({ name }) => entry?.children.includes(name));
}

function isRoot(entry: ElementEntry): boolean {
  return entry.parents.length === 0;
}
