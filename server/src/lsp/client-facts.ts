import type { InitializeParams, InsertTextMode, MarkupKind, ResourceOperationKind } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol.ts';

// Of the library there are types alone: see capabilities.ts.
const asIs: typeof InsertTextMode.asIs = 1;
const markdown: typeof MarkupKind.Markdown = 'markdown';
const rename: typeof ResourceOperationKind.Rename = 'rename';

/** What the client can do, read once from its capabilities. Absent means no: the plainest client gets correct answers. */
export interface ClientFacts {
  readonly options: InitializationOptions;
  readonly roots: readonly string[];
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly opensRulePages: boolean;
  readonly refreshesTokens: boolean;
  readonly multilineTokens: boolean;
  readonly configuration: boolean;
  readonly watchesConfiguration: boolean;
  readonly watchesFiles: boolean;
  /** The client can watch files outside the workspace. */
  readonly watchesFolders: boolean;
  readonly workspaceFolders: boolean;
  readonly snippets: boolean;
  readonly preselects: boolean;
  readonly labelDetails: boolean;
  /** The client can be told that a completion's lines are indented already. */
  readonly keepsIndentation: boolean;
  readonly markdownDocumentation: boolean;
  readonly markdownHover: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferredActions: boolean;
  readonly versionedEdits: boolean;
  /** Edits can be marked as such that a person confirms. */
  readonly changeAnnotations: boolean;
  /** The client asks what goes along with a file that is renamed. */
  readonly renamesFiles: boolean;
  readonly linkTooltips: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  readonly preparesRename: boolean;
}

export function readClient(params: InitializeParams): ClientFacts {
  const { textDocument, workspace } = params.capabilities;
  const options = readOptions(params.initializationOptions);
  const diagnostics = textDocument?.diagnostic ?? textDocument?.publishDiagnostics;
  const completion = textDocument?.completion?.completionItem;
  const folders = params.workspaceFolders?.map(({ uri }) => uri).filter((uri) => typeof uri === 'string');
  return {
    options,
    roots: folders ?? (params.rootUri ? [params.rootUri] : []),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostics?.relatedInformation === true,
    opensRulePages: diagnostics?.codeDescriptionSupport === true && options.rulePages === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    multilineTokens: textDocument?.semanticTokens?.multilineTokenSupport === true,
    configuration: workspace?.configuration === true,
    watchesConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesFolders: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    snippets: completion?.snippetSupport === true,
    preselects: completion?.preselectSupport === true,
    labelDetails: completion?.labelDetailsSupport === true,
    keepsIndentation: completion?.insertTextModeSupport?.valueSet.includes(asIs) === true,
    markdownDocumentation: completion?.documentationFormat?.includes(markdown) === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(markdown) === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    renamesFiles:
      workspace?.fileOperations?.willRename === true &&
      workspace.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes(rename) === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
  };
}

/** Initialization options come from the outside: whatever has not the type it should have counts as absent. */
function readOptions(given: unknown): InitializationOptions {
  if (typeof given !== 'object' || given === null) return {};
  const options = given as { readonly [Key in keyof InitializationOptions]?: unknown };
  return {
    ...(isRecord(options.l10n) && { l10n: options.l10n as Readonly<Record<string, string>> }),
    ...(isRecord(options.flavours) && { flavours: options.flavours as NonNullable<InitializationOptions['flavours']> }),
    files: options.files === true,
    rulePages: options.rulePages === true,
    previews: options.previews === true,
    turnsRulesOff: options.turnsRulesOff === true,
    revisions: options.revisions === true,
    baselines: options.baselines === true,
    ...(isRecord(options.comparisons) && {
      comparisons: options.comparisons as NonNullable<InitializationOptions['comparisons']>,
    }),
    documentState: options.documentState === true,
    ownFormatters: options.ownFormatters === true,
  };
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
