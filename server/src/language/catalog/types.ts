/** The four kinds of call center (definition-format reference, section 1). */
export type Flavour = 'openCti' | 'ctiToolkit' | 'partnerTelephony' | 'amazonConnect';

export const flavours: readonly Flavour[] = ['openCti', 'ctiToolkit', 'partnerTelephony', 'amazonConnect'];

export type Requiredness = 'required' | 'optional' | 'notApplicable';

/** D documented by Salesforce · W observed in real files and reports · I inferred by us. */
export type Confidence = 'documented' | 'observed' | 'inferred';

/** What a value is, with the bounds that are known. The pattern of a kind is the whole value's, without anchoring surprises. */
export type ValueKind =
  | { readonly kind: 'text'; readonly maxLength?: number; readonly warnLength?: number }
  | { readonly kind: 'internalName'; readonly pattern: RegExp; readonly maxLength: number }
  | { readonly kind: 'url'; readonly allowRelative: boolean; readonly httpsForLightning: boolean }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'enum'; readonly values: readonly EnumValue[] }
  /** `min` and `max` bind only where the call center shows in Lightning Experience. */
  | { readonly kind: 'pixels'; readonly min: number; readonly max: number }
  | { readonly kind: 'milliseconds' }
  | { readonly kind: 'integer' }
  | { readonly kind: 'dialPrefix'; readonly allowPlus: boolean; readonly typical: readonly string[] }
  | { readonly kind: 'namespace' }
  | { readonly kind: 'apiName'; readonly pattern?: RegExp }
  | { readonly kind: 'vendorApiName'; readonly pattern: RegExp }
  | { readonly kind: 'progId'; readonly pattern: RegExp }
  | { readonly kind: 'version'; readonly pattern: RegExp }
  | { readonly kind: 'certificate' }
  | { readonly kind: 'arn'; readonly pattern?: RegExp }
  | { readonly kind: 'awsRegion'; readonly pattern: RegExp }
  | { readonly kind: 'recordId' }
  | { readonly kind: 'dateTime'; readonly pattern: RegExp }
  | { readonly kind: 'phone' }
  | { readonly kind: 'componentName'; readonly pattern: RegExp }
  | { readonly kind: 'secret' };

export interface EnumValue {
  readonly value: string;
  /** English; shown through l10n. */
  readonly summary: string;
}

export interface SourceLink {
  readonly title: string;
  /** Absent where the source has no public address. */
  readonly url?: string;
}

interface EntryBase {
  readonly name: string;
  readonly label: string;
  readonly flavours: Readonly<Record<Flavour, Requiredness>>;
  readonly classic: boolean;
  readonly lightning: boolean;
  /** One sentence, English, the project's own words. Shown through l10n by whoever renders it. */
  readonly summary: string;
  /** A longer explanation in Markdown: what it does, what goes wrong, what to write. May be empty. */
  readonly details: string;
  readonly confidence: Confidence;
  readonly sources: readonly SourceLink[];
  /** A sort order that the platform prescribes, and how sure that is. */
  readonly fixedSortOrder?: { readonly value: number; readonly confidence: Confidence; readonly contradicted: boolean };
}

export interface ItemEntry extends EntryBase {
  readonly kind: 'item';
  /** Name of the section it belongs to; undefined for keys that live only in the metadata form's `customSettings`. */
  readonly section: string | undefined;
  readonly value: ValueKind;
  /** What the platform assumes when the item is missing. */
  readonly default?: string;
  readonly example?: string;
  /** The value in Salesforce's own sample, when it should not be copied blindly. */
  readonly sampleValue?: string;
  /** Items that make sense only together with this one. */
  readonly requiresWith: readonly string[];
  readonly misspellings: readonly string[];
  /** An empty value is refused at import. */
  readonly valueRequired: boolean;
  readonly editableAfterImport: boolean;
  /** Read only by Salesforce's demo adapter. */
  readonly sampleOnly: boolean;
  /** A vendor's addition, not a platform item. */
  readonly vendorOnly: boolean;
  /** Never part of an import file. */
  readonly metadataOnly: boolean;
  /** Expected to carry the same value as this other item. */
  readonly sameValueAs?: string;
  /** A value that a flavour prescribes, e.g. `c__AMAZON_CONNECT`. */
  readonly prescribed?: Partial<Readonly<Record<Flavour, string>>>;
}

export interface SectionEntry extends EntryBase {
  readonly kind: 'section';
  readonly sampleOnly: boolean;
  readonly items: readonly ItemEntry[];
}

export interface AttributeEntry {
  readonly name: string;
  readonly required: boolean;
  readonly summary: string;
  readonly details: string;
  readonly confidence: Confidence;
  readonly sources: readonly SourceLink[];
}

export interface ElementEntry {
  readonly name: string;
  /** Names of the elements it may stand in; empty for the root. */
  readonly parents: readonly string[];
  readonly children: readonly string[];
  readonly attributes: readonly AttributeEntry[];
  readonly summary: string;
  readonly details: string;
  readonly confidence: Confidence;
  readonly sources: readonly SourceLink[];
}

/** Everything that is known of the format, as data. The only such list in the project. */
export interface Catalog {
  readonly elements: readonly ElementEntry[];
  readonly sections: readonly SectionEntry[];
  /** Keys of the metadata form's `customSettings` that are no items of an import file. */
  readonly customSettingsKeys: readonly ItemEntry[];
  readonly flavourInfo: Readonly<
    Record<Flavour, { readonly title: string; readonly summary: string; readonly sources: readonly SourceLink[] }>
  >;
  element(name: string): ElementEntry | undefined;
  section(name: string): SectionEntry | undefined;
  /** The item of that name in that section. */
  item(section: string, name: string): ItemEntry | undefined;
  /** All items of that name: `reqLongDistPrefix` belongs to two sections. */
  itemsNamed(name: string): readonly ItemEntry[];
}
