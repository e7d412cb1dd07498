import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import type { Handler } from '../answer.ts';
import { toOffset, toRange } from '../convert.ts';
import { openDocument } from '../session.ts';

export const hover: Handler<HoverParams, Hover | null> = async (session, params, token) => {
  const open = await openDocument(session, params.textDocument.uri, token);
  if (!open) return null;
  const { source, options } = open;
  const offset = toOffset(source, params.position);
  const inSettings = session.service.settingsHover(source, offset, options);
  const found = inSettings ? await inSettings : session.service.hover(source, offset, options);
  if (!found) return null;
  const kind = session.client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: found.markdown }, range: toRange(source, found.at) };
};
