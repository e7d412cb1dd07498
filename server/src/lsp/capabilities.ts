import { PositionEncodingKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientFacts } from './client-facts.ts';
import { codeActionKinds } from './handlers/code-action.ts';
import { completionTriggers } from './handlers/completion.ts';
import { semanticTokensLegend } from './handlers/semantic-tokens.ts';

/** What the server offers this client. */
export function capabilitiesFor(client: ClientFacts): ServerCapabilities {
  const formats = client.options.ownFormatters !== true;
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: completionTriggers },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    workspaceSymbolProvider: true,
    documentSymbolProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    codeActionProvider: client.codeActionLiterals ? { codeActionKinds } : false,
    ...(client.options.baselines && { codeLensProvider: {} }),
    inlayHintProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    linkedEditingRangeProvider: true,
    ...(formats && { documentFormattingProvider: true, documentRangeFormattingProvider: true }),
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
