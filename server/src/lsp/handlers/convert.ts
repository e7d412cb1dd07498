import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { type ConvertAnswer, type ConvertParams, formsToConvertTo } from '../../protocol.ts';
import type { Handler } from '../answer.ts';
import { toRange } from '../convert.ts';
import { openDocument } from '../session.ts';

/** @throws ResponseError `InvalidParams` for a form that does not exist. */
export const convert: Handler<ConvertParams, ConvertAnswer | null> = async (session, params, token) => {
  const to = formsToConvertTo.find((form) => form === params.to);
  if (!to) throw new ResponseError(ErrorCodes.InvalidParams, `to must be one of ${formsToConvertTo.join(', ')}`);
  const open = await openDocument(session, params.uri, token);
  if (!open) return null;
  const { source, options } = open;
  const result = session.service.convert(source, to, options);
  if (result.kind === 'refused') {
    return { kind: 'refused', reason: result.reason, range: toRange(source, result.at) };
  }
  const { text, fileName } = result;
  const losses = result.losses.map(({ code, at, message }) => ({ code, range: toRange(source, at), message }));
  return { kind: 'converted', text, fileName, losses };
};
