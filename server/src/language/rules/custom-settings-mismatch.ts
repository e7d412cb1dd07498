import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { setValue } from '../custom-settings/edits.ts';
import {
  type CustomSettings,
  customSettingsOf,
  type Entry,
  entryOfKey,
  placeOf,
  textOf,
} from '../custom-settings/read.ts';
import type { Item } from '../model/definition.ts';
import { isXmlCharacter } from '../xml/references.ts';
import { defineRule, type Fix } from './define-rule.ts';
import { replaceField } from './edits.ts';
import { component, items, sections } from './example-metadata.ts';

interface Data {
  readonly settings: CustomSettings;
  readonly entry: Entry;
  readonly item: Item;
}

const both = (json: string, name: string, value: string) =>
  component(`<customSettings>${json}</customSettings>`, sections('reqGeneralInfo', ...items(name, value)));

export const customSettingsMismatch = defineRule<Data>({
  id: 'custom-settings-mismatch',
  severity: 'warning',
  tier: 'advice',
  forms: ['metadata'],
  summary: 'customSettings and the item of the same name hold different values.',
  docs: `## What it finds
A key of \`customSettings\` whose value differs from that of the item with this name in \`reqGeneralInfo\`. Blanks around them do not count.

## Why it matters
A retrieve writes these settings twice, and they are stored separately, so they can drift apart. Which of the two the platform uses is not documented. Salesforce's own demo adapter has an example: its items name the standby page \`demoAdapterPage\`, its JSON still \`demoAdapterPage2\`, a page that does not exist, and users went on reporting it after the items were mended.

## How to fix it
Take the value of the item or that of \`customSettings\`, whichever is right, for both.`,
  sources: [sources.DEMOAD, sources.META],
  examples: {
    bad: [
      both('{&quot;reqStandbyUrl&quot;:«&quot;/apex/Old&quot;»}', 'reqStandbyUrl', '/apex/Phone'),
      both('{"reqTimeout":«"5000"»}', 'reqTimeout', '10000'),
      component(
        '<customSettings>{"reqTimeout":«"5000"»}</customSettings>',
        sections('reqGeneralInfo', '<items><label>Timeout</label><name>reqTimeout</name><value/></items>'),
      ),
    ],
    good: [
      both('{&quot;reqStandbyUrl&quot;:&quot;/apex/Phone&quot;}', 'reqStandbyUrl', '/apex/Phone'),
      both('{"reqUseApi":"true"}', 'reqTimeout', '5000'),
    ],
  },
  check({ source, definition }, report) {
    const settings = customSettingsOf(source);
    if (!settings || settings.errors.length > 0) return;
    const general = definition.sections.find(({ name }) => name?.text === 'reqGeneralInfo');
    const items = new Map<string, Item>();
    for (const item of general?.items ?? []) {
      if (item.name && item.valueIsPlain && !items.has(item.name.text)) items.set(item.name.text, item);
    }
    for (const entry of settings.entries) {
      const { key, value } = entry;
      const written = textOf(entry);
      const item = items.get(key);
      if (!value || written === undefined || !item || entryOfKey(settings, key) !== entry) continue;
      if (written.trim() === item.value.text.trim()) continue;
      report({
        at: placeOf(settings, value),
        message: l10n.t(
          '{0} is “{1}” in customSettings and “{2}” in its item. Which of the two the platform uses is not documented: make them equal.',
          key,
          written.trim(),
          item.value.text.trim(),
        ),
        related: [{ at: (item.value.element ?? item.element).span, message: l10n.t('The item is here.') }],
        data: { settings, entry, item },
      });
    }
  },
  offersOnly: true,
  fix({ data }) {
    if (!data?.entry.value) return [];
    const { settings, entry, item } = data;
    const written = textOf(entry)?.trim() ?? '';
    // Which one is right, only the author knows.
    const fixes: Fix[] = [
      {
        title: l10n.t('Take the value of the item'),
        preferred: false,
        edits: setValue(settings, data.entry.value, item.value.text.trim()),
      },
    ];
    const writable = [...written].every((character) => isXmlCharacter(character.codePointAt(0) ?? 0));
    if (item.value.element && writable) {
      fixes.push({
        title: l10n.t('Take the value of customSettings'),
        preferred: false,
        edits: [replaceField(item.value, written)],
      });
    }
    return fixes;
  },
});
