import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inRoot } from './example-text.ts';
import { digitsOf, prefixesOf } from './prefixes.ts';

/** Codes of fewer countries are judged by international-prefix-unknown. */
const few = 3;

export const dialPrefixMixed = defineRule({
  id: 'dial-prefix-mixed',
  severity: 'information',
  tier: 'advice',
  forms: ['import', 'metadata'],
  summary: 'No country has this long-distance prefix together with this international prefix.',
  docs: `## What it finds
A long-distance prefix and an international prefix that no one country has together, for example \`1\` of North America with \`00\` of Europe.

## Why it matters
One of the two was probably copied. A dialler that adds prefixes then dials wrong numbers, either at home or abroad. Telephone systems may expect digits of their own, so this is information only.

## How to fix it
Use the pair of one country: \`1\` and \`011\` in North America, \`0\` and \`00\` in most of Europe. The pairs come from the telephone metadata of libphonenumber, which has the present ones only: \`8\` and \`00\` were those of Lithuania, for example.`,
  sources: [sources.TKSRC, sources.HS],
  examples: {
    bad: [
      inRoot(
        '<section sortOrder="0" name="reqDialingOptions" label="Dialing Options">',
        '  <item sortOrder="0" name="reqLongDistPrefix" label="Long Distance Prefix">1</item>',
        '  <item sortOrder="1" name="reqInternationalPrefix" label="International Prefix">«00»</item>',
        '</section>',
      ),
    ],
    good: [
      inRoot(
        '<section sortOrder="0" name="reqDialingOptions" label="Dialing Options">',
        '  <item sortOrder="0" name="reqLongDistPrefix" label="Long Distance Prefix">0</item>',
        '  <item sortOrder="1" name="reqInternationalPrefix" label="International Prefix">00</item>',
        '</section>',
      ),
    ],
  },
  check({ definition, plans }, report) {
    const prefixes = prefixesOf(definition);
    const code = digitsOf(prefixes?.international);
    const trunk = digitsOf(prefixes?.longDistance);
    if (!prefixes?.international || !/^[0-9]+$/.test(code) || !/^[0-9]+$/.test(trunk)) return;
    const having = plans().filter((plan) => plan.hasAccessCode(code));
    if (having.length <= few || having.some((plan) => plan.trunk === trunk)) return;
    report({
      at: prefixes.international.value.span,
      message: l10n.t(
        'No numbering plan known here has {0} before long-distance numbers and {1} before international ones. One of the two was probably copied from elsewhere; then a dialler that adds both reaches wrong numbers.',
        trunk,
        code,
      ),
    });
  },
});
