import type { Consent, Rewritten } from './baseline/acceptance.ts';
import type { Import } from './baseline/baseline.ts';
import type { Imported } from './baseline/compare.ts';
import type { Flavour } from './catalog/types.ts';
import type { Conversion, TargetForm } from './convert/conversion.ts';
import type { DialPreset } from './dialing/country-preset.ts';
import type { Dialing, DialOptions } from './dialing/dial.ts';
import type { DialPrefixes } from './dialing/toolkit.ts';
import type { Form } from './model/definition.ts';
import type { Interface } from './model/flavour.ts';
import type { WorkspaceFacts } from './model/surroundings.ts';
import type { FieldId, Preview, PreviewOperation, PreviewSettings, SettingsFormat } from './preview/preview.ts';
import type { Rule } from './rules/define-rule.ts';
import type { RuleChoice } from './rules/presets.ts';
import type { ChangeReport, KeyUse, RemovedField } from './service/changes.ts';
import type {
  Completion,
  DocumentLink,
  FoldingRange,
  FormatOptions,
  Hover,
  KeyAt,
  OutlineSymbol,
  RunTimeKey,
  SemanticToken,
  Target,
} from './service/editing.ts';
import type { Acceptable, Dismissal, Finding, QuickFix } from './service/findings.ts';
import type { ExplainedMessage } from './service/messages.ts';
import type { FieldSpans, PreviewEdit } from './service/preview.ts';
import type { TextEdit } from './text/edits.ts';
import type { Source } from './text/source.ts';
import type { Span } from './text/span.ts';

export type { Consent, Rewritten } from './baseline/acceptance.ts';
export type { Import, Origin } from './baseline/baseline.ts';
export type { Imported, OtherDefinition } from './baseline/compare.ts';
export type { Conversion, Loss, LossCode, TargetForm } from './convert/conversion.ts';
export type { DialPreset } from './dialing/country-preset.ts';
export type { Dialing, DialledNumber, DialOptions } from './dialing/dial.ts';
export type { OtherResult } from './dialing/other-models.ts';
export type { NumberKind } from './dialing/read-number.ts';
export type { DialPrefixes, DialStep, PassedRule, ToolkitRule } from './dialing/toolkit.ts';
export type { DialSeverity, DialWarning, DialWarningCode } from './dialing/warnings.ts';
export type { KnownDefinition, WorkspaceFacts } from './model/surroundings.ts';
export type * from './preview/preview.ts';

/** What a host may set for one document. */
export interface DocumentOptions extends RuleChoice {
  /** A flavour that a person chose; otherwise it is inferred from the content. */
  readonly flavour?: Flavour | undefined;
  /**
   * Bytes of UTF-8. Of a definition that has more, only the syntax is checked, and one finding says so. Without it every
   * text is checked in full.
   */
  readonly largeFileSize?: number | undefined;
  /** The present moment, in ms since 1970-01-01 UTC. Without it nothing is said about expiry. */
  readonly now?: number | undefined;
  /** What is known about the files around. Without it nothing is said that depends on them. */
  readonly facts?: WorkspaceFacts | undefined;
  /** What is known of the import of the definition. Without it nothing is said about fields that have changed since. */
  readonly imported?: Imported | undefined;
}

export interface DocumentInfo {
  readonly form: Form;
  /** Undefined where the form has none: `invented`, `none`. */
  readonly flavour: Flavour | undefined;
  readonly flavourChosen: boolean;
  readonly interface: Interface | undefined;
  readonly wellFormed: boolean;
}

/**
 * The facade every host uses. All offsets are UTF-16, all spans half-open and inside the document given. No method
 * throws on any text, however broken; texts that are no call center definition get empty answers.
 */
