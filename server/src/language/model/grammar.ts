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

/** The invented form (reference, section 1, step 5): nothing accepts it, but it deserves a tree to be converted from. */
const inventedParents: readonly (readonly [string, readonly string[]])[] = [
  'InternalName',
  'DisplayName',
  'AdapterUrl',
  'CTIVersion',
  'UseApi',
  'SoftphoneHeight',
  'SoftphoneWidth',
  'Description',
  'Version',
].map((name) => [name, roots] as const);

/**
 * What the parser may assume when it recovers a broken text. The children decide, as they do for the form: root and
 * file name often promise the other one (reference, section 1, step 1).
 */
export function grammarFor(text: string): NestingGrammar {
  const rows = rowsFor(text);
  const parents = new Map<string, readonly string[]>(roots.map((root) => [root, []]));
  for (const [child, of] of rows) parents.set(child, of);
  return { parents, once: new Set(rows === metadataParents ? ['label', 'name', 'value'] : []) };
}

function rowsFor(text: string): readonly (readonly [string, readonly string[]])[] {
  if (/<(?:section|item)\s+[a-zA-Z]+\s*=/.test(text)) return importParents;
  if (/<\/?(?:sections|items)[\s>]/.test(text)) return metadataParents;
  return /<\/?(?:InternalName|DisplayName|AdapterUrl)[\s>]/.test(text) ? inventedParents : importParents;
}
