import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { starterValue } from '../catalog/starter-value.ts';
import type { ItemEntry } from '../catalog/types.ts';
import type { Section } from '../model/definition.ts';
import { elementChildren } from '../model/detect.ts';
import { defineRule } from './define-rule.ts';
import { itemLines, putInto, removeWithLine } from './edits.ts';
import { inRoot, inSection, item } from './example-text.ts';

interface Data {
  readonly section: Section;
  /** What the flavour requires in it. */
  readonly items: readonly ItemEntry[];
}

export const emptySection = defineRule<Data>({
  id: 'empty-section',
  severity: 'warning',
  tier: 'documented',
  forms: ['import'],
  summary: 'A section must hold at least one item.',
  docs: `## What it finds
A \`section\` without any \`item\`.

## Why it matters
A section holds one or more items. What the import does with an empty one is not documented; nothing can be added to it later.

## How to fix it
Add its items, or remove the section.`,
  sources: [sources.XML],
  examples: {
    bad: [inRoot('«<section sortOrder="0" name="Own" label="Own">»', '</section>')],
    good: [inSection(item(0, 'team', 'Service'))],
  },
  check({ definition, catalog, flavour }, report) {
    for (const section of definition.sections) {
      if (section.items.length > 0 || elementChildren(section.element).length > 0) continue;
      const entry = catalog.section(section.name?.text ?? '');
      const items = (entry?.items ?? []).filter((candidate) => candidate.flavours[flavour] === 'required');
      report({
        at: section.element.openTag,
        message: l10n.t(
          'The section “{0}” is empty: a section holds at least one item, and none can be added after the import.',
          section.name?.text ?? '',
        ),
        data: { section, items },
      });
    }
  },
  fix({ data }, { source, definition, flavour }) {
    if (!data) return [];
    const { section, items } = data;
    const removal = {
      title: l10n.t('Remove the section'),
      preferred: false,
      edits: [removeWithLine(source, section.element.span)],
    };
    if (items.length === 0) return [removal];
    const lines = items.flatMap((entry, index) => itemLines(definition, entry, index, starterValue(entry, flavour)));
    return [
      { title: l10n.t('Insert its required items'), preferred: true, edits: [putInto(source, section.element, lines)] },
      removal,
    ];
  },
});
