import { type DocumentHighlight, DocumentHighlightKind, type DocumentHighlightParams } from 'vscode-languageserver';
import type { Handler } from '../answer.ts';
import { toOffset, toRange } from '../convert.ts';
import { openDocument } from '../session.ts';

/** Null where there is no tag pair: the editor then highlights equal words, as it does without us. */
export const documentHighlight: Handler<DocumentHighlightParams, DocumentHighlight[] | null> = async (
  session,
  params,
  token,
) => {
  const open = await openDocument(session, params.textDocument.uri, token);
  if (!open) return null;
  const spans = session.service.highlights(open.source, toOffset(open.source, params.position));
  if (spans.length === 0) return null;
  return spans.map((span) => ({ range: toRange(open.source, span), kind: DocumentHighlightKind.Text }));
};
