import * as l10n from '@vscode/l10n';
import type { AttributeEntry, Catalog, Flavour, ItemEntry, SectionEntry } from '../catalog/types.ts';
import type { Definition, Item, Section } from '../model/definition.ts';
import { nearest } from '../text/near.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { requirednessIn } from './likely-flavours.ts';
import { code, paragraphs } from './markdown.ts';
import { entryOf } from './parts.ts';
import {
  itemKey,
  itemKeys,
  labelKeyOf,
  renderItem,
  renderSection,
  renderSources,
  sectionKeys,
  titles,
} from './render-entry.ts';

/** What a hover knows of the document; the same for both forms. */
export interface HoverContext {
  readonly source: Source;
  readonly definition: Definition;
  readonly catalog: Catalog;
  readonly likely: readonly Flavour[];
}

/** The characters of a text without the blanks around them, when the cursor touches them. */
export function writtenAt(source: Source, { start, end }: Span, offset: number): Span | undefined {
  const raw = source.text.slice(start, end);
  const from = start + (raw.length - raw.trimStart().length);
  const to = from + raw.trim().length;
  return raw.trim() === '' || offset < from || offset > to ? undefined : { start: from, end: to };
}

/** What one of the values that the catalog lists means. */
export function meaningOf(context: HoverContext, item: Item): string | undefined {
  const kind = entryOf(context, item)?.value;
  const value = item.value.text.trim();
  const meaning = kind?.kind === 'enum' ? kind.values.find((one) => one.value === value) : undefined;
  return meaning && `${code(meaning.value)}: ${l10n.t(meaning.summary)}`;
}

/** What the name of an item stands for: an entry of the catalog, or an item of the author's own. Markdown. */
export function aboutItem(context: HoverContext, item: Item, nameEntry: AttributeEntry): string {
  const { catalog } = context;
  const name = item.name?.text ?? '';
  const entry = entryOf(context, item);
  if (entry) return paragraphs(unused(context, entry), renderItem(entry, catalog));
  const elsewhere = catalog.itemsNamed(name).flatMap(({ section }) => (section === undefined ? [] : [section]));
  return paragraphs(
    `**${code(name)}**`,
    l10n.t('An item of your own: only your adapter reads it.'),
    misspelling(meantItem(context, item)),
    elsewhere.length > 0
      ? l10n.t('Salesforce knows an item of this name in {0}, but not here.', elsewhere.map(code).join(', '))
      : undefined,
    keysOfItem(context, item),
    ...namingRules(context, nameEntry),
  );
}

/** As `aboutItem`, for a section. */
export function aboutSection(context: HoverContext, section: Section, nameEntry: AttributeEntry): string {
  const { catalog } = context;
  const name = section.name?.text ?? '';
  const entry = catalog.section(name);
  if (entry) return paragraphs(unused(context, entry), renderSection(entry, catalog));
  return paragraphs(
    `**${code(name)}**`,
    l10n.t('A section of your own: only your adapter reads what is in it.'),
    misspelling(meantSection(context, name)),
    keysOfSection(context, section),
    ...namingRules(context, nameEntry),
  );
}

/** A word of caution where the file is of a flavour that does not know what stands there. */
function unused({ likely, catalog }: HoverContext, entry: ItemEntry | SectionEntry): string | undefined {
  if (entry.kind === 'item' && entry.metadataOnly) return undefined;
  if (requirednessIn(entry, likely).requiredness !== 'notApplicable') return undefined;
  return l10n.t('This file is taken for {0}, which does not use this.', titles(likely, catalog));
}

function namingRules({ catalog }: HoverContext, entry: AttributeEntry): readonly string[] {
  return [l10n.t(entry.summary), l10n.t(entry.details), renderSources(entry, catalog)];
}

function misspelling(meant: string | undefined): string | undefined {
  return meant && l10n.t('Did you mean {0}? As it stands, Salesforce does not know the name.', code(meant));
}

/** The platform item that was most likely meant; those that the section has already are not missing. */
function meantItem(context: HoverContext, item: Item): string | undefined {
  const { catalog } = context;
  const name = item.name?.text ?? '';
  if (catalog.itemsNamed(name).length > 0) return undefined;
  const written = new Set(item.section.items.map((other) => other.name?.text));
  const known = catalog.section(item.section.name?.text ?? '')?.items ?? [];
  // What only a demo or a vendor reads, nobody misses.
  const free = known.filter(
    (entry) => !entry.metadataOnly && !entry.sampleOnly && !entry.vendorOnly && !written.has(entry.name),
  );
  const published = free.find((entry) => entry.misspellings.includes(name));
  return published?.name ?? slipFor(context, name, free);
}

function meantSection(context: HoverContext, name: string): string | undefined {
  const { catalog, definition } = context;
  const written = new Set(definition.sections.map((section) => section.name?.text));
  const free = catalog.sections.filter((entry) => !entry.sampleOnly && !written.has(entry.name));
  return slipFor(context, name, free);
}

/** A name that lacks just the `req` may well be one's own, unless what it would be must be there (see misspelt-name). */
function slipFor(
  { likely }: HoverContext,
  name: string,
  entries: readonly (ItemEntry | SectionEntry)[],
): string | undefined {
  const meant = nearest(
    name,
    entries.map((entry) => entry.name),
  );
  const entry = entries.find((candidate) => candidate.name === meant);
  if (!entry || name.toLowerCase() !== entry.name.slice('req'.length).toLowerCase()) return meant;
  return requirednessIn(entry, likely).requiredness === 'required' ? meant : undefined;
}

/** Under which keys an adapter reads an item. Markdown. */
export function keysOfItem(context: HoverContext, item: Item): string | undefined {
  const entry = entryOf(context, item);
  if (entry) return entry.metadataOnly ? undefined : itemKey(entry);
  const [section, name] = [item.section.name?.text, item.name?.text];
  return section && name ? itemKeys(`/${section}/${name}`, context.likely.includes('openCti')) : undefined;
}

/** Under which keys an adapter reads a section. Markdown. */
export function keysOfSection({ likely }: HoverContext, section: Section): string | undefined {
  const name = section.name?.text;
  return name ? sectionKeys(`/${name}`, likely.includes('openCti')) : undefined;
}

/** Under which key an adapter reads an attribute (reference, section 8.4). Markdown. */
export function keyOf(
  { catalog }: HoverContext,
  section: Section | undefined,
  item: Item | undefined,
  attribute: string,
): string | undefined {
  const sectionName = section?.name?.text;
  if (!sectionName || attribute === 'name') return undefined;
  if (!item) return code(`/${sectionName}/${attribute}`);
  const name = item.name?.text;
  if (!name) return undefined;
  const labelKey = labelKeyOf(catalog.item(sectionName, name));
  if (labelKey === undefined) return code(`/${sectionName}/${name}/${attribute}`);
  return attribute === 'label' ? code(labelKey) : undefined;
}
