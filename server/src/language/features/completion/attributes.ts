import * as l10n from '@vscode/l10n';
import type { AttributeEntry, ElementEntry } from '../../catalog/types.ts';
import type { AttributeNamePlace, AttributeRoomPlace, AttributeValuePlace } from '../../xml/query.ts';
import { escapeAttribute } from '../../xml/references.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { elementEntryOf, entryOf, itemOf, sectionOf } from '../parts.ts';
import { renderAttribute } from '../render-entry.ts';
import type { CompletionContext } from './context.ts';
import { numbering } from './new-element.ts';
import { editOf, type Offer } from './offer.ts';
import { type Piece, stop } from './pieces.ts';

/** The attributes that an element still lacks, required ones first. */
export function attributes(
  context: CompletionContext,
  place: AttributeNamePlace | AttributeRoomPlace,
): readonly Offer[] {
  const { element } = place;
  const entry = elementEntryOf(context, element);
  if (!entry) return [];
  const before = place.kind === 'attribute-name' && context.offset === place.attribute.nameSpan.start;
  // A half-typed name is about to become another one; at the start of a name there is room for one more.
  const current = place.kind === 'attribute-name' && !before ? place.attribute : undefined;
  const span = current ? current.nameSpan : { start: context.offset, end: context.offset };
  const present = new Set(element.attributes.filter((one) => one !== current).map((one) => one.name));
  const missing = entry.attributes.filter((one) => !present.has(one.name));
  // A name that is right, and has its value, is not to be replaced by another.
  if (current?.hasEquals && missing.some(({ name }) => name === current.name)) return [];
  return [...missing]
    .sort((a, b) => Number(b.required) - Number(a.required))
    .map((attribute, index) => ({
      ...describe(context, attribute, entry),
      ...editOf(span, current?.hasEquals ? [attribute.name] : spaced(context, span.end, piecesOf(attribute))),
      filterText: attribute.name,
      preselect: index === 0,
    }));

  function piecesOf({ name }: AttributeEntry): readonly Piece[] {
    if (name === 'sortOrder') return [`${name}="${ownSortOrder(context, element)}"`];
    const label = name === 'label' ? ownLabel(context, element) : undefined;
    return [`${name}="`, stop(escapeAttribute(label ?? '')), '"'];
  }
}

/** Values of the attributes that are no names: the next free number, the usual label. */
export function attributeValues(context: CompletionContext, place: AttributeValuePlace): readonly Offer[] {
  const { element, attribute } = place;
  const entry = elementEntryOf(context, element);
  const known = entry?.attributes.find((one) => one.name === attribute.name);
  if (!entry || !known) return [];
  const value =
    known.name === 'sortOrder'
      ? String(ownSortOrder(context, element))
      : known.name === 'label'
        ? ownLabel(context, element)
        : undefined;
  if (value === undefined) return [];
  const { quote, terminated } = attribute;
  const written = escapeAttribute(value, quote);
  const text = quote ? written + (terminated ? '' : quote) : `"${written}"`;
  const end = terminated ? place.replace.end : Math.max(place.replace.end, attribute.span.end);
  return [
    {
      ...describe(context, known, entry),
      label: value,
      kind: 'value',
      ...editOf({ start: place.replace.start, end }, [text]),
      filterText: value,
      preselect: true,
    },
  ];
}

function describe(context: CompletionContext, attribute: AttributeEntry, element: ElementEntry) {
  return {
    label: attribute.name,
    kind: 'attribute' as const,
    detail: attribute.required ? l10n.t('required') : l10n.t('optional'),
    documentation: renderAttribute(attribute, element.name, context.catalog),
  };
}

/** With white space towards what stands directly before and behind the place. */
function spaced(context: CompletionContext, end: number, pieces: readonly Piece[]): readonly Piece[] {
  const { text } = context.source;
  const behind = text.slice(end, end + 1);
  const before = /["']/.test(text.slice(context.offset - 1, context.offset)) ? ' ' : '';
  return [before, ...pieces, /^[^\s/<>]/.test(behind) ? ' ' : ''];
}

function ownSortOrder(context: CompletionContext, element: XmlElement): number {
  const item = itemOf(context, element);
  if (item) {
    const others = item.section.items.filter((other) => other !== item);
    return numbering(others)(entryOf(context, item));
  }
  const others = context.definition.sections.filter((section) => section.element !== element);
  return numbering(others)(context.catalog.section(sectionOf(context, element)?.name?.text ?? ''));
}

function ownLabel(context: CompletionContext, element: XmlElement): string | undefined {
  const item = itemOf(context, element);
  if (item) return entryOf(context, item)?.label;
  return context.catalog.section(sectionOf(context, element)?.name?.text ?? '')?.label;
}
