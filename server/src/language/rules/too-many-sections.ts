import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inRoot, inSection, item } from './example-text.ts';

/** Documented for Partner Telephony (reference, section 2.1); for Open CTI no count is. */
const limit = 500;

export const tooManySections = defineRule({
  id: 'too-many-sections',
  severity: 'error',
  tier: 'documented',
  forms: ['import'],
  summary: 'A Voice definition holds at most 500 sections.',
  docs: `## What it finds
More than 500 sections in a definition for Partner Telephony or Amazon Connect. For Open CTI no limit is documented.

## Why it matters
The guide states the limit; the import may refuse the file.

## How to fix it
Put items into fewer sections.`,
  sources: [sources.PT],
  examples: {
    bad: [
      inRoot(
        ...Array.from({ length: 501 }, (_, i) =>
          i === 500
            ? '«<section sortOrder="500" name="reqHvcc" label="H">»<item sortOrder="0" name="a" label="A">1</item></section>'
            : `<section sortOrder="${i}" name="s${i}" label="S"><item sortOrder="0" name="a" label="A">1</item></section>`,
        ),
      ),
    ],
    good: [inSection(item(0, 'a', '1'))],
  },
  check({ definition, flavour }, report) {
    const section = definition.sections[limit];
    if (!section || (flavour !== 'partnerTelephony' && flavour !== 'amazonConnect')) return;
    report({
      at: section.element.openTag,
      message: l10n.t(
        'The file has {0} sections, and this one is beyond the limit: a Voice definition holds at most {1}, and the import may refuse more.',
        definition.sections.length,
        limit,
      ),
    });
  },
});
