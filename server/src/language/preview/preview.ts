/**
 * A definition as a page shows it beside the text: plain JSON data, the one shape that the language, the protocol and the
 * page share. `At` is how a place in the text is told: offsets in the language, lines and columns in the protocol. Fields
 * carry no place, so that a field that did not change is equal to what it was before, wherever the text has moved it:
 * whoever wants to go there asks for the place of an id. What is not there is absent, never null. All texts are translated
 * and plain; those of the document are as they are in there, so a page has to show them as text.
 */
export type Preview<At> =
  /** Not a definition, or none that anything accepts. */
  | { readonly state: 'none'; readonly version: number; readonly message: string }
  /** Not well-formed. `content` is there where the structure is beyond doubt all the same, as with a bare `&`. */
  | {
      readonly state: 'broken';
      readonly version: number;
      readonly error: { readonly message: string; readonly at: At };
      readonly content?: PreviewContent<At>;
    }
  | { readonly state: 'definition'; readonly version: number; readonly content: PreviewContent<At> };

export interface PreviewContent<At> {
  /** Which grammar the sections follow. */
  readonly body: 'import' | 'metadata';
  readonly flavour: PreviewFlavour;
  /** A product name. */
  readonly flavourTitle: string;
  readonly interface: 'classic' | 'lightning' | 'both';
  /** Both empty where the definition says none. */
  readonly displayName: string;
  readonly internalName: string;
  /** What a metadata body says beside its items: names, address, keys of `customSettings`. Empty for an import body. */
  readonly parts: readonly PreviewItem<At>[];
  /** By sort order. Where the definition is compared with an import, with what is gone where it stood. */
  readonly sections: readonly PreviewSection<At>[];
  /** Known sections that fit the flavour and are not there. */
  readonly addable: readonly PreviewAddable[];
  /** What concerns no field: the root, a comment, something between the sections. */
  readonly problems: readonly PreviewProblem<At>[];
  /** What it is compared with; absent where nothing is known of an import. */
  readonly baseline?: { readonly title: string; readonly importedOn?: string };
  readonly softphone: PreviewSoftphone;
}

/**
 * Above so many fields a definition is large: sections are closed until a person opens one, and only those of their
 * fields are made, sent and drawn that somebody can see.
 */
export const mostFieldsAtOnce = 150;

export type PreviewFlavour = 'openCti' | 'ctiToolkit' | 'partnerTelephony' | 'amazonConnect';

/**
 * Names a section or field in one document: its run-time key, `/section` or `/section/item`, and `#2`, `#3` … where
 * several have it, in text order; `<displayName>` and `{reqTimeout}` for an element of the metadata root and a key of
 * its `customSettings`. Stays the same whatever else is edited. Ids of what was removed begin with `-`.
 */
export type FieldId = string;

export type PreviewNeed = 'required' | 'optional' | 'custom';

export interface PreviewSection<At> {
  readonly id: FieldId;
  readonly name: string;
  /** The name where there is no label. */
  readonly label: string;
  /** `/section`; absent without a name. */
  readonly key?: string;
  readonly need: PreviewNeed;
  readonly summary?: string;
  /** How many items it has. */
  readonly count: number;
  /** By sort order. Absent in a large definition whose reader has not asked for this section. */
  readonly items?: readonly PreviewItem<At>[];
  /** How many problems its items have that are not there. Absent: none. */
  readonly hiddenProblems?: number;
  /** Known items that fit the flavour and are not there. */
  readonly addable: readonly PreviewAddable[];
  readonly problems?: readonly PreviewProblem<At>[];
  readonly marks?: readonly PreviewMark[];
}

export interface PreviewItem<At> {
  readonly id: FieldId;
  readonly name: string;
  /** The name where there is no label. */
  readonly label: string;
  /** `/section/item`, what an adapter asks for; absent without a name, and for what no adapter gets. */
  readonly key?: string;
  readonly need: PreviewNeed;
  /** One sentence on what it is for, of known items. */
  readonly summary?: string;
  readonly control: PreviewControl;
  /** As a program reads it, line breaks as line feeds. Absent for a secret that is filled in: it is revealed on demand. */
  readonly value?: string;
  /** Something other than blanks stands there. Absent: false. */
  readonly filled?: true;
  /** The value still holds something that somebody has to fill in. */
  readonly placeholder?: true;
  /** Nobody can change it any more once the definition is imported. */
  readonly fixedAfterImport?: true;
  /** Of what stands in no section: its label can be edited, or it can be removed. */
  readonly offers?: 'label' | 'remove';
  /** Why the page cannot change the value; absent where it can. */
  readonly locked?: string;
  readonly problems?: readonly PreviewProblem<At>[];
  readonly marks?: readonly PreviewMark[];
}

/** What suits a value. What stands there now need not fit: then it is shown as text, beside the problem that says so. */
export type PreviewControl =
  /** `maxLength` in characters. */
  | { readonly kind: 'text'; readonly maxLength?: number }
  | { readonly kind: 'toggle'; readonly on: string; readonly off: string }
  | { readonly kind: 'choice'; readonly options: readonly { readonly value: string; readonly summary: string }[] }
  /** Whole numbers. The bounds are there only where they hold. */
  | { readonly kind: 'number'; readonly unit?: 'px' | 'ms'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'url' }
  /** Several lines: a value that has them, or may have them. */
  | { readonly kind: 'lines' }
  /** Masked. A certificate has several lines. */
  | { readonly kind: 'secret'; readonly lines: boolean };

