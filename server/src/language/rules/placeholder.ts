import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { decodeReferences } from '../xml/references.ts';
import { defineRule } from './define-rule.ts';
import { inGeneralInfo, inSection, item } from './example-text.ts';

export const placeholder = defineRule({
  id: 'placeholder',
  severity: 'information',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'A value still holds what its author left for somebody to fill in.',
  docs: `## What it finds
Placeholders as published definitions have them: \`domain:port\`, \`YOUR-DOMAIN\`, \`REPLACE_WITH_…\`, \`TobeUpdated…\`, words in angle brackets, in double braces or, in an address, in braces, account ids made of \`X\`, and host names such as \`phone.example.com\`, which are kept for examples. A vendor's own template, whose single words in braces stand among other text, is none.

## Why it matters
Salesforce takes the value as it is, and the call center then looks for a page that does not exist. Vendors publish files with placeholders on purpose, so this is a reminder and no mistake.

## How to fix it
Put the value of your org or of your server there. Values can also be edited later in Setup.`,
  sources: [sources.EX_PARTNER, sources.WXSCV],
  examples: {
    bad: [
      inGeneralInfo(item(0, 'reqAdapterUrl', 'https://«domain:port»/softphone')),
      inSection(item(0, 'status', '«&lt;Presence Status Id&gt;»'), item(1, 'host', '«YOUR-DOMAIN».force.test')),
    ],
    good: [inSection(item(0, 'subject', '{direction} Call {activityDatetime}'))],
  },
  check(context, report) {
    const { text } = context.source;
    const { values } = context;
    for (const { name, placeholders } of [...values.filled(), ...values.besideItems()]) {
      for (const place of placeholders) {
        report({
          at: place,
          message: l10n.t(
            '“{0}” in {1} looks like a placeholder. Salesforce takes it as it is; put the real value there, here or later in Setup.',
            decodeReferences(text.slice(place.start, place.end)),
            name,
          ),
        });
      }
    }
  },
});
