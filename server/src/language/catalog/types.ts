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
  /** `relativePattern` is the beginning of a relative address, where one is known. */
  | {
      readonly kind: 'url';
      readonly allowRelative: boolean;
      readonly httpsForLightning: boolean;
      readonly relativePattern?: RegExp;
    }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'enum'; readonly values: readonly EnumValue[] }
  /** `min` and `max` bind only where the call center shows in Lightning Experience. */
  | { readonly kind: 'pixels'; readonly min: number; readonly max: number }
  | { readonly kind: 'milliseconds' }
  | { readonly kind: 'integer' }
  | { readonly kind: 'dialPrefix'; readonly allowPlus: boolean; readonly typical: readonly string[] }
  | { readonly kind: 'namespace' }
  | { readonly kind: 'apiName'; readonly pattern?: RegExp }
  /** `unpackagedPrefix` stands in for the namespace of a vendor that no package brings. */
  | { readonly kind: 'vendorApiName'; readonly pattern: RegExp; readonly unpackagedPrefix: string }
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

/** What an item holds in a new definition. */
export interface Starter {
  readonly value: string;
  /** True when the author must put something else there: it becomes a tab stop, and `note` a comment. */
  readonly replace: boolean;
  /** What to put there, English; shown through l10n. Free of `--`, which XML comments cannot hold. */
  readonly note?: string;
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
  /** A value that shows the shape; also the placeholder of snippets. */
  readonly example?: string;
  /** Where a flavour's value looks different from `example`. */
  readonly exampleFor?: Readonly<Partial<Record<Flavour, string>>>;
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
  readonly prescribed?: Readonly<Partial<Record<Flavour, string>>>;
  /** How sure the pattern or the bounds of `value` are, where it differs from `confidence`. */
  readonly patternConfidence?: Confidence;
  /** No other call center of the org may have the same value. */
  readonly uniqueInOrg: boolean;
  /** The flavours whose new definition carries the item, and with what; required items stand in it in any case. */
  readonly starter?: Readonly<Partial<Record<Flavour, Starter>>>;
}

export interface SectionEntry extends EntryBase {
  readonly kind: 'section';
  readonly sampleOnly: boolean;
  readonly items: readonly ItemEntry[];
}

export interface AttributeEntry {
  readonly name: string;
  readonly required: boolean;
  /** What the guide allows, whole value; published files break it, so no ground for an error by itself. */
  readonly pattern?: RegExp;
  /** Characters. */
  readonly maxLength?: number;
  /** Values that the guide keeps for itself. */
  readonly reserved?: readonly string[];
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

/** An element of the metadata form. */
export interface MetadataElementEntry extends Omit<ElementEntry, 'attributes'> {
  /** The Metadata API demands it in each of its parents. */
  readonly required: boolean;
  /** It may stand in its parent more than once. */
  readonly repeated: boolean;
  /** An author writes it; the others are what a retrieve writes, and what the name of the file says already. */
  readonly byHand: boolean;
  /** What is known to be written for it, apart from near misses. */
  readonly misspellings: readonly string[];
}

export interface FlavourInfo {
  /** A product name; not translated. */
  readonly title: string;
  readonly summary: string;
  /** The page in Setup that takes the file. */
  readonly importedAt: string;
  readonly sources: readonly SourceLink[];
}

/** Everything that is known of the format, as data. The only such list in the project. */
export interface Catalog {
  /** The elements of the import form. */
  readonly elements: readonly ElementEntry[];
  readonly sections: readonly SectionEntry[];
  /** The elements of the metadata form; those of one parent in the order in which a retrieve writes them. */
  readonly metadataElements: readonly MetadataElementEntry[];
  /** Keys of the metadata form's `customSettings` that are no items of an import file. */
  readonly customSettingsKeys: readonly ItemEntry[];
  /** Items of `reqGeneralInfo` that the metadata form has as keys of `customSettings`, too. */
  readonly itemsInCustomSettings: readonly string[];
  readonly flavourInfo: Readonly<Record<Flavour, FlavourInfo>>;
  /** How to say a confidence to a person: English, shown through l10n. */
  readonly confidenceLabels: Readonly<Record<Confidence, string>>;
  element(name: string): ElementEntry | undefined;
  metadataElement(name: string): MetadataElementEntry | undefined;
  section(name: string): SectionEntry | undefined;
  /** The item of that name in that section. */
  item(section: string, name: string): ItemEntry | undefined;
  /** All items of that name: `reqLongDistPrefix` belongs to two sections. */
  itemsNamed(name: string): readonly ItemEntry[];
}
