import type { DocumentParams, FlavourId, ProtocolEdit, ProtocolPosition, ProtocolRange } from './protocol/document.ts';
import type { ComparisonChoice, ImportedState } from './protocol/imported.ts';

export type * from './language/preview/preview.ts';

/**
 * What our client and our server say to each other beyond the Language Server Protocol: names and plain types, nothing
 * else; what belongs to one matter alone stands in `protocol/`. Both sides import these files and they import no code,
 * because the two protocol libraries are different copies whose types do not fit together. Every message is optional: a
 * client that knows none of them loses comfort only.
 */

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

export interface AutoCloseParams extends DocumentParams {
  /** Behind the character that was typed. */
  readonly position: ProtocolPosition;
  /** Version that holds the character; the answer is null when the server has another. */
  readonly version: number;
}
