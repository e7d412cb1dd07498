import * as l10n from '@vscode/l10n';
import type { ComparedChange } from '../baseline/compare.ts';
import { defineRule } from './define-rule.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { before, changeProblem, fieldSetSources, openChanges } from './field-changes.ts';

export const flavourChanged = defineRule<ComparedChange>({
  id: 'flavour-changed',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onImported: true,
  summary: 'The definition describes another kind of call center than when it was imported.',
  docs: `## What it finds
A definition that was imported as one kind of call center (Open CTI, CTI Toolkit, Partner Telephony, Amazon Connect) and now reads as another.

## Why it matters
It is another product, imported on another page of Setup and judged by other rules. The call center in the org stays what it is.

## How to fix it
If the change is meant, for example in a migration to Salesforce Voice, keep the old definition beside a new file with an internal name of its own. Otherwise undo what makes it the other kind.`,
  sources: fieldSetSources,
  examples: {
    bad: [
      '<«callCenter»>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqVendorInfoApiName" label="Vendor">c__Acme</item>\n  </section>\n</callCenter>\n',
    ],
    good: [inGeneralInfo(item(0, 'reqUseApi', 'true'))],
    given: { imported: inGeneralInfo(item(0, 'reqUseApi', 'true')) },
  },
  check(context, report) {
    const { definition, catalog } = context;
    for (const open of openChanges(context, 'flavour-changed')) {
      const { was, now } = open.comparison;
      if (!definition.root || !was.flavour || !now.flavour) continue;
      const message = l10n.t(
        'This was a call center of the kind {0} {1}, and now reads as {2}. That is another product, imported on another page of Setup; the call center in the org stays what it is.',
        l10n.t(catalog.flavourInfo[was.flavour].title),
        before(open),
        l10n.t(catalog.flavourInfo[now.flavour].title),
      );
      report(changeProblem(open, definition.root.nameSpan, message));
    }
  },
});
