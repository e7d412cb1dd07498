import * as l10n from '@vscode/l10n';
import type { ComparedChange } from '../baseline/compare.ts';
import { internalNameOf } from '../model/internal-name.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { before, changeProblem, fieldSetSources, openChanges } from './field-changes.ts';

export const internalNameChanged = defineRule<ComparedChange>({
  id: 'internal-name-changed',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onImported: true,
  summary: 'The definition has another internal name than when it was imported.',
  docs: `## What it finds
An internal name other than the imported one.

## Why it matters
The name is how Salesforce tells call centers apart, so an import makes a new one beside the old. Whatever is built on the old name does not find the new one: the settings of connectors, the subject of a JSON web token, the names of AWS resources, call center names in code. Users have to be moved, since each belongs to one call center.

## How to fix it
If fields have changed, a new name is right, and the re-import plan says what goes with it. Otherwise put the old name back. Mark the definition as imported once it is.`,
  sources: fieldSetSources,
  examples: {
    bad: [inGeneralInfo(item(0, 'reqInternalName', '«AcmePhoneV2»'))],
    good: [inGeneralInfo(item(0, 'reqInternalName', 'AcmePhone'))],
    given: { imported: inGeneralInfo(item(0, 'reqInternalName', 'AcmePhone')) },
  },
  check(context, report) {
    const { definition } = context;
    const name = internalNameOf(definition);
    for (const open of openChanges(context, 'internal-name-changed')) {
      const message = l10n.t(
        'The internal name was {0} {1}. Under another one it is a new call center: connectors, the subject of JSON web tokens and AWS resources that are built on the old name do not find it.',
        open.change.was ?? '',
        before(open),
      );
      const at = name && name.span.end > name.span.start ? name.span : definition.root?.nameSpan;
      if (at) report(changeProblem(open, at, message));
    }
  },
  fix({ data }, { definition }) {
    const name = internalNameOf(definition);
    if (!name || name.span.end === name.span.start || data?.was === undefined) return [];
    const edits = [replaceSpan(name.span, data.was)];
    return [{ title: l10n.t('Put the internal name {0} back', data.was), preferred: false, edits }];
  },
});
