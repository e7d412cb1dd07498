import * as l10n from '@vscode/l10n';
import type { ComparedChange } from '../baseline/compare.ts';
import { defineRule } from './define-rule.ts';
import { setValue } from './edits.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { before, changedItems, changeProblem, fieldSetSources, itemOf } from './field-changes.ts';

export const valueChanged = defineRule<ComparedChange>({
  id: 'value-changed',
  severity: 'information',
  offByDefault: true,
  tier: 'documented',
  forms: ['import', 'metadata'],
  onImported: true,
  summary: 'A platform item has another value than when it was imported.',
  docs: `## What it finds
A platform item whose value differs from the one that was imported, as far as the baseline keeps it: certificates, tokens and the values of your own items are never kept. Off by default.

## Why it matters
The file does not change the call center in the org. A value can be edited there, in Setup.

## How to fix it
Edit the value in Setup, too, if the org is meant to have it. Then mark the definition as imported.`,
  sources: fieldSetSources,
  examples: {
    bad: [inGeneralInfo(item(0, 'reqUseApi', '«false»'))],
    good: [inGeneralInfo(item(0, 'reqUseApi', 'true'))],
    given: { imported: inGeneralInfo(item(0, 'reqUseApi', 'true')) },
  },
  check(context, report) {
    for (const open of changedItems(context, 'value-changed')) {
      const message = l10n.t(
        'The value of {0} was another one {1}. The file does not change the call center in the org; edit the value there, in Setup.',
        open.nowKey,
        before(open),
      );
      report(changeProblem(open, open.part.value.span, message));
    }
  },
  offersOnly: true,
  fix({ data }, { comparison }) {
    const part = data && comparison && itemOf(comparison, data);
    if (!part || data?.was === undefined) return [];
    return [
      { title: l10n.t('Put the value “{0}” back', data.was), preferred: false, edits: [setValue(part, data.was)] },
    ];
  },
});
