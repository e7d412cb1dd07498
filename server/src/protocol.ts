import type { DialPreset } from './language/dialing/country-preset.ts';
import type { Dialing } from './language/dialing/dial.ts';
import type { FieldId, Preview, PreviewOperation, PreviewSettings } from './language/preview/preview.ts';

export type * from './language/preview/preview.ts';

/**
 * What our client and our server say to each other beyond the Language Server Protocol: names and plain types, nothing
 * else. Both sides import this file and it imports no code, because the two protocol libraries are different copies
 * whose types do not fit together. Every message is optional: a client that knows none of them loses comfort only.
 */

/** The kinds of call center. The language service has the same list; a compile-time check in `lsp` keeps them equal. */
export const flavourIds = ['openCti', 'ctiToolkit', 'partnerTelephony', 'amazonConnect'] as const;
export type FlavourId = (typeof flavourIds)[number];

export type FormId = 'import' | 'metadata' | 'hybrid' | 'invented' | 'none';
export type InterfaceId = 'classic' | 'lightning' | 'both';

/** Settings section, also the prefix of every message below. */
export const section = 'callCenterXml';

export const methods = {
  /** Request, server to client: `FindFilesParams` -> URIs. Only when `InitializationOptions.files` is true. */
  findFiles: 'callCenterXml/findFiles',
  /** Request, server to client: `ReadFileParams` -> text, or null when there is no such file or it cannot be read. */
  readFile: 'callCenterXml/readFile',
  /**
   * Request, server to client: `ReadDefinitionsParams` -> `FoundDefinition`s, only those that begin like a definition, and
   * such as are too large to be looked at.
   */
  readDefinitions: 'callCenterXml/readDefinitions',
  /** Notification, server to client: `DocumentState`. Only when `InitializationOptions.documentState` is true. */
  documentState: 'callCenterXml/documentState',
  /** Notification, client to server: `SetFlavourParams`. */
  setFlavour: 'callCenterXml/setFlavour',
  /** Request, client to server: `NewDefinitionParams` -> text with LF line ends. */
  newDefinition: 'callCenterXml/newDefinition',
  /** Request, client to server: `DocumentParams` -> `VersionedEdits`. */
  renumber: 'callCenterXml/renumber',
  /** Request, client to server: `ExplainMessageParams` -> `MessageAnswer`. */
  explainMessage: 'callCenterXml/explainMessage',
  /**
   * Request, client to server: `CheckAllParams` -> `CheckSummary`. Findings of files that are not open come as
   * `textDocument/publishDiagnostics`, and from then on again whenever such a file changes.
   */
  checkAll: 'callCenterXml/checkAll',
  /** Request, client to server: `ConvertParams` -> `ConvertAnswer`, or null when the document is not open. */
  convert: 'callCenterXml/convert',
  /**
   * Request, server to client: `ReadRevisionParams` -> `RevisionAnswer`. Only when `InitializationOptions.revisions` is
   * true.
   */
  readRevision: 'callCenterXml/readRevision',
  /** Notification, client to server: revisions may be others by now, as after a commit, a fetch or a checkout. */
  revisionsChanged: 'callCenterXml/revisionsChanged',
  /** Notification, client to server: `CompareWithParams`. */
  compareWith: 'callCenterXml/compareWith',
  /** Request, client to server: `DocumentParams` -> `BaselineFile`, or null when the document is not open. */
  baselineFile: 'callCenterXml/baselineFile',
  /** Request, client to server: `ChangeBaselineParams` -> `BaselineText`, or null when the document is not open. */
  changeBaseline: 'callCenterXml/changeBaseline',
  /** Request, client to server: `DocumentParams` -> `ImportedText`, or null when nothing is known of an import. */
  importedText: 'callCenterXml/importedText',
  /** Request, client to server: `DocumentParams` -> Markdown, or null when nothing is known of an import. */
  reimportPlan: 'callCenterXml/reimportPlan',
  /** Request, client to server: `PreviewParams` -> `ProtocolPreview`, or null when the document is not open. */
  preview: 'callCenterXml/preview',
  /**
   * Notification, server to client: whatever a preview shows may be another by now, without its text having changed: settings,
   * a flavour, an import, the files around. Whoever shows one asks again. Only when `InitializationOptions.previews` is true.
   */
  previewsChanged: 'callCenterXml/previewsChanged',
  /** Request, client to server: `PreviewEditParams` -> `PreviewEditAnswer`, or null when the document is not open. */
  previewEdit: 'callCenterXml/previewEdit',
  /** Request, client to server: `FieldParams` -> `RevealedField`, or null when there is no such field. */
  previewReveal: 'callCenterXml/previewReveal',
  /** Request, client to server: `PreviewSettingsParams` -> `VersionedSettings`, or null when it is no open definition. */
  previewSettings: 'callCenterXml/previewSettings',
  /** Request, client to server: `DialParams` -> `DialAnswer`, or null when it is no open definition. */
  dial: 'callCenterXml/dial',
  /** Request, client to server: `FieldParams` -> `FieldPlaces`, or null when there is no such field. */
  fieldPlaces: 'callCenterXml/fieldPlaces',
  /** Request, client to server: `FieldAtParams` -> `FoundField`, or null when the document is not open. */
  fieldAt: 'callCenterXml/fieldAt',
  /** Request, client to server: `AutoCloseParams` -> a snippet to insert at the position, or null. */
  autoClose: 'callCenterXml/autoClose',
} as const;

