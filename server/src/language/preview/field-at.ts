import { definitionOf } from '../model/read.ts';
import type { Source } from '../text/source.ts';
import { type Span, touches } from '../text/span.ts';
import { type Fields, fieldsOf, type ItemPart, type Part, type SectionPart, spansOf } from './fields.ts';

/** The innermost part whose place holds an offset; where two touch there, the one that begins. */
export type Finder = (offset: number) => Part | undefined;

/** Finds parts by place, in the time of a binary search: a page asks for every finding. */
export function finderOf(source: Source): Finder {
  return source.derive(createFinder);
}

function createFinder(source: Source): Finder {
  const { byId, beside } = fieldsOf(source);
  const sections: SectionPart[] = [];
  const items: ItemPart[] = [];
  for (const part of byId.values()) {
    if (part.kind === 'item') items.push(part);
    else if (part.kind === 'section') sections.push(part);
  }
  const others = beside.flatMap((part) => {
    const spans = spansOf(source, part);
    return spans ? [{ part, spans: part.kind === 'element' ? ownSpans(part) : [spans.element] }] : [];
  });
  return (offset) =>
    lastHolding(items, ({ item }) => item.element.span, offset) ??
    lastHolding(sections, ({ section }) => section.element.span, offset) ??
    others.find(({ spans }) => spans.some((span) => touches(span, offset)))?.part;
}

function ownSpans({ field, label }: Extract<Fields['beside'][number], { kind: 'element' }>): readonly Span[] {
  return [field, label].flatMap((own) => own?.element?.span ?? []);
}

/** Of parts in text order, which lie beside each other. */
function lastHolding<P>(parts: readonly P[], spanOf: (part: P) => Span, offset: number): P | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part && spanOf(part).start <= offset) low = middle + 1;
    else high = middle;
  }
  const found = parts[low - 1];
  return found && touches(spanOf(found), offset) ? found : undefined;
}

/** The id of the field at an offset: of the item, else of the section or whatever else has an id there. */
export function fieldAt(source: Source, offset: number): string | undefined {
  return definitionOf(source).body && finderOf(source)(offset)?.id;
}
