import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inGeneralInfo, item } from './example-text.ts';

export const openCtiRetirement = defineRule({
  id: 'open-cti-retirement',
  severity: 'hint',
  tier: 'documented',
  forms: ['import', 'metadata'],
  dismissible: true,
  summary: 'Open CTI retires on 28 February 2028, and new Agentforce Service orgs cannot use it any more.',
  docs: `## What it finds
Every definition of an Open CTI call center: one hint, at its root. Definitions for the CTI Toolkit and for Salesforce Voice are left alone. It is shown by editors that offer to switch it off; elsewhere, as on the command line, only when it is given a severity.

## Why it matters
Salesforce has announced that Open CTI gets no new features and retires on 28 February 2028; softphones built on it stop working after that date. New Agentforce Service orgs cannot use it already. Orgs that have it can until then. The successor is Salesforce Voice, with Partner Telephony for a telephony system of one's own.

## How to fix it
Nothing has to be done in the file. Plan the move; for a new softphone look at Partner Telephony first. The light bulb of the hint switches it off for good.`,
  sources: [sources.EOL, sources.DEF, sources.MIG_P],
  examples: {
    bad: [`<«callCenter»${inGeneralInfo(item(0, 'reqUseApi', 'true')).slice('<callCenter'.length)}`],
    good: [
      inGeneralInfo(item(0, 'reqProgId', 'Acme.Adapter.1')),
      inGeneralInfo(item(0, 'reqVendorInfoApiName', 'acme__Voice')),
    ],
  },
  check({ definition, flavour }, report) {
    if (flavour !== 'openCti' || !definition.root) return;
    report({
      at: definition.root.nameSpan,
      message: l10n.t(
        'Open CTI retires on 28 February 2028: softphones built on it stop working then, and new Agentforce Service orgs cannot use it already. Its successor is Salesforce Voice.',
      ),
    });
  },
});
