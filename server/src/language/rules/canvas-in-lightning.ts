import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inGeneralInfo, item } from './example-text.ts';

const useApi = item(0, 'reqUseApi', 'true');
const apiName = item(3, 'reqCanvasApiName', 'Softphone');

export const canvasInLightning = defineRule({
  id: 'canvas-in-lightning',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  summary: 'Canvas apps are not supported as softphones in Lightning Experience.',
  docs: `## What it finds
A canvas app in an Open CTI call center whose mode is \`Lightning\` or \`Classic_and_Lightning\`.

## Why it matters
The guide says that canvas apps are not supported in Lightning Experience. With the mode \`Classic_and_Lightning\` the app shows in Classic only; with \`Lightning\` there is no place for it. Whether Lightning Experience then loads the address in \`reqAdapterUrl\` is not documented.

## How to fix it
For Lightning Experience give the softphone an address in \`reqAdapterUrl\` instead, or set the mode to \`Classic\`.`,
  sources: [sources.REQ],
  examples: {
    bad: [
      inGeneralInfo(
        useApi,
        item(1, 'reqSalesforceCompatibilityMode', 'Lightning'),
        '<item sortOrder="2" name="«reqCanvasNamespace»" label="Namespace">acme</item>',
        apiName,
      ),
    ],
    good: [
      inGeneralInfo(
        useApi,
        item(1, 'reqSalesforceCompatibilityMode', 'Classic'),
        item(2, 'reqCanvasNamespace', 'acme'),
        apiName,
      ),
    ],
  },
  check(context, report) {
    if (context.flavour !== 'openCti' || context.interface === 'classic') return;
    for (const { item, entry } of context.values.filled()) {
      if (entry?.name !== 'reqCanvasNamespace' && entry?.name !== 'reqCanvasApiName') continue;
      if (!item.name) continue;
      report({
        at: item.name.span,
        message:
          context.interface === 'both'
            ? l10n.t('Canvas apps are not supported in Lightning Experience: this one shows in Classic only.')
            : l10n.t(
                'Canvas apps are not supported in Lightning Experience, the only place of this softphone. Whether the address in reqAdapterUrl is used there instead is not documented.',
              ),
      });
      // One word for the two of them.
      return;
    }
  },
});