export interface LanguageService {
  readonly rules: readonly Rule[];
  describe(source: Source, options?: DocumentOptions): DocumentInfo;
  findings(source: Source, options?: DocumentOptions): readonly Finding[];
  /** What has to be known of a document whatever its options are: afterwards it is at hand. */
  read(source: Source): void;
  /**
   * What `findings`, `quickFixes` and the like have to find out first, in short steps, for hosts with one thread: between
   * two steps they may do something else, or leave the rest undone. Afterwards the answers are at hand.
   */
  prepare(source: Source, options?: DocumentOptions): Iterable<undefined>;
  /** The fixes of all findings that touch `span`. */
  quickFixes(source: Source, span: Span, options?: DocumentOptions): readonly QuickFix[];
  /** The findings that touch `span` and can only be dismissed: for hosts that can change a person's settings. */
  dismissals(source: Source, span: Span, options?: DocumentOptions): readonly Dismissal[];
  /** Edits to `source` that apply every preferred fix until none is left; empty when there is nothing to mend. */
  fixAll(source: Source, options?: DocumentOptions): readonly TextEdit[];
  completions(source: Source, offset: number, facts: WorkspaceFacts, options?: DocumentOptions): readonly Completion[];
  /**
   * What may be written in the JSON of `customSettings`. `undefined` where `offset` is not in there: `completions` answers
   * then, and nothing is loaded for it.
   */
  settingsCompletions(
    source: Source,
    offset: number,
    facts: WorkspaceFacts,
    options?: DocumentOptions,
  ): Promise<readonly Completion[]> | undefined;
  /** The same for `hover`. */
  settingsHover(source: Source, offset: number, options?: DocumentOptions): Promise<Hover | undefined> | undefined;
  hover(source: Source, offset: number, options?: DocumentOptions): Hover | undefined;
  /** Of a definition larger than `largeFileSize` the sections alone: after each key an editor asks for all of it. */
  outline(source: Source, options?: DocumentOptions): readonly OutlineSymbol[];
  foldingRanges(source: Source): readonly FoldingRange[];
  /** From the innermost range at `offset` to the whole document. */
  selectionRanges(source: Source, offset: number): readonly Span[];
  /** Both names of the tag pair at `offset`. */
  highlights(source: Source, offset: number): readonly Span[];
  /** Both names of the tag pair at `offset`, when they are equal and so can be edited together. */
  linkedEditing(source: Source, offset: number): readonly Span[] | undefined;
  /** What to insert at `offset` after `>` or `/` was typed before it: a closing tag or its rest. A snippet (`$0` marks the cursor). */
  autoClose(source: Source, offset: number): string | undefined;
  links(source: Source): readonly DocumentLink[];
  format(source: Source, options: FormatOptions, span?: Span): readonly TextEdit[];
  /** None in a definition larger than `largeFileSize`, for the same reason. */
  semanticTokens(source: Source, options?: DocumentOptions): readonly SemanticToken[];
  /** Edits that number sections and items 0..n-1 in their present order (by sortOrder, then by place). */
  renumber(source: Source): readonly TextEdit[];
  /** The page of a rule as Markdown; `undefined` when no rule has that id. */
  rulePage(id: string): string | undefined;
  /** What a message of Setup, a deployment or the softphone means, and where its cause is in `source`. */
  explainMessage(text: string, source?: Source, options?: DocumentOptions): ExplainedMessage;
  /** What the value at `offset` refers to in the files around. */
  target(source: Source, offset: number): Target | undefined;
  /** The section or item whose name stands at `offset`, by its run-time key. */
  keyAt(source: Source, offset: number): KeyAt | undefined;
  /** Why a section or item cannot have another name; undefined when it can. A sentence, already translated. */
  nameTrouble(source: Source, key: RunTimeKey, name: string): string | undefined;
  /** The document in the other form, with what could not cross; or the reason why it cannot be converted. */
  convert(source: Source, target: TargetForm, options?: DocumentOptions): Conversion;
  /** What has changed since the import; undefined where nothing is known of that (`options.imported`). */
  changes(source: Source, options?: DocumentOptions): ChangeReport | undefined;
  /** The findings about changes that touch `span`, for hosts that can write a baseline file. */
  acceptable(source: Source, span: Span, options?: DocumentOptions): readonly Acceptable[];
  /** The definition as it was imported, for a comparison side by side; undefined where nothing is known of the import. */
  importedText(source: Source, options?: DocumentOptions): string | undefined;
  /** What is gone since the import, and where it stood. */
  removedFields(source: Source, options?: DocumentOptions): readonly RemovedField[];
  /** What to do in an org that has the call center already, as Markdown; undefined where nothing is known of the import. */
  reimportPlan(source: Source, uses: readonly KeyUse[], options?: DocumentOptions): string | undefined;
  /**
   * The baseline file of a definition that was just imported, or of `from`, where the fields are to be taken from another
   * text. `present` is the text of the file now, undefined where there is none; see baseline/acceptance.ts.
   */
  markImported(source: Source, present: string | undefined, imported: Import, from?: Source): Rewritten;
  /**
   * The baseline file with changes accepted: those with these fingerprints, or all that nobody has accepted yet.
   * `options.imported` says what the definition is compared with.
   */
  acceptChanges(
    source: Source,
    present: string,
    fingerprints: readonly string[] | undefined,
    consent: Consent,
    options?: DocumentOptions,
  ): Rewritten;
  /** The baseline file without acceptances of changes that are not there any more. */
  pruneAcceptances(source: Source, present: string, options?: DocumentOptions): Rewritten;
  /**
   * The definition as a page shows it. It takes all rules, so it is for those who ask, not for every key.
   *
   * @param wanted in a large definition (`mostFieldsAtOnce`), the sections whose items are given; undefined: all
   */
  preview(source: Source, options?: DocumentOptions, wanted?: ReadonlySet<FieldId>): Preview<Span>;
  /** The smallest edits that do what a person did in the page, or why that cannot be done. */
  previewEdit(source: Source, operation: PreviewOperation, options?: DocumentOptions): PreviewEdit;
  /**
   * What `getCallCenterSettings()` would return, or a table of the fields; undefined for what is no definition.
   * @param most UTF-16 units of the text that are wanted, from its beginning
   */
  previewSettings(
    source: Source,
    format: SettingsFormat,
    secrets: 'masked' | 'shown',
    options?: DocumentOptions,
    most?: number,
  ): PreviewSettings | undefined;
  /** The value of a field, a secret one too; undefined where there is no such field. */
  fieldValue(source: Source, id: FieldId): string | undefined;
  /** Where a field is; undefined where there is no such field. */
  fieldSpans(source: Source, id: FieldId): FieldSpans | undefined;
  /** The field at `offset`, the innermost one. */
  fieldAt(source: Source, offset: number): FieldId | undefined;
  /** A whole definition of a flavour, required items filled with their defaults or placeholders. Line ends LF. */
  newDefinition(flavour: Flavour): string;
  /**
   * What becomes of numbers with the prefixes that a definition sets, by the models of the reference (sections 5.3, 5.6).
   * Undefined when the text is no definition. A number that is none gets an explanation.
   */
  dialing(source: Source, numbers: readonly string[], options?: Pick<DialOptions, 'country'>): Dialing | undefined;
  /** The same with given prefixes. */
  dialingWith(prefixes: DialPrefixes, numbers: readonly string[], options?: DialOptions): Dialing;
  /** Why a definition of its flavour has no use for the prefixes of `reqDialingOptions`: a sentence; undefined where it has. */
  prefixesUnused(source: Source, options?: DocumentOptions): string | undefined;
  /** The countries that a caller may be in, ISO 3166-1 alpha-2, sorted. */
  dialingCountries(): readonly string[];
  /** Prefixes proposed for a country, and what is uncertain about them; undefined when there is no such country. */
  dialingPreset(country: string, present: DialPrefixes): DialPreset | undefined;
}
