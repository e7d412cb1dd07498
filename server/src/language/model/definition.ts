import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { XmlAttribute, XmlDocument, XmlElement } from '../xml/tree.ts';

/**
 * What a file is, by content and never by its name:
 * - `import`: what Setup imports (`callCenter` > `section` > `item`)
 * - `metadata`: a Metadata API component (`CallCenter` > `sections` > `items`)
 * - `hybrid`: the body of one in the clothing of the other (see `body`)
 * - `invented`: `<CallCenter><InternalName>…`, a shape that generated guides show and nothing accepts
 * - `none`: not a call center definition
 */
export type Form = 'import' | 'metadata' | 'hybrid' | 'invented' | 'none';

/** One call center definition as read from a document. Partial when the text is broken; every part knows its place. */
export interface Definition {
  readonly source: Source;
  readonly tree: XmlDocument;
  readonly form: Form;
  /** Which grammar the children follow: for a hybrid it differs from what root and namespace promise. */
  readonly body: 'import' | 'metadata' | undefined;
  readonly root: XmlElement | undefined;
  /** In document order. */
  readonly sections: readonly Section[];
}

export interface Section {
  readonly element: XmlElement;
  /** 0-based place among the sections of the document. */
  readonly index: number;
  readonly name: Field | undefined;
  readonly label: Field | undefined;
  readonly sortOrder: Field | undefined;
  readonly items: readonly Item[];
}

export interface Item {
  readonly element: XmlElement;
  readonly section: Section;
  readonly index: number;
  readonly name: Field | undefined;
  readonly label: Field | undefined;
  readonly sortOrder: Field | undefined;
  readonly value: Field;
  /** False when the value holds elements or entities that nobody knows, so that its text is not the whole truth. */
  readonly valueIsPlain: boolean;
}

/** A piece of text with its place. */
export interface Field {
  /** As a program reads it: references decoded. Not trimmed. */
  readonly text: string;
  /** The characters it stands on, without quotes or tags. */
  readonly span: Span;
  /** The attribute that holds it, in the import form. */
  readonly attribute: XmlAttribute | undefined;
}
