import * as l10n from '@vscode/l10n';
import { starterValue } from '../catalog/starter-value.ts';
import type { Catalog, Flavour, ItemEntry, SectionEntry } from '../catalog/types.ts';
import { writeCustomSettings } from './custom-settings.ts';
import { remark } from './plan.ts';
import { serialiseMetadata } from './serialise.ts';
import { createStops, type Stops } from './stops.ts';
import { choicesOf, definitionPlan, forComment, itemPlan, itemsOfSection, placeholder } from './template.ts';

/** Items that the metadata form has as elements of the root (reference, section 7.2). */
export const elementsOfRoot: readonly string[] = ['reqInternalName', 'reqDisplayName'];

/**
 * `newDefinition` in the metadata form, ready to be deployed under the name of its file, which is the internal name.
 * LF, in the user's language.
 */
export function newComponent(flavour: Flavour, catalog: Catalog): string {
  const stops = createStops();
  return stops.toPlain(componentText(flavour, catalog, stops));
}

/** The text of `newComponent` as a snippet in LSP syntax; what the form says in two places is typed once. */
export function componentSnippet(flavour: Flavour, catalog: Catalog): string {
  const stops = createStops();
  return `${stops.toSnippet(componentText(flavour, catalog, stops))}$0`;
}

/** One section in the metadata form as a snippet, with the items that a new component has, or with all where it has none. */
export function componentSectionSnippet(section: SectionEntry, flavour: Flavour): string {
  const stops = createStops();
  const plans = itemsOfSection(section, flavour)
    .filter(({ name }) => !elementsOfRoot.includes(name))
    .map((item) => {
      const value = item.starter?.[flavour] === undefined ? placeholder(item, stops) : fill(item, flavour, stops);
      return itemPlan(item, value);
    });
  const lines = serialiseMetadata({
    displayName: '',
    displayNameLabel: '',
    internalNameLabel: '',
    sections: [{ name: section.name, label: section.label, items: plans }],
  }).split('\n');
  const text = lines
    .slice(lines.indexOf('    <sections>'), lines.indexOf('    </sections>') + 1)
    .map((line) => line.slice(4))
    .join('\n');
  return `${stops.toSnippet(text)}$0`;
}

function componentText(flavour: Flavour, catalog: Catalog, stops: Stops): string {
  const plan = definitionPlan(flavour, catalog, (item) => fill(item, flavour, stops));
  const general = plan.sections.find(({ name }) => name === 'reqGeneralInfo')?.items ?? [];
  const textOf = (name: string) => general.find((item) => item.name === name)?.value;
  const labelOf = (name: string) => catalog.item('reqGeneralInfo', name)?.label ?? name;
  const adapterUrl = textOf('reqAdapterUrl');
  const { json } = writeCustomSettings(general, flavour, catalog);
  const { title } = catalog.flavourInfo[flavour];
  const comment = l10n.t(
    '{0} call center for the Metadata API. The name of this file is its internal name: letters and digits, first a letter, at most 40.',
    title,
  );
  return serialiseMetadata({
    comments: [remark(forComment(comment))],
    ...(adapterUrl !== undefined && { adapterUrl }),
    ...(json !== undefined && { customSettings: json }),
    displayName: textOf('reqDisplayName') ?? '',
    displayNameLabel: labelOf('reqDisplayName'),
    internalNameLabel: labelOf('reqInternalName'),
    sections: plan.sections
      .map((section) => ({ ...section, items: section.items.filter(({ name }) => !elementsOfRoot.includes(name)) }))
      .filter(({ items }) => items.length > 0),
  });
}

/** What its author has to replace, and what is empty until he writes it, is a tab stop. */
function fill(item: ItemEntry, flavour: Flavour, stops: Stops): string {
  const value = starterValue(item, flavour);
  return item.starter?.[flavour]?.replace === true || value === '' ? stops.mark(value, choicesOf(item)) : value;
}
