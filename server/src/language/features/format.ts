import { definitionOf } from '../model/read.ts';
import { isStructureSound } from '../rules/run.ts';
import type { FormatOptions } from '../service/editing.ts';
import { singleEdit, type TextEdit } from '../text/edits.ts';
import { usualLineEnd } from '../text/line-end.ts';
import type { Source } from '../text/source.ts';
import { encloses, type Span } from '../text/span.ts';
import { isBlank } from '../xml/chars.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';
import { formatSettings, mostLevels } from './custom-settings/format.ts';

/** The elements whose content is a value, in which every space counts. */
const importHolders: ReadonlySet<string> = new Set(['item']);
const metadataHolders: ReadonlySet<string> = new Set(['label', 'name', 'value', 'customSettings']);

/**
 * Indents the structure and tidies the space inside tags. Never touched: the text of items (a PEM block's line breaks
 * mean something), comments and what stands on a line behind an element, and any element that mixes text with elements.
 * JSON in `customSettings` is indented where it has several lines already.
 * A text whose structure is in doubt is left alone. Idempotent.
 */
export function format(source: Source, options: FormatOptions, within?: Span): readonly TextEdit[] {
  const definition = definitionOf(source);
  if (definition.form === 'none' || !isStructureSound(definition.tree)) return [];
  const { text } = source;
  const eol = usualLineEnd(text);
  const step = options.insertSpaces ? ' '.repeat(options.tabSize) : '\t';
  const holders = definition.body === 'import' ? importHolders : metadataHolders;
  const edits: TextEdit[] = [];
  const replace = (start: number, end: number, newText: string) => {
    const edit = singleEdit(text.slice(start, end), newText);
    if (edit)
      edits.push({ span: { start: start + edit.span.start, end: start + edit.span.end }, newText: edit.newText });
  };

  formatChildren(definition.tree.children, 0, text.charCodeAt(0) === 0xfeff ? 1 : 0, undefined);
  const open: [XmlElement, number][] = definition.tree.children
    .filter((node): node is XmlElement => node.kind === 'element')
    .map((node) => [node, 0]);
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const [element, depth] = entry;
    formatTags(element);
    if (!isContainer(element)) continue;
    formatChildren(element.children, depth + 1, element.content.start, element.content.end);
    for (const child of element.children) if (child.kind === 'element') open.push([child, depth + 1]);
  }
  edits.push(...formatSettings(source, options));
  return edits.filter((edit) => !within || encloses(within, edit.span)).sort((a, b) => a.span.start - b.span.start);

  /** Elements and comments in it, and nothing else that a reader could see; never what holds a value, be it misused. */
  function isContainer(element: XmlElement): boolean {
    if (holders.has(element.name)) return false;
    const blank = (node: XmlNode) => node.kind !== 'text' || isBlank(text, node.span.start, node.span.end);
    return (
      element.closeTag !== undefined &&
      element.children.some((node) => node.kind === 'element') &&
      element.children.every((node) => blank(node) && node.kind !== 'cdata')
    );
  }

  /** The gaps before each child and, inside an element, before its closing tag. */
  function formatChildren(children: readonly XmlNode[], depth: number, from: number, to: number | undefined): void {
    let end = from;
    for (const node of children) {
      if (node.kind === 'text') continue;
      formatGap(end, node.span.start, depth, node);
      end = node.span.end;
    }
    if (to !== undefined) formatGap(end, to, depth - 1, undefined);
  }

  function formatGap(start: number, end: number, depth: number, node: XmlNode | undefined): void {
    if (!isBlank(text, start, end) || (start === 0 && end === 0)) return;
    const breaks = (text.slice(start, end).match(/\r\n?|\n/g) ?? []).length;
    const isElement = node === undefined || node.kind === 'element';
    // A remark behind an element stays there, and a block of several lines keeps the shape it was given.
    if (!isElement && (breaks === 0 || /[\r\n]/.test(text.slice(node.span.start, node.span.end)))) return;
    const atStart = start === 0 || (start === 1 && text.charCodeAt(0) === 0xfeff);
    const lines = atStart ? 0 : Math.max(1, Math.min(breaks, 2));
    replace(start, end, eol.repeat(lines) + step.repeat(Math.min(depth, mostLevels)));
  }

  function formatTags(element: XmlElement): void {
    let end = element.nameSpan.end;
    for (const attribute of element.attributes) {
      if (isBlank(text, end, attribute.span.start)) replace(end, attribute.span.start, ' ');
      if (attribute.quote && isPlainEquals(attribute.nameSpan.end, attribute.valueSpan.start - 1))
        replace(attribute.nameSpan.end, attribute.valueSpan.start - 1, '=');
      end = attribute.span.end;
    }
    const tagEnd = element.openTag.end - (element.selfClosing ? 2 : 1);
    if (element.openTagFinished && isBlank(text, end, tagEnd)) replace(end, tagEnd, '');
    const { closeTag } = element;
    if (closeTag?.finished && isBlank(text, closeTag.nameSpan.end, closeTag.span.end - 1))
      replace(closeTag.nameSpan.end, closeTag.span.end - 1, '');
  }

  function isPlainEquals(start: number, end: number): boolean {
    return text.slice(start, end).trim() === '=';
  }
}
