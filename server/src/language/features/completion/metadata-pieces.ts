import type { Flavour, ItemEntry, MetadataElementEntry, SectionEntry } from '../../catalog/types.ts';
import { itemsOfSection } from '../../convert/template.ts';
import { escapeText } from '../../xml/references.ts';
import { type Lines, lineBreak } from './layout.ts';
import { valueStop } from './new-element.ts';
import { type Piece, stop } from './pieces.ts';

/** A whole item of the catalog, as the metadata form writes it. */
export function metadataItem(entry: ItemEntry, likely: readonly Flavour[], lines: Lines): readonly Piece[] {
  const inner = lineBreak(lines, 1);
  return [
    `<items>${inner}<label>${escapeText(entry.label)}</label>${inner}<name>${entry.name}</name>${inner}<value>`,
    valueStop(entry, likely),
    `</value>${lineBreak(lines, 0)}</items>`,
  ];
}

/** A whole section of the catalog, with the items that a new definition of the flavour has in it, before label and name. */
export function metadataSection(
  entry: SectionEntry,
  flavour: Flavour,
  lines: Lines,
  elsewhere: readonly string[],
): readonly Piece[] {
  const inner = lineBreak(lines, 1);
  const deeper = { ...lines, indent: lines.indent + lines.step };
  const items = itemsOfSection(entry, flavour).filter(({ name }) => !elsewhere.includes(name));
  return [
    '<sections>',
    ...items.flatMap((item) => [inner, ...metadataItem(item, [flavour], deeper)]),
    `${inner}<label>${escapeText(entry.label)}</label>${inner}<name>${entry.name}</name>${lineBreak(lines, 0)}</sections>`,
  ];
}

/** An element without a known name, with those it must hold: a tab stop for whatever its author has to write. */
export function metadataElement(
  entry: MetadataElementEntry,
  required: readonly MetadataElementEntry[],
  text: string,
  lines: Lines,
): readonly Piece[] {
  const inner = required.flatMap(({ name }) => [`${lineBreak(lines, 1)}<${name}>`, stop(), `</${name}>`]);
  const close = `</${entry.name}>`;
  if (inner.length > 0) return [`<${entry.name}>`, ...inner, lineBreak(lines, 0), close];
  return [`<${entry.name}>`, stop(escapeText(text)), close];
}
