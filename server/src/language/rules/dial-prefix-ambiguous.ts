import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inRoot } from './example-text.ts';
import { digitsOf, prefixesOf } from './prefixes.ts';

export const dialPrefixAmbiguous = defineRule({
  id: 'dial-prefix-ambiguous',
  severity: 'hint',
  tier: 'advice',
  forms: ['import', 'metadata'],
  summary: 'The outside prefix cannot be told from the start of a number that has it already.',
  docs: `## What it finds
An outside prefix with which the long-distance or the international prefix begins, or the other way round, for example \`0\` and \`0\`, or \`0\` and \`00\`.

## Why it matters
A dialler that adds prefixes as the CTI Toolkit did cannot see whether a number has its outside prefix already: \`00301234567\` becomes \`000301234567\`. In many countries the prefixes are what they are, so this is a remark only. Adapters that leave the prefixes alone are not concerned.

## How to fix it
If the adapter applies the prefixes, let people dial numbers with a plus sign, or choose another digit for the outside line in the telephone system.`,
  sources: [sources.TKSRC],
  examples: {
    bad: [
      inRoot(
        '<section sortOrder="0" name="reqDialingOptions" label="Dialing Options">',
        '  <item sortOrder="0" name="reqOutsidePrefix" label="Outside Prefix">«0»</item>',
        '  <item sortOrder="1" name="reqLongDistPrefix" label="Long Distance Prefix">0</item>',
        '</section>',
      ),
    ],
    good: [
      inRoot(
        '<section sortOrder="0" name="reqDialingOptions" label="Dialing Options">',
        '  <item sortOrder="0" name="reqOutsidePrefix" label="Outside Prefix">9</item>',
        '  <item sortOrder="1" name="reqLongDistPrefix" label="Long Distance Prefix">1</item>',
        '</section>',
      ),
    ],
  },
  check({ definition }, report) {
    const prefixes = prefixesOf(definition);
    const outside = digitsOf(prefixes?.outside);
    if (!prefixes?.outside || outside === '') return;
    for (const other of [prefixes.longDistance, prefixes.international]) {
      const digits = digitsOf(other);
      if (!other || digits === '' || !(digits.startsWith(outside) || outside.startsWith(digits))) continue;
      report({
        at: prefixes.outside.value.span,
        message: l10n.t(
          'The outside prefix {0} cannot be told from {1} {2}: a dialler that adds prefixes cannot see whether a number has them already, and may add one twice.',
          outside,
          other.name?.text ?? '',
          digits,
        ),
        related: [{ at: other.value.span, message: l10n.t('The other prefix is here.') }],
      });
      return;
    }
  },
});
