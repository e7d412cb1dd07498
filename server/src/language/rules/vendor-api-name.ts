import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { replaceValue } from './values.ts';

interface Data {
  readonly prefixed: string | undefined;
}

/** Characters; no API name has nearly as many. The pattern tries every way to divide a text in two, and a value may be long. */
const longestName = 255;

export const vendorApiName = defineRule<Data>({
  id: 'vendor-api-name',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'The vendor is named by its full API name: namespace, two underscores, developer name.',
  docs: `## What it finds
A value of \`reqVendorInfoApiName\` that is not \`namespace__DeveloperName\`.

## Why it matters
The wizard may answer: “The vendor name in the XML file must match the name of the vendor that you selected.” Three causes of that message are known:

- The name in the file has no namespace. A vendor record that no package brings takes \`c__\`.
- No provider was chosen before the upload. Choose it first, then upload the file.
- Another provider was chosen than the one that the file names.

The reports do not agree: one author imported a bare name at first, and was refused later. So this is a warning.

## How to fix it
Write the namespace of the vendor's package, two underscores and the developer name of its ConversationVendorInfo.`,
  sources: [sources.PT, sources.EX_AMAZON, sources.VOX],
  examples: {
    bad: [
      inGeneralInfo(item(0, 'reqVendorInfoApiName', '«AcmeVoice»')),
      inGeneralInfo(item(0, 'reqVendorInfoApiName', '«acme_Voice»')),
    ],
    good: [
      inGeneralInfo(item(0, 'reqVendorInfoApiName', 'acme__Voice')),
      inGeneralInfo(item(0, 'reqVendorInfoApiName', 'c__AMAZON_CONNECT')),
    ],
  },
  check(context, report) {
    for (const { entry, kind, text, at } of context.values.ofKind('vendorApiName')) {
      const isFull = (name: string) => name.length <= longestName && kind.pattern.test(name);
      if (isFull(text)) continue;
      const prefixed = kind.unpackagedPrefix + text;
      report({
        at,
        message:
          context.definition.body === 'metadata'
            ? l10n.t(
                '“{0}” in {1} is not a full API name: namespace, two underscores, developer name ({2} stands for a vendor without a package). It names the vendor record, which must be in the org before the call center is deployed.',
                text,
                entry.name,
                kind.unpackagedPrefix,
              )
            : l10n.t(
                '“{0}” in {1} is not a full API name: namespace, two underscores, developer name ({2} stands for a vendor without a package). The wizard may say that the vendor name in the file must match the vendor selected; the other causes of that message are that no provider, or another one, was chosen before the upload.',
                text,
                entry.name,
                kind.unpackagedPrefix,
              ),
        data: { prefixed: !text.includes('__') && isFull(prefixed) ? prefixed : undefined },
      });
    }
  },
  fix({ at, data }) {
    if (!data?.prefixed) return [];
    // Whether the vendor comes in a package, the file does not say.
    return [
      { title: l10n.t('Change it to {0}', data.prefixed), preferred: false, edits: [replaceValue(at, data.prefixed)] },
    ];
  },
});
