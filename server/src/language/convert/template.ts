import * as l10n from '@vscode/l10n';
import { starterValue } from '../catalog/starter-value.ts';
import type { Catalog, Flavour, ItemEntry, SectionEntry } from '../catalog/types.ts';
import { type DefinitionPlan, type ItemPlan, remark } from './plan.ts';
import { serialiseDefinition } from './serialise.ts';
import { createStops, type Stops } from './stops.ts';

/**
 * A whole definition of a flavour: every required item, and those optional ones that a new definition should have,
 * filled with values of the right form; what the author must replace has a comment before it. LF, in the user's
 * language, ready to be saved and imported.
 */
export function newDefinition(flavour: Flavour, catalog: Catalog): string {
  return serialiseDefinition(definitionPlan(flavour, catalog, (item) => starterValue(item, flavour)));
}

/** The text of `newDefinition` as a snippet in LSP syntax: tab stops on what the author must replace, `$0` at the end. */
export function templateSnippet(flavour: Flavour, catalog: Catalog): string {
  const stops = createStops();
  const text = serialiseDefinition(
    definitionPlan(flavour, catalog, (item) => {
      const value = starterValue(item, flavour);
      return item.starter?.[flavour]?.replace === true ? stops.mark(value, choicesOf(item)) : value;
    }),
  );
  return `${stops.toSnippet(text)}$0`;
}

/**
 * One section as a snippet: with the items that a new definition of the flavour has, or with all of them where it has
 * none. The section's own sortOrder is the first tab stop.
 */
export function sectionSnippet(section: SectionEntry, flavour: Flavour): string {
  const stops = createStops();
  const order = stops.mark(String(section.fixedSortOrder?.value ?? 0));
  const plans = itemsOfSection(section, flavour).map((item) => {
    const starter = item.starter?.[flavour];
    const value = starter === undefined ? placeholder(item, stops) : starterValue(item, flavour);
    return itemPlan(item, starter?.replace === true ? stops.mark(value, choicesOf(item)) : value);
  });
  return fragment({ sections: [{ name: section.name, label: section.label, items: plans }] }, 1, order, stops);
}

export function definitionPlan(flavour: Flavour, catalog: Catalog, fill: (item: ItemEntry) => string): DefinitionPlan {
  const { title, importedAt } = catalog.flavourInfo[flavour];
  const sections = catalog.sections
    .map((section) => ({
      name: section.name,
      label: section.label,
      items: itemsOfNew(section, flavour).map((item) => {
        const starter = item.starter?.[flavour];
        const plan = itemPlan(item, fill(item));
        return starter?.replace === true && starter.note !== undefined
          ? { ...plan, comments: [remark(forComment(l10n.t(starter.note)))] }
          : plan;
      }),
    }))
    .filter((section) => section.items.length > 0);
  const comment = l10n.t('{0} call center definition. Import it in {1}.', title, l10n.t(importedAt));
  return { comments: [remark(forComment(comment))], sections };
}

/** What a section holds that is written by itself: the items of a new definition, or all of them where it has none. */
export function itemsOfSection(section: SectionEntry, flavour: Flavour): readonly ItemEntry[] {
  const started = itemsOfNew(section, flavour);
  return started.length > 0 ? started : section.items.filter((item) => !item.metadataOnly);
}

function itemsOfNew(section: SectionEntry, flavour: Flavour): readonly ItemEntry[] {
  return section.items.filter((item) => item.flavours[flavour] === 'required' || item.starter?.[flavour] !== undefined);
}

export function itemPlan(item: ItemEntry, value: string): ItemPlan {
  return { name: item.name, label: item.label, value };
}

export function placeholder(item: ItemEntry, stops: Stops): string {
  return stops.mark(item.example ?? item.default ?? '', choicesOf(item));
}

export function choicesOf(item: ItemEntry): readonly string[] {
  if (item.value.kind === 'boolean') return ['true', 'false'];
  return item.value.kind === 'enum' ? item.value.values.map((one) => one.value) : [];
}

/** The lines of a plan below `depth` levels of indentation, as a snippet whose first sortOrder is `order`. */
function fragment(plan: DefinitionPlan, depth: number, order: string, stops: Stops): string {
  const outer = '    '.repeat(depth);
  const lines = serialiseDefinition(plan)
    .split('\n')
    .filter((line) => line.startsWith(outer))
    .map((line) => line.slice(outer.length));
  // The closing tag of an item's section stands one level out and is gone already.
  const text = lines.join('\n').replace('sortOrder="0"', () => `sortOrder="${order}"`);
  return `${stops.toSnippet(text)}$0`;
}

/** A translation may hold what an XML comment cannot: `--`, or `-` at its end. */
export function forComment(text: string): string {
  return text.replace(/-(?=-|$)/g, '—');
}
