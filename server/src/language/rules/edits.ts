import type { ItemEntry, SectionEntry } from '../catalog/types.ts';
import type { Definition, Field, Item, Section } from '../model/definition.ts';
import { elementChildren } from '../model/detect.ts';
import { parseSortOrder } from '../model/sort-order.ts';
import type { TextEdit } from '../text/edits.ts';
import { lineEndOf } from '../text/line-end.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { escapeAttribute, escapeText } from '../xml/references.ts';
import type { XmlAttribute, XmlElement } from '../xml/tree.ts';

/** The white space before the first other character of the line on which `offset` stands. */
export function indentAt(source: Source, offset: number): string {
  const { start, end } = source.lineSpan(source.positionAt(offset).line);
  return /^[ \t]*/.exec(source.text.slice(start, end))?.[0] ?? '';
}

/** True when nothing but white space stands before `offset` on its line. */
export function startsLine(source: Source, offset: number): boolean {
  const { start } = source.lineSpan(source.positionAt(offset).line);
  return source.text.slice(start, offset).trim() === '';
}

export function replaceSpan(span: Span, newText: string): TextEdit {
  return { span, newText };
}

export function insertAt(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

/**
 * Puts another text where a field stands, escaped as its place demands. The element of the metadata form that holds
 * nothing, be it nil, is written anew.
 */
export function replaceField({ span, attribute, element }: Field, text: string): TextEdit {
  if (attribute) return replaceSpan(span, escapeAttribute(text, attribute.quote));
  const isNil = element?.attributes.some(({ name }) => name === 'xsi:nil');
  if (!element || !(isNil || element.selfClosing)) return replaceSpan(span, escapeText(text));
  return replaceSpan(element.span, `<${element.name}>${escapeText(text)}</${element.name}>`);
}

/** Puts another value into an item that has one, be it empty or nil, or has none yet. */
export function setValue({ element, value }: Item, text: string): TextEdit {
  if (value.element) return replaceField(value, text);
  if (element.name === 'items') return insertAt(element.content.end, `<value>${escapeText(text)}</value>`);
  if (!element.selfClosing) return replaceSpan(value.span, escapeText(text));
  const end = element.openTag.end - '/>'.length;
  return replaceSpan({ start: end, end: element.openTag.end }, `>${escapeText(text)}</${element.name}>`);
}

/** Gives an element another name, in both of its tags. */
export function renameElement({ nameSpan, closeTag }: XmlElement, name: string): TextEdit[] {
  const edits = [replaceSpan(nameSpan, name)];
  return closeTag ? [...edits, replaceSpan(closeTag.nameSpan, name)] : edits;
}

/** Sets a value where there is one, else writes the whole attribute behind the element's name. */
export function setAttribute(element: XmlElement, name: string, value: string, field?: Field): TextEdit {
  const attribute = field?.attribute;
  if (attribute?.quote && attribute.terminated)
    return replaceSpan(attribute.valueSpan, escapeAttribute(value, attribute.quote));
  if (attribute) return replaceSpan(attribute.span, `${name}="${escapeAttribute(value)}"`);
  return insertAt(element.nameSpan.end, ` ${name}="${escapeAttribute(value)}"`);
}

/** Takes an attribute away, with the white space before it. */
export function removeAttribute(source: Source, attribute: XmlAttribute): TextEdit {
  let start = attribute.span.start;
  while (start > 0 && /\s/.test(source.text[start - 1] ?? '')) start--;
  return replaceSpan({ start, end: attribute.span.end }, '');
}

/** Takes something away; with its line when it stands there alone, else with the blanks behind it where others stand before. */
export function removeWithLine(source: Source, span: Span): TextEdit {
  const { text } = source;
  let start = span.start;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  let end = span.end;
  while (end < text.length && (text[end] === ' ' || text[end] === '\t')) end++;
  const opensLine = start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r';
  const breakLength = text.startsWith('\r\n', end) ? 2 : text[end] === '\n' || text[end] === '\r' ? 1 : 0;
  const apart = opensLine || start < span.start;
  if (!opensLine || breakLength === 0) return replaceSpan({ start: span.start, end: apart ? end : span.end }, '');
  return replaceSpan({ start, end: end + breakLength }, '');
}

/**
 * The lines of an item as the document's form writes it, indented among themselves.
 * @param sortOrder what the import form numbers it; in the metadata form its place says so
 */
export function itemLines(
  definition: Definition,
  entry: Pick<ItemEntry, 'name' | 'label'>,
  sortOrder: number,
  value: string,
): readonly string[] {
  if (definition.body !== 'metadata') {
    const attributes = `sortOrder="${sortOrder}" name="${escapeAttribute(entry.name)}" label="${escapeAttribute(entry.label)}"`;
    return [`<item ${attributes}>${escapeText(value)}</item>`];
  }
  const step = indentStep(definition.source);
  return [
    '<items>',
    `${step}<label>${escapeText(entry.label)}</label>`,
    `${step}<name>${escapeText(entry.name)}</name>`,
    step + valueText(definition, value),
    '</items>',
  ];
}

/** The lines of a section around those of its items, as the document's form writes it. */
export function sectionLines(
  definition: Definition,
  entry: Pick<SectionEntry, 'name' | 'label'>,
  sortOrder: number,
  items: readonly string[],
): readonly string[] {
  const step = indentStep(definition.source);
  const inner = items.map((line) => step + line);
  if (definition.body !== 'metadata') {
    const attributes = `sortOrder="${sortOrder}" name="${escapeAttribute(entry.name)}" label="${escapeAttribute(entry.label)}"`;
    return [`<section ${attributes}>`, ...inner, '</section>'];
  }
  const ends = [`<label>${escapeText(entry.label)}</label>`, `<name>${escapeText(entry.name)}</name>`];
  return ['<sections>', ...inner, ...ends.map((line) => step + line), '</sections>'];
}

/** The element for a value of the metadata form. An empty one is nil, as a retrieve writes it, where the root declares that. */
export function valueText({ root }: Definition, value: string): string {
  if (value !== '') return `<value>${escapeText(value)}</value>`;
  const declared = root?.attributes.some(({ name }) => name === 'xmlns:xsi');
  return declared ? '<value xsi:nil="true"/>' : '<value></value>';
}

/** Puts lines behind the last item of a section, or into a section that has none, in the section's own indentation. */
export function appendToSection(source: Source, section: Section, lines: readonly string[]): TextEdit {
  const last = section.items.at(-1);
  if (last) return putAfter(source, last.element, lines);
  const first = elementChildren(section.element)[0];
  // In the metadata form items come before the section's label and name.
  if (!first || !startsLine(source, first.span.start)) return putInto(source, section.element, lines);
  const behind = lineEndOf(source) + indentAt(source, first.span.start);
  return insertAt(first.span.start, lines.map((line) => line + behind).join(''));
}

/** Puts lines behind an element and the remarks on its line, each indented as the element is. */
export function putAfter(source: Source, element: XmlElement, lines: readonly string[]): TextEdit {
  const behind = remarksEnd(source.text, element.span.end);
  const endsLine = endsLineAt(source.text, behind);
  // Where elements stand in a row, the new one joins it.
  if (!startsLine(source, element.span.start) && !endsLine) return insertAt(element.span.end, lines.join(''));
  const before = lineEndOf(source) + indentAt(source, element.span.start);
  return insertAt(behind, lines.map((line) => before + line).join(''));
}

/** The end of the comments behind a place that end on the line on which they begin, with nothing behind them; else that place. */
function remarksEnd(text: string, start: number): number {
  let end = start;
  for (;;) {
    const comment = blanksEnd(text, end);
    const close = text.startsWith('<!--', comment) ? text.indexOf('-->', comment + '<!--'.length) : -1;
    if (close < 0 || /[\r\n]/.test(text.slice(comment, close))) return endsLineAt(text, end) ? end : start;
    end = close + '-->'.length;
  }
}

function endsLineAt(text: string, offset: number): boolean {
  return /^[\r\n]?$/.test(text.charAt(blanksEnd(text, offset)));
}

function blanksEnd(text: string, offset: number): number {
  let end = offset;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return end;
}

/** Puts lines into an element that holds no other element, one step deeper than it stands. */
export function putInto(source: Source, element: XmlElement, lines: readonly string[]): TextEdit {
  const eol = lineEndOf(source);
  const outer = indentAt(source, element.span.start);
  const inner = outer + indentStep(source);
  const body = lines.map((line) => eol + inner + line).join('');
  if (!element.selfClosing)
    return insertAt(element.content.start, body + (startsLine(source, element.content.end) ? '' : eol + outer));
  let tagEnd = element.openTag.end - '/>'.length;
  while (/\s/.test(source.text[tagEnd - 1] ?? '')) tagEnd--;
  return replaceSpan({ start: tagEnd, end: element.openTag.end }, `>${body}${eol}${outer}</${element.name}>`);
}

/** One step of indentation: what the first indented line of the document has, or four spaces. */
export function indentStep(source: Source): string {
  return /(?:^|[\r\n])([ \t]+)</.exec(source.text)?.[1] ?? '    ';
}

/** The next free number in a section: one above its highest. */
export function nextSortOrder(items: readonly Pick<Item, 'sortOrder'>[]): number {
  let highest = -1;
  for (const item of items) {
    const value = parseSortOrder(item.sortOrder?.text);
    if (value !== undefined && value > highest) highest = value;
  }
  return highest + 1;
}

/** What is worked out when somebody asks for it first: very many findings may share it. */
export function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

/** A name that none of `taken` has: the first of `name2`, `name3` … */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(name + number)) number++;
  return name + number;
}
