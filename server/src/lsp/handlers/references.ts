import type { Location, ReferenceParams } from 'vscode-languageserver';
import type { Handler } from '../answer.ts';
import { toOffset, toRange } from '../convert.ts';
import { placesOfKey } from '../key-places.ts';
import { openDocument } from '../session.ts';

/** Where a section or item is written and read: its definitions, and its run-time key in the code of the workspace. */
export const references: Handler<ReferenceParams, Location[] | null> = async (session, params, token) => {
  const open = await openDocument(session, params.textDocument.uri, token);
  const found = open && session.service.keyAt(open.source, toOffset(open.source, params.position));
  if (!open || !found) return null;
  const { definitions, code } = await placesOfKey(session, open.source, found.key, () => token.isCancellationRequested);
  const own = ({ source, at }: (typeof definitions)[number]) => source === open.source && at.start === found.at.start;
  const written = params.context.includeDeclaration ? definitions : definitions.filter((place) => !own(place));
  return [...written, ...code].map(({ source, at }) => ({ uri: source.uri, range: toRange(source, at) }));
};
