import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { nearest } from '../text/near.ts';
import { defineRule } from './define-rule.ts';
import { inGeneralInfo, item } from './example-text.ts';

export const unknownReqItem = defineRule({
  id: 'unknown-req-item',
  severity: 'information',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'An item of a platform section is named like a platform item, but none of that name is known.',
  docs: `## What it finds
An item in a section of Salesforce's whose name begins with \`req\` and that no kind of call center is known to have.

## Why it matters
It may be a slip, an item that is newer than this extension, or one that a vendor named so. The platform accepts unknown items in silence, and only the adapter reads them.

## How to fix it
Check the name against the documentation. If it is your own, prefer a name that does not begin with \`req\`.`,
  sources: [sources.REQ, sources.PT],
  examples: {
    bad: [inGeneralInfo('<item sortOrder="0" name="«reqFavouriteColour»" label="Colour">blue</item>')],
    good: [inGeneralInfo(item(0, 'favouriteColour', 'blue'))],
  },
  check({ definition, catalog }, report) {
    for (const section of definition.sections) {
      const entry = catalog.section(section.name?.text ?? '');
      if (!entry || entry.sampleOnly) continue;
      for (const { name } of section.items) {
        if (!name?.text.startsWith('req') || catalog.itemsNamed(name.text).length > 0) continue;
        // A slip is told by the rule about misspelt names.
        if (
          nearest(
            name.text,
            entry.items.map((candidate) => candidate.name),
          )
        )
          continue;
        report({
          at: name.span,
          message: l10n.t(
            'No item {0} is known in {1}: it may be newer than this list, or a slip. The platform accepts it in silence, and only your adapter reads it.',
            name.text,
            entry.name,
          ),
        });
      }
    }
  },
});
