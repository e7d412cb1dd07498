import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { parseXml } from '../xml/parser.ts';
import { findProblems, type XmlProblem } from '../xml/problems.ts';
import { decodeReferences } from '../xml/references.ts';
import type { XmlAttribute, XmlDocument, XmlElement } from '../xml/tree.ts';
import { checkWellFormed, type Verdict } from '../xml/well-formed.ts';
import type { Definition, Field, Item, MetadataParts, Section } from './definition.ts';
import { detectForm, elementChildren } from './detect.ts';
import { grammarFor } from './grammar.ts';

/** The tolerant tree of a document, computed once per document. */
export function treeOf(source: Source): XmlDocument {
  return source.derive(parseSource);
}

/** The definition that a document holds, computed once per document. */
export function definitionOf(source: Source): Definition {
  return source.derive(readDefinition);
}

/** The strict verdict on a document, computed once per document. */
export function verdictOf(source: Source): Verdict {
  return source.derive(judge);
}

/** What is wrong with a document as XML, computed once per document. */
export function problemsOf(source: Source): readonly XmlProblem[] {
  return source.derive(findProblemsIn);
}

function findProblemsIn(source: Source): readonly XmlProblem[] {
  return findProblems(source.text, treeOf(source));
}

function judge(source: Source): Verdict {
  return checkWellFormed(source.text, treeOf(source));
}

function parseSource(source: Source): XmlDocument {
  return parseXml(source.text, grammarFor(source.text));
}

function readDefinition(source: Source): Definition {
  const tree = treeOf(source);
  const { form, body } = detectForm(tree);
  const { root } = tree;
  const sections = body ? readSections(source.text, tree, body) : [];
  const metadata = body === 'metadata' && root ? readParts(source.text, root) : undefined;
  return { source, tree, form, body, root, sections, metadata };
}

function readParts(text: string, root: XmlElement): MetadataParts {
  const children = elementChildren(root);
  const part = (name: string) => childField(text, children, name);
  return {
    fullName: part('fullName'),
    adapterUrl: part('adapterUrl'),
    customSettings: part('customSettings'),
    displayName: part('displayName'),
    displayNameLabel: part('displayNameLabel'),
    internalNameLabel: part('internalNameLabel'),
    version: part('version'),
    channels: children.filter(({ name }) => name === 'contactCenterChannels'),
    statusMaps: children.filter(({ name }) => name === 'vendorCallCenterStatusMaps'),
  };
}

function childField(text: string, children: readonly XmlElement[], name: string): Field | undefined {
  const child = children.find((candidate) => candidate.name === name);
  if (!child) return undefined;
  const { text: value, span } = contentOf(text, child);
  return { text: value, span, attribute: undefined, element: child };
}

/** One reader per form: how a form writes down name, label, sort order and value. */
interface Reader {
  readonly section: string;
  readonly item: string;
  field(text: string, element: XmlElement, name: 'name' | 'label' | 'sortOrder'): Field | undefined;
  value(text: string, item: XmlElement): Field;
}

const importReader: Reader = {
  section: 'section',
  item: 'item',
  field(_text, element, name) {
    const index = element.attributeNames.indexOf(name);
    const written = element.rawValueAt(index);
    return written === undefined ? undefined : new AttributeField(normalise(written), element, index);
  },
  value: contentOf,
};

const metadataReader: Reader = {
  section: 'sections',
  item: 'items',
  field: (text, element, name) => childField(text, elementChildren(element), name),
  value(text, item) {
    const nowhere = { start: item.content.end, end: item.content.end };
    return (
      childField(text, elementChildren(item), 'value') ?? {
        text: '',
        span: nowhere,
        attribute: undefined,
        element: undefined,
      }
    );
  },
};

function readSections(text: string, tree: XmlDocument, body: 'import' | 'metadata'): Section[] {
  const reader = body === 'import' ? importReader : metadataReader;
  const root = tree.root;
  const holder = root?.name === reader.section ? tree.children : (root?.children ?? []);
  const elements = holder.filter((node): node is XmlElement => node.kind === 'element' && node.name === reader.section);
  return elements.map((element, index) => {
    const items: Item[] = [];
    const field = (of: XmlElement, name: 'name' | 'label' | 'sortOrder') => reader.field(text, of, name);
    const section: Section = {
      element,
      index,
      name: field(element, 'name'),
      label: field(element, 'label'),
      sortOrder: field(element, 'sortOrder'),
      items,
    };
    for (const child of elementChildren(element)) {
      if (child.name !== reader.item) continue;
      const value = reader.value(text, child);
      const holder = reader === importReader ? child : value.element;
      items.push({
        element: child,
        section,
        index: items.length,
        name: field(child, 'name'),
        label: field(child, 'label'),
        sortOrder: field(child, 'sortOrder'),
        value,
        valueIsPlain: !holder || (holder.holdsOnlyText && !value.text.includes('&')) || isPlain(text, holder),
      });
    }
    return section;
  });
}

/** An entity that XML does not define: a DOCTYPE may, which nobody reads. */
const unknownEntity = /&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z_:][\w:.-]*;/;

function isPlain(text: string, element: XmlElement): boolean {
  return element.children.every((node) => {
    if (node.kind !== 'text') return node.kind !== 'element';
    const slice = text.slice(node.span.start, node.span.end);
    return !slice.includes('&') || !unknownEntity.test(slice);
  });
}

/** The character data directly in an element: comments left out, CDATA taken as it is, line ends as XML hands them on. */
function contentOf(text: string, element: XmlElement): Field {
  if (element.holdsOnlyText) return new ContentField(decodeReferences(lineEnds(text, element.content)), element);
  let value = '';
  for (const node of element.children) {
    if (node.kind === 'text') value += decodeReferences(lineEnds(text, node.span));
    else if (node.kind === 'cdata') value += lineEnds(text, node.content);
  }
  return new ContentField(value, element);
}

// A large file has hundreds of thousands of these: they make their spans when asked, as the tree does.

class AttributeField implements Field {
  readonly text: string;
  readonly #holder: XmlElement;
  readonly #index: number;

  constructor(text: string, holder: XmlElement, index: number) {
    this.text = text;
    this.#holder = holder;
    this.#index = index;
  }

  get attribute(): XmlAttribute | undefined {
    return this.#holder.attributeAt(this.#index);
  }

  get span(): Span {
    return this.attribute?.valueSpan ?? this.#holder.nameSpan;
  }

  get element(): undefined {
    return undefined;
  }
}

class ContentField implements Field {
  readonly text: string;
  readonly #holder: XmlElement;

  constructor(text: string, holder: XmlElement) {
    this.text = text;
    this.#holder = holder;
  }

  get span(): Span {
    return this.#holder.content;
  }

  get attribute(): undefined {
    return undefined;
  }

  get element(): undefined {
    return undefined;
  }
}

function lineEnds(text: string, span: Span): string {
  const slice = text.slice(span.start, span.end);
  return slice.includes('\r') ? slice.replace(/\r\n?/g, '\n') : slice;
}

/** Attribute-value normalisation of XML 1.0, section 3.3.3. */
function normalise(raw: string): string {
  return /[&\t\r\n]/.test(raw) ? decodeReferences(raw.replace(/\r\n?|[\t\n]/g, ' ')) : raw;
}
