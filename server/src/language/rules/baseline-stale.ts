import * as l10n from '@vscode/l10n';
import { defineRule } from './define-rule.ts';
import { exampleBaseline } from './example-baseline.ts';
import { inSection, item } from './example-text.ts';
import { fieldSetSources } from './field-changes.ts';

export const baselineStale = defineRule({
  id: 'baseline-stale',
  severity: 'warning',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onImported: true,
  summary: 'The file that the baseline was taken from says something else by now.',
  docs: `## What it finds
A baseline that was taken from another file, mostly the call center as retrieved from the org, where that file now has other fields.

## Why it matters
The baseline is to say what the org has. If the file was retrieved anew, somebody has imported another version since, and the definition is compared with what is not there any more.

## How to fix it
Mark the definition as imported from that file again; or put the file back, if it was changed by mistake.`,
  sources: fieldSetSources,
  examples: {
    bad: [
      '<«callCenter»>\n  <section sortOrder="0" name="Own" label="Own">\n    <item sortOrder="0" name="team" label="team">A</item>\n  </section>\n</callCenter>\n',
    ],
    good: ['<phone>A</phone>\n'],
    given: {
      baseline: exampleBaseline({ kind: 'definition', what: 'Own.callCenter-meta.xml' }, []),
      taken: inSection(item(0, 'team', 'A'), item(1, 'region', 'B')),
    },
  },
  check({ definition, comparison }, report) {
    const drift = comparison?.drift;
    if (!drift || !definition.root) return;
    report({
      at: definition.root.nameSpan,
      message: l10n.t(
        '{0} was taken from {1}, which has other fields by now (changes: {2}). Mark the definition as imported from there again, or it is compared with what the org does not have any more.',
        comparison.title,
        drift.title,
        drift.changes,
      ),
    });
  },
});
