import type { AttributeValuePlace } from '../../xml/query.ts';
import { sectionOf } from '../parts.ts';
import { sectionCandidates } from './candidates.ts';
import type { CompletionContext } from './context.ts';
import { nameEdit } from './finish.ts';
import { lineBreak, linesOf } from './layout.ts';
import { sectionContent, sortOrderFor } from './new-element.ts';
import type { Offer } from './offer.ts';

/** Names for a section; each brings the items that a new section of that name has, unless there are items already. */
export function sectionNames(context: CompletionContext, place: AttributeValuePlace): readonly Offer[] {
  const section = sectionOf(context, place.element);
  if (!section) return [];
  const others = context.definition.sections.filter((other) => other !== section);
  const lines = linesOf(context.source, place.element);
  const seen = new Set<string>();
  return sectionCandidates(context, section).flatMap(({ entry, label, detail, documentation, flavour }, index) => {
    const edit = nameEdit(context, place, entry.name, {
      sortOrder: sortOrderFor(entry, others),
      label: entry.label,
      content: sectionContent(entry, flavour, lines),
      beforeCloseTag: lineBreak(lines, 0),
      isText: false,
    });
    // Where no items come along, the flavours' variants of a section are all the same.
    if (seen.has(edit.snippet)) return [];
    seen.add(edit.snippet);
    const alone = !edit.snippet.includes('<item');
    return [
      {
        label: alone ? entry.name : label,
        kind: 'section' as const,
        detail,
        documentation,
        ...edit,
        filterText: entry.name,
        preselect: index === 0,
      },
    ];
  });
}
