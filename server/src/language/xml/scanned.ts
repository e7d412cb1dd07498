import type { Span } from '../text/span.ts';
import type { XmlAttribute, XmlCloseTag, XmlElement, XmlNode, XmlText } from './tree.ts';

// What a tree consists of keeps offsets and makes its spans when asked: a large file's tree takes half the memory that way,
// and half the time.

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

/** What the scanner knows of an opening tag. */
export interface OpenTagPlaces {
  readonly start: number;
  readonly nameEnd: number;
  readonly end: number;
  readonly finished: boolean;
  readonly selfClosing: boolean;
}

/** An element that ends with its opening tag until `close` says otherwise. */
export class ScannedElement implements XmlElement {
  readonly kind = 'element';
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly parent: XmlElement | undefined;
  readonly openTagFinished: boolean;
  readonly selfClosing: boolean;
  readonly #start: number;
  readonly #nameEnd: number;
  readonly #openEnd: number;
  #children: readonly XmlNode[];
  #closeTag: XmlCloseTag | undefined;
  #contentEnd: number;
  #end: number;

  constructor(
    name: string,
    tag: OpenTagPlaces,
    attributes: readonly XmlAttribute[],
    parent: XmlElement | undefined,
    children: readonly XmlNode[],
  ) {
    this.name = name;
    this.attributes = attributes;
    this.parent = parent;
    this.openTagFinished = tag.finished;
    this.selfClosing = tag.selfClosing;
    this.#start = tag.start;
    this.#nameEnd = tag.nameEnd;
    this.#openEnd = tag.end;
    this.#children = children;
    this.#closeTag = undefined;
    this.#contentEnd = tag.end;
    this.#end = tag.end;
  }

  /** Ends the element behind its closing tag; without one, at `end`. */
  close(end: number, children: readonly XmlNode[], closeTag: XmlCloseTag | undefined): void {
    this.#children = children;
    this.#closeTag = closeTag;
    this.#contentEnd = closeTag ? closeTag.span.start : end;
    this.#end = end;
  }

  get children(): readonly XmlNode[] {
    return this.#children;
  }

  get closeTag(): XmlCloseTag | undefined {
    return this.#closeTag;
  }

  get nameSpan(): Span {
    return { start: this.#start + 1, end: this.#nameEnd };
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
