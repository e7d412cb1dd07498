import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Catalog } from '../catalog/types.ts';
import { setKey } from '../custom-settings/edits.ts';
import { knownSettings } from '../custom-settings/known.ts';
import { type CustomSettings, customSettingsOf, type Entry, placeOf } from '../custom-settings/read.ts';
import { nearest } from '../text/near.ts';
import { defineRule } from './define-rule.ts';
import { component } from './example-metadata.ts';

interface Data {
  readonly settings: CustomSettings;
  readonly entry: Entry;
  readonly meant: string;
}

const settings = (json: string) => component(`<customSettings>${json}</customSettings>`);

export const customSettingsUnknownKey = defineRule<Data>({
  id: 'custom-settings-unknown-key',
  severity: 'information',
  tier: 'advice',
  forms: ['metadata'],
  onBrokenText: 'certain',
  summary: 'A key of customSettings is none that is known.',
  docs: `## What it finds
A key in the JSON of \`customSettings\` that neither Salesforce's guides nor published files have there. A key that differs from a known one by a letter or two is a warning.

## Why it matters
Salesforce documents only a few of the keys, so one that is unknown here may be right all the same. A misspelt one is not: the setting is then as good as missing. \`reqAdapterUrl\` is no key of the JSON: the address stands in \`adapterUrl\` and in the item.

## How to fix it
Take the known spelling where a slip is likely. If the key is right, switch the rule off for it.`,
  sources: [sources.PT_GUIDE, sources.DEMOAD, sources.EX_2021],
  examples: {
    bad: [
      settings('{«&quot;reqSalesforceCompatabilityMode&quot;»:&quot;Lightning&quot;}'),
      settings('{"reqUseApi":"true",«"reqAdapterUrl"»:"/apex/Phone"}'),
      settings('{«"acmeRegion"»:"eu"}'),
    ],
    good: [settings('{"reqCallCenterType":"SCVBYOT","messageBridgeComponentFqn":"c:bridge","reqUseApi":"true"}')],
  },
  check({ source, catalog }, report) {
    const found = customSettingsOf(source);
    if (!found || found.errors.length > 0) return;
    const known = knownSettings(catalog).map(({ name }) => name);
    for (const entry of found.entries) {
      if (known.includes(entry.key)) continue;
      const meant = meantKey(entry.key, found, catalog);
      report({
        at: placeOf(found, entry.keyNode),
        ...(meant !== undefined && { severity: 'warning' as const }),
        message: messageFor(entry.key, meant, catalog),
        ...(meant !== undefined && { data: { settings: found, entry, meant } }),
      });
    }
  },
  fix({ data }) {
    if (!data) return [];
    const { settings: found, entry, meant } = data;
    return [{ title: l10n.t('Change it to {0}', meant), preferred: true, edits: setKey(found, entry, meant) }];
  },
});

function messageFor(key: string, meant: string | undefined, catalog: Catalog): string {
  if (meant !== undefined) {
    return l10n.t(
      '“{0}” looks like a slip for “{1}”. As it stands, the setting {1} is missing from customSettings.',
      key,
      meant,
    );
  }
  if (catalog.itemsNamed(key).length > 0) {
    return l10n.t(
      '{0} is an item of a section; in customSettings Salesforce does not repeat it. Probably nothing reads it here.',
      key,
    );
  }
  return l10n.t(
    '“{0}” is no key of customSettings that is known; known are {1}. Not all keys are documented, so it may be right.',
    key,
    knownSettings(catalog)
      .map(({ name }) => name)
      .join(', '),
  );
}

/** The known key that was probably meant, among those that are not there. */
function meantKey(key: string, { byKey }: CustomSettings, catalog: Catalog): string | undefined {
  if (catalog.itemsNamed(key).length > 0) return undefined;
  const free = knownSettings(catalog).filter(({ name }) => !byKey.has(name));
  const published = free.find(({ misspellings }) => misspellings.includes(key));
  return (
    published?.name ??
    nearest(
      key,
      free.map(({ name }) => name),
    )
  );
}
