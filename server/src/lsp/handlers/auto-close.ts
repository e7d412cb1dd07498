import type { AutoCloseParams } from '../../protocol.ts';
import type { Handler } from '../answer.ts';
import { toOffset } from '../convert.ts';
import { openDocument } from '../session.ts';

export const autoClose: Handler<AutoCloseParams, string | null> = async (session, params, token) => {
  const open = await openDocument(session, params.uri, token);
  // A tag for a text that is no longer there would land in the middle of what was typed since.
  if (open?.source.version !== params.version) return null;
  return session.service.autoClose(open.source, toOffset(open.source, params.position)) ?? null;
};
