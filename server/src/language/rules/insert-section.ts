import type { Catalog, ItemEntry, SectionEntry } from '../catalog/types.ts';
import { elementChildren } from '../model/detect.ts';
import type { TextEdit } from '../text/edits.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { RuleContext } from './define-rule.ts';
import { itemLines, nextSortOrder, putAfter, putInto, sectionLines } from './edits.ts';

/** An item of a new section. */
export interface NewItem {
  readonly entry: Pick<ItemEntry, 'name' | 'label'>;
  readonly value: string;
}

/**
 * Puts a section with its items behind all others; one whose place is the first gets that number where it is free. Nothing
 * for a definition without a root.
 */
export function insertSection(
  { source, definition, catalog }: RuleContext,
  entry: Pick<SectionEntry, 'name' | 'label' | 'fixedSortOrder'>,
  items: readonly NewItem[],
): readonly TextEdit[] {
  const { sections, root } = definition;
  const free = sections.every((section) => section.sortOrder?.text !== '0');
  const order = entry.fixedSortOrder?.value === 0 && free ? 0 : nextSortOrder(sections);
  const inner = items.flatMap((item, index) => itemLines(definition, item.entry, index, item.value));
  const lines = sectionLines(definition, entry, order, inner);
  const last = sections.at(-1)?.element ?? (root && lastBeforeSections(root, catalog));
  if (last) return [putAfter(source, last, lines)];
  return root ? [putInto(source, root, lines)] : [];
}

/** In a metadata body without sections: what stands before them in the order of a retrieve, else whatever is there. */
function lastBeforeSections(root: XmlElement, catalog: Catalog): XmlElement | undefined {
  const children = elementChildren(root);
  const order = catalog.metadataElement('CallCenter')?.children ?? [];
  const before = children.filter(({ name }) => order.indexOf(name) < order.indexOf('sections'));
  return before.at(-1) ?? children.at(-1);
}
