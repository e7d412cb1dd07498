import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';

/** A definition in the import form, as plain data. `sortOrder` is the place in the list. */
export interface DefinitionPlan {
  /** Stands before the root. */
  readonly comment?: string;
  readonly sections: readonly SectionPlan[];
}

export interface SectionPlan {
  readonly name: string;
  readonly label?: string;
  /** Stands on lines of its own before the section. */
  readonly comment?: string;
  readonly items: readonly ItemPlan[];
}

export interface ItemPlan {
  readonly name: string;
  readonly label?: string;
  /** Written as it is: a reader gets these characters back, no more and no fewer. */
  readonly value: string;
  /** Stands on lines of its own before the item. */
  readonly comment?: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const indent = '    ';

/** Characters that no XML 1.0 document can hold, not even as a reference, lone surrogates included. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * The text of a definition: XML declaration, four spaces a level, LF, a final line break. White space is added between
 * elements only, never in an item.
 * @throws RangeError when a text holds a character that XML cannot carry, or a comment holds `--` or ends with `-`.
 */
export function serialiseDefinition(plan: DefinitionPlan): string {
  const document = new DOMImplementation().createDocument(null, 'callCenter', null);
  const root = document.documentElement;
  if (root === null) throw new RangeError('the document has no root');
  for (const [index, section] of plan.sections.entries()) {
    appendComment(document, root, section.comment, 1);
    appendLine(document, root, sectionElement(document, section, index), 1);
  }
  if (plan.sections.length > 0) root.appendChild(document.createTextNode('\n'));
  const lines = [declaration];
  // The declaration is written by hand and the parts one by one: xmldom refuses a document that holds a declaration when
  // asked to check, and puts no line break between the parts outside the root.
  if (plan.comment !== undefined) lines.push(toText(document.createComment(commentText(plan.comment, ''))));
  lines.push(toText(root));
  return `${lines.join('\n')}\n`;
}

function sectionElement(document: Document, section: SectionPlan, index: number): Element {
  const element = named(document, 'section', section, index);
  for (const [place, item] of section.items.entries()) {
    appendComment(document, element, item.comment, 2);
    const child = named(document, 'item', item, place);
    // An empty text node too: it makes `<item …></item>`, with a place to type the value.
    child.appendChild(document.createTextNode(carried(item.value, `the value of ${item.name}`)));
    appendLine(document, element, child, 2);
  }
  element.appendChild(document.createTextNode(`\n${indent}`));
  return element;
}

function named(document: Document, tag: string, part: { name: string; label?: string }, index: number): Element {
  const element = document.createElement(tag);
  element.setAttribute('sortOrder', String(index));
  element.setAttribute('name', carried(part.name, `the name of a ${tag}`));
  if (part.label !== undefined) element.setAttribute('label', carried(part.label, `the label of ${part.name}`));
  return element;
}

function appendLine(document: Document, parent: Element, child: Parameters<Element['appendChild']>[0], depth: number) {
  parent.appendChild(document.createTextNode(`\n${indent.repeat(depth)}`));
  parent.appendChild(child);
}

function appendComment(document: Document, parent: Element, comment: string | undefined, depth: number): void {
  if (comment === undefined) return;
  appendLine(document, parent, document.createComment(commentText(comment, indent.repeat(depth))), depth);
}

/** One line stands between blanks; the lines of a longer comment stand under each other, one level in. */
function commentText(comment: string, outer: string): string {
  const lines = carried(comment, 'a comment').split(/\r\n?|\n/);
  if (comment.includes('--') || comment.endsWith('-')) {
    throw new RangeError('an XML comment cannot hold "--" nor end with "-"');
  }
  const [first = ''] = lines;
  if (lines.length === 1) return ` ${first} `;
  const inner = lines.map((line) => (line === '' ? '' : `${outer}${indent}${line}`));
  return `\n${inner.join('\n')}\n${outer}`;
}

/** Returns `text` when XML can carry all of it. */
function carried(text: string, what: string): string {
  const found = forbidden.exec(text);
  if (found === null) return text;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new RangeError(`${what} holds the character U+${code}, which XML cannot carry`);
}

/** Line ends to some reader or other, which would give back a line feed: CR to all, the rest to XML 1.1 and to xmldom itself. */
const otherLineEnds = /[\r\u0085\u2028]/g;

function toText(node: Parameters<XMLSerializer['serializeToString']>[0]): string {
  const text = new XMLSerializer().serializeToString(node, { requireWellFormed: true });
  return text.replace(otherLineEnds, (character) => `&#${character.charCodeAt(0)};`);
}
