import type { NestingGrammar } from '../xml/tree.ts';

/**
 * Which element stands in which, for both forms at once: the parser uses it only to recover broken text, where it does
 * not yet know which form it reads (reference, sections 2.1 and 7.1).
 */
export function createGrammar(): NestingGrammar {
  const roots = ['callCenter', 'CallCenter'];
  const parents = new Map<string, readonly string[]>();
  for (const root of roots) parents.set(root, []);
  parents.set('section', roots);
  parents.set('item', ['section']);
  const topLevel = [
    ...['sections', 'adapterUrl', 'customSettings', 'displayName', 'displayNameLabel', 'internalNameLabel'],
    ...['contactCenterChannels', 'vendorCallCenterStatusMaps', 'version', 'fullName'],
  ];
  for (const name of topLevel) parents.set(name, roots);
  parents.set('items', ['sections']);
  parents.set('label', ['items', 'sections']);
  parents.set('name', ['items', 'sections']);
  parents.set('value', ['items']);
  for (const name of ['channel', 'contactCenter']) parents.set(name, ['contactCenterChannels']);
  return { parents };
}
