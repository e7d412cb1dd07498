import type { Span } from '../text/span.ts';
import type { XmlAttribute, XmlText } from './tree.ts';

// Attributes and texts are by far the most frequent parts of a tree. They keep offsets and make their spans when asked:
// a large file's tree takes half the memory that way, and half the time.

/** Where an attribute and its parts stand. */
export interface AttributePlaces {
  readonly start: number;
  readonly nameEnd: number;
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
  readonly #nameEnd: number;
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
    this.#nameEnd = places.nameEnd;
    this.#valueStart = places.valueStart;
    this.#valueEnd = places.valueEnd;
    this.#end = places.end;
  }

  get nameSpan(): Span {
    return { start: this.#start, end: this.#nameEnd };
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
