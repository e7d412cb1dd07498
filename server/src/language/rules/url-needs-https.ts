import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { isThisComputer, readAddress } from './web-address.ts';

interface Data {
  readonly certain: boolean;
}

const mode = item(1, 'reqSalesforceCompatibilityMode', 'Lightning');
const open = item(2, 'reqUseApi', 'true');

export const urlNeedsHttps = defineRule<Data>({
  id: 'url-needs-https',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  summary: 'In Lightning Experience the softphone page must be loaded over https.',
  docs: `## What it finds
An address of the softphone that begins with \`http:\` in an Open CTI call center whose mode is \`Lightning\` or \`Classic_and_Lightning\`. For \`reqStandbyUrl\` it is a warning: the guide speaks of the adapter address only.

## Why it matters
The guide demands https for Lightning Experience. Browsers do not load an http page into the https page of Salesforce, so the softphone stays empty; a page on one's own computer may be let through while it is developed.

## How to fix it
Serve the page over https and write \`https:\`. Where the address names a port, the port probably changes, too; look at it before you accept the fix.`,
  sources: [sources.REQ],
  examples: {
    bad: [
      inGeneralInfo(item(0, 'reqAdapterUrl', '«http://phone.acme.test/softphone»'), mode, open),
      inGeneralInfo(item(0, 'reqStandbyUrl', '«http://phone.acme.test:8080/»'), mode, open),
    ],
    good: [
      inGeneralInfo(item(0, 'reqAdapterUrl', 'https://phone.acme.test/softphone'), mode, open),
      inGeneralInfo(item(0, 'reqAdapterUrl', 'http://phone.acme.test/softphone'), open),
    ],
  },
  check(context, report) {
    if (context.flavour !== 'openCti' || context.interface === 'classic') return;
    for (const { entry, kind, text, at } of context.values.ofKind('url')) {
      const standby = entry.name === 'reqStandbyUrl';
      const address = readAddress(text);
      if (address?.scheme !== 'http' || !(kind.httpsForLightning || standby)) continue;
      report({
        at,
        severity: standby ? 'warning' : 'error',
        message: standby
          ? l10n.t(
              '{0} begins with http, but this call center shows in Lightning Experience, where pages need https: the standby softphone will probably stay empty there.',
              entry.name,
            )
          : isThisComputer(address.host)
            ? l10n.t(
                '{0} begins with http, but this call center shows in Lightning Experience, for which the guide demands https and names no exception for one’s own computer.',
                entry.name,
              )
            : l10n.t(
                '{0} begins with http, but this call center shows in Lightning Experience, which needs https: the softphone will not appear there.',
                entry.name,
              ),
        data: { certain: address.port === undefined },
      });
    }
  },
  fix({ at, data }) {
    const scheme = { start: at.start, end: at.start + 'http'.length };
    return [{ title: l10n.t('Use https'), preferred: data?.certain ?? false, edits: [replaceSpan(scheme, 'https')] }];
  },
});
