import type { Level } from '../rules/presets.ts';
import type { Span } from '../text/span.ts';

/** One difference between a definition and what was imported. */
export interface ReportedChange {
  /** The rule that speaks of it, which also names its kind. */
  readonly rule: string;
  /** What it counts as. */
  readonly severity: Level;
  /** Of the field as it is now, else as it was; undefined for what concerns the definition as a whole. */
  readonly section: string | undefined;
  readonly item: string | undefined;
  /** Run-time keys, `/section/item` or `/section`: as imported, and now. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** What was changed in place: a label, a place, a name. */
  readonly was: string | undefined;
  readonly now: string | undefined;
  /** 12 hex digits: what an acceptance names. Worked out when asked. */
  readonly fingerprint: () => string;
  /** From 0 to 1: how sure it is that both are the same field. */
  readonly confidence: number;
  readonly accepted: boolean;
  /** A section that came or went tells it already. */
  readonly withSection: boolean;
  /** One line, already translated. */
  readonly title: string;
  /** Where the definition shows it. */
  readonly at: Span | undefined;
}

export interface ChangeReport {
  /** What the definition is compared with. */
  readonly title: string;
  /** `YYYY-MM-DD`, where it is known. */
  readonly importedOn: string | undefined;
  /** None when the fields are those that were imported. */
  readonly changes: readonly ReportedChange[];
}

/** A field that was imported and is not there any more. */
export interface RemovedField {
  /** The end of the line behind which it would stand. */
  readonly at: number;
  readonly text: string;
  readonly key: string;
}

/** Where code reads a run-time key. */
export interface KeyUse {
  readonly key: string;
  /** Paths as people read them; lines from 0. */
  readonly places: readonly { readonly path: string; readonly line: number }[];
}