/** Commands that our client registers and code actions of the server carry. */
export const clientCommands = {
  /** Argument: the id of a rule. Switches it off in the person's own settings. Only when `InitializationOptions.turnsRulesOff` is true. */
  turnRuleOff: 'callCenterXml.turnRuleOff',
  /** Arguments: the URI of a definition; fingerprints of changes, none for all. Only when `InitializationOptions.baselines` is true, as the next ones. */
  acceptChanges: 'callCenterXml.acceptChanges',
  /** Argument: the URI of a definition. */
  pruneAcceptances: 'callCenterXml.pruneAcceptances',
  compareWithBaseline: 'callCenterXml.compareWithBaseline',
  showReimportPlan: 'callCenterXml.showReimportPlan',
  markAsImported: 'callCenterXml.markAsImported',
  /** Arguments: the URI of a definition; that of the one to compare it with, absent where a person is to choose. */
  compareWith: 'callCenterXml.compareWith',
} as const;

/** Scheme of the addresses that findings carry as their documentation: `call-center-xml:/rules/internal-name.md`. */
export const rulePageScheme = 'call-center-xml';

/** Everything a client may put into `initializationOptions`; all of it is optional. */
export interface InitializationOptions {
  /** Translated messages by English message, as VS Code's `l10n.bundle` holds them. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** Flavours that a person chose, by document URI. */
  readonly flavours?: Readonly<Record<string, FlavourId>>;
  /** The client answers `findFiles`, `readFile` and `readDefinitions`, so that the server needs no access to a disk. */
  readonly files?: boolean;
  /** The client opens addresses of `rulePageScheme`: it has the pages. */
  readonly rulePages?: boolean;
  /** The client carries out `clientCommands.turnRuleOff`. */
  readonly turnsRulesOff?: boolean;
  /** The client answers `readRevision`. */
  readonly revisions?: boolean;
  /** The client carries out the commands about baselines that code lenses and code actions carry. */
  readonly baselines?: boolean;
  /** What a person chose to compare definitions with, by document URI. */
  readonly comparisons?: Readonly<Record<string, ComparisonChoice>>;
  /** The client wants `documentState`. */
  readonly documentState?: boolean;
  /** The client wants `previewsChanged`. */
  readonly previews?: boolean;
  /** The client registers formatters itself, for our documents only: an editor asks which formatter to take wherever there are two. */
  readonly ownFormatters?: boolean;
}

export interface DocumentParams {
  readonly uri: string;
}

/** What the server found out about an open document. */
export interface DocumentState {
  readonly uri: string;
  readonly version: number;
  readonly form: FormId;
  /** Absent where the form has none. */
  readonly flavour?: FlavourId;
  /** True when `flavour` is what a person chose, false when it was inferred. */
  readonly flavourChosen: boolean;
  readonly interface?: InterfaceId;
  readonly wellFormed: boolean;
  /** Absent where nothing is known of an import. */
  readonly imported?: ImportedState;
}

/** What a definition is compared with, and what came of it. */
export type ImportedState =
  | {
      readonly kind: 'compared';
      /** A file's name, or a revision. */
      readonly title: string;
      /** `YYYY-MM-DD`, where it is known. */
      readonly importedOn?: string;
      /** Changes of the field set that nobody has accepted, and those that somebody has. */
      readonly changes: number;
      readonly accepted: number;
      /** The next import would collide with the one that was compared with. */
      readonly collides: boolean;
    }
  /** It is to be compared with something that cannot be had. A sentence, translated. */
  | { readonly kind: 'trouble'; readonly message: string };

/** What a definition can be compared with. Absent: what its team has agreed on, else its baseline file. */
export type ComparisonChoice =
  | { readonly kind: 'file' }
  /** `HEAD`, a tag, `origin/main`: of the definition itself. */
  | { readonly kind: 'git'; readonly revision: string }
  /** Another definition, in either form. */
  | { readonly kind: 'definition'; readonly uri: string };

export interface CompareWithParams extends DocumentParams {
  readonly with?: ComparisonChoice;
}

export interface ReadRevisionParams extends DocumentParams {
  readonly revision: string;
}

export type RevisionAnswer =
  | { readonly kind: 'text'; readonly text: string /** Where an editor can open it. */; readonly uri?: string }
  /** A sentence, translated. */
  | { readonly kind: 'trouble'; readonly message: string };

export interface BaselineFile {
  /** Where the baseline of the document is, or would be written; absent for a document that lies nowhere. */
  readonly uri?: string;
  /** The metadata form of the same call center in the workspace: the org's own truth, where it was retrieved. */
  readonly twin?: string;
}

