import * as l10n from '@vscode/l10n';
import type { ItemEntry } from '../../catalog/types.ts';
import type { Span } from '../../text/span.ts';
import { isBlank } from '../../xml/chars.ts';
import type { ContentPlace } from '../../xml/query.ts';
import { escapeText } from '../../xml/references.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { paragraphs } from '../markdown.ts';
import { entryOf, itemOf } from '../parts.ts';
import { renderItem } from '../render-entry.ts';
import type { CompletionContext } from './context.ts';
import { ownCloseTag } from './finish.ts';
import { editOf, type Offer } from './offer.ts';
import { type Piece, stop } from './pieces.ts';
import { type Suggestion, suggestions } from './suggestions.ts';

/** Values for the item in whose text the cursor stands, by the kind that the catalog gives it. */
export function values(context: CompletionContext, place: ContentPlace): readonly Offer[] {
  const item = itemOf(context, place.element);
  const entry = item && entryOf(context, item);
  return entry ? valuesAt(context, entry, item.element) : [];
}

/** Values of the catalog's entry for the element whose text they are. */
export function valuesAt(context: CompletionContext, entry: ItemEntry, element: XmlElement): readonly Offer[] {
  const span = textSpan(context, element);
  if (!span) return [];
  const written = context.source.text.slice(span.start, span.end);
  const found = suggestions(context, entry);
  const complete = found.some(({ value }) => escapeText(value) === written);
  const close = ownCloseTag(element) || element.selfClosing ? '' : `</${element.name}>`;
  return found.map((suggestion, index) => ({
    label: suggestion.value,
    kind: suggestion.kind,
    detail: suggestion.detail,
    documentation: documentationOf(context, entry, suggestion),
    ...editOf(span, [...piecesOf(suggestion), close]),
    // Behind a complete value one asks for the others, which an editor would filter out.
    filterText: complete ? `${written} ${suggestion.value}` : suggestion.value,
    preselect: index === 0,
  }));
}

function piecesOf({ value, replace }: Suggestion): readonly Piece[] {
  return [replace ? stop(escapeText(value)) : escapeText(value)];
}

function documentationOf(context: CompletionContext, entry: ItemEntry, { summary }: Suggestion): string {
  return paragraphs(summary === undefined ? undefined : l10n.t(summary), renderItem(entry, context.catalog));
}

/**
 * The characters that a text in an element replaces: the whole text without the white space around it. `undefined` where it has
 * several lines, holds anything but text, or is not where the cursor stands.
 */
export function textSpan({ source, offset }: CompletionContext, element: XmlElement): Span | undefined {
  if (element.children.some((child) => child.kind !== 'text')) return undefined;
  const { start, end } = element.content;
  const raw = source.text.slice(start, end);
  if (isBlank(source.text, start, end)) {
    const closed = ownCloseTag(element) !== undefined;
    if (!/[\r\n]/.test(raw)) return closed ? { start, end } : { start, end: offset };
    // Below a tag that is not closed yet one writes something else.
    const sameLine = !/[\r\n]/.test(source.text.slice(start, offset));
    return closed || sameLine ? { start: sameLine ? start : offset, end: offset } : undefined;
  }
  const from = start + (raw.length - raw.trimStart().length);
  const to = from + raw.trim().length;
  const onOneLine = !/[\r\n]/.test(source.text.slice(from, to));
  return onOneLine && from <= offset && offset <= to ? { start: from, end: to } : undefined;
}
