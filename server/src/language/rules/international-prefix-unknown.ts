import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { NumberingPlan } from '../dialing/plans.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inRoot } from './example-text.ts';
import { digitsOf, prefixesOf } from './prefixes.ts';

interface Data {
  readonly suggestion: string | undefined;
}

/** A code that so few countries have is rather a slip than meant, unless it goes with the trunk prefix. */
const few = 3;

export const internationalPrefixUnknown = defineRule<Data>({
  id: 'international-prefix-unknown',
  severity: 'information',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'The international prefix is no country’s code for calls abroad, such as 01 in place of 011.',
  docs: `## What it finds
An international prefix that leads abroad from no country, or only from one or two that do not have the long-distance prefix of the file. The value \`01\` of Salesforce's own sample, copied into nearly every file, is one: North America dials \`011\`, most of the world \`00\`.

## Why it matters
With \`01\` a dialler that adds prefixes turns \`+1 415 555 1212\` into \`01 1415…\`, which a North American network reads as \`011 41 5…\`: a call to Switzerland. It is information only, because many adapters never read the value.

## How to fix it
Write \`011\` in North America, \`00\` in most other countries, or leave the value empty when the adapter dials numbers with a plus sign. The codes come from the telephone metadata of libphonenumber.`,
  sources: [sources.SAMP, sources.TKSRC],
  examples: {
    bad: [
      inRoot(
        '<section sortOrder="0" name="reqDialingOptions" label="Dialing Options">',
        '  <item sortOrder="0" name="reqLongDistPrefix" label="Long Distance Prefix">1</item>',
        '  <item sortOrder="1" name="reqInternationalPrefix" label="International Prefix">«01»</item>',
        '</section>',
      ),
    ],
    good: [
      inRoot(
        '<section sortOrder="0" name="reqDialingOptions" label="Dialing Options">',
        '  <item sortOrder="0" name="reqLongDistPrefix" label="Long Distance Prefix">1</item>',
        '  <item sortOrder="1" name="reqInternationalPrefix" label="International Prefix">011</item>',
        '</section>',
      ),
    ],
  },
  check({ definition, plans }, report) {
    const prefixes = prefixesOf(definition);
    const code = digitsOf(prefixes?.international);
    if (!prefixes?.international || !/^[0-9]+$/.test(code)) return;
    const trunk = digitsOf(prefixes.longDistance);
    const having = plans().filter((plan) => plan.hasAccessCode(code));
    const fits = having.some((plan) => trunk === '' || plan.trunk === trunk);
    if (fits || having.length > few) return;
    const suggestion = suggestionFor(trunk, plans());
    const advice = suggestion
      ? l10n.t('With the long-distance prefix {0} it is {1}.', trunk, suggestion)
      : l10n.t('North America has 011, most of the world 00.');
    report({
      at: prefixes.international.value.span,
      message: l10n.t(
        '“{0}” leads abroad from no country that fits: a dialler that adds it reaches a wrong number. {1}',
        code,
        advice,
      ),
      data: { suggestion },
    });
  },
  fix({ at, data }) {
    return data?.suggestion
      ? [
          {
            title: l10n.t('Change it to {0}', data.suggestion),
            preferred: false,
            edits: [replaceSpan(at, data.suggestion)],
          },
        ]
      : [];
  },
});

/** The code that most countries with this trunk prefix have. */
function suggestionFor(trunk: string, all: readonly NumberingPlan[]): string | undefined {
  if (trunk === '') return undefined;
  const plans = all.filter((plan) => plan.trunk === trunk);
  return ['00', '011', '810']
    .map((code) => ({ code, count: plans.filter((plan) => plan.hasAccessCode(code)).length }))
    .sort((a, b) => b.count - a.count)
    .find(({ count }) => count > 0)?.code;
}
