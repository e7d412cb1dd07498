import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { starterValue } from '../catalog/starter-value.ts';
import type { ItemEntry } from '../catalog/types.ts';
import type { Section } from '../model/definition.ts';
import type { TextEdit } from '../text/edits.ts';
import { nearest } from '../text/near.ts';
import { defineRule, type RuleContext } from './define-rule.ts';
import { isEarlyVoice } from './early-voice.ts';
import { appendItem, insertItemAt } from './insert-item.ts';
import { requiredItems } from './required.ts';
import { toolkitFallback } from './toolkit-demands.ts';

interface Data {
  readonly section: Section;
  readonly entry: ItemEntry;
  /** The file is complete by the rules of its time. */
  readonly unsure: boolean;
}

export const missingRequiredItem = defineRule<Data>({
  id: 'missing-required-item',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  summary: 'An item that the flavour of call center requires is not there.',
  docs: `## What it finds
A required item that is missing from its section. What is required depends on the flavour: Open CTI, CTI Toolkit, Partner Telephony or Amazon Connect. It is a warning where a definition of the first years of Salesforce Voice, which names its provider by \`reqTelephonyProvider\`, lacks \`reqVendorInfoApiName\`: such files were imported in their time. It is information in a file for the Metadata API: \`adapterUrl\` and \`customSettings\` say part of it there, and files that lack some of the rest have been retrieved from orgs.

## Why it matters
The import refuses the file. After the import no item can be added any more. Where nothing says which flavour is meant, the rule \`toolkit-fallback\` speaks instead.

## How to fix it
The missing item is inserted with its label and the next free sort order; fill in its value. If the flavour is not the one you mean, choose it in the language status.`,
  sources: [sources.REQ, sources.PT, sources.META, sources.VOX],
  examples: {
    bad: [
      '<callCenter>\n  «<section sortOrder="0" name="reqGeneralInfo" label="General Information">»\n    <item sortOrder="0" name="reqInternalName" label="Internal Name">A</item>\n    <item sortOrder="1" name="reqDisplayName" label="Display Name">A</item>\n    <item sortOrder="2" name="reqAdapterUrl" label="URL">https://phone.example.com</item>\n    <item sortOrder="3" name="reqUseApi" label="Use CTI API">true</item>\n    <item sortOrder="4" name="reqSoftphoneHeight" label="Height">400</item>\n    <item sortOrder="5" name="reqSalesforceCompatibilityMode" label="Mode">Lightning</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqInternalName" label="Internal Name">A</item>\n    <item sortOrder="1" name="reqDisplayName" label="Display Name">A</item>\n    <item sortOrder="2" name="reqDescription" label="Description">Toolkit</item>\n    <item sortOrder="3" name="reqProgId" label="ProgId">A.B.1</item>\n    <item sortOrder="4" name="reqVersion" label="Version">4.0</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ definition, catalog, flavour }, report) {
    const metadata = definition.body === 'metadata';
    for (const sectionEntry of catalog.sections) {
      const namesakes = definition.sections.filter((candidate) => candidate.name?.text === sectionEntry.name);
      const [section] = namesakes;
      if (!section || sectionEntry.flavours[flavour] !== 'required') continue;
      // Each name once: a hostile file has very many items. A section that stands twice has a rule of its own.
      const names = new Set(namesakes.flatMap(({ items }) => items.map((item) => item.name?.text ?? '')));
      if (sectionEntry.items.every(({ name, flavours }) => flavours[flavour] !== 'required' || names.has(name)))
        continue;
      const written = [...names];
      // What the fallback to the CTI Toolkit is about, its own rule says in one sentence.
      const said = toolkitFallback(definition) ? ['reqUseApi', 'reqVersion', 'reqDescription', 'reqProgId'] : [];
      for (const entry of requiredItems(sectionEntry, flavour, definition)) {
        if (said.includes(entry.name) || written.includes(entry.name)) continue;
        // A slip for it is one mistake, not two.
        if (written.some((name) => nearest(name, [entry.name]))) continue;
        const title = l10n.t(catalog.flavourInfo[flavour].title);
        const early = entry.name === 'reqVendorInfoApiName' && isEarlyVoice(definition);
        report({
          at: section.element.openTag,
          ...(metadata ? { severity: 'information' } : early && { severity: 'warning' }),
          message: metadata
            ? l10n.t(
                '{0} is missing: {1} requires it in {2}, though files without it have been retrieved from orgs. A deployment may refuse it. {3}',
                entry.name,
                title,
                sectionEntry.name,
                l10n.t(entry.summary),
              )
            : early
              ? l10n.t(
                  '{0} is missing: {1} requires it in {2} today. This file names its provider by reqTelephonyProvider, as the first definitions of Salesforce Voice did; the import may refuse it. {3}',
                  entry.name,
                  title,
                  sectionEntry.name,
                  l10n.t(entry.summary),
                )
              : l10n.t(
                  '{0} is missing: {1} requires it in {2}, the import refuses the file without it, and no item can be added later. {3}',
                  entry.name,
                  title,
                  sectionEntry.name,
                  l10n.t(entry.summary),
                ),
          data: { section, entry, unsure: early || metadata },
        });
      }
    }
  },
  fix({ data }, context) {
    if (!data) return [];
    const { section, entry, unsure } = data;
    const edits = insertItem(section, entry, context);
    return [{ title: l10n.t('Insert {0}', entry.name), preferred: !unsure, edits }];
  },
});

/** At the end of the section; an item with a fixed place goes there, and those that had the place move on. */
function insertItem(section: Section, entry: ItemEntry, context: RuleContext): readonly TextEdit[] {
  const value = starterValue(entry, context.flavour);
  const place = entry.fixedSortOrder?.value;
  // The metadata form has no order but that of the lines.
  return place === undefined || context.definition.body !== 'import'
    ? [appendItem(context, section, entry, value)]
    : insertItemAt(context, section, entry, value, place);
}
