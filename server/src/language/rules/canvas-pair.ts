import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { type Alone, partnerFixes, reportAlone } from './missing-partner.ts';

export const canvasPair = defineRule<Alone>({
  id: 'canvas-pair',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  summary: 'A canvas app is named by its namespace and its API name together.',
  docs: `## What it finds
\`reqCanvasNamespace\` without \`reqCanvasApiName\`, or the other way round. Where the other item is there but empty it is a warning.

## Why it matters
The guide demands both when a canvas app serves as softphone: one alone names no app.

## How to fix it
Insert the other item and fill it in, or remove the one that is there.`,
  sources: [sources.REQ, sources.SAMP_2015],
  examples: {
    bad: [
      inGeneralInfo('<item sortOrder="0" name="«reqCanvasNamespace»" label="Namespace">acme</item>'),
      inGeneralInfo('<item sortOrder="0" name="«reqCanvasApiName»" label="API name">Softphone</item>'),
    ],
    good: [inGeneralInfo(item(0, 'reqCanvasNamespace', 'acme'), item(1, 'reqCanvasApiName', 'Softphone'))],
  },
  check(context, report) {
    reportAlone(
      context,
      ['reqCanvasNamespace', 'reqCanvasApiName'],
      context.definition.body === 'metadata'
        ? l10n.t('One alone names no canvas app.')
        : l10n.t('One alone names no canvas app, and the missing part cannot be added after the import.'),
      report,
    );
  },
  offersOnly: true,
  fix: ({ data }, context) => partnerFixes(data, context),
});
