import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inSection, item } from './example-text.ts';
import { names } from './names.ts';

interface Data {
  readonly sanitised: string;
}

export const invalidName = defineRule<Data>({
  id: 'invalid-name',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'Names of sections and items consist of letters and digits.',
  docs: `## What it finds
A name that is empty or holds anything but letters and digits: a space, an underscore, a hyphen, a dot.

## Why it matters
The guide allows letters and digits only, since the name is part of the key under which an adapter reads the value. The name cannot be changed after the import.

## How to fix it
Write the words together: \`callVariable\` instead of \`call_variable\`. An adapter that reads the old key must be changed, too.`,
  sources: [sources.XML],
  examples: {
    bad: [
      inSection('<item sortOrder="0" name="«call_variable»" label="Variable">1</item>'),
      inSection('<item sortOrder="0" name="«»" label="Variable">1</item>'),
    ],
    good: [inSection(item(0, 'callVariable1', '1'))],
  },
  check({ definition }, report) {
    for (const name of names(definition)) {
      if (/^[A-Za-z0-9]+$/.test(name.text)) continue;
      const wrong = [...new Set(name.text.match(/[^A-Za-z0-9]/gu) ?? [])]
        .map((char) => (/\s/.test(char) ? l10n.t('a space or line break') : `“${char}”`))
        .join(', ');
      const message =
        name.text === ''
          ? l10n.t(
              'The name is empty. Every section and item needs one, of letters and digits; the platform may refuse the file.',
            )
          : definition.body === 'metadata'
            ? l10n.t('The name “{0}” holds {1}: names consist of letters and digits only.', name.text, wrong)
            : l10n.t(
                'The name “{0}” holds {1}: names consist of letters and digits only, and cannot be changed after the import.',
                name.text,
                wrong,
              );
      report({ at: name.span, message, data: { sanitised: camelCase(name.text) } });
    }
  },
  fix({ at, data }) {
    if (!data?.sanitised) return [];
    // Code may read the value under the old name, so this is for a person to decide.
    return [
      { title: l10n.t('Change it to {0}', data.sanitised), preferred: false, edits: [replaceSpan(at, data.sanitised)] },
    ];
  },
});

function camelCase(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
}
