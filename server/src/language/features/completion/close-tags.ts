import * as l10n from '@vscode/l10n';
import type { Span } from '../../text/span.ts';
import type { CloseTagPlace, TagNamePlace } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { ownCloseTag } from './finish.ts';
import { editOf, type Offer } from './offer.ts';

/** The closing tag that belongs where the cursor stands: behind `</`, or behind a `<` in an element that has none. */
export function closeTags(place: CloseTagPlace | TagNamePlace): readonly Offer[] {
  if (place.kind === 'tag-name') return place.element ? [] : forOpen(place.parent, place.replace);
  const { element, closes, replace } = place;
  if (!closes) return forOpen(element, replace);
  return element && ownCloseTag(element) ? [offer(element, replace)] : [];
}

function forOpen(element: XmlElement | undefined, span: Span): readonly Offer[] {
  return element && !element.selfClosing && !ownCloseTag(element) ? [offer(element, span)] : [];
}

function offer(element: XmlElement, span: Span): Offer {
  const tag = `</${element.name}>`;
  return {
    label: tag,
    kind: 'closeTag',
    detail: l10n.t('closing tag'),
    documentation: '',
    ...editOf(span, [tag]),
    filterText: tag,
    preselect: true,
  };
}
