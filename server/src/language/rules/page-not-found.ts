import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { WorkspaceFacts } from '../model/surroundings.ts';
import { nearest } from '../text/near.ts';
import type { Span } from '../text/span.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { partOf } from './values.ts';
import { hasPage, readPagePath } from './visualforce-page.ts';

interface Data {
  readonly at: Span;
  readonly meant: string;
}

const open = item(1, 'reqUseApi', 'true');
const facts: WorkspaceFacts = {
  visualforcePages: ['AcmeSoftphone', 'Help'],
  vendorApiNames: [],
  definitions: [],
  packageDirectories: [],
  forceIgnores: [],
};

export const pageNotFound = defineRule<Data>({
  id: 'page-not-found',
  severity: 'information',
  tier: 'advice',
  forms: ['import', 'metadata'],
  summary: 'The address names a Visualforce page that the workspace does not have.',
  docs: `## What it finds
A path such as \`/apex/Softphone\` when there are Visualforce pages in the workspace and none has that name. Small and capital letters are not told apart. A page with a namespace, \`/apex/ns__Page\`, comes from a package and is left alone.

## Why it matters
If the org has no such page either, the softphone frame shows an error. A name that is nearly that of a page in the workspace is probably a slip, so then it is a warning.

## How to fix it
Name a page that exists. If the page is in the org but not in this workspace, all is well; if it belongs to a package, its namespace goes before the name.`,
  sources: [sources.REQ, sources.DEMOAD],
  examples: {
    given: { facts },
    bad: [
      inGeneralInfo(
        '<item sortOrder="0" name="reqAdapterUrl" label="URL">/apex/«AcmeSoftfone»?tab=dial&amp;x=1</item>',
        open,
      ),
      inGeneralInfo('<item sortOrder="0" name="reqAdapterUrl" label="URL">/apex/«Dialler»</item>', open),
    ],
    good: [
      inGeneralInfo(item(0, 'reqAdapterUrl', '/apex/acmesoftphone'), open),
      inGeneralInfo(item(0, 'reqAdapterUrl', '/apex/vendor__Softphone'), open),
      inGeneralInfo(item(0, 'reqAdapterUrl', 'https://phone.acme.test/apex/Other'), open),
    ],
  },
  check(context, report) {
    for (const value of context.values.ofKind('url')) {
      const path = value.kind.allowRelative ? readPagePath(value.text) : undefined;
      if (!path || hasPage(path, context.facts) !== false) continue;
      const meant = nearest(path.page, context.facts?.visualforcePages ?? []);
      const at = partOf(context.source, value, path.start, path.end);
      report({
        at: at ?? value.at,
        severity: meant === undefined ? 'information' : 'warning',
        message:
          meant === undefined
            ? l10n.t(
                'The workspace has no Visualforce page “{0}”, which {1} names. If the org has none either, the softphone shows an error; a page from a package needs its namespace, /apex/ns__page.',
                path.page,
                value.entry.name,
              )
            : l10n.t(
                'The workspace has no Visualforce page “{0}”, which {1} names; “{2}” is nearly the same name.',
                path.page,
                value.entry.name,
                meant,
              ),
        ...(at && meant !== undefined && { data: { at, meant } }),
      });
    }
  },
  fix({ data }) {
    if (!data) return [];
    const { at, meant } = data;
    // The org may well have the page that the workspace lacks.
    return [{ title: l10n.t('Change it to {0}', meant), preferred: false, edits: [replaceSpan(at, meant)] }];
  },
});
