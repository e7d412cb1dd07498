import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Section } from '../model/definition.ts';
import { defineRule } from './define-rule.ts';
import { inRoot, item } from './example-text.ts';

export const duplicateSection = defineRule({
  id: 'duplicate-section',
  severity: 'warning',
  tier: 'advice',
  forms: ['import', 'metadata'],
  summary: 'Two sections have the same name, so their items share their keys.',
  docs: `## What it finds
Two sections of one file with the same name.

## Why it matters
Adapters read values by the key \`/section/item\`. Items of the same name in the two sections have the same key, and one value is lost. Whether the import refuses such a file is not documented. For Salesforce's own sections it is an error.

## How to fix it
Put the items into one section, or rename one of the two.`,
  sources: [sources.XML, sources.GCS_L],
  examples: {
    bad: [
      inRoot(
        '<section sortOrder="0" name="Own" label="Own">',
        `  ${item(0, 'a', '1')}`,
        '</section>',
        '<section sortOrder="1" name="«Own»" label="Own">',
        `  ${item(0, 'b', '1')}`,
        '</section>',
      ),
    ],
    good: [
      inRoot(
        '<section sortOrder="0" name="Own" label="Own">',
        `  ${item(0, 'a', '1')}`,
        '</section>',
        '<section sortOrder="1" name="Other" label="Own">',
        `  ${item(0, 'a', '1')}`,
        '</section>',
      ),
    ],
  },
  check({ definition, catalog }, report) {
    const first = new Map<string, Section>();
    for (const section of definition.sections) {
      const { name } = section;
      if (!name || name.text === '') continue;
      const other = first.get(name.text);
      if (!other) {
        first.set(name.text, section);
        continue;
      }
      report({
        at: name.span,
        severity: catalog.section(name.text) ? 'error' : 'warning',
        message: l10n.t(
          'There is a section “{0}” already. Items of the two would share their keys under /{0}/, so values can be lost. Use each section name once.',
          name.text,
        ),
        related: other.name ? [{ at: other.name.span, message: l10n.t('The first one is here.') }] : [],
      });
    }
  },
});
