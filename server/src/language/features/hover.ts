import * as l10n from '@vscode/l10n';
import type { AttributeEntry, Catalog, Flavour, ItemEntry, SectionEntry } from '../catalog/types.ts';
import type { Definition, Item, Section } from '../model/definition.ts';
import { definitionOf } from '../model/read.ts';
import { nearest } from '../rules/near.ts';
import type { Hover } from '../service.ts';
import type { Source } from '../text/source.ts';
import { type Span, touches } from '../text/span.ts';
import { type Place, placeAt } from '../xml/query.ts';
import type { XmlAttribute, XmlElement } from '../xml/tree.ts';
import { likelyFlavours, requirednessIn } from './likely-flavours.ts';
import { code, paragraphs } from './markdown.ts';
import { elementEntryOf, entryOf, itemOf, metadataEntryOf, partOf, sectionOf } from './parts.ts';
import {
  itemKey,
  itemKeys,
  labelKeyOf,
  renderAttribute,
  renderElement,
  renderItem,
  renderSection,
  renderSources,
  sectionKeys,
  titles,
} from './render-entry.ts';

interface HoverContext {
  readonly source: Source;
  readonly definition: Definition;
  readonly catalog: Catalog;
  readonly likely: readonly Flavour[];
}

/**
 * What stands at `offset` of a definition of either form, explained from the catalog. Values are never repeated, except those
 * that the catalog lists itself, since any may be a secret.
 */
export function hover(
  source: Source,
  offset: number,
  { catalog, flavour }: { readonly catalog: Catalog; readonly flavour: Flavour | undefined },
): Hover | undefined {
  const definition = definitionOf(source);
  if (!definition.body || offset < 0 || offset > source.text.length) return undefined;
  const context = { source, definition, catalog, likely: likelyFlavours(definition, flavour) };
  if (definition.body === 'metadata') return inMetadata(context, placeAt(source.text, definition.tree, offset), offset);
  return at(context, placeAt(source.text, definition.tree, offset), offset);
}

function at(context: HoverContext, place: Place, offset: number): Hover | undefined {
  switch (place.kind) {
    case 'tag-name':
      return place.element && ofElement(context, place.element, place.element.nameSpan);
    case 'close-tag':
      return place.element && place.closes && touches(place.nameSpan, offset)
        ? ofElement(context, place.element, place.nameSpan)
        : undefined;
    case 'attribute-name':
      return ofAttribute(context, place.element, place.attribute, place.attribute.nameSpan);
    case 'attribute-value':
      // Behind a `=` without a value there is nothing to explain yet.
      return touches(place.attribute.valueSpan, offset)
        ? ofAttributeValue(context, place.element, place.attribute)
        : undefined;
    case 'tag-rest':
      return place.element && place.attribute && offset < place.attribute.span.end
        ? ofAttribute(context, place.element, place.attribute, place.attribute.span)
        : undefined;
    case 'content':
      return place.element && ofValue(context, place.element, offset);
    case 'attribute-room':
    case 'markup':
      return undefined;
  }
}

function inMetadata(context: HoverContext, place: Place, offset: number): Hover | undefined {
  switch (place.kind) {
    case 'tag-name':
      return place.element && ofMetadataElement(context, place.element, place.element.nameSpan);
    case 'close-tag':
      return place.element && place.closes && touches(place.nameSpan, offset)
        ? ofMetadataElement(context, place.element, place.nameSpan)
        : undefined;
    case 'content':
      return place.element && ofMetadataText(context, place.element, offset);
    default:
      return undefined;
  }
}

function ofMetadataElement(context: HoverContext, element: XmlElement, span: Span): Hover | undefined {
  const entry = metadataEntryOf(context, element);
  if (!entry) return undefined;
  const markdown = renderElement({ ...entry, attributes: [] }, context.catalog);
  return { at: span, markdown: paragraphs(markdown, keyOfMetadataElement(context, element)) };
}

/** Where an adapter reads what an element of the metadata form says. */
function keyOfMetadataElement(context: HoverContext, element: XmlElement): string | undefined {
  const own = partOf(context, element);
  if (own) return 'section' in own ? keysOfItem(context, own) : keysOfSection(context, own);
  const part = partOf(context, element.parent);
  if (!part) return undefined;
  const item = 'section' in part ? part : undefined;
  if (item && element.name === 'value') return keysOfItem(context, item);
  const key =
    element.name === 'label' && keyOf(context, item?.section ?? sectionOf(context, element.parent), item, 'label');
  return key ? l10n.t('Key at run time: {0}', key) : undefined;
}

/** A name is explained as what it names, a value as its item; any other text as its element. */
function ofMetadataText(context: HoverContext, element: XmlElement, offset: number): Hover | undefined {
  const at = writtenAt(context.source, element.content, offset);
  const nameEntry = context.catalog.element('item')?.attributes.find(({ name }) => name === 'name');
  if (!at || !nameEntry || element.children.some(({ kind }) => kind === 'element')) return undefined;
  const part = partOf(context, element.parent);
  if (part && element.name === 'name') {
    const markdown = 'section' in part ? aboutItem(context, part, nameEntry) : aboutSection(context, part, nameEntry);
    return { at, markdown };
  }
  if (part && 'section' in part && element.name === 'value' && part.name)
    return { at, markdown: paragraphs(meaningOf(context, part), aboutItem(context, part, nameEntry)) };
  return ofMetadataElement(context, element, at);
}

