import type { Flavour, ItemEntry, SectionEntry } from '../catalog/types.ts';
import type { Definition } from '../model/definition.ts';
import { saidElsewhere } from './said-elsewhere.ts';

/** The items that a definition of a flavour must have in a section; in the metadata form without those it says elsewhere. */
export function requiredItems(section: SectionEntry, flavour: Flavour, definition: Definition): readonly ItemEntry[] {
  const elsewhere = saidElsewhere(definition);
  return section.items.filter(
    (entry) => entry.flavours[flavour] === 'required' && !entry.metadataOnly && !elsewhere.has(entry.name),
  );
}
