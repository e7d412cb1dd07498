import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { metadataNamespace } from '../model/detect.ts';
import type { DefinitionPlan, ItemPlan, MetadataPlan, SectionPlan } from './plan.ts';

const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance';
const namespaceOfNamespaces = 'http://www.w3.org/2000/xmlns/';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const indent = '    ';

/** Characters that no XML 1.0 document can hold, not even as a reference, lone surrogates included. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * The text of a definition in the import form: XML declaration, four spaces a level, LF, a final line break. White space
 * is added between elements only, never in an item. Sections and items are numbered by their place in the lists.
 * @throws RangeError when a text holds a character that XML cannot carry, or a comment holds `--` or ends with `-`.
 */
export function serialiseDefinition(plan: DefinitionPlan): string {
  const document = new DOMImplementation().createDocument(null, 'callCenter', null);
  const root = rootOf(document);
  for (const [index, section] of plan.sections.entries()) {
    appendComments(document, root, section.comments, 1);
    appendLine(document, root, sectionElement(document, section, index), 1);
  }
  return finish(document, root, plan);
}

/**
 * The text of a definition in the metadata form, as Salesforce writes it when it is retrieved: children in alphabetical
 * order, an empty value as `xsi:nil`. Layout and errors as in `serialiseDefinition`.
 */
export function serialiseMetadata(plan: MetadataPlan): string {
  const document = new DOMImplementation().createDocument(metadataNamespace, 'CallCenter', null);
  const root = rootOf(document);
  root.setAttributeNS(namespaceOfNamespaces, 'xmlns', metadataNamespace);
  const { adapterUrl, customSettings, displayName, displayNameLabel, internalNameLabel } = plan;
  for (const [name, text] of Object.entries({
    adapterUrl,
    customSettings,
    displayName,
    displayNameLabel,
    internalNameLabel,
  })) {
    if (text !== undefined) appendLine(document, root, textElement(document, name, text), 1);
  }
  for (const section of plan.sections) {
    appendComments(document, root, section.comments, 1);
    appendLine(document, root, sectionsElement(document, root, section), 1);
  }
  return finish(document, root, plan);
}

function rootOf(document: Document): Element {
  const root = document.documentElement;
  if (root === null) throw new RangeError('the document has no root');
  return root;
}

/**
 * The declaration is written by hand and the parts one by one: xmldom refuses a document that holds a declaration when
 * asked to check, and puts no line break between the parts outside the root.
 */
function finish(document: Document, root: Element, plan: DefinitionPlan): string {
  appendComments(document, root, plan.trailing, 1);
  if (root.firstChild) root.appendChild(document.createTextNode('\n'));
  const outside = (comments: readonly string[] = []) =>
    comments.map((comment) => toText(document.createComment(commentText(comment))));
  return `${[declaration, ...outside(plan.comments), toText(root), ...outside(plan.after)].join('\n')}\n`;
}

function sectionElement(document: Document, section: SectionPlan, index: number): Element {
  const element = named(document, 'section', section, index);
  for (const [place, item] of section.items.entries()) {
    appendComments(document, element, item.comments, 2);
    const child = named(document, 'item', item, place);
    // An empty text node too: it makes `<item …></item>`, with a place to type the value.
    child.appendChild(document.createTextNode(carried(item.value, `the value of ${item.name}`)));
    appendLine(document, element, child, 2);
  }
  appendComments(document, element, section.trailing, 2);
  element.appendChild(document.createTextNode(`\n${indent}`));
  return element;
}

function named(document: Document, tag: string, part: SectionPlan | ItemPlan, index: number): Element {
  const element = document.createElement(tag);
  element.setAttribute('sortOrder', String(index));
  element.setAttribute('name', carried(part.name, `the name of a ${tag}`));
  if (part.label !== undefined) element.setAttribute('label', carried(part.label, `the label of ${part.name}`));
  return element;
}

function sectionsElement(document: Document, root: Element, section: SectionPlan): Element {
  const element = document.createElementNS(metadataNamespace, 'sections');
  for (const item of section.items) {
    appendComments(document, element, item.comments, 2);
    const child = document.createElementNS(metadataNamespace, 'items');
    appendLine(document, child, textElement(document, 'label', item.label ?? item.name), 3);
    appendLine(document, child, textElement(document, 'name', item.name), 3);
    appendLine(document, child, valueElement(document, root, item), 3);
    child.appendChild(document.createTextNode(`\n${indent.repeat(2)}`));
    appendLine(document, element, child, 2);
  }
  appendComments(document, element, section.trailing, 2);
  appendLine(document, element, textElement(document, 'label', section.label ?? section.name), 2);
  appendLine(document, element, textElement(document, 'name', section.name), 2);
  element.appendChild(document.createTextNode(`\n${indent}`));
  return element;
}

function textElement(document: Document, name: string, text: string): Element {
  const element = document.createElementNS(metadataNamespace, name);
  element.appendChild(document.createTextNode(carried(text, name)));
  return element;
}

function valueElement(document: Document, root: Element, item: ItemPlan): Element {
  if (item.value !== '') return textElement(document, 'value', item.value);
  root.setAttributeNS(namespaceOfNamespaces, 'xmlns:xsi', instanceNamespace);
  const element = document.createElementNS(metadataNamespace, 'value');
  element.setAttributeNS(instanceNamespace, 'xsi:nil', 'true');
  return element;
}

function appendLine(document: Document, parent: Element, child: Parameters<Element['appendChild']>[0], depth: number) {
  parent.appendChild(document.createTextNode(`\n${indent.repeat(depth)}`));
  parent.appendChild(child);
}

function appendComments(document: Document, parent: Element, comments: readonly string[] = [], depth: number): void {
  for (const comment of comments) appendLine(document, parent, document.createComment(commentText(comment)), depth);
}

function commentText(comment: string): string {
  if (comment.includes('--') || comment.endsWith('-')) {
    throw new RangeError('an XML comment cannot hold "--" nor end with "-"');
  }
  return carried(comment.replace(/\r\n?/g, '\n'), 'a comment');
}

/** Returns `text` when XML can carry all of it. */
function carried(text: string, what: string): string {
  const found = forbidden.exec(text);
  if (found === null) return text;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new RangeError(`${what} holds the character U+${code}, which XML cannot carry`);
}

function toText(node: Parameters<XMLSerializer['serializeToString']>[0]): string {
  const text = new XMLSerializer().serializeToString(node, { requireWellFormed: true });
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const comment = text.indexOf('<!--', at);
    const start = comment < 0 ? text.length : comment;
    const close = text.indexOf('-->', start);
    const end = close < 0 ? text.length : close + '-->'.length;
    // In a comment a reference would be no reference, and what looks like an element is none.
    pieces.push(withReferences(text.slice(at, start)), text.slice(start, end));
    at = end;
  }
  return pieces.join('');
}

/** Line ends to some reader or other, which would give back a line feed: CR to all, the rest to XML 1.1 and to xmldom itself. */
const otherLineEnds = /[\r\u0085\u2028]/g;

/** Salesforce writes the quotes of the JSON as references: a file that was not changed then shows no difference. */
const settingsJson = /(?<=<customSettings>)[^<]*/;

function withReferences(markup: string): string {
  return markup
    .replace(otherLineEnds, (found) => `&#${found.charCodeAt(0)};`)
    .replace(settingsJson, (json) => json.replaceAll('"', '&quot;'));
}
