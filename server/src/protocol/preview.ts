import type { DialPreset } from '../language/dialing/country-preset.ts';
import type { Dialing } from '../language/dialing/dial.ts';
import type {
  FieldId,
  Preview,
  PreviewOperation,
  PreviewSettings,
  SettingsFormat,
} from '../language/preview/preview.ts';
import type { DocumentParams, ProtocolPosition, ProtocolRange, VersionedEdits } from './document.ts';

/** See the types themselves: they are part of what is said. An answer for another version than the document has by now is dropped. */
export type ProtocolPreview = Preview<ProtocolRange>;

export interface PreviewParams extends DocumentParams {
  /** In a large definition, the sections whose items are given. Absent: all. */
  readonly sections?: readonly FieldId[];
}

export interface FieldParams extends DocumentParams {
  readonly id: FieldId;
}

export interface PreviewEditParams extends DocumentParams {
  /** Version of the preview in which a person did it. */
  readonly version: number;
  readonly operation: PreviewOperation;
}

export type PreviewEditAnswer =
  | (VersionedEdits & {
      readonly kind: 'edits';
      /** What the field is called afterwards; absent where it is gone. */
      readonly id?: FieldId;
    })
  /** The document has another version than the preview: whoever asked takes a new preview and decides anew. */
  | { readonly kind: 'stale'; readonly version: number }
  /** A sentence, translated. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface RevealedField {
  readonly version: number;
  readonly value: string;
}

export interface PreviewSettingsParams extends DocumentParams {
  readonly format: SettingsFormat;
  /** Characters of the text that are wanted, from its beginning. Absent: all. */
  readonly most?: number;
  /** With the secrets in it; absent: masked. */
  readonly reveal?: boolean;
}

export interface VersionedSettings extends PreviewSettings {
  readonly version: number;
}

export interface DialParams extends DocumentParams {
  /** As a person wrote them; texts that are no numbers are told of as such. */
  readonly numbers: readonly string[];
  /** Where the caller is: ISO 3166-1 alpha-2. Absent: what the prefixes of the definition suggest. */
  readonly country?: string;
}

export interface DialAnswer {
  readonly version: number;
  /** By the prefixes that the definition sets. What is undefined there is absent here. */
  readonly dialing: Dialing;
  /** Countries that a caller may be in, ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** Why the prefixes of `reqDialingOptions` are nothing for this definition: a sentence. Absent where they are. */
  readonly unused?: string;
  /** Prefixes proposed for `DialParams.country`, or for the country that is assumed. */
  readonly preset?: DialPreset;
}

/** Where a field is written down. What it does not have is absent. */
export interface FieldPlaces {
  readonly version: number;
  readonly element: ProtocolRange;
  readonly name?: ProtocolRange;
  readonly label?: ProtocolRange;
  readonly value?: ProtocolRange;
}

export interface FieldAtParams extends DocumentParams {
  readonly position: ProtocolPosition;
}

export interface FoundField {
  readonly version: number;
  /** The innermost field at the position; absent where there is none. */
  readonly id?: FieldId;
}
