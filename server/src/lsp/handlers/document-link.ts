import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import type { Handler } from '../answer.ts';
import { toRange } from '../convert.ts';
import { openDocument } from '../session.ts';

export const documentLink: Handler<DocumentLinkParams, DocumentLink[] | null> = async (session, params, token) => {
  const open = await openDocument(session, params.textDocument.uri, token);
  if (!open) return null;
  return session.service.links(open.source).map(({ at, target, tooltip }) => ({
    range: toRange(open.source, at),
    target,
    ...(session.client.linkTooltips && tooltip !== '' && { tooltip }),
  }));
};
