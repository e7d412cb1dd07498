import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { newDefinition } from '../convert/template.ts';
import { elementChildren } from '../model/detect.ts';
import { lineEndOf } from '../text/line-end.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inSection, item } from './example-text.ts';

export const emptyDefinition = defineRule({
  id: 'empty-definition',
  severity: 'error',
  tier: 'documented',
  forms: ['import'],
  summary: 'A definition must hold at least one section.',
  docs: `## What it finds
A \`callCenter\` without any section.

## Why it matters
Every kind of call center requires the section \`reqGeneralInfo\`, and the import refuses a file without it.

## How to fix it
Insert the sections of the kind of call center that you need.`,
  sources: [sources.XML, sources.REQ],
  examples: { bad: ['«<callCenter>»\n</callCenter>\n'], good: [inSection(item(0, 'team', 'Service'))] },
  check({ definition }, report) {
    const { root } = definition;
    if (root?.name !== 'callCenter' || elementChildren(root).length > 0) return;
    report({
      at: root.openTag,
      message: l10n.t('The definition is empty: the import refuses a file without the section reqGeneralInfo.'),
    });
  },
  fix(_problem, { source, definition, catalog }) {
    const { root } = definition;
    if (!root) return [];
    return (['openCti', 'ctiToolkit', 'partnerTelephony', 'amazonConnect'] as const).map((flavour) => {
      const whole = newDefinition(flavour, catalog);
      const text = whole.slice(
        whole.indexOf('<callCenter'),
        whole.lastIndexOf('</callCenter>') + '</callCenter>'.length,
      );
      const edit = replaceSpan(root.span, text.replaceAll('\n', lineEndOf(source)));
      return {
        title: l10n.t('Insert the sections of {0}', l10n.t(catalog.flavourInfo[flavour].title)),
        preferred: false,
        edits: [edit],
      };
    });
  },
});
