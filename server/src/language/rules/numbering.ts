import type { Catalog } from '../catalog/types.ts';
import type { Definition, Field, Section } from '../model/definition.ts';
import { parseSortOrder } from '../model/sort-order.ts';
import type { TextEdit } from '../text/edits.ts';
import type { XmlElement } from '../xml/tree.ts';
import { setAttribute } from './edits.ts';

interface Numbered {
  readonly element: XmlElement;
  readonly name: Field | undefined;
  readonly sortOrder: Field | undefined;
}

/** Edits that number all sections, and the items of every section, 0..n-1 in their present order. */
export function renumberAll(definition: Definition, catalog: Catalog): TextEdit[] {
  return [
    ...renumberSections(definition),
    ...definition.sections.flatMap((section) => renumberItems(section, catalog)),
  ];
}

/** Sections stay in their order; the platform's fixed place of `reqGeneralInfo` is not forced on a file that works without it. */
export function renumberSections(definition: Definition): TextEdit[] {
  return renumber(definition.sections, () => undefined);
}

/** Items with a fixed place (`reqInternalName`, `reqDisplayName`: reference, rule O3) take it; the others keep their order. */
export function renumberItems(section: Section, catalog: Catalog): TextEdit[] {
  return renumber(section.items, (name) => catalog.item(section.name?.text ?? '', name)?.fixedSortOrder?.value);
}

function renumber(list: readonly Numbered[], fixedPlace: (name: string) => number | undefined): TextEdit[] {
  let previous = -1;
  const keyed = list.map((entry, place) => {
    const fixed = fixedPlace(entry.name?.text ?? '');
    // What has no number yet stays behind what stands before it in the document.
    const order = parseSortOrder(entry.sortOrder?.text) ?? previous;
    previous = order;
    return { entry, place, group: fixed === undefined ? 1 : 0, order: fixed ?? order };
  });
  keyed.sort((a, b) => a.group - b.group || a.order - b.order || a.place - b.place);
  const edits: TextEdit[] = [];
  for (const [number, { entry }] of keyed.entries()) {
    if (parseSortOrder(entry.sortOrder?.text) === number) continue;
    edits.push(setAttribute(entry.element, 'sortOrder', String(number), entry.sortOrder));
  }
  return edits;
}
