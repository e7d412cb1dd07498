import { type FilePlace, keyPlaces, namesOf, type RunTimeKey, type Source, searchCode } from '../language/index.ts';
import type { Session } from './session.ts';
import { definitionsOfSameCenter } from './workspace-sources.ts';

export interface KeyPlaces {
  /** In the definitions of the call center: the one that was asked, and its other form. */
  readonly definitions: readonly FilePlace[];
  /** In code: whether it reads this call center or another one with the same key, only a person knows. */
  readonly code: readonly FilePlace[];
}

/** Everything in the workspace that has a run-time key. */
export async function placesOfKey(
  session: Session,
  source: Source,
  key: RunTimeKey,
  cancelled: () => boolean,
): Promise<KeyPlaces> {
  await session.definitions.all();
  const sources = await definitionsOfSameCenter(session, source);
  const code = session.files ? await searchCode(session.files, (text) => keyPlaces(text, key), cancelled) : [];
  return { definitions: sources.flatMap((one) => namesOf(one, key).map((at) => ({ source: one, at }))), code };
}
