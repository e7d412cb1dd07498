import * as l10n from '@vscode/l10n';
import type { Catalog, Flavour, ItemEntry, Requiredness } from '../catalog/types.ts';
import type { Interface } from '../model/flavour.ts';
import { isSecret } from '../model/secrets.ts';
import type { PreviewControl, PreviewNeed } from './preview.ts';

/**
 * What suits the value of an item.
 *
 * @param entry undefined for an item of one's own: nobody knows what it takes
 * @param ui bounds hold in Lightning Experience only (definition-format reference, section 3.1)
 */
export function controlFor(name: string, entry: ItemEntry | undefined, value: string, ui: Interface): PreviewControl {
  const kind = entry?.value;
  if (isSecret(name, kind?.kind)) return { kind: 'secret', lines: kind?.kind === 'certificate' };
  switch (kind?.kind) {
    case 'boolean':
      return { kind: 'toggle', on: 'true', off: 'false' };
    case 'enum':
      return { kind: 'choice', options: kind.values.map((one) => ({ ...one, summary: l10n.t(one.summary) })) };
    case 'pixels':
      return { kind: 'number', unit: 'px', ...(ui !== 'classic' && { min: kind.min, max: kind.max }) };
    case 'milliseconds':
      return { kind: 'number', unit: 'ms', min: 0 };
    case 'integer':
      return { kind: 'number' };
    case 'url':
      return { kind: 'url' };
    case 'internalName':
      return { kind: 'text', maxLength: kind.maxLength };
    default:
      if (value.includes('\n')) return { kind: 'lines' };
      return {
        kind: 'text',
        ...(kind?.kind === 'text' && kind.maxLength !== undefined && { maxLength: kind.maxLength }),
      };
  }
}

/** What an entry is to a flavour. What the catalog knows and the flavour does not use is optional: it does no harm. */
export function needOf(
  entry: { readonly flavours: Readonly<Record<Flavour, Requiredness>> } | undefined,
  flavour: Flavour,
): PreviewNeed {
  if (!entry) return 'custom';
  return entry.flavours[flavour] === 'required' ? 'required' : 'optional';
}

/** What an entry is for, in one plain sentence: the catalog writes names as Markdown has them. */
export function summaryOf({ summary }: { readonly summary: string }): string {
  return l10n.t(summary).replaceAll('`', '');
}

/** What the catalog knows of an element of the metadata root, or of a key of `customSettings`. */
export function entryBeside(catalog: Catalog, name: string): ItemEntry | undefined {
  const item = itemNames.get(name) ?? name;
  return (
    catalog.item('reqGeneralInfo', item) ?? catalog.customSettingsKeys.find((candidate) => candidate.name === name)
  );
}

/** Which item of the import form an element of the metadata root is (reference, section 7.2). */
const itemNames: ReadonlyMap<string, string> = new Map([
  ['fullName', 'reqInternalName'],
  ['displayName', 'reqDisplayName'],
  ['adapterUrl', 'reqAdapterUrl'],
]);
