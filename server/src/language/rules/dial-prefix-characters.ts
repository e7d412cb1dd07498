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
  severity: 'information',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'A dialing prefix consists of digits, in a PBX also of * and #.',
  docs: `## What it finds
A dialing prefix with anything but digits, \`*\` and \`#\`: blanks, hyphens, brackets, letters. In the Voice section \`reqHvcc\` a plus sign may stand before the digits. Placeholders are left alone.

## Why it matters
A dialler that uses the prefix puts it before the digits of a number, and what a telephone system makes of another character is not documented. Some take a comma or a \`w\` for a pause, so it may be meant. That only digits are right is inferred; no page says so.

## How to fix it
Write the digits alone, unless your telephony is known to understand the rest.`,
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
    for (const { kind, text: value, at } of values.ofKind('dialPrefix')) {
      // A plus sign is another matter: see dial-prefix-plus.
      if (/^\+?[0-9*#]*$/.test(value)) continue;
      const plus = kind.allowPlus && value.startsWith('+') ? '+' : '';
      const stripped = plus + value.replace(/[^0-9*#]/g, '');
      report({
        at,
        message: l10n.t(
          '“{0}” holds more than digits: a dialing prefix has these, and * or # where a PBX needs them. What a dialler makes of anything else is not documented.',
          value,
        ),
        data: { stripped },
      });
    }
  },
  fix({ at, data }) {
    // Words (a note) hold no digits to keep. What remains dials without a pause, for example, so a person has to look.
    if (!data || !/[0-9*#]/.test(data.stripped)) return [];
    return [
      { title: l10n.t('Change it to {0}', data.stripped), preferred: false, edits: [replaceSpan(at, data.stripped)] },
    ];
  },
});
