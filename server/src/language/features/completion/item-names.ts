import type { AttributeValuePlace } from '../../xml/query.ts';
import { itemOf } from '../parts.ts';
import { itemCandidates } from './candidates.ts';
import type { CompletionContext } from './context.ts';
import { nameEdit } from './finish.ts';
import { numbering, valueStop } from './new-element.ts';
import type { Offer } from './offer.ts';

/** Names for an item; each brings what the item still lacks. */
export function itemNames(context: CompletionContext, place: AttributeValuePlace): readonly Offer[] {
  const item = itemOf(context, place.element);
  if (!item) return [];
  const { section } = item;
  const numberFor = numbering(section.items.filter((other) => other !== item));
  return itemCandidates(context, section, item).map(({ entry, label, detail, documentation }, index) => ({
    label,
    kind: 'item',
    detail,
    documentation,
    ...nameEdit(context, place, entry.name, {
      sortOrder: numberFor(entry),
      label: entry.label,
      content: [valueStop(entry, context.likely)],
      beforeCloseTag: '',
      isText: true,
    }),
    filterText: entry.name,
    preselect: index === 0,
  }));
}
