import type {
  CodeActionKind,
  FileOperationPatternKind,
  FileOperationRegistrationOptions,
  InitializeResult,
  SemanticTokensLegend,
  ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { SemanticTokenModifier, SemanticTokenType } from '../language/index.ts';
import type { ClientFacts } from './client-facts.ts';

// What the server offers is told before it is loaded (waiting-room.ts): of the language and of the library for servers
// nothing may be imported here but types.

const quickFixKind: typeof CodeActionKind.QuickFix = 'quickfix';
const sourceFixAll: typeof CodeActionKind.SourceFixAll = 'source.fixAll';
export const fixAllKind = `${sourceFixAll}.callCenterXml`;

/** Characters after which an editor asks for completions by itself. */
export const completionTriggers = ['<', '/', ' ', '"', "'", '>', ';'] as const;

export const tokenTypes: readonly SemanticTokenType[] = [
  'callCenterSection',
  'callCenterItem',
  'callCenterPlaceholder',
];
export const tokenModifiers: readonly SemanticTokenModifier[] = ['required', 'optional', 'custom'];

/** Numbers in the protocol are places in these lists. The manifest declares the same names and their colours. */
const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

const file: typeof FileOperationPatternKind.file = 'file';

/** Files that may hold a definition. */
const definitionFiles: FileOperationRegistrationOptions['filters'][number] = {
  pattern: { glob: '**/*.{xml,callcenter}', matches: file, options: { ignoreCase: true } },
};

const incremental: typeof TextDocumentSyncKind.Incremental = 2;

/** What `initialize` is answered with. */
export function initializeResult(client: ClientFacts, version: string): InitializeResult {
  return { capabilities: capabilitiesFor(client), serverInfo: { name: 'call-center-xml', version } };
}

function capabilitiesFor(client: ClientFacts): ServerCapabilities {
  const formats = client.options.ownFormatters !== true;
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: incremental },
    completionProvider: { triggerCharacters: [...completionTriggers] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    workspaceSymbolProvider: true,
    documentSymbolProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    codeActionProvider: client.codeActionLiterals ? { codeActionKinds: [quickFixKind, fixAllKind] } : false,
    ...(client.options.baselines && { codeLensProvider: {} }),
    inlayHintProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    linkedEditingRangeProvider: true,
    ...(formats && { documentFormattingProvider: true, documentRangeFormattingProvider: true }),
    // Said here, it need not be registered: the library would end the server where a client refuses that.
    workspace: {
      ...(client.workspaceFolders && { workspaceFolders: { supported: true, changeNotifications: true } }),
      ...(client.renamesFiles && { fileOperations: { willRename: { filters: [definitionFiles] } } }),
    },
    semanticTokensProvider: { legend: semanticTokensLegend, full: true },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'call-center-xml',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    }),
  };
}
