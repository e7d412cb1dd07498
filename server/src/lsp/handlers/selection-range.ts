import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import type { Handler } from '../answer.ts';
import { toOffset, toRange } from '../convert.ts';
import { openDocument } from '../session.ts';

/** The protocol wants one answer per position. */
export const selectionRange: Handler<SelectionRangeParams, SelectionRange[] | null> = async (
  session,
  params,
  token,
) => {
  const open = await openDocument(session, params.textDocument.uri, token);
  if (!open) return null;
  const { source } = open;
  return params.positions.map((position) => {
    const offset = toOffset(source, position);
    const spans = session.service.selectionRanges(source, offset);
    const outermostFirst = [...spans].reverse();
    const found = outermostFirst.reduce<SelectionRange | undefined>(
      (parent, span) => ({ range: toRange(source, span), ...(parent && { parent }) }),
      undefined,
    );
    return found ?? { range: toRange(source, { start: offset, end: offset }) };
  });
};
