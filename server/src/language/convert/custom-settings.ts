import * as l10n from '@vscode/l10n';
import type { Catalog, Flavour } from '../catalog/types.ts';
import { customSettingsOf, entryOfKey, isBlank, placeOf, spanOfNode } from '../custom-settings/read.ts';
import { placeOfError } from '../custom-settings/repair.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';

export interface Setting {
  readonly key: string;
  /** As text; what is no string in the JSON, in its JSON form. */
  readonly value: string;
  /** Key and value. */
  readonly at: Span;
}

export type CustomSettings =
  | { readonly kind: 'read'; readonly settings: readonly Setting[] }
  | { readonly kind: 'broken'; readonly reason: string; readonly at: Span };

/** The keys and values of `customSettings`, a JSON object of strings (reference, section 7.1); none where it is empty. */
export function readCustomSettings(source: Source): CustomSettings {
  const settings = customSettingsOf(source);
  if (!settings || isBlank(settings)) return { kind: 'read', settings: [] };
  const { text, errors, root, entries } = settings;
  const [error] = errors;
  if (error) {
    return {
      kind: 'broken',
      at: text.rawSpan(placeOfError(text.text, error)),
      reason: l10n.t('customSettings is not JSON, so its values cannot be read. Mend it first.'),
    };
  }
  if (root?.type !== 'object') {
    return {
      kind: 'broken',
      at: settings.element.content,
      reason: l10n.t('customSettings is not a JSON object of keys and values. Mend it first.'),
    };
  }
  return {
    kind: 'read',
    settings: entries.flatMap((entry) => {
      const { key, property, value } = entry;
      if (!value || entryOfKey(settings, key) !== entry) return [];
      const { start, end } = spanOfNode(value);
      const plain = value.type === 'string' ? String(value.value) : text.text.slice(start, end);
      return [{ key, value: plain, at: placeOf(settings, property) }];
    }),
  };
}

/**
 * The JSON of the items of `reqGeneralInfo` that Salesforce keeps there, too; for Salesforce Voice with the key without
 * which a deployment fails (`added`; reference, section 7.6).
 */
export function writeCustomSettings(
  items: readonly { readonly name: string; readonly value: string }[],
  flavour: Flavour,
  catalog: Catalog,
): { readonly json: string | undefined; readonly added: boolean } {
  const settings = items
    .filter(({ name, value }) => catalog.itemsInCustomSettings.includes(name) && value !== '')
    .map(({ name, value }) => [name, value] as const);
  // Files of Amazon Connect that were retrieved from orgs do without it.
  const added = flavour === 'partnerTelephony';
  const all = [...settings, ...(added ? [['reqCallCenterType', 'SCVBYOT'] as const] : [])];
  return { json: all.length > 0 ? JSON.stringify(Object.fromEntries(all)) : undefined, added };
}
