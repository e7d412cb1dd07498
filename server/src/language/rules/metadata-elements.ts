import type { Catalog, MetadataElementEntry } from '../catalog/types.ts';
import type { Definition } from '../model/definition.ts';
import { elementChildren } from '../model/detect.ts';
import { nearest } from '../text/near.ts';
import type { XmlElement } from '../xml/tree.ts';

/** An element of a metadata body in a place where the Metadata API does not know it. */
export interface Stranger {
  readonly element: XmlElement;
  /** What the element around it may hold. */
  readonly allowed: readonly string[];
  /** The element that was probably meant. */
  readonly meant: string | undefined;
}

/** Elements whose content nothing is known about (catalog/metadata-elements.ts). */
const unexplored = 'vendorCallCenterStatusMaps';

/**
 * The elements of a metadata body that are not known where they stand, in text order, without what is in them. A half-typed
 * tag is none yet, and `sortOrder` has a rule of its own.
 */
export function* strangersIn({ root }: Definition, catalog: Catalog): Generator<Stranger> {
  const open: (readonly [XmlElement, MetadataElementEntry | undefined])[] = [];
  // Whatever its name is: a root in the other form's clothing has a rule of its own.
  if (root) open.push([root, catalog.metadataElement('CallCenter')]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [element, entry] = next;
    if (!entry || entry.name === unexplored) continue;
    const inner: XmlElement[] = [];
    for (const child of elementChildren(element)) {
      if (!child.openTagFinished || (child.name === 'sortOrder' && hasOrder(entry))) continue;
      if (entry.children.includes(child.name)) inner.push(child);
      else yield { element: child, allowed: entry.children, meant: meantElement(child.name, entry, catalog) };
    }
    for (const child of inner.reverse()) open.push([child, catalog.metadataElement(child.name)]);
  }
}

/** The import form numbers these; the metadata form does not. */
function hasOrder({ name }: MetadataElementEntry): boolean {
  return name === 'sections' || name === 'items';
}

/** The child of an element that a name was probably meant to be; undefined for one that is a child of it. */
export function meantElement(written: string, parent: MetadataElementEntry, catalog: Catalog): string | undefined {
  const known = parent.children.find((name) => catalog.metadataElement(name)?.misspellings.includes(written));
  return known ?? nearest(written, parent.children);
}
