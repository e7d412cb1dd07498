import * as l10n from '@vscode/l10n';
import type { ElementEntry } from '../../catalog/types.ts';
import type { Section } from '../../model/definition.ts';
import { lineEndOf } from '../../text/line-end.ts';
import type { Span } from '../../text/span.ts';
import type { ContentPlace, TagNamePlace } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { childEntriesOf, childrenOf, sectionOf } from '../parts.ts';
import { renderElement } from '../render-entry.ts';
import { itemCandidates, sectionCandidates } from './candidates.ts';
import type { CompletionContext } from './context.ts';
import { ownCloseTag } from './finish.ts';
import { type Slot, slotAt } from './layout.ts';
import { emptyPieces, itemPieces, numbering, sectionPieces } from './new-element.ts';
import { editOf, type Offer } from './offer.ts';
import type { Piece } from './pieces.ts';

/** Whole elements for a place between elements, whether a `<` is there already or not. */
export function elements(context: CompletionContext, place: ContentPlace | TagNamePlace): readonly Offer[] {
  const { text } = context.source;
  if (place.kind === 'content') {
    // Anything but a word, such as half a reference, would be torn.
    const word = text.slice(place.replace.start, place.replace.end);
    return place.element && /^[\w:.-]*$/.test(word) ? newElements(context, place.element, place.replace, '') : [];
  }
  const { element, parent, replace } = place;
  const end = element ? endOfShell(text, element) : replace.end;
  if (end === undefined) return element ? renamings(context, element, parent) : [];
  return parent ? newElements(context, parent, { start: replace.start, end }, '<', element) : [];
}

/** The bare root, for a document that has none. */
export function rootElements(context: CompletionContext, span: Span, typed: '<' | ''): readonly Offer[] {
  const lines = { eol: lineEndOf(context.source), indent: '', step: '    ' };
  return childrenOf(context, undefined).map((entry) => ({
    ...describe(context, entry, typed),
    ...editOf(span, emptyPieces(entry, childEntriesOf(context, entry), 0, lines)),
  }));
}

/**
 * The end of an element that is nothing but the beginning of a tag: no attribute, no content. `undefined` when there is
 * more to it, which a new element in its place would destroy.
 */
export function endOfShell(text: string, element: XmlElement): number | undefined {
  const { nameSpan, openTag, content } = element;
  const closeTag = ownCloseTag(element);
  if (element.attributes.length > 0 || element.children.some((child) => child.kind !== 'text')) return undefined;
  if (text.slice(content.start, content.end).trim() !== '') return undefined;
  if (!element.openTagFinished && text.slice(nameSpan.end, openTag.end).trim() !== '') return undefined;
  const end = closeTag?.span.end ?? (element.openTagFinished ? openTag.end : nameSpan.end);
  return /[\r\n]/.test(text.slice(element.span.start, end)) ? undefined : end;
}

function newElements(
  context: CompletionContext,
  parent: XmlElement,
  at: Span,
  typed: '<' | '',
  shell?: XmlElement,
): readonly Offer[] {
  const section = sectionOf(context, parent);
  // A section in a section, an item in an item: what stands there is wrong already.
  if (!section && parent !== context.definition.root) return [];
  const slot = slotAt(context.source, parent, at, shell);
  const numberFor = numbering(section?.items ?? context.definition.sections);
  const known = section ? wholeItems(context, section, slot, numberFor) : wholeSections(context, slot, numberFor);
  const named = known.map((offer, index) => ({
    ...offer,
    filterText: typed + offer.filterText,
    preselect: index === 0,
  }));
  const empty = childrenOf(context, parent).map((entry) => ({
    ...describe(context, entry, typed),
    ...inSlot(slot, emptyPieces(entry, childEntriesOf(context, entry), numberFor(), slot.lines)),
  }));
  return [...named, ...empty];
}

type NumberFor = ReturnType<typeof numbering>;

function wholeItems(context: CompletionContext, section: Section, slot: Slot, numberFor: NumberFor) {
  return itemCandidates(context, section).map(({ entry, label, detail, documentation }) => ({
    label,
    kind: 'item' as const,
    detail,
    documentation,
    ...inSlot(slot, itemPieces(entry, numberFor(entry), context.likely)),
    filterText: `item ${entry.name}`,
  }));
}

function wholeSections(context: CompletionContext, slot: Slot, numberFor: NumberFor) {
  return sectionCandidates(context).map(({ entry, label, detail, documentation, flavour }) => ({
    label,
    kind: 'section' as const,
    detail,
    documentation,
    ...inSlot(slot, sectionPieces(entry, numberFor(entry), flavour, slot.lines)),
    filterText: `section ${entry.name}`,
  }));
}

/** Another name for an element that has attributes or content: in both its tags. */
function renamings(context: CompletionContext, element: XmlElement, parent: XmlElement | undefined): readonly Offer[] {
  const { closeTag } = element;
  return childrenOf(context, parent).map((entry) => {
    const other = closeTag?.name === element.name ? [{ span: closeTag.nameSpan, newText: entry.name }] : [];
    return { ...describe(context, entry, ''), ...editOf(element.nameSpan, [entry.name]), additional: other };
  });
}

function describe(context: CompletionContext, entry: ElementEntry, typed: string) {
  return {
    label: entry.name,
    kind: 'element' as const,
    detail: entry.parents.length > 0 ? l10n.t('of your own') : l10n.t('without content'),
    documentation: renderElement(entry, context.catalog),
    filterText: typed + entry.name,
    preselect: false,
  };
}

function inSlot(slot: Slot, pieces: readonly Piece[]) {
  return editOf(slot.span, [slot.lead, ...pieces], slot.tail);
}
