import type { AttributeValuePlace } from '../../xml/query.ts';
import { escapeAttribute } from '../../xml/references.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { CompletionContext } from './context.ts';
import { type Change, type Edit, editOfAll } from './offer.ts';
import type { Piece } from './pieces.ts';

/** What an element gets besides the name that is being completed, where it lacks it. */
export interface Rest {
  readonly sortOrder: number;
  readonly label: string;
  /** What a new element of that name holds. */
  readonly content: readonly Piece[];
  /** What stands between new content and the closing tag: a line break where elements have lines of their own. */
  readonly beforeCloseTag: string;
  /** True when the content is text, of which white space would be a part. */
  readonly isText: boolean;
}

/**
 * The edit that writes a name where the cursor stands and finishes the element around it, keeping all that is there. An
 * element that lacks nothing gets the name only.
 */
export function nameEdit(context: CompletionContext, place: AttributeValuePlace, name: string, rest: Rest): Edit {
  const { source } = context;
  const { element } = place;
  const main = nameChange(place, name);
  const changes: Change[] = [];
  const insert = (at: number, ...pieces: Piece[]) => changes.push({ span: { start: at, end: at }, pieces });
  const has = (attribute: string) => element.attributes.some((candidate) => candidate.name === attribute);

  if (!has('sortOrder')) insert(element.nameSpan.end, ` sortOrder="${rest.sortOrder}"`);
  const afterName = Math.max(main.span.end, place.attribute.span.end);
  const label = has('label') ? '' : ` label="${escapeAttribute(rest.label)}"`;
  const gap = /^[^\s/<>]/.test(source.text.slice(afterName, afterName + 1)) ? ' ' : '';
  if (label + gap !== '') insert(afterName, label + gap);
  changes.push(...closing(source.text, element, afterName, rest, label !== ''));
  return editOfAll(source, main, changes);
}

/** The name with the quotes that it lacks. */
function nameChange({ attribute, replace }: AttributeValuePlace, name: string): Change {
  const { quote, terminated, span } = attribute;
  if (quote && terminated) return { span: attribute.valueSpan, pieces: [escapeAttribute(name, quote)] };
  const end = Math.max(replace.end, span.end);
  if (quote) return { span: { start: attribute.valueSpan.start, end }, pieces: [escapeAttribute(name, quote) + quote] };
  return { span: { start: replace.start, end }, pieces: [`"${escapeAttribute(name)}"`] };
}

/** The end of the opening tag, the content and the closing tag, as far as they are missing. */
function closing(text: string, element: XmlElement, afterName: number, rest: Rest, isNew: boolean): Change[] {
  if (element.selfClosing) return [];
  const changes: Change[] = [];
  const change = (start: number, end: number, ...pieces: Piece[]) => changes.push({ span: { start, end }, pieces });
  const closeTag = ownCloseTag(element);
  const close = `</${element.name}>`;
  const tagEnd = element.openTagFinished ? element.openTag.end : endOfWritten(text, afterName, element.openTag.end);
  const finish = element.openTagFinished ? '' : '>';
  // Somebody was about to write `/>`.
  if (finish !== '' && text[tagEnd - 1] === '/' && !closeTag) {
    change(tagEnd, tagEnd, finish);
    return changes;
  }
  const contentEnd = closeTag?.span.start ?? element.closeTag?.span.start ?? element.content.end;
  const isEmpty = text.slice(tagEnd, contentEnd).trim() === '';
  if (!isEmpty) {
    if (finish !== '') change(tagEnd, tagEnd, finish);
    const holdsElements = element.children.some((child) => child.kind === 'element');
    const end = endOfWritten(text, tagEnd, contentEnd);
    if (!closeTag && !holdsElements) change(end, end, close);
  } else if (!closeTag) {
    change(tagEnd, tagEnd, finish, ...rest.content, rest.beforeCloseTag, close);
  } else if (isNew || finish !== '') {
    const onOneLine = tagEnd === contentEnd;
    const end = rest.isText ? contentEnd : tagEnd;
    change(tagEnd, end, finish, ...rest.content, onOneLine ? rest.beforeCloseTag : '');
  }
  const damaged = closeTag && (!closeTag.finished || closeTag.name !== element.name);
  if (damaged) change(closeTag.span.start, closeTag.span.end, close);
  return changes;
}

/** The closing tag, unless it is rather that of the element around, which has none then. */
export function ownCloseTag(element: XmlElement): XmlElement['closeTag'] {
  const { closeTag, parent } = element;
  const isParents = closeTag && closeTag.name !== element.name && closeTag.name === parent?.name && !parent.closeTag;
  return isParents ? undefined : closeTag;
}

/** Before the white space at the end of a range. */
function endOfWritten(text: string, from: number, to: number): number {
  return Math.max(from, from + text.slice(from, to).trimEnd().length);
}
