import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { ItemEntry, SectionEntry } from '../catalog/types.ts';
import type { Field } from '../model/definition.ts';
import { nearest } from '../text/near.ts';
import type { Severity } from './define-rule.ts';
import { defineRule } from './define-rule.ts';
import { once, replaceSpan } from './edits.ts';

interface Data {
  readonly name: Field;
  readonly meant: string;
  /** It may be a name of one's own. */
  readonly unsure: boolean;
}

export const misspeltName = defineRule<Data>({
  id: 'misspelt-name',
  severity: 'warning',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'A name is one slip away from the name of a platform item or section.',
  docs: `## What it finds
A section or item whose name differs from a platform name by a letter or two, or only in upper and lower case, while the platform's own item is not there. The best known is \`reqSalesforceCompatabilityMode\`.

A name that lacks just the \`req\`, such as \`RelayState\`, may well be one of your own, since the guide keeps names with \`req\` for Salesforce: it is a warning where the definition must have the item, information where it may have it, and nothing where its kind of call center has none.

## Why it matters
Salesforce accepts the misspelt item as one of your own, without a word, and the platform goes on as if the real one were missing: a softphone with a misspelt compatibility mode never appears in Lightning Experience. Once imported, the name cannot be changed any more.

## How to fix it
Take the platform's spelling. If the name is really meant, switch the rule off or choose a name less alike.`,
  sources: [sources.OPT, sources.XML],
  examples: {
    bad: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="«reqSalesforceCompatabilityMode»" label="Mode">Lightning</item>\n  </section>\n</callCenter>\n',
      '<callCenter>\n  <section sortOrder="0" name="«reqGeneralinfo»" label="General Information">\n    <item sortOrder="0" name="a" label="A">1</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqOwnThing" label="Own">1</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ definition, catalog, flavour }, report) {
    const freeSections = once(() => {
      const taken = new Set(definition.sections.map((section) => section.name?.text ?? ''));
      return catalog.sections.filter(({ name, sampleOnly }) => !sampleOnly && !taken.has(name)).map(({ name }) => name);
    });
    for (const section of definition.sections) {
      const sectionName = section.name?.text ?? '';
      const known = catalog.section(sectionName);
      if (section.name && !known) {
        const meant = nearest(sectionName, freeSections());
        const entry = meant === undefined ? undefined : catalog.section(meant);
        if (entry) tell(section.name, entry, 'warning');
      }
      if (!known) continue;
      const own = section.items.flatMap(({ name }) =>
        name && catalog.itemsNamed(name.text).length === 0 ? [name] : [],
      );
      if (own.length === 0) continue;
      const written = new Set(section.items.map((item) => item.name?.text ?? ''));
      // What only a demo or a vendor reads, nobody misses.
      const isPlatforms = ({ metadataOnly, sampleOnly, vendorOnly }: ItemEntry) =>
        !metadataOnly && !sampleOnly && !vendorOnly;
      const free = known.items.filter((entry) => isPlatforms(entry) && !written.has(entry.name));
      const freeNames = free.map((entry) => entry.name);
      for (const name of own) {
        const published = free.find((entry) => entry.misspellings.includes(name.text));
        const meant = published?.name ?? nearest(name.text, freeNames);
        const entry = free.find((candidate) => candidate.name === meant);
        if (entry) tell(name, entry, published ? 'error' : 'warning');
      }
    }

    function tell(name: Field, entry: ItemEntry | SectionEntry, severity: Severity): void {
      const meant = entry.name;
      const requiredness = entry.flavours[flavour];
      const unsure = name.text.toLowerCase() === meant.slice('req'.length).toLowerCase() && requiredness !== 'required';
      if (unsure && requiredness === 'notApplicable') return;
      const effect =
        meant === 'reqSalesforceCompatibilityMode'
          ? l10n.t(
              'Salesforce takes it for an item of your own, the mode stays Classic, and the softphone never appears in Lightning Experience.',
            )
          : l10n.t('Salesforce takes it for one of your own, and the platform goes on as if {0} were missing.', meant);
      report({
        at: name.span,
        severity: unsure ? 'information' : severity,
        message: unsure
          ? l10n.t(
              '“{0}” is “{1}” without its beginning. If the platform’s is meant, it is as good as missing; if it is one of your own, all is well.',
              name.text,
              meant,
            )
          : l10n.t('“{0}” looks like a slip for “{1}”. {2}', name.text, meant, effect),
        data: { name, meant, unsure },
      });
    }
  },
  fix({ data }) {
    return data
      ? [
          {
            title: l10n.t('Change it to {0}', data.meant),
            preferred: !data.unsure,
            edits: [replaceSpan(data.name.span, data.meant)],
          },
        ]
      : [];
  },
});