export interface ChangeBaselineParams extends DocumentParams {
  /** The text of the baseline file as it is on the disk; null when there is none. */
  readonly present: string | null;
  readonly change:
    | {
        readonly kind: 'mark';
        /** Where the fields come from, unless from the document itself. */
        readonly from?: { readonly text: string; readonly kind: 'definition' | 'git' | 'org'; readonly what: string };
        /** `YYYY-MM-DD`. */
        readonly on: string;
      }
    | {
        readonly kind: 'accept';
        /** Absent: every change that is not accepted yet. */
        readonly fingerprints?: readonly string[];
        readonly reason: string;
        readonly by: string;
        /** `YYYY-MM-DD`. */
        readonly on: string;
      }
    /** Takes out acceptances of changes that are not there any more. */
    | { readonly kind: 'prune' };
}

export type BaselineText =
  | { readonly kind: 'text'; readonly text: string }
  /** Nothing may be written. A sentence, translated. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface ImportedText {
  readonly text: string;
  /** What the definition is compared with. */
  readonly title: string;
}

export interface SetFlavourParams extends DocumentParams {
  /** Absent: infer it from the content again. */
  readonly flavour?: FlavourId;
}

/** The forms that a definition can be written down in; the language service has the same list. */
export const formsToConvertTo = ['import', 'metadata'] as const;
export type FormToConvertTo = (typeof formsToConvertTo)[number];

export interface ConvertParams extends DocumentParams {
  readonly to: FormToConvertTo;
}

export type ConvertAnswer =
  | {
      readonly kind: 'converted';
      readonly text: string;
      /** The name that a file with this text has to have, or usually has. */
      readonly fileName: string;
      /** What is in one of the two texts only, with its place in the document that was converted. */
      readonly losses: readonly { readonly code: string; readonly range: ProtocolRange; readonly message: string }[];
    }
  /** Nothing was converted, so that nothing gets lost. */
  | { readonly kind: 'refused'; readonly reason: string; readonly range: ProtocolRange };

export interface NewDefinitionParams {
  readonly flavour: FlavourId;
}

export interface ExplainMessageParams {
  /** What somebody got from Salesforce, with whatever stands around it. */
  readonly text: string;
  /** The open definition that it may be about. */
  readonly uri?: string;
}

/** What a message of the platform means. All texts are translated. */
export interface MessageAnswer {
  /** Version of the document that places and edits are for; absent without a document. */
  readonly version?: number;
  /** The line that the message names, from 0, and its place in the document where it has that line. */
  readonly line?: number;
  readonly lineRange?: ProtocolRange;
  /** The likeliest first; none when the message is not known. */
  readonly explanations: readonly ProtocolExplanation[];
  /** What else is found on the line that the message names. */
  readonly places: readonly ProtocolPlace[];
}

export interface ProtocolExplanation {
  /** Kebab case; names the document that holds `markdown`. */
  readonly id: string;
  readonly title: string;
  readonly cause: string;
  readonly remedy: string;
  readonly markdown: string;
  readonly rules: readonly string[];
  readonly places: readonly ProtocolPlace[];
}

export interface ProtocolPlace {
  readonly range: ProtocolRange;
  /** The rule that found it, if one did. */
  readonly rule?: string;
  readonly text: string;
  readonly fixes: readonly { readonly title: string; readonly edits: readonly ProtocolEdit[] }[];
}

export interface CheckAllParams {
  /** Where progress is to be reported, as in the Language Server Protocol. */
  readonly workDoneToken?: string | number;
  /** URIs of files that a person said are no call center definitions. */
  readonly except: readonly string[];
}

export interface CheckSummary {
  /** Definitions that were checked, open or not, and how many there are: fewer when it was cancelled. */
  readonly checked: number;
  readonly definitions: number;
  readonly errors: number;
  readonly warnings: number;
  /** Information and hints. */
  readonly others: number;
  /**
   * URIs, sorted, of files that are not open, have more than `mostBytes` and were not checked: definitions, for all that
   * can be told. They are not among `definitions`.
   */
  readonly tooLarge: readonly string[];
  readonly mostBytes: number;
}

/** Zero-based line and UTF-16 column. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

export interface ProtocolEdit {
  readonly range: ProtocolRange;
  readonly newText: string;
}

export interface VersionedEdits {
  /** Version of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly ProtocolEdit[];
}

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

export interface AutoCloseParams extends DocumentParams {
  /** Behind the character that was typed. */
  readonly position: ProtocolPosition;
  /** Version that holds the character; the answer is null when the server has another. */
  readonly version: number;
}

export interface FindFilesParams {
  /** Ends of file names, e.g. `.page`. */
  readonly suffixes: readonly string[];
  /** More are not wanted. */
  readonly limit: number;
}

export interface ReadDefinitionsParams {
  readonly uris: readonly string[];
  /** Larger files are passed over. */
  readonly maxBytes: number;
}

export interface FoundDefinition {
  readonly uri: string;
  /** Missing where the file has more than `maxBytes`. */
  readonly text?: string;
}

export interface ReadFileParams {
  readonly uri: string;
}
