import * as l10n from '@vscode/l10n';
import type { ComparedChange } from '../baseline/compare.ts';
import { defineRule } from './define-rule.ts';
import { replaceField } from './edits.ts';
import { inSection, item } from './example-text.ts';
import { before, changeProblem, fieldSetSources, itemOf, openChanges, placeOf, sectionOf } from './field-changes.ts';

export const labelChanged = defineRule<ComparedChange>({
  id: 'label-changed',
  severity: 'information',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onImported: true,
  summary: 'A section or an item has another label than when it was imported.',
  docs: `## What it finds
A section or an item that was imported with another label.

## Why it matters
Labels are what Setup shows. They cannot be edited in Setup, so the call center in the org keeps the old one until the definition is imported anew. Code does not read labels, and vendors release such changes without a new internal name.

## How to fix it
Nothing has to be done. Put the label back, or accept the change, to be rid of the remark.`,
  sources: fieldSetSources,
  examples: {
    bad: [inSection(item(0, 'team', 'Service', '«Team»'))],
    good: [inSection(item(0, 'team', 'Sales', 'The Team'))],
    given: { imported: inSection(item(0, 'team', 'Service', 'The Team')) },
  },
  check(context, report) {
    for (const open of openChanges(context, 'label-changed')) {
      const part = itemOf(open.comparison, open.change) ?? sectionOf(open.comparison, open.change);
      if (!part) continue;
      const message = l10n.t(
        'The label of {0} was “{1}” {2}. The call center in the org has that: labels cannot be edited in Setup.',
        open.nowKey,
        open.change.was ?? '',
        before(open),
      );
      report(changeProblem(open, placeOf(part.label, part), message));
    }
  },
  offersOnly: true,
  fix({ data }, { comparison }) {
    const part = data && comparison && (itemOf(comparison, data) ?? sectionOf(comparison, data));
    if (!part?.label || data?.was === undefined) return [];
    const edits = [replaceField(part.label, data.was)];
    return [{ title: l10n.t('Put the label “{0}” back', data.was), preferred: false, edits }];
  },
});
