import type { Session } from './session.ts';

/**
 * The metadata form of the call center that an import definition describes, as far as the workspace is read: where it was
 * retrieved it says what the org has. A URI.
 */
export function twinOf({ definitions }: Session, uri: string): string | undefined {
  const known = definitions.known();
  const own = known.find((definition) => definition.uri === uri);
  if (own?.body !== 'import') return undefined;
  return known.find(({ internalName, body }) => body === 'metadata' && internalName === own.internalName)?.uri;
}
