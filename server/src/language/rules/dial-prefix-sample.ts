import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inRoot } from './example-text.ts';
import { digitsOf, prefixesOf } from './prefixes.ts';

export const dialPrefixSample = defineRule({
  id: 'dial-prefix-sample',
  severity: 'hint',
  tier: 'advice',
  forms: ['import', 'metadata'],
  summary: 'The dialing prefixes are those of Salesforce’s sample.',
  docs: `## What it finds
The prefixes \`9\`, \`1\` and \`01\`, exactly as in Salesforce's sample.

## Why it matters
They stand in half of all published files, whatever the country. \`9\` and \`1\` fit some sites in North America; \`01\` fits nobody.

## How to fix it
Put in what your telephone system needs, or leave the values empty when the adapter dials numbers as they are.`,
  sources: [sources.SAMP],
  examples: {
    bad: [
      inRoot(
        '<section sortOrder="0" name="reqDialingOptions" label="Dialing Options">',
        '  <item sortOrder="0" name="reqOutsidePrefix" label="Outside Prefix">«9»</item>',
        '  <item sortOrder="1" name="reqLongDistPrefix" label="Long Distance Prefix">1</item>',
        '  <item sortOrder="2" name="reqInternationalPrefix" label="International Prefix">01</item>',
        '</section>',
      ),
    ],
    good: [
      inRoot(
        '<section sortOrder="0" name="reqDialingOptions" label="Dialing Options">',
        '  <item sortOrder="0" name="reqOutsidePrefix" label="Outside Prefix">9</item>',
        '  <item sortOrder="1" name="reqLongDistPrefix" label="Long Distance Prefix">1</item>',
        '  <item sortOrder="2" name="reqInternationalPrefix" label="International Prefix">011</item>',
        '</section>',
      ),
    ],
  },
  check({ definition, catalog }, report) {
    const prefixes = prefixesOf(definition);
    const { outside, longDistance, international } = prefixes ?? {};
    if (!outside || !longDistance || !international) return;
    const sample = (name: string) => catalog.item('reqDialingOptions', name)?.sampleValue;
    const copied = [outside, longDistance, international].every(
      (item) => digitsOf(item) === sample(item.name?.text ?? ''),
    );
    if (!copied) return;
    report({
      at: outside.value.span,
      message: l10n.t(
        'The prefixes 9, 1 and 01 are those of Salesforce’s sample. Put in what your telephone system needs, or leave them empty.',
      ),
    });
  },
});
