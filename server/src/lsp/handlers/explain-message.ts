import type { ExplainedMessage, MessagePlace, Source } from '../../language/index.ts';
import type { ExplainMessageParams, MessageAnswer, ProtocolPlace } from '../../protocol.ts';
import type { Handler } from '../answer.ts';
import { toRange, toTextEdits } from '../convert.ts';
import { openDocument } from '../session.ts';

export const explainMessage: Handler<ExplainMessageParams, MessageAnswer | null> = async (session, params, token) => {
  const open = params.uri === undefined ? undefined : await openDocument(session, params.uri, token);
  return toAnswer(session.service.explainMessage(params.text, open?.source, open?.options), open?.source);
};

function toAnswer({ named, line, explanations, places }: ExplainedMessage, source: Source | undefined): MessageAnswer {
  const convert = (given: readonly MessagePlace[]) => (source ? given.map((place) => toPlace(source, place)) : []);
  return {
    ...(source && { version: source.version }),
    ...(named && { line: named.line }),
    ...(source && line && { lineRange: toRange(source, line) }),
    explanations: explanations.map(({ id, title, cause, remedy, markdown, rules, places: found }) => ({
      id,
      title,
      cause,
      remedy,
      markdown,
      rules,
      places: convert(found),
    })),
    places: convert(places),
  };
}

function toPlace(source: Source, { at, rule, text, fixes }: MessagePlace): ProtocolPlace {
  return {
    range: toRange(source, at),
    ...(rule !== undefined && { rule }),
    text,
    fixes: fixes.map(({ title, edits }) => ({ title, edits: toTextEdits(source, edits) })),
  };
}
