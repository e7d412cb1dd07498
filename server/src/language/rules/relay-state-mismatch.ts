import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inVoice, item } from './example-text.ts';
import { type FilledValue, replaceValue } from './values.ts';

interface Data {
  readonly one: FilledValue;
  readonly other: FilledValue;
}

const first = item(0, 'reqRelayState', 'https://connect.acme.test/a');

export const relayStateMismatch = defineRule<Data>({
  id: 'relay-state-mismatch',
  severity: 'information',
  tier: 'contradicted',
  forms: ['import', 'metadata'],
  summary: 'The two relay states of an Amazon Connect definition differ.',
  docs: `## What it finds
\`reqSettingsRelayState\` with another value than \`reqRelayState\`. Empty values and placeholders are left alone.

## Why it matters
Salesforce's list of attributes gives both the same value: the address to which single sign-on leads. Where they differ, one of them is probably left over from another instance. It is information only, because the two differ in early samples of Salesforce itself.

## How to fix it
Find out which address is that of the instance, and copy it to the other item.`,
  sources: [sources.EX_README, sources.EX_AMAZON],
  examples: {
    bad: [
      inVoice(
        first,
        '<item sortOrder="1" name="reqSettingsRelayState" label="Settings Relay State">«https://connect.acme.test/b»</item>',
      ),
    ],
    good: [
      inVoice(first, item(1, 'reqSettingsRelayState', 'https://connect.acme.test/a')),
      inVoice(first, item(1, 'reqSettingsRelayState', '')),
    ],
  },
  check(context, report) {
    const values = context.values.filled().filter(({ entry }) => entry?.value.kind === 'url');
    for (const one of values) {
      const { entry, item: holder, text, at } = one;
      const other = values.find(
        (candidate) => candidate.name === entry?.sameValueAs && candidate.item.section === holder.section,
      );
      if (!entry || !other || other.text === text) continue;
      if (one.placeholders.length > 0 || other.placeholders.length > 0) continue;
      report({
        at,
        message: l10n.t(
          '{0} and {1} differ, though both are expected to hold the same address: single sign-on may lead to another instance.',
          entry.name,
          other.name,
        ),
        data: { one, other },
        related: [{ at: other.at, message: l10n.t('The value of {0}.', other.name) }],
      });
    }
  },
  fix({ data }) {
    if (!data) return [];
    const { one, other } = data;
    return [
      {
        title: l10n.t('Copy the value of {0}', other.name),
        preferred: false,
        edits: [replaceValue(one.at, other.text)],
      },
      {
        title: l10n.t('Copy the value to {0}', other.name),
        preferred: false,
        edits: [replaceValue(other.at, one.text)],
      },
    ];
  },
});
