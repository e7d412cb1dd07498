import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Section } from '../model/definition.ts';
import { parseSortOrder } from '../model/sort-order.ts';
import { defineRule } from './define-rule.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { renumberItems } from './numbering.ts';

interface Data {
  readonly section: Section;
}

export const sortOrderFixed = defineRule<Data>({
  id: 'sort-order-fixed',
  severity: 'error',
  tier: 'documented',
  forms: ['import'],
  summary: 'The internal name is item 0 and the display name item 1 of reqGeneralInfo.',
  docs: `## What it finds
\`reqInternalName\` with another sort order than 0, \`reqDisplayName\` with another than 1, and, as information only, \`reqGeneralInfo\` with another than 0.

## Why it matters
The guide fixes these places. The section's place is contradicted: a vendor publishes a file with it at 1, and its customers import that.

## How to fix it
Renumber the items; the two take their places, and the others keep their order.`,
  sources: [sources.REQ, sources.SAMP, sources.WXCC2],
  examples: {
    bad: [
      inGeneralInfo(
        '<item sortOrder="«1»" name="reqInternalName" label="Internal Name">A</item>',
        '<item sortOrder="«0»" name="reqDisplayName" label="Display Name">A</item>',
      ),
    ],
    good: [inGeneralInfo(item(1, 'reqDisplayName', 'A'), item(0, 'reqInternalName', 'A'))],
  },
  check({ definition, catalog }, report) {
    for (const section of definition.sections) {
      const entry = catalog.section(section.name?.text ?? '');
      const place = parseSortOrder(section.sortOrder?.text);
      if (entry?.fixedSortOrder && section.sortOrder && place !== undefined && place !== entry.fixedSortOrder.value) {
        report({
          at: section.sortOrder.span,
          severity: 'information',
          message: l10n.t(
            '{0} has sortOrder {1}. The guide wants it at {2}; a published file has it elsewhere, so it probably works.',
            entry.name,
            place,
            entry.fixedSortOrder.value,
          ),
        });
      }
      for (const item of section.items) {
        const fixed = entry && catalog.item(entry.name, item.name?.text ?? '')?.fixedSortOrder;
        if (!fixed || !item.sortOrder) continue;
        const order = parseSortOrder(item.sortOrder.text);
        if (order === undefined || order === fixed.value) continue;
        report({
          at: item.sortOrder.span,
          message: l10n.t(
            '{0} must have sortOrder {1}, not {2}: the platform fixes its place.',
            item.name?.text ?? '',
            fixed.value,
            order,
          ),
          data: { section },
          sharedFix: section,
        });
      }
    }
  },
  fix({ data }, { catalog }) {
    const edits = data ? renumberItems(data.section, catalog) : [];
    return edits.length > 0 ? [{ title: l10n.t('Renumber the items of this section'), preferred: true, edits }] : [];
  },
});
