import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';

interface Data {
  readonly replacement: string | undefined;
  readonly preferred: boolean;
}

export const softphoneSize = defineRule<Data>({
  id: 'softphone-size',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'The softphone size must be a whole number of pixels, in Lightning Experience within its bounds.',
  docs: `## What it finds
A height or width that is not a plain whole number, and, where the call center shows in Lightning Experience, one outside 240–2560 (height) or 200–1920 (width). For Salesforce Classic no bounds are documented, so none are checked there; and none in a contact center of Salesforce Voice, which has no softphone size.

## Why it matters
The bounds are documented for Lightning Experience. A unit such as \`px\` is not part of the value.

## How to fix it
Write the number of pixels alone, within the bounds.`,
  sources: [sources.REQ],
  examples: {
    bad: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqUseApi" label="Use CTI API">true</item>\n    <item sortOrder="1" name="reqSoftphoneHeight" label="Height">«300px»</item>\n    <item sortOrder="2" name="reqSoftphoneWidth" label="Width">«100»</item>\n    <item sortOrder="3" name="reqSalesforceCompatibilityMode" label="Mode">Lightning</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqUseApi" label="Use CTI API">true</item>\n    <item sortOrder="1" name="reqSoftphoneWidth" label="Width">100</item>\n  </section>\n</callCenter>\n',
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqVendorInfoApiName" label="Vendor">c__Fabrikam</item>\n    <item sortOrder="1" name="reqSoftphoneWidth" label="Width">1</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check(context, report) {
    const { flavour, interface: ui } = context;
    for (const { entry, kind, text: value, at } of context.values.ofKind('pixels')) {
      // In another flavour nothing reads a size: Salesforce's own early Voice sample has 1 by 1.
      if (entry.flavours[flavour] === 'notApplicable') continue;
      const { min, max } = kind;
      if (!/^[0-9]+$/.test(value)) {
        const bounds = l10n.t('a whole number of pixels, in Lightning Experience {0} to {1}', min, max);
        const digits = /^([0-9]{1,5})(?:\.0*)?\s*(?:px|pixels?)?$/i.exec(value)?.[1];
        report({
          at,
          severity: ui === 'classic' ? 'warning' : 'error',
          message: l10n.t('“{0}” is not a size: {1} takes {2}, without a unit.', value, entry.name, bounds),
          data: { replacement: digits, preferred: true },
        });
      } else if (ui !== 'classic' && (Number(value) < min || Number(value) > max)) {
        const replacement = String(Number(value) < min ? min : max);
        report({
          at,
          message: l10n.t(
            '{0} is {1}, but in Lightning Experience it must be {2} to {3} pixels.',
            entry.name,
            value,
            min,
            max,
          ),
          data: { replacement, preferred: false },
        });
      }
    }
  },
  fix({ at, data }) {
    if (!data?.replacement) return [];
    return [
      {
        title: l10n.t('Change it to {0}', data.replacement),
        preferred: data.preferred,
        edits: [replaceSpan(at, data.replacement)],
      },
    ];
  },
});
