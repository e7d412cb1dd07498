import type { Catalog, Flavour, ItemEntry, SectionEntry } from '../catalog/types.ts';
import type { Definition, Section } from '../model/definition.ts';
import { saidElsewhere } from '../rules/said-elsewhere.ts';
import { needOf, summaryOf } from './controls.ts';
import { nameOf } from './fields.ts';
import type { PreviewAddable } from './preview.ts';

/** The sections that the flavour knows and the definition does not have, required ones first. */
export function addableSections(
  { sections }: Definition,
  flavour: Flavour,
  catalog: Catalog,
): readonly PreviewAddable[] {
  const present = new Set(sections.map(nameOf));
  return offered(
    catalog.sections.filter(({ name, sampleOnly }) => !sampleOnly && !present.has(name)),
    flavour,
  );
}

/** The items that the flavour knows and a section does not have, required ones first; none that the file says elsewhere. */
export function addableItems(
  definition: Definition,
  section: Section,
  flavour: Flavour,
  catalog: Catalog,
): readonly PreviewAddable[] {
  const entry = catalog.section(nameOf(section));
  if (!entry) return [];
  const present = new Set(section.items.map(nameOf));
  const elsewhere = entry.name === 'reqGeneralInfo' ? saidElsewhere(definition) : new Map<string, string>();
  return offered(
    entry.items.filter(
      ({ name, metadataOnly, sampleOnly, vendorOnly }) =>
        !metadataOnly && !sampleOnly && !vendorOnly && !present.has(name) && !elsewhere.has(name),
    ),
    flavour,
  );
}

function offered(entries: readonly (ItemEntry | SectionEntry)[], flavour: Flavour): readonly PreviewAddable[] {
  return entries
    .filter(({ flavours }) => flavours[flavour] !== 'notApplicable')
    .map((entry) => ({
      name: entry.name,
      label: entry.label,
      need: needOf(entry, flavour),
      summary: summaryOf(entry),
    }))
    .sort((a, b) => Number(b.need === 'required') - Number(a.need === 'required'));
}
