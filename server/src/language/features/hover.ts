import type { Catalog, Flavour } from '../catalog/types.ts';
import { definitionOf } from '../model/read.ts';
import type { Hover } from '../service/editing.ts';
import type { Source } from '../text/source.ts';
import { type Span, touches } from '../text/span.ts';
import { type Place, placeAt } from '../xml/query.ts';
import type { XmlAttribute, XmlElement } from '../xml/tree.ts';
import { hoverInMetadata } from './hover-metadata.ts';
import {
  aboutItem,
  aboutSection,
  type HoverContext,
  keyOf,
  keysOfItem,
  keysOfSection,
  meaningOf,
  writtenAt,
} from './hover-words.ts';
import { likelyFlavours } from './likely-flavours.ts';
import { paragraphs } from './markdown.ts';
import { elementEntryOf, itemOf, sectionOf } from './parts.ts';
import { renderAttribute, renderElement } from './render-entry.ts';

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
  if (definition.body === 'metadata')
    return hoverInMetadata(context, placeAt(source.text, definition.tree, offset), offset);
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
