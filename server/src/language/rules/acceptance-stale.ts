import * as l10n from '@vscode/l10n';
import { defineRule } from './define-rule.ts';
import { exampleBaseline } from './example-baseline.ts';
import { fieldSetSources } from './field-changes.ts';

export const acceptanceStale = defineRule({
  id: 'acceptance-stale',
  severity: 'information',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onImported: true,
  summary: 'A change is accepted in the baseline file that is not there any more.',
  docs: `## What it finds
A change that somebody accepted with a reason, and that the definition does not have now: it was undone, or it is another one by now.

## Why it matters
An acceptance that lies around would let the same change pass later, when perhaps the reason does not hold any more.

## How to fix it
Let the outdated acceptances be taken out of the baseline file. The changes that are there keep theirs.`,
  sources: fieldSetSources,
  examples: {
    bad: [
      '<«callCenter»>\n  <section sortOrder="0" name="Own" label="Own">\n    <item sortOrder="0" name="team" label="team">A</item>\n  </section>\n</callCenter>\n',
    ],
    good: ['<phone>A</phone>\n'],
    given: {
      baseline: exampleBaseline({ kind: 'file', what: 'callcenter.xml' }, [
        {
          fingerprint: '0123456789ab',
          rule: 'item-added',
          from: undefined,
          to: '/Own/region',
          reason: 'Comes with the next release',
          by: 'A. Author',
          on: '2026-04-01',
        },
      ]),
    },
  },
  check({ definition, comparison }, report) {
    for (const { acceptance, at } of comparison?.goneAcceptances ?? []) {
      if (!definition.root) return;
      report({
        at: definition.root.nameSpan,
        message: l10n.t(
          'The change of {0} that {1} accepted on {2} is not there any more. Take the acceptance out, or it lets the same change pass another time.',
          acceptance.to ?? acceptance.from ?? '',
          acceptance.by,
          acceptance.on,
        ),
        related: [{ other: at, message: acceptance.reason }],
      });
    }
  },
});
