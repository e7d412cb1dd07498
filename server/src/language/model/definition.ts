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
  /** What a metadata body says beside its sections; undefined for any other body. */
  readonly metadata: MetadataParts | undefined;
}

/** The children of a metadata root other than `sections` (reference, section 7.1). Of two with one name the first counts. */
export interface MetadataParts {
  readonly fullName: Field | undefined;
  readonly adapterUrl: Field | undefined;
  /** A JSON object whose values are strings, written as XML text. */
  readonly customSettings: Field | undefined;
  readonly displayName: Field | undefined;
  readonly displayNameLabel: Field | undefined;
  readonly internalNameLabel: Field | undefined;
  readonly version: Field | undefined;
  /** `contactCenterChannels` in document order. */
  readonly channels: readonly XmlElement[];
  /** `vendorCallCenterStatusMaps` in document order. */
  readonly statusMaps: readonly XmlElement[];
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
  /** The element that holds nothing else, in the metadata form. */
  readonly element: XmlElement | undefined;
}
