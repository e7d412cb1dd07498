import type { Span } from '../text/span.ts';
import type { XmlAttribute, XmlCloseTag, XmlElement, XmlNode, XmlText } from './tree.ts';

// What a tree consists of keeps offsets, and makes its spans, attributes and single texts when asked: most are never asked
// for, and what a large file's tree keeps is what its reading costs.

/** Where an attribute and its parts stand. */
export interface AttributePlaces {
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly end: number;
}

export class ScannedAttribute implements XmlAttribute {
  readonly name: string;
  readonly hasEquals: boolean;
  readonly quote: '"' | "'" | undefined;
  readonly terminated: boolean;
  readonly #text: string;
  readonly #start: number;
  readonly #valueStart: number;
  readonly #valueEnd: number;
  readonly #end: number;

  constructor(
    text: string,
    name: string,
    places: AttributePlaces,
    value: Pick<XmlAttribute, 'hasEquals' | 'quote' | 'terminated'>,
  ) {
    this.name = name;
    this.hasEquals = value.hasEquals;
    this.quote = value.quote;
    this.terminated = value.terminated;
    this.#text = text;
    this.#start = places.start;
    this.#valueStart = places.valueStart;
    this.#valueEnd = places.valueEnd;
    this.#end = places.end;
  }

  get nameSpan(): Span {
    return { start: this.#start, end: this.#start + this.name.length };
  }

  get span(): Span {
    return { start: this.#start, end: this.#end };
  }

  get rawValue(): string {
    return this.#text.slice(this.#valueStart, this.#valueEnd);
  }

  get valueSpan(): Span {
    return { start: this.#valueStart, end: this.#valueEnd };
  }
}

export class ScannedText implements XmlText {
  readonly kind = 'text';
  readonly #start: number;
  readonly #end: number;

  constructor(start: number, end: number) {
    this.#start = start;
    this.#end = end;
  }

  get span(): Span {
    return { start: this.#start, end: this.#end };
  }
}

/** The names of a tag's attributes, in their order, and the lists that begin with them. */
export class AttributeNames {
  readonly list: readonly string[];
  /** Two of them are the same. */
  readonly repeats: boolean;
  /** How its last attribute begins, as nearly everybody writes it: `name="`. */
  readonly opening: string;
  /** The list with the name that came next in the last tag that began like this one: what comes next now, most likely. */
  likely: AttributeNames | undefined;
  readonly #longer: AttributeNames[] = [];

  /** @param name the last one; without it, there are none */
  constructor(shorter?: AttributeNames, name = '') {
    this.list = shorter ? [...shorter.list, name] : none;
    this.repeats = shorter !== undefined && (shorter.repeats || shorter.list.includes(name));
    this.opening = `${name}="`;
    this.likely = undefined;
  }

  /** The list with one more name: for all tags the same one, unless a hostile text has more of them than are worth keeping. */
  with(name: string): AttributeNames {
    const at = this.list.length;
    for (const known of this.#longer) {
      if (known.list[at] !== name) continue;
      this.likely = known;
      return known;
    }
    const longer = new AttributeNames(this, name);
    if (this.#longer.length < mostLonger) this.#longer.push(longer);
    this.likely = longer;
    return longer;
  }
}

const mostLonger = 10;

const none: readonly never[] = Object.freeze([]);

/** Where the attributes of a text stand that are as XML wants them: quoted, and the quote closed. */
export class AttributeTable {
  readonly #text: string;
  /** Three for each attribute: its start, and those of its value and of the quote behind. */
  #places: Int32Array;
  #length = 0;

  constructor(text: string) {
    this.#text = text;
    // As much room as most definitions need: an attribute with its value takes some 30 characters.
    this.#places = new Int32Array(Math.max(96, text.length >> 3));
  }

  /** Where the next attribute will be kept. */
  get length(): number {
    return this.#length;
  }

  add(start: number, valueStart: number, valueEnd: number): void {
    const at = this.#length;
    if (at + 3 > this.#places.length) {
      const larger = new Int32Array(at * 2);
      larger.set(this.#places);
      this.#places = larger;
    }
    this.#places[at] = start;
    this.#places[at + 1] = valueStart;
    this.#places[at + 2] = valueEnd;
    this.#length = at + 3;
  }

  /** The nth of the attributes that are kept from `first` on. */
  attribute(first: number, index: number, name: string): ScannedAttribute {
    const at = first + 3 * index;
    const start = this.#places[at] ?? 0;
    const valueStart = this.#places[at + 1] ?? 0;
    const valueEnd = this.#places[at + 2] ?? 0;
    const quote = this.#text[valueEnd] === "'" ? "'" : '"';
    const value = { hasEquals: true, quote, terminated: true } as const;
    return new ScannedAttribute(this.#text, name, { start, valueStart, valueEnd, end: valueEnd + 1 }, value);
  }

  /** What that attribute holds, as written. */
  rawValue(first: number, index: number): string {
    const at = first + 3 * index;
    return this.#text.slice(this.#places[at + 1], this.#places[at + 2]);
  }

  /** Forgets what was kept from `first` on. */
  cut(first: number): void {
    this.#length = first;
  }
}

/** The attributes of one tag: made already, or in a table to be made when somebody asks. */
export type TagAttributes =
  | readonly XmlAttribute[]
  | { readonly table: AttributeTable; readonly first: number; readonly names: AttributeNames };

/** What the scanner knows of an opening tag. */
export interface OpenTagPlaces {
  readonly start: number;
  readonly end: number;
  readonly finished: boolean;
  readonly selfClosing: boolean;
}

/** An element that ends with its opening tag until `close` says otherwise. */
export class ScannedElement implements XmlElement {
  readonly name: string;
  readonly attributeNames: readonly string[];
  readonly parent: XmlElement | undefined;
  readonly openTagFinished: boolean;
  readonly selfClosing: boolean;
  readonly #start: number;
  readonly #openEnd: number;
  readonly #table: AttributeTable | undefined;
  readonly #firstAttribute: number;
  #attributes: readonly XmlAttribute[] | undefined;
  /** `text` for the one run of characters between the tags. */
  #children: readonly XmlNode[] | 'text' = none;
  /** `plain` for `</name>`, which says all of it. */
  #closeTag: XmlCloseTag | 'plain' | undefined = undefined;
  #contentEnd: number;
  #end: number;

  constructor(name: string, tag: OpenTagPlaces, attributes: TagAttributes, parent: XmlElement | undefined) {
    this.name = name;
    this.parent = parent;
    this.openTagFinished = tag.finished;
    this.selfClosing = tag.selfClosing;
    this.#start = tag.start;
    this.#openEnd = tag.end;
    this.#contentEnd = tag.end;
    this.#end = tag.end;
    if ('table' in attributes) {
      this.attributeNames = attributes.names.list;
      this.#table = attributes.table;
      this.#firstAttribute = attributes.first;
      this.#attributes = undefined;
    } else {
      this.attributeNames = attributes.length === 0 ? none : attributes.map((attribute) => attribute.name);
      this.#table = undefined;
      this.#firstAttribute = 0;
      this.#attributes = attributes;
    }
  }

  /** Ends the element behind its closing tag; without one, at `end`. */
  close(end: number, children: readonly XmlNode[] | 'text', closeTag: XmlCloseTag | undefined): void {
    this.#children = children;
    this.#closeTag = closeTag;
    this.#contentEnd = closeTag ? closeTag.span.start : end;
    this.#end = end;
  }

  /** Ends the element behind `</name>`. */
  closePlainly(start: number, end: number, children: readonly XmlNode[] | 'text'): void {
    this.#children = children;
    this.#closeTag = 'plain';
    this.#contentEnd = start;
    this.#end = end;
  }

  get kind(): 'element' {
    return 'element';
  }

  get attributes(): readonly XmlAttribute[] {
    this.#attributes ??= this.attributeNames.flatMap((_, index) => this.attributeAt(index) ?? []);
    return this.#attributes;
  }

  attributeAt(index: number): XmlAttribute | undefined {
    const name = this.attributeNames[index];
    if (this.#attributes || name === undefined) return this.#attributes?.[index];
    return this.#table?.attribute(this.#firstAttribute, index, name);
  }

  rawValueAt(index: number): string | undefined {
    if (this.#attributes) return this.#attributes[index]?.rawValue;
    return index in this.attributeNames ? this.#table?.rawValue(this.#firstAttribute, index) : undefined;
  }

  get holdsOnlyText(): boolean {
    return this.#children === 'text';
  }

  get children(): readonly XmlNode[] {
    return this.#children === 'text' ? [new ScannedText(this.#openEnd, this.#contentEnd)] : this.#children;
  }

  get closeTag(): XmlCloseTag | undefined {
    if (this.#closeTag !== 'plain') return this.#closeTag;
    const nameStart = this.#contentEnd + 2;
    const nameSpan = { start: nameStart, end: nameStart + this.name.length };
    return new ScannedClosing(this.name, { start: this.#contentEnd, end: this.#end }, nameSpan, true);
  }

  get nameSpan(): Span {
    return { start: this.#start + 1, end: this.#start + 1 + this.name.length };
  }

  get span(): Span {
    return { start: this.#start, end: this.#end };
  }

  get openTag(): Span {
    return { start: this.#start, end: this.#openEnd };
  }

  get content(): Span {
    return { start: this.#openEnd, end: this.#contentEnd };
  }
}

export class ScannedClosing implements XmlCloseTag {
  readonly name: string;
  readonly finished: boolean;
  readonly #start: number;
  readonly #nameStart: number;
  readonly #nameEnd: number;
  readonly #end: number;

  constructor(name: string, span: Span, nameSpan: Span, finished: boolean) {
    this.name = name;
    this.finished = finished;
    this.#start = span.start;
    this.#nameStart = nameSpan.start;
    this.#nameEnd = nameSpan.end;
    this.#end = span.end;
  }

  get span(): Span {
    return { start: this.#start, end: this.#end };
  }

  get nameSpan(): Span {
    return { start: this.#nameStart, end: this.#nameEnd };
  }
}
