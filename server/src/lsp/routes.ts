import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  type Connection,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  PrepareRenameRequest,
  type ProtocolRequestType,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { methods } from '../protocol.ts';
import { type Answer, answer, type Handler } from './answer.ts';
import { checkAll } from './check-all.ts';
import { noReport, pullDiagnostics } from './diagnostics.ts';
import { autoClose } from './handlers/auto-close.ts';
import { codeAction } from './handlers/code-action.ts';
import { codeLens } from './handlers/code-lens.ts';
import { completion } from './handlers/completion.ts';
import { convert } from './handlers/convert.ts';
import { definition } from './handlers/definition.ts';
import { dial } from './handlers/dial.ts';
import { documentHighlight } from './handlers/document-highlight.ts';
import { documentLink } from './handlers/document-link.ts';
import { documentSymbol } from './handlers/document-symbol.ts';
import { explainMessage } from './handlers/explain-message.ts';
import { foldingRange } from './handlers/folding-range.ts';
import { formatting, rangeFormatting } from './handlers/formatting.ts';
import { hover } from './handlers/hover.ts';
import { baselineFile, changeBaseline, importedText, reimportPlan } from './handlers/imported.ts';
import { inlayHint } from './handlers/inlay-hint.ts';
import { linkedEditingRange } from './handlers/linked-editing-range.ts';
import { newDefinition } from './handlers/new-definition.ts';
import { fieldAt, fieldPlaces, preview, previewEdit, previewReveal, previewSettings } from './handlers/preview.ts';
import { references } from './handlers/references.ts';
import { prepareRename, rename } from './handlers/rename.ts';
import { renumber } from './handlers/renumber.ts';
import { selectionRange } from './handlers/selection-range.ts';
import { semanticTokens } from './handlers/semantic-tokens.ts';
import { willRenameFiles } from './handlers/will-rename-files.ts';
import { workspaceSymbol } from './handlers/workspace-symbol.ts';
import type { Session } from './session.ts';

/** Which handler answers which request: one row each. */
export function route(connection: Connection, session: () => Session): void {
  const on = <Params, Result extends Answer, Partial, Failure, Options>(
    type: ProtocolRequestType<Params, Result, Partial, Failure, Options>,
    empty: Result,
    handler: Handler<Params, Result>,
  ) => connection.onRequest<Answer, void>(type.method, answer(session, type.method, empty, handler));
  const own = <Params, Result extends Answer>(method: string, empty: Result, handler: Handler<Params, Result>) =>
    connection.onRequest<Answer, void>(method, answer(session, method, empty, handler));

  on(DocumentDiagnosticRequest.type, noReport, pullDiagnostics);
  on(CompletionRequest.type, null, completion);
  on(HoverRequest.type, null, hover);
  on(DefinitionRequest.type, null, definition);
  on(ReferencesRequest.type, null, references);
  on(PrepareRenameRequest.type, null, prepareRename);
  on(RenameRequest.type, null, rename);
  on(WorkspaceSymbolRequest.type, null, workspaceSymbol);
  on(DocumentSymbolRequest.type, null, documentSymbol);
  on(FoldingRangeRequest.type, null, foldingRange);
  on(SelectionRangeRequest.type, null, selectionRange);
  on(DocumentHighlightRequest.type, null, documentHighlight);
  on(LinkedEditingRangeRequest.type, null, linkedEditingRange);
  on(DocumentLinkRequest.type, null, documentLink);
  on(CodeActionRequest.type, null, codeAction);
  on(CodeLensRequest.type, null, codeLens);
  on(InlayHintRequest.type, null, inlayHint);
  on(DocumentFormattingRequest.type, null, formatting);
  on(DocumentRangeFormattingRequest.type, null, rangeFormatting);
  on(SemanticTokensRequest.type, null, semanticTokens);
  on(WillRenameFilesRequest.type, null, willRenameFiles);
  own(methods.newDefinition, null, newDefinition);
  own(methods.checkAll, null, checkAll);
  own(methods.explainMessage, null, explainMessage);
  own(methods.convert, null, convert);
  own(methods.renumber, null, renumber);
  own(methods.baselineFile, null, baselineFile);
  own(methods.changeBaseline, null, changeBaseline);
  own(methods.importedText, null, importedText);
  own(methods.reimportPlan, null, reimportPlan);
  own(methods.preview, null, preview);
  own(methods.previewEdit, null, previewEdit);
  own(methods.previewReveal, null, previewReveal);
  own(methods.previewSettings, null, previewSettings);
  own(methods.fieldPlaces, null, fieldPlaces);
  own(methods.fieldAt, null, fieldAt);
  own(methods.dial, null, dial);
  own(methods.autoClose, null, autoClose);
}
