import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { ItemEntry } from '../catalog/types.ts';
import type { Section } from '../model/definition.ts';
import { nearest } from '../text/near.ts';
import { defineRule } from './define-rule.ts';
import { appendToSection, itemLines, nextSortOrder } from './edits.ts';
import { saidElsewhere } from './said-elsewhere.ts';

interface Data {
  readonly section: Section;
  readonly entry: ItemEntry;
}

export const compatibilityModeMissing = defineRule<Data>({
  id: 'compatibility-mode-missing',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  summary: 'An Open CTI definition without a compatibility mode shows its softphone in Salesforce Classic only.',
  docs: `## What it finds
An Open CTI definition without \`reqSalesforceCompatibilityMode\`.

## Why it matters
Without the item the mode is Classic: the softphone never appears in Lightning Experience, and no message says why. The item cannot be added after the import; the call center must be imported again under another internal name.

## How to fix it
Add the item with \`Lightning\`, \`Classic_and_Lightning\`, or, if Classic is really meant, \`Classic\`.`,
  sources: [sources.OPT],
  examples: {
    bad: [
      '<callCenter>\n  «<section sortOrder="0" name="reqGeneralInfo" label="General Information">»\n    <item sortOrder="0" name="reqUseApi" label="Use CTI API">true</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqProgId" label="ProgId">A.B.1</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ definition, catalog, flavour }, report) {
    if (flavour !== 'openCti') return;
    const namesakes = definition.sections.filter((candidate) => candidate.name?.text === 'reqGeneralInfo');
    const [section] = namesakes;
    const entry = catalog.item('reqGeneralInfo', 'reqSalesforceCompatibilityMode');
    if (!section || !entry) return;
    const names = namesakes.flatMap(({ items }) => items.map((item) => item.name?.text ?? ''));
    if (names.includes(entry.name) || names.some((name) => nearest(name, [entry.name]))) return;
    if (saidElsewhere(definition).has(entry.name)) return;
    report({
      at: section.element.openTag,
      message:
        definition.body === 'metadata'
          ? l10n.t(
              '{0} is missing, which means Classic: the softphone will not appear in Lightning Experience.',
              entry.name,
            )
          : l10n.t(
              '{0} is missing, which means Classic: the softphone will not appear in Lightning Experience. The item cannot be added after the import.',
              entry.name,
            ),
      data: { section, entry },
    });
  },
  fix({ data }, { source, definition }) {
    if (data?.entry.value.kind !== 'enum') return [];
    const { section, entry } = data;
    // Which one is meant, only the author knows: none is preferred.
    return ['Classic_and_Lightning', 'Lightning', 'Classic'].map((mode) => ({
      title: l10n.t('Add the mode {0}', mode),
      preferred: false,
      edits: [appendToSection(source, section, itemLines(definition, entry, nextSortOrder(section.items), mode))],
    }));
  },
});
