import type { DocumentParams, VersionedEdits } from '../../protocol/document.ts';
import type { Handler } from '../answer.ts';
import { toTextEdits } from '../convert.ts';
import { openDocument } from '../session.ts';

export const renumber: Handler<DocumentParams, VersionedEdits | null> = async (session, params, token) => {
  const open = await openDocument(session, params.uri, token);
  if (!open) return null;
  const { source } = open;
  return { version: source.version, edits: toTextEdits(source, session.service.renumber(source)) };
};
