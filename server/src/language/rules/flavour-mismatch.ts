import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { type Flavour, flavours, type ItemEntry, type SectionEntry } from '../catalog/types.ts';
import type { Item, Section } from '../model/definition.ts';
import { defineRule, type RuleContext } from './define-rule.ts';
import { isEarlyVoice } from './early-voice.ts';
import { removeWithLine } from './edits.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { toolkitFallback } from './toolkit-demands.ts';

interface Data {
  readonly part: Section | Item;
}

/** Vendors put a description into files of every kind, and it does no harm there. */
const harmless: readonly string[] = ['reqDescription'];

export const flavourMismatch = defineRule<Data>({
  id: 'flavour-mismatch',
  severity: 'information',
  tier: 'contradicted',
  forms: ['import', 'metadata'],
  summary: 'An item or a section belongs to another kind of call center.',
  docs: `## What it finds
A platform item with a value, or a platform section, that the kind of call center of this file does not have: for example \`reqProgId\` of the CTI Toolkit in an Open CTI file, or \`reqSoftphoneHeight\` of Open CTI in one of Salesforce Voice. \`reqDescription\` is left alone, and so are \`reqUseApi\` unless it is \`true\` and the definitions of the first years of Salesforce Voice, which mixed both.

## Why it matters
The platform probably does not read it there, so a setting that looks as if it worked does nothing. It may also be a sign that the file is taken for another kind than you mean. It is information only, because Salesforce's own early samples carry such items.

## How to fix it
Remove it, or, if the kind is not the one you mean, choose it in the language status and look at what is missing then.`,
  sources: [sources.REQ, sources.META, sources.PT, sources.EX_AMAZON],
  examples: {
    bad: [
      inGeneralInfo(
        item(0, 'reqUseApi', 'true'),
        '<item sortOrder="1" name="«reqProgId»" label="ProgId">Acme.Adapter.1</item>',
      ),
      inGeneralInfo(
        item(0, 'reqVendorInfoApiName', 'acme__Voice'),
        '<item sortOrder="1" name="«reqSoftphoneHeight»" label="Height">400</item>',
      ),
    ],
    good: [
      inGeneralInfo(item(0, 'reqUseApi', 'true'), item(1, 'reqDescription', 'The phone of the service desk')),
      inGeneralInfo(item(0, 'reqUseApi', 'true'), item(1, 'reqProgId', '')),
    ],
  },
  check({ definition, catalog, flavour }, report) {
    // Where the platform will take the file for another kind than its author, that comes first.
    if (isEarlyVoice(definition) || toolkitFallback(definition)) return;
    for (const section of definition.sections) {
      const entry = section.name && catalog.section(section.name.text);
      if (!entry || entry.sampleOnly) continue;
      if (section.name && entry.flavours[flavour] === 'notApplicable') {
        const message = messageFor(entry, flavour, catalog);
        if (message !== undefined) report({ at: section.name.span, message, data: { part: section } });
        continue;
      }
      for (const part of section.items) {
        const known = part.name && catalog.item(entry.name, part.name.text);
        if (!known || !part.name || known.flavours[flavour] !== 'notApplicable' || !isSaying(part, known)) continue;
        const message = messageFor(known, flavour, catalog);
        if (message !== undefined) report({ at: part.name.span, message, data: { part } });
      }
    }
  },
  offersOnly: true,
  fix({ data }, { source }) {
    if (!data) return [];
    const { part } = data;
    const title = l10n.t('Remove {0}', part.name?.text ?? '');
    return [{ title, preferred: false, edits: [removeWithLine(source, part.element.span)] }];
  },
});

function isSaying({ value, valueIsPlain }: Item, entry: ItemEntry): boolean {
  if (entry.sampleOnly || entry.vendorOnly || entry.metadataOnly || harmless.includes(entry.name)) return false;
  const text = value.text.trim();
  if (!valueIsPlain || text === '') return false;
  // Anything but `true` says what its absence says, too: that this is no Open CTI (reference, section 1).
  return entry.name !== 'reqUseApi' || text === 'true';
}

/** Undefined for what no kind of call center is known to have. */
function messageFor(
  entry: ItemEntry | SectionEntry,
  flavour: Flavour,
  catalog: RuleContext['catalog'],
): string | undefined {
  const titleOf = (one: Flavour) => l10n.t(catalog.flavourInfo[one].title);
  const owners = flavours.filter((one) => entry.flavours[one] !== 'notApplicable').map(titleOf);
  if (owners.length === 0) return undefined;
  return entry.kind === 'section'
    ? l10n.t(
        'The section {0} belongs to {1}. This is a definition for {2}, where the platform probably does not read it.',
        entry.name,
        owners.join(', '),
        titleOf(flavour),
      )
    : l10n.t(
        '{0} belongs to {1}. This is a definition for {2}, where the platform probably does not read it.',
        entry.name,
        owners.join(', '),
        titleOf(flavour),
      );
}
