import { itemsInCustomSettings } from '../catalog/custom-settings.ts';
import { readCustomSettings } from '../convert/custom-settings.ts';
import type { Definition } from '../model/definition.ts';

/**
 * What a metadata body says of items outside its sections, by their names (reference, section 7.2): the address in
 * `adapterUrl`, the keys of `customSettings`, and the two names, which are elements of the root. Nothing for other bodies.
 */
export function saidElsewhere({ source, body, metadata }: Definition): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  if (body !== 'metadata') return said;
  // That one of the elements is missing has a rule of its own.
  said.set('reqInternalName', metadata?.fullName?.text ?? '');
  said.set('reqDisplayName', metadata?.displayName?.text ?? '');
  if (metadata?.adapterUrl) said.set('reqAdapterUrl', metadata.adapterUrl.text);
  const settings = readCustomSettings(source);
  if (settings.kind === 'read') for (const { key, value } of settings.settings) said.set(key, value);
  // What cannot be read may say any of it: the mistake in it has a rule of its own, and nothing follows from it.
  else for (const key of itemsInCustomSettings) said.set(key, '');
  return said;
}
