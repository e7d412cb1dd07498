import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Item, Section } from '../model/definition.ts';
import { defineRule } from './define-rule.ts';
import { inSection } from './example-text.ts';
import { moveItem } from './move-item.ts';

interface Data {
  readonly item: Item;
  /** Where it belongs, when that section is there and has no such item yet. */
  readonly target: Section | undefined;
}

export const misplacedItem = defineRule<Data>({
  id: 'misplaced-item',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  summary: 'A platform item stands in a section where the platform does not look for it.',
  docs: `## What it finds
An item with the name of a platform item, in another section than the platform's.

## Why it matters
The platform and adapters read it by its key, for example \`/reqGeneralInfo/reqAdapterUrl\`. In another section the key is another one, so the platform goes on as if the item were missing.

## How to fix it
Move it to its section. After the import that is not possible any more.`,
  sources: [sources.REQ, sources.PT],
  examples: {
    bad: [inSection('<item sortOrder="0" name="«reqAdapterUrl»" label="URL">https://phone.example.com</item>')],
    good: [inSection('<item sortOrder="0" name="adapterUrl" label="URL">https://phone.example.com</item>')],
  },
  check({ definition, catalog }, report) {
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
        const candidates = definition.sections.filter((other) => names.includes(other.name?.text ?? ''));
        const [target] = candidates.filter((other) => other.items.every((present) => present.name?.text !== name.text));
        report({
          at: name.span,
          message: l10n.t(
            '{0} belongs in {1}. In {2} its key is another one, /{2}/{0}, and the platform goes on as if it were missing.',
            name.text,
            names.join(', '),
            sectionName,
          ),
          data: { item, target: candidates.length === 1 ? target : undefined },
        });
      }
    }
  },
  fix({ data }, { source }) {
    if (!data?.target) return [];
    const { item, target } = data;
    const edits = moveItem(source, item, target);
    return [{ title: l10n.t('Move it to {0}', target.name?.text ?? ''), preferred: true, edits }];
  },
});
