import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { nearest } from '../text/near.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';

interface Data {
  readonly values: readonly string[];
  readonly meant: string | undefined;
}

export const invalidEnum = defineRule<Data>({
  id: 'invalid-enum',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'The value is none of those that the item knows, for example a compatibility mode that does not exist.',
  docs: `## What it finds
A value that is not in the list of an item with a fixed list, such as \`reqSalesforceCompatibilityMode\`. An empty value is left alone.

## Why it matters
Only the listed values are documented. A compatibility mode that the platform does not know probably counts as none, which means Classic only.

## How to fix it
Choose one of the listed values, exactly as written.`,
  sources: [sources.OPT],
  examples: {
    bad: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqSalesforceCompatibilityMode" label="Mode">«Classic and Lightning»</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqSalesforceCompatibilityMode" label="Mode">Classic_and_Lightning</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check(context, report) {
    for (const { entry, kind, text: value, at } of context.values.ofKind('enum')) {
      // What is known only from one old metadata sample is no list to hold a file to.
      if (entry.metadataOnly) continue;
      const values = kind.values.map((option) => option.value);
      if (values.includes(value)) continue;
      const letters = (text: string) => text.toLowerCase().replace(/[^a-z]|and/g, '');
      const meant = values.find((option) => letters(option) === letters(value)) ?? nearest(value, values);
      report({
        at,
        message: l10n.t(
          '“{0}” is not a value of {1}: allowed are {2}. With anything else the platform probably takes the default, {3}.',
          value,
          entry.name,
          values.join(', '),
          entry.default ?? l10n.t('none'),
        ),
        data: { values, meant },
      });
    }
  },
  fix({ at, data }) {
    const title = (value: string) => l10n.t('Change it to {0}', value);
    if (!data) return [];
    if (data.meant !== undefined)
      return [{ title: title(data.meant), preferred: true, edits: [replaceSpan(at, data.meant)] }];
    return data.values.map((value) => ({ title: title(value), preferred: false, edits: [replaceSpan(at, value)] }));
  },
});
