import { starterValue } from '../../catalog/starter-value.ts';
import type { ElementEntry, Flavour, ItemEntry, SectionEntry } from '../../catalog/types.ts';
import { itemsOfSection } from '../../convert/template.ts';
import type { Field } from '../../model/definition.ts';
import { parseSortOrder } from '../../model/sort-order.ts';
import { escapeAttribute, escapeText } from '../../xml/references.ts';
import { type Lines, lineBreak } from './layout.ts';
import { type Piece, type Stop, stop } from './pieces.ts';

/** The value of a new item: what a new definition of the likeliest flavour that knows the item would have there. */
export function valueStop(entry: ItemEntry, likely: readonly Flavour[]): Stop {
  const flavour = likely.find((candidate) => entry.flavours[candidate] !== 'notApplicable') ?? 'openCti';
  return stop(escapeText(starterValue(entry, flavour)), choicesOf(entry).map(escapeText));
}

/** A whole item of the catalog. */
export function itemPieces(entry: ItemEntry, sortOrder: number, likely: readonly Flavour[]): readonly Piece[] {
  return [openTag('item', entry, sortOrder), valueStop(entry, likely), '</item>'];
}

/** A whole section of the catalog, with the items that a new definition of the flavour has in it. */
export function sectionPieces(
  entry: SectionEntry,
  sortOrder: number,
  flavour: Flavour,
  lines: Lines,
): readonly Piece[] {
  return [
    openTag('section', entry, sortOrder),
    ...sectionContent(entry, flavour, lines),
    lineBreak(lines, 0),
    '</section>',
  ];
}

/** The items of a new section, each on a line of its own; without the line break before the closing tag. */
export function sectionContent(entry: SectionEntry, flavour: Flavour, lines: Lines): readonly Piece[] {
  return itemsOfSection(entry, flavour).flatMap((item, index) => [
    lineBreak(lines, 1),
    ...itemPieces(item, index, [flavour]),
  ]);
}

/** An element without a known name: a tab stop for whatever its author has to write. */
export function emptyPieces(
  entry: ElementEntry,
  children: readonly ElementEntry[],
  sortOrder: number,
  lines: Lines,
): readonly Piece[] {
  const attributes = entry.attributes.flatMap(({ name }) =>
    name === 'sortOrder' ? [` ${name}="${sortOrder}"`] : [` ${name}="`, stop(), '"'],
  );
  const open = [`<${entry.name}`, ...attributes, '>'];
  const close = `</${entry.name}>`;
  const [child] = children;
  if (!child) return [...open, stop(), close];
  if (child.children.length > 0) return [...open, lineBreak(lines, 1), stop(), lineBreak(lines, 0), close];
  return [...open, lineBreak(lines, 1), ...emptyPieces(child, [], 0, lines), lineBreak(lines, 0), close];
}

/**
 * For elements beside others: the place that the format prescribes for an entry, when it is free, or else the first free
 * one. So numbers that are without a gap stay so, and a gap is filled.
 */
export function numbering(
  others: readonly { readonly sortOrder: Field | undefined }[],
): (entry?: ItemEntry | SectionEntry) => number {
  const taken = new Set(others.map(({ sortOrder }) => parseSortOrder(sortOrder?.text)));
  let free = 0;
  while (taken.has(free)) free++;
  return (entry) => {
    const fixed = entry?.fixedSortOrder?.value;
    return fixed === undefined || taken.has(fixed) ? free : fixed;
  };
}

function openTag(element: string, entry: ItemEntry | SectionEntry, sortOrder: number): string {
  const { name, label } = entry;
  return `<${element} sortOrder="${sortOrder}" name="${escapeAttribute(name)}" label="${escapeAttribute(label)}">`;
}

function choicesOf({ value }: ItemEntry): readonly string[] {
  if (value.kind === 'boolean') return ['true', 'false'];
  return value.kind === 'enum' ? value.values.map((one) => one.value) : [];
}
