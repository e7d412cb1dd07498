import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensParams } from 'vscode-languageserver';
import type { SemanticToken, Source, Span } from '../../language/index.ts';
import type { Handler } from '../answer.ts';
import { tokenModifiers, tokenTypes } from '../capabilities.ts';
import { openDocument } from '../session.ts';

export const semanticTokens: Handler<SemanticTokensParams, SemanticTokens | null> = async (session, params, token) => {
  const open = await openDocument(session, params.textDocument.uri, token);
  if (!open) return null;
  const builder = new SemanticTokensBuilder();
  const found = session.service.semanticTokens(open.source, open.options);
  for (const one of [...found].sort((a, b) => a.at.start - b.at.start)) {
    for (const span of session.client.multilineTokens ? [one.at] : byLine(open.source, one.at)) {
      const { line, character } = open.source.positionAt(span.start);
      builder.push(line, character, span.end - span.start, tokenTypes.indexOf(one.type), bits(one));
    }
  }
  return builder.build();
};

function bits(token: SemanticToken): number {
  return token.modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
}

function byLine(source: Source, span: Span): Span[] {
  const first = source.positionAt(span.start).line;
  const last = source.positionAt(span.end).line;
  const parts: Span[] = [];
  for (let line = first; line <= last; line++) {
    const { start, end } = source.lineSpan(line);
    const part = { start: Math.max(start, span.start), end: Math.min(end, span.end) };
    if (part.end > part.start) parts.push(part);
  }
  return parts;
}
