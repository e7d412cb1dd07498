import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { type Alone, partnerFixes, reportAlone } from './missing-partner.ts';

const url = item(0, 'reqStandbyUrl', 'https://standby.acme.test/');

export const standbyPair = defineRule<Alone>({
  id: 'standby-pair',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  summary: 'A standby address and a timeout go only together.',
  docs: `## What it finds
\`reqStandbyUrl\` without \`reqTimeout\`, or the other way round. Where the other item is there but empty it is a warning.

## Why it matters
The guide demands both or neither. The standby softphone takes over when the first page has not called \`notifyInitializationComplete()\` within the timeout; a page that never calls it always gives way to the standby page. An item that is missing cannot be added after the import.

## How to fix it
Insert the other item and fill it in, or remove the one that is there.`,
  sources: [sources.OPT, sources.NIC],
  examples: {
    bad: [
      inGeneralInfo('<item sortOrder="0" name="«reqStandbyUrl»" label="Standby">https://standby.acme.test/</item>'),
      inGeneralInfo('<item sortOrder="0" name="«reqTimeout»" label="Timeout">5000</item>'),
    ],
    good: [inGeneralInfo(url, item(1, 'reqTimeout', '5000')), inGeneralInfo(item(0, 'reqTimeout', ''))],
  },
  check(context, report) {
    reportAlone(
      context,
      ['reqStandbyUrl', 'reqTimeout'],
      context.definition.body === 'metadata'
        ? l10n.t('The standby softphone will not be used.')
        : l10n.t('The standby softphone will not be used, and the missing part cannot be added after the import.'),
      report,
    );
  },
  offersOnly: true,
  fix: ({ data }, context) => partnerFixes(data, context),
});
