import type { Catalog, Flavour } from '../catalog/types.ts';
import { definitionOf } from '../model/read.ts';
import type { Completion } from '../service/editing.ts';
import type { WorkspaceFacts } from '../service.ts';
import type { Source } from '../text/source.ts';
import { type Place, placeAt } from '../xml/query.ts';
import { attributes, attributeValues } from './completion/attributes.ts';
import { closeTags } from './completion/close-tags.ts';
import type { CompletionContext } from './completion/context.ts';
import { elements } from './completion/elements.ts';
import { itemNames } from './completion/item-names.ts';
import { metadataElements } from './completion/metadata-elements.ts';
import { metadataTexts } from './completion/metadata-texts.ts';
import { inOrder, type Offer } from './completion/offer.ts';
import { sectionNames } from './completion/section-names.ts';
import { templateSpan, templates } from './completion/templates.ts';
import { values } from './completion/values.ts';
import { likelyFlavours } from './likely-flavours.ts';

/**
 * What may be written at `offset` of a definition of either form, or of a document that holds nothing yet; nothing in all
 * others, and nothing in comments, CDATA sections and declarations. Line breaks and indentation of what is inserted are
 * as they shall stand in the document: an editor must not indent them again.
 *
 * `flavour` is the one that holds for the document, chosen or inferred; without one it is inferred.
 */
export function complete(
  source: Source,
  offset: number,
  facts: WorkspaceFacts,
  { catalog, flavour }: { readonly catalog: Catalog; readonly flavour: Flavour | undefined },
): readonly Completion[] {
  // No cursor stands within a line break.
  if (source.text.slice(offset - 1, offset + 1) === '\r\n') return [];
  const definition = definitionOf(source);
  const likely = likelyFlavours(definition, flavour);
  const at = Math.max(0, Math.min(offset, source.text.length));
  const context = { source, offset: at, definition, catalog, facts, likely };
  return inOrder(offersAt(context, placeAt(source.text, definition.tree, at)));
}

function offersAt(context: CompletionContext, place: Place): readonly Offer[] {
  const beginning = templateSpan(context, place);
  if (beginning) return templates(context, beginning);
  if (context.definition.body === 'metadata') return inMetadata(context, place);
  if (context.definition.body !== 'import') return [];
  switch (place.kind) {
    case 'tag-name':
      return [...closeTags(place), ...elements(context, place)];
    case 'close-tag':
      return closeTags(place);
    case 'attribute-name':
    case 'attribute-room':
      return attributes(context, place);
    case 'attribute-value':
      // An edit stays on its line, and no name or number has several.
      if (/[\r\n]/.test(place.attribute.rawValue)) return [];
      if (place.attribute.name !== 'name') return attributeValues(context, place);
      return [...itemNames(context, place), ...sectionNames(context, place)];
    case 'content':
      return [...values(context, place), ...elements(context, place)];
    case 'tag-rest':
    case 'markup':
      return [];
  }
}

function inMetadata(context: CompletionContext, place: Place): readonly Offer[] {
  switch (place.kind) {
    case 'tag-name':
      return [...closeTags(place), ...metadataElements(context, place)];
    case 'close-tag':
      return closeTags(place);
    case 'content':
      return [...metadataTexts(context, place), ...metadataElements(context, place)];
    default:
      // Names, labels and values are elements here: no attribute is an author's.
      return [];
  }
}
