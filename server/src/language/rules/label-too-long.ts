import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { characterCount } from '../text/size.ts';
import { defineRule } from './define-rule.ts';
import { inSection, item } from './example-text.ts';
import { labels } from './labels.ts';

export const labelTooLong = defineRule({
  id: 'label-too-long',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'A label has at most 1,000 characters.',
  docs: `## What it finds
A label of more than 1,000 characters.

## Why it matters
That is the documented limit; the import may refuse the file. A label cannot be edited in Setup after the import.

## How to fix it
Shorten it.`,
  sources: [sources.XML],
  examples: {
    bad: [inSection(item(0, 'a', '1', `«${'Long label '.repeat(100)}.»`))],
    good: [inSection(item(0, 'a', '1', 'Label'))],
  },
  check({ definition, catalog }, report) {
    const limit = catalog.element('item')?.attributes.find(({ name }) => name === 'label')?.maxLength ?? 1000;
    for (const label of labels(definition)) {
      if (label.text.length <= limit) continue;
      const length = characterCount(label.text);
      if (length <= limit) continue;
      report({
        at: label.span,
        message: l10n.t(
          'This label has {0} characters; at most {1} are allowed, and Salesforce may refuse the file.',
          length,
          limit,
        ),
      });
    }
  },
});
