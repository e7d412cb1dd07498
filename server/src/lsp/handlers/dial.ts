import type { DialAnswer, DialParams } from '../../protocol/preview.ts';
import type { Handler } from '../answer.ts';
import { openDocument } from '../session.ts';

/** What becomes of numbers with the prefixes that a definition sets. */
export const dial: Handler<DialParams, DialAnswer | null> = async (session, params, token) => {
  const open = await openDocument(session, params.uri, token);
  if (!open) return null;
  const { source, options } = open;
  const { service } = session;
  const { numbers, country } = params;
  const dialing = service.dialing(source, numbers, country === undefined ? {} : { country });
  if (!dialing) return null;
  const where = country ?? dialing.country;
  const preset = where === undefined ? undefined : service.dialingPreset(where, dialing.prefixes);
  const unused = service.prefixesUnused(source, options);
  return {
    version: source.version,
    dialing,
    countries: service.dialingCountries(),
    ...(unused !== undefined && { unused }),
    ...(preset && { preset }),
  };
};
