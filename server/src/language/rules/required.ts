import type { Flavour, ItemEntry, SectionEntry } from '../catalog/types.ts';

/** The items that a definition of a flavour must have in a section. */
export function requiredItems(section: SectionEntry, flavour: Flavour): readonly ItemEntry[] {
  return section.items.filter((entry) => entry.flavours[flavour] === 'required' && !entry.metadataOnly);
}
