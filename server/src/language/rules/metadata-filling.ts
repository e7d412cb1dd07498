import * as l10n from '@vscode/l10n';
import type { Catalog } from '../catalog/types.ts';
import type { Definition, Item, Section } from '../model/definition.ts';
import { elementChildren } from '../model/detect.ts';
import { itemValue } from '../model/flavour.ts';
import { internalNameOf } from '../model/internal-name.ts';
import type { TextEdit } from '../text/edits.ts';
import { lineEndOf } from '../text/line-end.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { decodeReferences, escapeText } from '../xml/references.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { Fix, RuleContext } from './define-rule.ts';
import {
  indentAt,
  insertAt,
  putAfter,
  putInto,
  removeAttribute,
  removeWithLine,
  startsLine,
  valueText,
} from './edits.ts';
import { withoutBlanks } from './values.ts';
import { wordsOf } from './words.ts';

/** Required elements of the metadata form that are not in the element where they belong. */
export interface Gap {
  readonly element: XmlElement;
  /** Undefined for the root. */
  readonly part: Section | Item | undefined;
  readonly missing: readonly string[];
}

/** One element to insert, and what of the import form's way of writing it goes. */
interface Filling {
  readonly name: string;
  readonly line: string;
  readonly removal: TextEdit | undefined;
}

/** The fix of a gap: every missing element whose text can be known, each at its alphabetical place. */
export function fillIn(gap: Gap, context: RuleContext): readonly Fix[] {
  const fillings = gap.missing.flatMap((name) => fillingFor(name, gap, context) ?? []);
  if (fillings.length === 0) return [];
  const removals = fillings.flatMap(({ removal }) => removal ?? []);
  const title = l10n.t('Insert {0}', fillings.map(({ name }) => `<${name}>`).join(', '));
  return [{ title, preferred: true, edits: [...insertElements(gap.element, fillings, context), ...removals] }];
}

function fillingFor(name: string, { element, part }: Gap, context: RuleContext): Filling | undefined {
  const { source, definition } = context;
  const attribute = part && element.attributes.find((candidate) => candidate.name === name && candidate.terminated);
  if (attribute && attribute.rawValue.trim() !== '') {
    const text = decodeReferences(attribute.rawValue);
    return { name, line: elementText(name, text), removal: removeAttribute(source, attribute) };
  }
  if (name === 'value') {
    const at = looseText(element, source);
    if (!at) return { name, line: valueText(definition, ''), removal: undefined };
    const line = `<value>${source.text.slice(at.start, at.end)}</value>`;
    return { name, line, removal: removeWithLine(source, at) };
  }
  const text = part ? textOfPart(name, part, context.catalog) : textOfRoot(name, context);
  return text ? { name, line: elementText(name, text), removal: undefined } : undefined;
}

export function elementText(name: string, text: string): string {
  return `<${name}>${escapeText(text)}</${name}>`;
}

/** The only text directly in an element, where the import form has the value. */
function looseText(element: XmlElement, source: Source): Span | undefined {
  const filled = element.children
    .filter(({ kind }) => kind === 'text' || kind === 'cdata')
    .map(({ span }) => withoutBlanks(source.text, span))
    .filter(({ start, end }) => end > start);
  return filled.length === 1 ? filled[0] : undefined;
}

function textOfPart(name: string, part: Section | Item, catalog: Catalog): string | undefined {
  const section = 'section' in part ? part.section : undefined;
  const own = part.name?.text ?? attributeText(part.element, 'name');
  if (name === 'label') {
    const sectionName = section?.name?.text ?? '';
    const entry = section ? catalog.item(sectionName, own) : catalog.section(own);
    return entry?.label ?? wordsOf(own);
  }
  // A platform's label tells the name, where no other entry has the same.
  const candidates = section ? (catalog.section(section.name?.text ?? '')?.items ?? []) : catalog.sections;
  const fitting = candidates.filter(({ label }) => label === part.label?.text.trim());
  return fitting.length === 1 ? fitting[0]?.name : undefined;
}

function attributeText({ attributes }: XmlElement, name: string): string {
  return decodeReferences(attributes.find((attribute) => attribute.name === name)?.rawValue ?? '');
}

function textOfRoot(name: string, { definition, catalog }: RuleContext): string | undefined {
  switch (name) {
    case 'displayName':
      return itemValue(definition, 'reqGeneralInfo', 'reqDisplayName') || internalNameOf(definition)?.text;
    case 'displayNameLabel':
      return labelOf(definition, 'reqDisplayName', catalog);
    case 'internalNameLabel':
      return labelOf(definition, 'reqInternalName', catalog);
    default:
      return undefined;
  }
}

function labelOf({ sections }: Definition, name: string, catalog: Catalog): string | undefined {
  const all = sections.filter((section) => section.name?.text === 'reqGeneralInfo').flatMap(({ items }) => items);
  const written = all.find((item) => item.name?.text === name)?.label?.text;
  return written || catalog.item('reqGeneralInfo', name)?.label;
}

/** Each line before the first child that follows it in the order of a retrieve, else behind the last child. */
export function insertElements(
  element: XmlElement,
  fillings: readonly Pick<Filling, 'name' | 'line'>[],
  { source, catalog }: RuleContext,
): TextEdit[] {
  const children = elementChildren(element);
  const last = children.at(-1);
  if (!last) {
    const lines = fillings.map(({ line }) => line);
    return [putInto(source, element, lines)];
  }
  const order = catalog.metadataElement(element.parent ? element.name : 'CallCenter')?.children ?? [];
  const place = (name: string) => order.indexOf(name);
  const behind: string[] = [];
  const edits: TextEdit[] = [];
  for (const { name, line } of fillings) {
    const next = children.find((child) => place(child.name) > place(name));
    if (!next) behind.push(line);
    else edits.push(insertAt(next.span.start, line + separatorBefore(source, next)));
  }
  if (behind.length > 0) edits.push(putAfter(source, last, behind));
  return edits;
}

function separatorBefore(source: Source, { span }: XmlElement): string {
  return startsLine(source, span.start) ? lineEndOf(source) + indentAt(source, span.start) : '';
}
