import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Span } from '../text/span.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { partOf } from './values.ts';
import { isLocalhost, readAddress } from './web-address.ts';

interface Data {
  /** The characters of the host, where they are written plainly. */
  readonly host: Span;
}

const open = item(1, 'reqUseApi', 'true');

export const urlLocalhost = defineRule<Data>({
  id: 'url-localhost',
  severity: 'information',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'The softphone page is on localhost: the computer of whoever looks at it.',
  docs: `## What it finds
An address on \`localhost\` in an Open CTI definition. In a definition of the CTI Toolkit it is left alone: there the adapter does run on every agent's computer.

## Why it matters
Every user's browser looks for the page on that user's own computer, so the softphone works for its developer only. While developing, a published demo connector of Salesforce reports that \`https://localhost:8080\` failed for cross-origin reasons where \`https://127.0.0.1:8080\` worked.

## How to fix it
For users put the address of the server there. For development try \`127.0.0.1\`; a certificate that was made for \`localhost\` may not hold for it, so the fix is not applied by Fix All.`,
  sources: [sources.REQ, sources.BYO],
  examples: {
    bad: [
      inGeneralInfo(
        '<item sortOrder="0" name="reqAdapterUrl" label="URL">«https://localhost:4000/softphone»</item>',
        open,
      ),
    ],
    good: [
      inGeneralInfo(item(0, 'reqAdapterUrl', 'https://127.0.0.1:4000/softphone'), open),
      inGeneralInfo(item(0, 'reqAdapterUrl', 'http://localhost:11000'), item(1, 'reqProgId', 'Acme.Adapter.1')),
    ],
  },
  check(context, report) {
    if (context.flavour !== 'openCti') return;
    for (const value of context.values.ofKind('url')) {
      const { entry, kind, text, at } = value;
      const address = readAddress(text);
      if (!kind.allowRelative || !address || !isLocalhost(address.host)) continue;
      const host = partOf(context.source, value, address.hostAt, address.hostAt + address.host.length);
      report({
        at,
        message: l10n.t(
          '{0} points to {1}: each user’s browser looks on the computer it runs on, so the softphone works for its developer only. While developing, 127.0.0.1 has worked where localhost did not.',
          entry.name,
          address.host,
        ),
        ...(host && { data: { host } }),
      });
    }
  },
  fix({ data }) {
    if (!data) return [];
    return [{ title: l10n.t('Use 127.0.0.1'), preferred: false, edits: [replaceSpan(data.host, '127.0.0.1')] }];
  },
});