function ofElement(context: HoverContext, element: XmlElement, span: Span): Hover | undefined {
  const entry = elementEntryOf(context, element);
  if (!entry) return undefined;
  const item = itemOf(context, element);
  const section = sectionOf(context, element);
  const key = item ? keysOfItem(context, item) : section && keysOfSection(context, section);
  return { at: span, markdown: paragraphs(renderElement(entry, context.catalog), key) };
}

/** The name of a section or an item is explained as what it names; any other value as its attribute. */
function ofAttributeValue(context: HoverContext, element: XmlElement, attribute: XmlAttribute): Hover | undefined {
  const known = elementEntryOf(context, element)?.attributes.find(({ name }) => name === attribute.name);
  if (known?.name === 'name' && attribute.rawValue.trim() !== '') {
    const item = itemOf(context, element);
    const section = sectionOf(context, element);
    if (item) return { at: attribute.valueSpan, markdown: aboutItem(context, item, known) };
    if (section) return { at: attribute.valueSpan, markdown: aboutSection(context, section, known) };
  }
  return ofAttribute(context, element, attribute, attribute.valueSpan);
}

function ofAttribute(
  context: HoverContext,
  element: XmlElement,
  attribute: XmlAttribute,
  span: Span,
): Hover | undefined {
  const entry = elementEntryOf(context, element);
  const known = entry?.attributes.find(({ name }) => name === attribute.name);
  if (!entry || !known) return undefined;
  const item = itemOf(context, element);
  const section = item?.section ?? sectionOf(context, element);
  const key = keyOf(context, section, item, known.name);
  return { at: span, markdown: renderAttribute(known, entry.name, context.catalog, key) };
}

/** In the text of an item: what the item is, and what this value means where the catalog says so. */
function ofValue(context: HoverContext, element: XmlElement, offset: number): Hover | undefined {
  const item = itemOf(context, element);
  const nameEntry = elementEntryOf(context, element)?.attributes.find(({ name }) => name === 'name');
  if (!item?.name || !nameEntry) return undefined;
  const at = writtenAt(context.source, element.content, offset);
  return at && { at, markdown: paragraphs(meaningOf(context, item), aboutItem(context, item, nameEntry)) };
}

/** The characters of a text without the blanks around them, when the cursor touches them. */
function writtenAt(source: Source, { start, end }: Span, offset: number): Span | undefined {
  const raw = source.text.slice(start, end);
  const from = start + (raw.length - raw.trimStart().length);
  const to = from + raw.trim().length;
  return raw.trim() === '' || offset < from || offset > to ? undefined : { start: from, end: to };
}

/** What one of the values that the catalog lists means. */
function meaningOf(context: HoverContext, item: Item): string | undefined {
  const kind = entryOf(context, item)?.value;
  const value = item.value.text.trim();
  const meaning = kind?.kind === 'enum' ? kind.values.find((one) => one.value === value) : undefined;
  return meaning && `${code(meaning.value)}: ${l10n.t(meaning.summary)}`;
}

function aboutItem(context: HoverContext, item: Item, nameEntry: AttributeEntry): string {
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

function aboutSection(context: HoverContext, section: Section, nameEntry: AttributeEntry): string {
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
function meantItem({ catalog }: HoverContext, item: Item): string | undefined {
  const name = item.name?.text ?? '';
  if (catalog.itemsNamed(name).length > 0) return undefined;
  const written = new Set(item.section.items.map((other) => other.name?.text));
  const known = catalog.section(item.section.name?.text ?? '')?.items ?? [];
  const free = known.filter((entry) => !entry.metadataOnly && !written.has(entry.name));
  const published = free.find((entry) => entry.misspellings.includes(name));
  return (
    published?.name ??
    nearest(
      name,
      free.map((entry) => entry.name),
    )
  );
}

function meantSection({ catalog, definition }: HoverContext, name: string): string | undefined {
  const written = new Set(definition.sections.map((section) => section.name?.text));
  return nearest(
    name,
    catalog.sections.map((entry) => entry.name).filter((known) => !written.has(known)),
  );
}

function keysOfItem(context: HoverContext, item: Item): string | undefined {
  const entry = entryOf(context, item);
  if (entry) return entry.metadataOnly ? undefined : itemKey(entry);
  const [section, name] = [item.section.name?.text, item.name?.text];
  return section && name ? itemKeys(`/${section}/${name}`, context.likely.includes('openCti')) : undefined;
}

function keysOfSection({ likely }: HoverContext, section: Section): string | undefined {
  const name = section.name?.text;
  return name ? sectionKeys(`/${name}`, likely.includes('openCti')) : undefined;
}

/** Under which key an adapter reads an attribute (reference, section 8.4). Markdown. */
function keyOf(
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
