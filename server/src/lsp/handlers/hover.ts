import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import type { Handler } from '../answer.ts';
import { toOffset, toRange } from '../convert.ts';
import { openDocument } from '../session.ts';

export const hover: Handler<HoverParams, Hover | null> = async (session, params, token) => {
  const open = await openDocument(session, params.textDocument.uri, token);
  if (!open) return null;
  const found = session.service.hover(open.source, toOffset(open.source, params.position), open.options);
  if (!found) return null;
  const kind = session.client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: found.markdown }, range: toRange(open.source, found.at) };
};
