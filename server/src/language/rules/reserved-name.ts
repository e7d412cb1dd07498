import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inSection, item } from './example-text.ts';
import { names } from './names.ts';

export const reservedName = defineRule({
  id: 'reserved-name',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'label, sortOrder, internalNameLabel and displayNameLabel cannot be names.',
  docs: `## What it finds
A section or item with one of the names \`label\`, \`sortOrder\`, \`internalNameLabel\` or \`displayNameLabel\`.

## Why it matters
They are reserved. At run time the label of a section stands under \`/section/label\` and its order under \`/section/sortOrder\`, with which an item of that name would probably collide.

## How to fix it
Choose another name.`,
  sources: [sources.XML, sources.GCS_L],
  examples: {
    bad: [inSection('<item sortOrder="0" name="«label»" label="Label">1</item>')],
    good: [inSection(item(0, 'labelText', '1'))],
  },
  check({ definition, catalog }, report) {
    const reserved = catalog.element('item')?.attributes.find(({ name }) => name === 'name')?.reserved ?? [];
    for (const name of names(definition)) {
      if (!reserved.includes(name.text)) continue;
      report({
        at: name.span,
        message: l10n.t(
          '“{0}” is reserved: the platform uses it for keys of its own. Choose another name; reserved are {1}.',
          name.text,
          reserved.join(', '),
        ),
      });
    }
  },
  fix({ at }, { source }) {
    const renamed = `${source.text.slice(at.start, at.end)}Text`;
    return [{ title: l10n.t('Rename it to {0}', renamed), preferred: false, edits: [replaceSpan(at, renamed)] }];
  },
});
