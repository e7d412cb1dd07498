import { customSettingsKeys, itemsInCustomSettings } from './custom-settings.ts';
import { freeze } from './define.ts';
import { dialingOptions } from './dialing-options.ts';
import { elements } from './elements.ts';
import { confidenceLabels, flavourInfo } from './flavours.ts';
import { generalInfo } from './general-info.ts';
import { hvcc } from './hvcc.ts';
import { metadataElements } from './metadata-elements.ts';
import { phoneDemoSettings } from './phone-demo-settings.ts';
import type { Catalog, ItemEntry, SectionEntry } from './types.ts';

const sections: readonly SectionEntry[] = [generalInfo, dialingOptions, hvcc, phoneDemoSettings];

/**
 * Everything known of the format, with look-ups in constant time. Sections and items stand in the order in which a new
 * definition carries them. The data is frozen and shared: creating a second catalog costs the maps only.
 */
export function createCatalog(): Catalog {
  const elementsByName = new Map(elements.map((element) => [element.name, element]));
  const metadataElementsByName = new Map(metadataElements.map((element) => [element.name, element]));
  const sectionsByName = new Map(sections.map((section) => [section.name, section]));
  const itemsBySection = new Map(
    sections.map((section) => [section.name, new Map(section.items.map((item) => [item.name, item]))]),
  );
  const itemsByName = new Map<string, readonly ItemEntry[]>();
  for (const section of sections) {
    for (const item of section.items) itemsByName.set(item.name, [...(itemsByName.get(item.name) ?? []), item]);
  }
  return freeze({
    elements,
    sections,
    metadataElements,
    customSettingsKeys,
    itemsInCustomSettings,
    flavourInfo,
    confidenceLabels,
    element: (name: string) => elementsByName.get(name),
    metadataElement: (name: string) => metadataElementsByName.get(name),
    section: (name: string) => sectionsByName.get(name),
    item: (section: string, name: string) => itemsBySection.get(section)?.get(name),
    itemsNamed: (name: string) => itemsByName.get(name) ?? [],
  } satisfies Catalog);
}
