import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inRoot, inSection, item } from './example-text.ts';

/** Documented for Partner Telephony (reference, section 2.1); for Open CTI no count is. */
const limit = 1000;

export const tooManyItems = defineRule({
  id: 'too-many-items',
  severity: 'error',
  tier: 'documented',
  forms: ['import'],
  summary: 'A section of a Voice definition holds at most 1,000 items.',
  docs: `## What it finds
More than 1,000 items in one section of a definition for Partner Telephony or Amazon Connect. For Open CTI no limit is documented.

## Why it matters
The guide states the limit; the import may refuse the file.

## How to fix it
Divide the section.`,
  sources: [sources.PT],
  examples: {
    bad: [
      inRoot(
        '<section sortOrder="0" name="reqHvcc" label="H">',
        ...Array.from({ length: 1001 }, (_, i) =>
          i === 1000
            ? '«<item sortOrder="1000" name="last" label="A">»1</item>'
            : `<item sortOrder="${i}" name="n${i}" label="A">1</item>`,
        ),
        '</section>',
      ),
    ],
    good: [inSection(item(0, 'a', '1'))],
  },
  check({ definition, flavour }, report) {
    if (flavour !== 'partnerTelephony' && flavour !== 'amazonConnect') return;
    for (const section of definition.sections) {
      const item = section.items[limit];
      if (!item) continue;
      report({
        at: item.element.openTag,
        message: l10n.t(
          'The section {0} has {1} items, and this one is beyond the limit: a section of a Voice definition holds at most {2}, and the import may refuse more.',
          section.name?.text ?? '',
          section.items.length,
          limit,
        ),
      });
    }
  },
});
