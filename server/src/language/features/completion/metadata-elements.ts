import * as l10n from '@vscode/l10n';
import type { MetadataElementEntry } from '../../catalog/types.ts';
import { elementsOfRoot } from '../../convert/component-template.ts';
import type { Field } from '../../model/definition.ts';
import { elementChildren } from '../../model/detect.ts';
import type { Span } from '../../text/span.ts';
import type { ContentPlace, TagNamePlace } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { metadataEntryOf, sectionOf } from '../parts.ts';
import { renderElement } from '../render-entry.ts';
import { itemCandidates, sectionCandidates } from './candidates.ts';
import type { CompletionContext } from './context.ts';
import { endOfShell } from './elements.ts';
import { type Slot, slotAt } from './layout.ts';
import { metadataElement, metadataItem, metadataSection } from './metadata-pieces.ts';
import { editOf, type Offer } from './offer.ts';
import type { Piece } from './pieces.ts';

/** Whole elements for a place between elements of a metadata body, whether a `<` is there already or not. */
export function metadataElements(context: CompletionContext, place: ContentPlace | TagNamePlace): readonly Offer[] {
  const { text } = context.source;
  if (place.kind === 'content') {
    const word = text.slice(place.replace.start, place.replace.end);
    return place.element && /^[\w:.-]*$/.test(word) ? newElements(context, place.element, place.replace, '') : [];
  }
  const { element, parent, replace } = place;
  const end = element ? endOfTyped(text, element) : replace.end;
  if (!parent) return [];
  if (end === undefined) return element ? renamings(context, element, parent) : [];
  return newElements(context, parent, { start: replace.start, end }, '<', element);
}

/** The end of what was typed of a new element; `undefined` where there is more to it than a name. */
function endOfTyped(text: string, element: XmlElement): number | undefined {
  return isHalfTyped(element) ? element.nameSpan.end : endOfShell(text, element);
}

/** A tag without its end takes in what follows, which belongs to the element around it. */
function isHalfTyped({ openTagFinished, attributes, closeTag }: XmlElement): boolean {
  return !openTagFinished && attributes.length === 0 && !closeTag;
}

/** What stands in an element beside the one that is being typed. */
function siblingsOf(parent: XmlElement, shell: XmlElement | undefined): readonly XmlElement[] {
  const taken = shell && isHalfTyped(shell) ? elementChildren(shell) : [];
  return [...elementChildren(parent).filter((child) => child !== shell), ...taken];
}

function newElements(
  context: CompletionContext,
  parent: XmlElement,
  at: Span,
  typed: '<' | '',
  shell?: XmlElement,
): readonly Offer[] {
  const free = freeIn(context, parent, shell);
  if (free.length === 0) return [];
  const slot = slotAt(context.source, parent, at, shell);
  const known = [...wholeItems(context, parent, slot, shell), ...wholeSections(context, parent, slot)].map(
    (offer, index) => ({
      ...offer,
      filterText: typed + offer.filterText,
      preselect: index === 0,
    }),
  );
  // What must be there comes before what may.
  const rank = ({ required, repeated }: MetadataElementEntry) => (required ? 0 : repeated ? 2 : 1);
  const empty = [...free]
    .sort((a, b) => rank(a) - rank(b))
    .map((entry) => ({
      ...describe(context, entry, typed),
      ...inSlot(slot, metadataElement(entry, requiredIn(context, entry), usualText(context, entry), slot.lines)),
      preselect: entry.required,
    }));
  return [...known, ...empty];
}

/** The elements that may still stand in the content of `parent`; none where nothing is known or nothing is for an author. */
function freeIn(context: CompletionContext, parent: XmlElement, shell: XmlElement | undefined) {
  const { catalog } = context;
  const entry = metadataEntryOf(context, parent);
  if (!entry) return [];
  const present = new Set(siblingsOf(parent, shell).map(({ name }) => name));
  return entry.children.flatMap((name) => {
    const child = catalog.metadataElement(name);
    return child?.byHand && (child.repeated || !present.has(name)) ? [child] : [];
  });
}

function requiredIn({ catalog }: CompletionContext, { children }: MetadataElementEntry) {
  return children.flatMap((name) => catalog.metadataElement(name) ?? []).filter(({ required }) => required);
}

/** What nearly every file has there. */
function usualText({ catalog }: CompletionContext, { name }: MetadataElementEntry): string {
  const item = { displayNameLabel: 'reqDisplayName', internalNameLabel: 'reqInternalName' }[name];
  return (item && catalog.item('reqGeneralInfo', item)?.label) ?? '';
}

function wholeItems(context: CompletionContext, parent: XmlElement, slot: Slot, shell: XmlElement | undefined) {
  const written = sectionOf(context, parent);
  if (!written) return [];
  const section = { ...written, name: written.name ?? nameAmong(siblingsOf(parent, shell), context) };
  return itemCandidates(context, section)
    .filter(({ entry }) => !elementsOfRoot.includes(entry.name))
    .map(({ entry, label, detail, documentation }) => ({
      label,
      kind: 'item' as const,
      detail,
      documentation,
      ...inSlot(slot, metadataItem(entry, context.likely, slot.lines)),
      filterText: `items ${entry.name}`,
    }));
}

function nameAmong(elements: readonly XmlElement[], { source }: CompletionContext): Field | undefined {
  const element = elements.find(({ name }) => name === 'name');
  if (!element) return undefined;
  const span = element.content;
  return { text: source.text.slice(span.start, span.end), span, attribute: undefined, element };
}

function wholeSections(context: CompletionContext, parent: XmlElement, slot: Slot) {
  if (parent !== context.definition.root) return [];
  return sectionCandidates(context).map(({ entry, label, detail, documentation, flavour }) => ({
    label,
    kind: 'section' as const,
    detail,
    documentation,
    ...inSlot(slot, metadataSection(entry, flavour, slot.lines, elementsOfRoot)),
    filterText: `sections ${entry.name}`,
  }));
}

/** Another name for an element that has content: in both its tags. */
function renamings(context: CompletionContext, element: XmlElement, parent: XmlElement): readonly Offer[] {
  const { closeTag } = element;
  return freeIn(context, parent, element).map((entry) => {
    const other = closeTag?.name === element.name ? [{ span: closeTag.nameSpan, newText: entry.name }] : [];
    return { ...describe(context, entry, ''), ...editOf(element.nameSpan, [entry.name]), additional: other };
  });
}

function describe({ catalog }: CompletionContext, entry: MetadataElementEntry, typed: string) {
  return {
    label: entry.name,
    kind: 'element' as const,
    detail: entry.required ? l10n.t('required') : entry.repeated ? l10n.t('of your own') : l10n.t('optional'),
    documentation: renderElement({ ...entry, attributes: [] }, catalog),
    filterText: typed + entry.name,
    preselect: false,
  };
}

function inSlot(slot: Slot, pieces: readonly Piece[]) {
  return editOf(slot.span, [slot.lead, ...pieces], slot.tail);
}