export interface PreviewProblem<At> {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly at: At;
}

/** A difference from what was imported. */
export interface PreviewMark {
  readonly kind: 'added' | 'removed' | 'renamed' | 'moved' | 'label' | 'order' | 'value';
  /** One line. */
  readonly title: string;
  /** Run-time key as imported, where it is another one now. */
  readonly from?: string;
  readonly accepted: boolean;
}

/** Something that the catalog knows and that could be added. */
export interface PreviewAddable {
  readonly name: string;
  readonly label: string;
  readonly need: PreviewNeed;
  readonly summary: string;
}

/** Where agents see the call center, and what loads there. */
export type PreviewSoftphone =
  /** Not a page of the definition's own: the desktop, or Salesforce's own softphone. */
  | { readonly kind: 'elsewhere'; readonly message: string }
  | {
      readonly kind: 'frame';
      readonly mode: PreviewMode;
      /** Salesforce Classic and Lightning Experience, in this order. */
      readonly frames: readonly [PreviewFrame, PreviewFrame];
      readonly width: PreviewSize;
      readonly height: PreviewSize;
    };

export interface PreviewMode {
  /** As written; absent where nothing is. */
  readonly written?: string;
  /** What holds: `classic` where nothing, or nothing known, is written. */
  readonly effective: 'classic' | 'lightning' | 'both';
  /** The field that says it; absent where none does. */
  readonly id?: FieldId;
}

export interface PreviewSize {
  /** As written; absent where nothing is. */
  readonly written?: string;
  /** px; absent where nothing, or no whole number, is written. */
  readonly pixels?: number;
  /** The field that says it; absent where none does. */
  readonly id?: FieldId;
}

export interface PreviewFrame {
  readonly ui: 'classic' | 'lightning';
  readonly shown: boolean;
  /** Where the frame is, or why there is none: a sentence. */
  readonly where: string;
  /** px. Absent where none are documented. */
  readonly widthBounds?: PreviewBounds;
  readonly heightBounds?: PreviewBounds;
  /** What loads first. */
  readonly page: PreviewPage;
  /** What takes over, and when. */
  readonly standby?: PreviewStandby;
  /** What one should know about this frame: sentences. */
  readonly notes: readonly string[];
}

export interface PreviewBounds {
  readonly min: number;
  readonly max: number;
}

export type PreviewPage =
  | { readonly kind: 'canvas'; readonly namespace: string; readonly apiName: string; readonly id: FieldId }
  | {
      readonly kind: 'address';
      readonly url: string;
      /** Resolved on the Salesforce domain. */
      readonly relative: boolean;
      readonly id: FieldId;
    }
  /** A sentence. */
  | { readonly kind: 'nothing'; readonly message: string };

export interface PreviewStandby {
  readonly url: string;
  readonly relative: boolean;
  readonly id: FieldId;
  /** ms; absent where nothing, or no whole number, is written. */
  readonly after?: number;
}

/**
 * How the settings are written down: the object that `getCallCenterSettings()` returns in Lightning Experience, as indented
 * JSON; what it returns in Salesforce Classic, the same as one string; a TypeScript declaration of the keys; and the table of
 * the fields, in Markdown and by RFC 4180 with CRLF.
 */
export const settingsFormats = ['lightning', 'classic', 'declaration', 'markdown', 'csv'] as const;
export type SettingsFormat = (typeof settingsFormats)[number];

/** Secrets are masked unless they were asked for; then the text holds them. */
export interface PreviewSettings {
  readonly text: string;
  /** How many values are masked. */
  readonly masked: number;
  /** The text is not all of it. */
  readonly cut?: true;
}

/** What a person does in the page. */
export type PreviewOperation =
  | { readonly kind: 'setValue'; readonly id: FieldId; readonly value: string }
  /** Of a section or an item. */
  | { readonly kind: 'setLabel'; readonly id: FieldId; readonly label: string }
  /** One place up (-1) or down (1) in the order shown. */
  | { readonly kind: 'move'; readonly id: FieldId; readonly by: -1 | 1 }
  /** To a place, from 0, in the order shown and once it is taken out; for an item perhaps in another section. */
  | { readonly kind: 'moveTo'; readonly id: FieldId; readonly place: number; readonly section?: FieldId }
  /** Of the catalog, with its label and starting value unless others are given, or of one's own. */
  | {
      readonly kind: 'addItem';
      readonly section: FieldId;
      readonly name: string;
      readonly label?: string;
      readonly value?: string;
    }
  /** Of the catalog, with its required items, or of one's own. */
  | { readonly kind: 'addSection'; readonly name: string; readonly label?: string }
  | { readonly kind: 'remove'; readonly id: FieldId }
  | { readonly kind: 'setMode'; readonly mode: 'Classic' | 'Lightning' | 'Classic_and_Lightning' }
  /** px. */
  | { readonly kind: 'setSize'; readonly width?: number; readonly height?: number }
  | {
      readonly kind: 'setPrefixes';
      readonly outside?: string;
      readonly longDistance?: string;
      readonly international?: string;
    };
