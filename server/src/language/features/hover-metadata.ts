import * as l10n from '@vscode/l10n';
import type { Hover } from '../service/editing.ts';
import { type Span, touches } from '../text/span.ts';
import type { Place } from '../xml/query.ts';
import type { XmlElement } from '../xml/tree.ts';
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
import { paragraphs } from './markdown.ts';
import { metadataEntryOf, partOf, sectionOf } from './parts.ts';
import { renderElement } from './render-entry.ts';

/** What stands at a place of a metadata body, explained from the catalog. */
export function hoverInMetadata(context: HoverContext, place: Place, offset: number): Hover | undefined {
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
