import type { AttributeValuePlace } from '../../xml/query.ts';
import { sectionOf } from '../parts.ts';
import { sectionCandidates } from './candidates.ts';
import type { CompletionContext } from './context.ts';
import { nameEdit } from './finish.ts';
import { lineBreak, linesOf } from './layout.ts';
import { numbering, sectionContent } from './new-element.ts';
import type { Offer } from './offer.ts';

/** Names for a section; each brings the items that a new section of that name has, unless there are items already. */
export function sectionNames(context: CompletionContext, place: AttributeValuePlace): readonly Offer[] {
  const section = sectionOf(context, place.element);
  if (!section) return [];
  const numberFor = numbering(context.definition.sections.filter((other) => other !== section));
  const lines = linesOf(context.source, place.element);
  const offers = sectionCandidates(context, section).map(({ entry, label, detail, documentation, flavour }) => ({
    entry,
    label,
    kind: 'section' as const,
    detail,
    documentation,
    ...nameEdit(context, place, entry.name, {
      sortOrder: numberFor(entry),
      label: entry.label,
      content: sectionContent(entry, flavour, lines),
      beforeCloseTag: lineBreak(lines, 0),
      isText: false,
    }),
    filterText: entry.name,
  }));
  // Where no items come along, the flavours' variants of a section are all the same: the first speaks for them.
  const twin = (one: (typeof offers)[number]) => offers.find((other) => other.snippet === one.snippet);
  return offers
    .filter((one) => twin(one) === one)
    .map(({ entry, ...offer }, index, distinct) => ({
      ...offer,
      label: distinct.filter((other) => other.entry === entry).length > 1 ? offer.label : entry.name,
      preselect: index === 0,
    }));
}
