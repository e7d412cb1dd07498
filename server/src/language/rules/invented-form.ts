import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { fromInvented } from '../convert/invented.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';

export const inventedForm = defineRule({
  id: 'invented-form',
  severity: 'error',
  tier: 'advice',
  forms: ['invented'],
  summary: 'This shape circulates in generated guides; neither Setup nor the Metadata API knows it.',
  docs: `## What it finds
A \`CallCenter\` with elements such as \`InternalName\`, \`DisplayName\` or \`AdapterUrl\` directly in it.

## Why it matters
The shape has no basis in either form: Setup wants sections with items, the Metadata API wants \`sections\` with \`items\`. It circulates in generated how-to texts, and both will refuse it.

## How to fix it
Convert it into a file that Setup can import: every value becomes an item of \`reqGeneralInfo\`, under the platform's name where there is one. Then fill in what is still missing.`,
  sources: [sources.XML, sources.META],
  examples: {
    bad: ['<«CallCenter»>\n  <InternalName>Acme</InternalName>\n  <DisplayName>Acme</DisplayName>\n</CallCenter>\n'],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqInternalName" label="Internal Name">Acme</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ definition }, report) {
    const { root } = definition;
    if (!root) return;
    report({
      at: root.nameSpan,
      message: l10n.t(
        'Neither Setup nor the Metadata API knows this shape, which circulates in generated guides: a definition consists of sections with items. Both will refuse the file.',
      ),
    });
  },
  fix(_problem, { source, definition, catalog }) {
    const { root } = definition;
    const text = root && fromInvented(root, source, catalog);
    if (!root || text === undefined) return [];
    return [
      { title: l10n.t('Convert it into a file for Setup'), preferred: true, edits: [replaceSpan(root.span, text)] },
    ];
  },
});
