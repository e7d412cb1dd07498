import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inRoot } from './example-text.ts';

interface Data {
  readonly replacement: string;
}

export const dialPrefixPlus = defineRule<Data>({
  id: 'dial-prefix-plus',
  severity: 'warning',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'A plus sign stands where a trunk digit belongs, or is missing where a country code does.',
  docs: `## What it finds
A plus sign in a prefix of \`reqDialingOptions\`, or digits without one in the \`reqLongDistPrefix\` of \`reqHvcc\`.

## Why it matters
The two items have one name and two meanings. In \`reqDialingOptions\` it is what precedes a domestic long-distance number, such as \`1\` or \`0\`. In \`reqHvcc\` it is the country code that the Omni-Channel softphone uses for outbound calls, such as \`+1\`; the samples write it with a plus sign. The value is probably the one for the other kind of call center.

## How to fix it
Take the plus sign away, or add it.`,
  sources: [sources.SAMP, sources.PT],
  examples: {
    bad: [
      inRoot(
        '<section sortOrder="0" name="reqDialingOptions" label="Dialing Options">',
        '  <item sortOrder="0" name="reqLongDistPrefix" label="Long Distance Prefix">«+1»</item>',
        '</section>',
      ),
      inRoot(
        '<section sortOrder="0" name="reqHvcc" label="SCV Settings">',
        '  <item sortOrder="0" name="reqLongDistPrefix" label="Long Distance Prefix">«1»</item>',
        '</section>',
      ),
    ],
    good: [
      inRoot(
        '<section sortOrder="0" name="reqHvcc" label="SCV Settings">',
        '  <item sortOrder="0" name="reqLongDistPrefix" label="Long Distance Prefix">+1</item>',
        '</section>',
      ),
    ],
  },
  check({ values }, report) {
    for (const { item, entry } of values.ofCatalog()) {
      if (entry.value.kind !== 'dialPrefix' || !item.valueIsPlain) continue;
      const value = item.value.text.trim();
      if (!entry.value.allowPlus && /^\+[0-9]*$/.test(value)) {
        report({
          at: item.value.span,
          message: l10n.t(
            '{0} in reqDialingOptions holds digits to dial, and “{1}” has a plus sign: that is how reqHvcc writes a country code for Voice.',
            entry.name,
            value,
          ),
          data: { replacement: value.slice(1) },
        });
      } else if (entry.value.allowPlus && /^[0-9]+$/.test(value)) {
        report({
          at: item.value.span,
          message: l10n.t(
            '{0} in reqHvcc is the country code for outbound calls, which the samples write with a plus sign: +{1}. Without it the value looks like the trunk digit of another kind of call center.',
            entry.name,
            value,
          ),
          data: { replacement: `+${value}` },
        });
      }
    }
  },
  fix({ at, data }) {
    return data
      ? [
          {
            title: l10n.t('Change it to {0}', data.replacement === '' ? '""' : data.replacement),
            preferred: false,
            edits: [replaceSpan(at, data.replacement)],
          },
        ]
      : [];
  },
});
