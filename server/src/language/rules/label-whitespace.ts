import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { escapeAttribute, escapeText } from '../xml/references.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inSection, item } from './example-text.ts';
import { labels } from './labels.ts';

interface Data {
  readonly replacement: string;
}

export const labelWhitespace = defineRule<Data>({
  id: 'label-whitespace',
  severity: 'hint',
  tier: 'contradicted',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'A label begins or ends with a blank, or holds several in a row.',
  docs: `## What it finds
Blanks at the edges of a label, or two and more in a row.

## Why it matters
They are hardly seen on the page and cannot be edited after the import. They do no harm: Salesforce's own sample has a label that begins with a blank, and many files have copied it.

## How to fix it
Remove the extra blanks.`,
  sources: [sources.SAMP],
  examples: {
    bad: [inSection(item(0, 'a', '1', '« Label»')), inSection(item(0, 'a', '1', '«My  Label»'))],
    good: [inSection(item(0, 'a', '1', 'My Label'))],
  },
  check({ definition }, report) {
    for (const label of labels(definition)) {
      if (!/^\s|\s\s|\s$/.test(label.text)) continue;
      const tidy = label.text.trim().replace(/\s{2,}/g, ' ');
      if (tidy === label.text || tidy === '') continue;
      const replacement = label.attribute ? escapeAttribute(tidy, label.attribute.quote) : escapeText(tidy);
      report({
        at: label.span,
        message:
          definition.body === 'metadata'
            ? l10n.t('This label has extra blanks. They do no harm.')
            : l10n.t('This label has extra blanks. They do no harm, but they cannot be removed after the import.'),
        data: { replacement },
      });
    }
  },
  fix({ at, data }) {
    return data
      ? [{ title: l10n.t('Remove the extra blanks'), preferred: true, edits: [replaceSpan(at, data.replacement)] }]
      : [];
  },
});
