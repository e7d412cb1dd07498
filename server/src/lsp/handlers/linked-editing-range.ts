import type { LinkedEditingRangeParams, LinkedEditingRanges } from 'vscode-languageserver';
import type { Handler } from '../answer.ts';
import { toOffset, toRange } from '../convert.ts';
import { openDocument } from '../session.ts';

/** What an XML name may hold, roughly: the editor stops to edit both names as soon as something else is typed. */
const wordPattern = '[\\w:.\\-\\u00B7-\\uFFFD]*';

export const linkedEditingRange: Handler<LinkedEditingRangeParams, LinkedEditingRanges | null> = async (
  session,
  params,
  token,
) => {
  const open = await openDocument(session, params.textDocument.uri, token);
  if (!open) return null;
  const spans = session.service.linkedEditing(open.source, toOffset(open.source, params.position));
  return spans ? { ranges: spans.map((span) => toRange(open.source, span)), wordPattern } : null;
};
