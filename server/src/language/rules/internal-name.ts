import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { legalInternalName } from '../model/internal-name.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';

interface Data {
  readonly sanitised: string | undefined;
}

export const internalName = defineRule<Data>({
  id: 'internal-name',
  severity: 'error',
  tier: 'refused',
  forms: ['import'],
  onBrokenText: 'certain',
  summary: 'The internal name must be 1 to 40 letters and digits and begin with a letter.',
  docs: `## What it finds
A value of \`reqInternalName\` that is empty, longer than 40 characters, begins with a digit or holds anything but the letters A to Z and digits. Blanks and line breaks around a name that is right otherwise are a warning.

## Why it matters
The import refuses it: limited to 40 alphanumeric characters, must begin with a letter, be unique among call centers, no symbols or spaces. An underscore is refused, too. It is the one value that can never be changed after the import, and connectors, tokens and AWS resources may be named after it. Whether blanks around the name are taken away before it is judged is not documented.

## How to fix it
Use letters and digits only, for example \`ContactCenterWest\`.`,
  sources: [sources.REQ, sources.ITEM, sources.VOX],
  examples: {
    bad: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqInternalName" label="Internal Name">«Contact_Center»</item>\n  </section>\n</callCenter>\n',
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqInternalName" label="Internal Name">«»</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqInternalName" label="Internal Name">ContactCenterWest</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ values }, report) {
    for (const { item, entry } of values.ofCatalog()) {
      if (entry.value.kind !== 'internalName' || !item.valueIsPlain) continue;
      const { pattern, maxLength } = entry.value;
      const value = item.value.text;
      if (pattern.test(value)) continue;
      const sanitised = legalInternalName(value, maxLength);
      const padded = pattern.test(value.trim());
      report({
        at: item.value.span,
        ...(padded && { severity: 'warning' }),
        message: padded
          ? l10n.t(
              'There are blanks or line breaks around the internal name “{0}”. Whether Salesforce takes them away is not documented; if it does not, the import refuses the name.',
              value.trim(),
            )
          : messageFor(value, maxLength),
        data: { sanitised: sanitised && pattern.test(sanitised) ? sanitised : undefined },
      });
    }
  },
  fix({ at, data }) {
    if (!data?.sanitised) return [];
    return [
      { title: l10n.t('Change it to {0}', data.sanitised), preferred: true, edits: [replaceSpan(at, data.sanitised)] },
    ];
  },
});

function messageFor(value: string, maxLength: number): string {
  const rule = l10n.t(
    'Allowed are 1 to {0} letters A–Z and digits, beginning with a letter; the import refuses anything else.',
    maxLength,
  );
  if (value.trim() === '')
    return l10n.t(
      'The internal name is empty, but it must be in the file: it can never be set or changed later. {0}',
      rule,
    );
  if (value.length > maxLength) return l10n.t('The internal name has {0} characters. {1}', value.length, rule);
  if (/^[0-9]/.test(value)) return l10n.t('The internal name “{0}” begins with a digit. {1}', value, rule);
  const wrong = [...new Set(value.match(/[^A-Za-z0-9]/gu) ?? [])]
    .map((char) => (/\s/.test(char) ? l10n.t('a space or line break') : `“${char}”`))
    .join(', ');
  return l10n.t('The internal name “{0}” holds {1}. {2}', value, wrong, rule);
}
