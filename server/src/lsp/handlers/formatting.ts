import type {
  CancellationToken,
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  FormattingOptions,
  Range,
  TextEdit,
} from 'vscode-languageserver';
import type { Handler } from '../answer.ts';
import { toSpan, toTextEdits } from '../convert.ts';
import { openDocument, type Session } from '../session.ts';

export const formatting: Handler<DocumentFormattingParams, TextEdit[] | null> = (session, params, token) =>
  format(session, params.textDocument.uri, params.options, undefined, token);

export const rangeFormatting: Handler<DocumentRangeFormattingParams, TextEdit[] | null> = (session, params, token) =>
  format(session, params.textDocument.uri, params.options, params.range, token);

async function format(
  session: Session,
  uri: string,
  { tabSize, insertSpaces }: FormattingOptions,
  range: Range | undefined,
  token: CancellationToken,
): Promise<TextEdit[] | null> {
  const open = await openDocument(session, uri, token);
  if (!open) return null;
  const { source } = open;
  const span = range && toSpan(source, range);
  return toTextEdits(source, session.service.format(source, { tabSize, insertSpaces }, span));
}
