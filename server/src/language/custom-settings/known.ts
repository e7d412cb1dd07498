import type { Catalog, ItemEntry } from '../catalog/types.ts';

/** What may stand in `customSettings`: the items that are repeated there, then the keys that stand nowhere else. */
export function knownSettings(catalog: Catalog): readonly ItemEntry[] {
  const repeated = catalog.itemsInCustomSettings.flatMap((name) => catalog.item('reqGeneralInfo', name) ?? []);
  return [...repeated, ...catalog.customSettingsKeys];
}
