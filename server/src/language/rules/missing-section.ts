import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { starterValue } from '../catalog/starter-value.ts';
import type { SectionEntry } from '../catalog/types.ts';
import { nearest } from '../text/near.ts';
import { defineRule } from './define-rule.ts';
import { inGeneralInfo, inSection, item } from './example-text.ts';
import { insertSection } from './insert-section.ts';
import { requiredItems } from './required.ts';

interface Data {
  readonly entry: SectionEntry;
}

export const missingSection = defineRule<Data>({
  id: 'missing-section',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  summary: 'A section that the flavour of call center requires is not there.',
  docs: `## What it finds
A definition without \`reqGeneralInfo\`, or one of Partner Telephony or Amazon Connect without \`reqHvcc\`.

## Why it matters
The documentation calls these sections required; without them the import refuses the file. In a file for the Metadata API it is information only, since files that lack required parts have been retrieved from orgs. After the import no section can be added any more.

## How to fix it
The section is inserted with its required items; fill in their values. If the flavour is not the one you mean, choose it in the language status.`,
  sources: [sources.REQ, sources.PT],
  examples: {
    bad: [
      `«<callCenter>»\n${inSection(item(0, 'team', '1'))
        .split('\n')
        .slice(1)
        .join('\n')}`,
      `«<callCenter>»\n${inGeneralInfo(item(0, 'reqVendorInfoApiName', 'acme__Voice'))
        .split('\n')
        .slice(1)
        .join('\n')}`,
    ],
    good: [inGeneralInfo(item(0, 'reqInternalName', 'A'))],
  },
  check({ definition, catalog, flavour }, report) {
    const root = definition.root;
    // A text that only begins to be a definition lacks everything: that is no news to its author.
    if (!root || definition.sections.length === 0) return;
    const metadata = definition.body === 'metadata';
    const names = definition.sections.map((section) => section.name?.text ?? '');
    // A section whose name is misspelt as an element may be the one: a rule of its own speaks of that.
    if (metadata && definition.sections.some(({ name }) => !name)) return;
    for (const entry of catalog.sections) {
      if (entry.flavours[flavour] !== 'required') continue;
      if (names.some((name) => name === entry.name || nearest(name, [entry.name]))) continue;
      report({
        at: root.openTag,
        ...(metadata && { severity: 'information' }),
        message: metadata
          ? l10n.t(
              'The section {0} is missing; {1} requires it, and a deployment may refuse the file without it.',
              entry.name,
              l10n.t(catalog.flavourInfo[flavour].title),
            )
          : l10n.t(
              'The section {0} is missing; {1} requires it, and the import refuses the file without it.',
              entry.name,
              l10n.t(catalog.flavourInfo[flavour].title),
            ),
        data: { entry },
      });
    }
  },
  fix({ data }, context) {
    if (!data) return [];
    const { entry } = data;
    const items = requiredItems(entry, context.flavour, context.definition).map((item) => ({
      entry: item,
      value: starterValue(item, context.flavour),
    }));
    const title = l10n.t('Insert the section {0}', entry.name);
    // Where it is not known to be refused, a person decides.
    const preferred = context.definition.body !== 'metadata';
    return [{ title, preferred, edits: insertSection(context, entry, items) }];
  },
});
