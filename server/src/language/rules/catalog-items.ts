import type { Catalog, ItemEntry } from '../catalog/types.ts';
import type { Definition, Item } from '../model/definition.ts';

export interface CatalogItem {
  readonly item: Item;
  readonly entry: ItemEntry;
}

/** The items that stand in the section where the catalog knows them. */
export function* itemsOfCatalog(definition: Definition, catalog: Catalog): Generator<CatalogItem> {
  for (const section of definition.sections) {
    const sectionName = section.name?.text;
    if (sectionName === undefined) continue;
    for (const item of section.items) {
      const entry = item.name && catalog.item(sectionName, item.name.text);
      if (entry) yield { item, entry };
    }
  }
}
