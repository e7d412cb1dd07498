/**
 * Whether the value of an item must not be shown in passing: certificates and tokens by kind, and vendors' own items by
 * what their names say. Every user of a call center can read the values through the settings call (reference, section
 * 3.4; inferred), which is no reason to put them on a screen that is being shared.
 */
export function isSecret(itemName: string, kind: string | undefined): boolean {
  if (kind === 'secret' || kind === 'certificate') return true;
  if (kind !== undefined && kind !== 'text') return false;
  return /token|password|passwd|secret|apikey|api_key|privatekey|credential/i.test(itemName);
}
