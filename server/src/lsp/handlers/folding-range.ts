import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import type { FoldingRange as Fold, Source } from '../../language/index.ts';
import type { Handler } from '../answer.ts';
import { openDocument } from '../session.ts';

/** Whole lines, which every client can fold. */
export const foldingRange: Handler<FoldingRangeParams, FoldingRange[] | null> = async (session, params, token) => {
  const open = await openDocument(session, params.textDocument.uri, token);
  if (!open) return null;
  return session.service.foldingRanges(open.source).flatMap((fold) => toLines(open.source, fold));
};

/** The line with the closing tag stays in sight; a comment folds to its first line. */
function toLines(source: Source, { span, kind }: Fold): FoldingRange[] {
  const startLine = source.positionAt(span.start).line;
  const last = source.positionAt(span.end).line;
  const endLine = kind === 'element' ? last - 1 : last;
  if (endLine <= startLine) return [];
  return [{ startLine, endLine, ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }) }];
}
