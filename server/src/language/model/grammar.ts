import type { NestingGrammar } from '../xml/tree.ts';

const roots = ['callCenter', 'CallCenter'];

/** Import form (reference, section 2.1). */
const importParents: readonly (readonly [string, readonly string[]])[] = [
  ['section', roots],
  ['item', ['section']],
];

/** Metadata form (reference, section 7.1). */
const metadataParents: readonly (readonly [string, readonly string[]])[] = [
  ['sections', roots],
  ['items', ['sections']],
  ['label', ['items', 'sections']],
  ['name', ['items', 'sections']],
  ['value', ['items']],
  ['adapterUrl', roots],
  ['customSettings', roots],
  ['displayName', roots],
  ['displayNameLabel', roots],
  ['internalNameLabel', roots],
  ['contactCenterChannels', roots],
  ['vendorCallCenterStatusMaps', roots],
  ['version', roots],
  ['fullName', roots],
  ['channel', ['contactCenterChannels']],
  ['contactCenter', ['contactCenterChannels']],
];

/**
 * What the parser may assume when it recovers a broken text. The children decide, as they do for the form: root and
 * file name often promise the other one (reference, section 1, step 1).
 */
export function grammarFor(text: string): NestingGrammar {
  const metadata = /<\/?(?:sections|items)[\s>]/.test(text) && !/<(?:section|item)\s+[a-zA-Z]+\s*=/.test(text);
  const parents = new Map<string, readonly string[]>(roots.map((root) => [root, []]));
  for (const [child, of] of metadata ? metadataParents : importParents) parents.set(child, of);
  return { parents, once: new Set(metadata ? ['label', 'name', 'value'] : []) };
}
