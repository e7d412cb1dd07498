import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { hasPage, readPagePath } from './visualforce-page.ts';

const open = item(1, 'reqUseApi', 'true');

export const urlRelative = defineRule({
  id: 'url-relative',
  severity: 'hint',
  tier: 'advice',
  forms: ['import', 'metadata'],
  summary:
    'A path in place of a whole address: it belongs to a page of the org, and a packaged one needs its namespace.',
  docs: `## What it finds
A path such as \`/apex/softphone\` as the address of an Open CTI softphone. It is a hint only, because the guide allows it and Salesforce's own demo has it. A page that is in the workspace, and one that carries a namespace, are left alone.

## Why it matters
Both forms are right, each for its purpose:

- A path is looked up in the org, so one file fits every org that has the page. A page of a managed package is found under its namespace only: \`/apex/ns__page\`.
- A whole address, \`https://myDomain.my.salesforce.com/apex/page\`, binds the file to one org. The README of the demo adapter advises it when the frame stays blank and the browser's console reports a blocked cross-origin frame.

## How to fix it
Nothing has to be done while the softphone appears. If it does not, add the namespace of the package, or write the whole address on the domain that the console names.`,
  sources: [sources.REQ, sources.DEMOAD_README],
  examples: {
    bad: [inGeneralInfo('<item sortOrder="0" name="reqAdapterUrl" label="URL">«/apex/softphone»</item>', open)],
    good: [
      inGeneralInfo(item(0, 'reqAdapterUrl', 'https://acme.my.salesforce.com/apex/softphone'), open),
      inGeneralInfo(item(0, 'reqAdapterUrl', '/apex/acme__softphone'), open),
    ],
  },
  check(context, report) {
    if (context.flavour !== 'openCti') return;
    for (const { entry, kind, text, at } of context.values.ofKind('url')) {
      const path = readPagePath(text);
      if (!path || !kind.allowRelative || path.namespace !== undefined) continue;
      // There it is, or its absence has a rule of its own.
      if (hasPage(path, context.facts) !== undefined) continue;
      report({
        at,
        message: l10n.t(
          '{0} holds a path, which Salesforce looks up in the org. A page from a package is found with its namespace only, /apex/ns__page; if the frame stays blank, write the whole address on the domain that the browser’s console names.',
          entry.name,
        ),
      });
    }
  },
});
