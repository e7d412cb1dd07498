import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inRoot } from './example-text.ts';

interface Data {
  readonly stripped: string;
}

export const dialPrefixCharacters = defineRule<Data>({
  id: 'dial-prefix-characters',
  severity: 'warning',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'A dialing prefix consists of digits, in a PBX also of * and #.',
  docs: `## What it finds
A dialing prefix with anything but digits, \`*\` and \`#\`: blanks, hyphens, brackets, letters. In the Voice section \`reqHvcc\` a plus sign may stand before the digits.

## Why it matters
The prefix is put before the digits of a number as it is, or, by the CTI Toolkit, reduced to digits. Other characters are at best without effect. That only digits are right is inferred; no page says so.

## How to fix it
Write the digits alone.`,
  sources: [sources.TKSRC],
  examples: {
    bad: [
      inRoot(
        '<section sortOrder="0" name="reqDialingOptions" label="Dialing Options">',
        '  <item sortOrder="0" name="reqOutsidePrefix" label="Outside Prefix">«9-»</item>',
        '</section>',
      ),
    ],
    good: [
      inRoot(
        '<section sortOrder="0" name="reqDialingOptions" label="Dialing Options">',
        '  <item sortOrder="0" name="reqOutsidePrefix" label="Outside Prefix">*9</item>',
        '</section>',
      ),
    ],
  },
  check({ values }, report) {
    for (const { item, entry } of values.ofCatalog()) {
      if (entry.value.kind !== 'dialPrefix' || !item.valueIsPlain) continue;
      const value = item.value.text.trim();
      // A plus sign is another matter: see dial-prefix-plus.
      if (/^\+?[0-9*#]*$/.test(value)) continue;
      const plus = entry.value.allowPlus && value.startsWith('+') ? '+' : '';
      const stripped = plus + value.replace(/[^0-9*#]/g, '');
      report({
        at: item.value.span,
        message: l10n.t(
          '“{0}” is not a dialing prefix: digits are expected, and * or # where a PBX needs them. Anything else has no effect at best.',
          value,
        ),
        data: { stripped },
      });
    }
  },
  fix({ at, data }) {
    // Words (a placeholder, a note) hold no digits to keep.
    if (!data || !/[0-9*#]/.test(data.stripped)) return [];
    return [
      { title: l10n.t('Change it to {0}', data.stripped), preferred: true, edits: [replaceSpan(at, data.stripped)] },
    ];
  },
});
