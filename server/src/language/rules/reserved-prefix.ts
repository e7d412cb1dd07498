import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inRoot, item } from './example-text.ts';

export const reservedPrefix = defineRule({
  id: 'reserved-prefix',
  severity: 'information',
  tier: 'contradicted',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'Names of your own sections should not begin with req, which Salesforce keeps for its own.',
  docs: `## What it finds
A section of your own whose name begins with \`req\`.

## Why it matters
The guide keeps such names for Salesforce's sections. It is evidently not enforced: Salesforce's own demo and published files of vendors have some. A later platform section of the same name would clash.

## How to fix it
Prefer another beginning in a new file. In one that is in use, leave it: a renamed section is a new set of fields.`,
  sources: [sources.XML, sources.WXCC1, sources.DEMOAD],
  examples: {
    bad: [
      inRoot(
        '<section sortOrder="0" name="«reqAcmeSettings»" label="Acme">',
        `  ${item(0, 'team', '1')}`,
        '</section>',
      ),
    ],
    good: [
      inRoot(
        '<section sortOrder="0" name="reqPhoneDemoSettings" label="Demo">',
        `  ${item(0, 'team', '1')}`,
        '</section>',
      ),
    ],
  },
  check({ definition, catalog }, report) {
    for (const { name } of definition.sections) {
      if (!name?.text.startsWith('req') || catalog.section(name.text)) continue;
      report({
        at: name.span,
        message: l10n.t(
          '“{0}” begins with req, which is kept for Salesforce’s own sections. Published files do it, too, so it works today; prefer another name in a new file.',
          name.text,
        ),
      });
    }
  },
});
