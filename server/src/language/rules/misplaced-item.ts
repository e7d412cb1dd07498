import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Definition, Item, Section } from '../model/definition.ts';
import { defineRule } from './define-rule.ts';
import { inSection } from './example-text.ts';
import { moveItem } from './move-item.ts';

interface Data {
  readonly item: Item;
  /** Where it belongs, when that section is there and has no such item yet. */
  readonly target: Section | undefined;
  /** It is the author's own in all likelihood, and its key may be read. */
  readonly unsure: boolean;
}

export const misplacedItem = defineRule<Data>({
  id: 'misplaced-item',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  summary: 'A platform item stands in a section where the platform does not look for it.',
  docs: `## What it finds
An item with the name of a platform item, in another section than the platform's. In a section of your own it is information only, unless the definition must have the item and lacks it; and there it is left alone where this kind of call center has no such item, or has it in its place.

## Why it matters
The platform and adapters read it by its key, for example \`/reqGeneralInfo/reqAdapterUrl\`. In another section the key is another one, so the platform probably goes on as if the item were missing.

In a section of your own any name may be used again, and the adapter reads it under its key there: Salesforce's first files for Amazon Connect had \`reqRegion\` and others in a section of the vendor. Moving an item gives it another key.

## How to fix it
If the platform's item is meant, move it to its section; after the import that is not possible any more. If it is your own, leave it.`,
  sources: [sources.REQ, sources.PT],
  examples: {
    bad: [inSection('<item sortOrder="0" name="«reqAdapterUrl»" label="URL">https://phone.example.com</item>')],
    good: [inSection('<item sortOrder="0" name="adapterUrl" label="URL">https://phone.example.com</item>')],
  },
  check({ definition, catalog, flavour }, report) {
    const { named, has } = createSearch(definition);
    for (const section of definition.sections) {
      const sectionName = section.name?.text;
      // Without a name it could be the right one.
      if (sectionName === undefined) continue;
      for (const item of section.items) {
        const { name } = item;
        if (!name || catalog.item(sectionName, name.text)) continue;
        const known = catalog.itemsNamed(name.text);
        if (known.length === 0) continue;
        const homes = known.filter((entry) => !entry.sampleOnly && !entry.vendorOnly && !entry.metadataOnly);
        if (homes.length === 0) continue;
        const names = homes.map((entry) => entry.section ?? '');
        const candidates = names.flatMap(named);
        const target = candidates.find((other) => !has(other, name.text));
        const words = [name.text, names.join(', '), sectionName] as const;
        const isOfUse = homes.some((entry) => entry.flavours[flavour] !== 'notApplicable');
        // A name may be used again in a section of one's own (reference, N5 and 3.5), and there its key is what is read.
        const own = catalog.section(sectionName)?.sampleOnly ?? true;
        if (own && (!isOfUse || (candidates.length > 0 && !target))) continue;
        const wanted = homes.some((entry) => entry.flavours[flavour] === 'required');
        const unsure = own ? !wanted : !isOfUse;
        report({
          at: name.span,
          ...(own && !wanted && { severity: 'information' }),
          message:
            own && !wanted
              ? l10n.t(
                  '{0} is the name of a platform item of {1}. Here its key is /{2}/{0}, under which the platform probably does not look; if it is an item of your own, all is well.',
                  ...words,
                )
              : l10n.t(
                  '{0} belongs in {1}. In {2} its key is another one, /{2}/{0}, and the platform probably goes on as if it were missing.',
                  ...words,
                ),
          data: { item, target: candidates.length === 1 ? target : undefined, unsure },
        });
      }
    }
  },
  fix({ data }, { source }) {
    if (!data?.target) return [];
    const { item, target, unsure } = data;
    const edits = moveItem(source, item, target);
    return [{ title: l10n.t('Move it to {0}', target.name?.text ?? ''), preferred: !unsure, edits }];
  },
});

/** Each section is looked at once: a hostile file has very many of them, and very many items that belong there. */
function createSearch({ sections }: Definition) {
  const byName = new Map<string, Section[]>();
  for (const section of sections) {
    const name = section.name?.text ?? '';
    const namesakes = byName.get(name);
    if (namesakes) namesakes.push(section);
    else byName.set(name, [section]);
  }
  const itemNames = new Map<Section, ReadonlySet<string | undefined>>();
  return {
    named: (name: string): readonly Section[] => byName.get(name) ?? [],
    has(section: Section, item: string): boolean {
      const known = itemNames.get(section) ?? new Set(section.items.map(({ name }) => name?.text));
      itemNames.set(section, known);
      return known.has(item);
    },
  };
}
