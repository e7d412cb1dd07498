import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import type { Handler } from '../answer.ts';
import { toOffset, toRange } from '../convert.ts';
import { openDocument } from '../session.ts';

/**
 * Steps of one selection. Each is inside the next one in the answer, too, which cannot be written down where there are very many;
 * nobody widens a selection so often.
 */
const mostSteps = 100;

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
    // The innermost ones, and the whole document.
    const steps = spans.length > mostSteps ? [...spans.slice(0, mostSteps - 1), ...spans.slice(-1)] : spans;
    const outermostFirst = [...steps].reverse();
    const found = outermostFirst.reduce<SelectionRange | undefined>(
      (parent, span) => ({ range: toRange(source, span), ...(parent && { parent }) }),
      undefined,
    );
    return found ?? { range: toRange(source, { start: offset, end: offset }) };
  });
};
