import * as l10n from '@vscode/l10n';
import { defineRule } from './define-rule.ts';
import { removeWithLine } from './edits.ts';
import { inSection, item } from './example-text.ts';
import { type Suppression, suppressionsIn } from './suppressions.ts';

interface Data {
  readonly suppression: Suppression;
  /** Its comment names no other rule. */
  readonly alone: boolean;
}

export const unusedSuppression = defineRule<Data>({
  id: 'unused-suppression',
  severity: 'information',
  tier: 'advice',
  forms: ['import', 'metadata', 'invented'],
  summary: 'A comment silences a rule that has nothing to say there.',
  docs: `## What it finds
A comment \`callcenter-disable-next-line\`, \`callcenter-disable-section\` or \`callcenter-disable-file\` naming a rule that finds nothing in its range, or that does not exist.

## Why it matters
It hides what the rule would find there later, and tells readers of a problem that is gone.

## How to fix it
Remove the comment, or correct the name of the rule. The form is \`callcenter-disable-next-line rule-name: reason\`; the reason stands behind a colon, since no XML comment may hold two hyphens.`,
  sources: [{ title: 'The suppressions of this extension' }],
  examples: {
    bad: [
      inSection('<!-- callcenter-disable-next-line «duplicate-item»: both are read -->', item(0, 'team', 'Service')),
    ],
    good: [
      inSection(
        item(0, 'team', 'Service'),
        '<!-- callcenter-disable-next-line duplicate-item: both are read -->',
        item(1, 'team', 'Sales'),
      ),
    ],
  },
  check() {
    // It judges what the other rules have found: see afterOthers.
  },
  afterOthers({ source, definition }, silenced, known, report) {
    const suppressions = suppressionsIn(source, definition);
    const named = new Map<number, number>();
    for (const { span } of suppressions) named.set(span.start, (named.get(span.start) ?? 0) + 1);
    for (const suppression of suppressions) {
      const { ruleId, ruleSpan, span } = suppression;
      if (silenced.has(ruleSpan.start)) continue;
      const message = known.has(ruleId)
        ? l10n.t('The rule {0} finds nothing here, so this comment silences nothing. Remove it.', ruleId)
        : l10n.t('There is no rule {0}, so this comment silences nothing. Correct the name or remove it.', ruleId);
      report({ at: ruleSpan, message, data: { suppression, alone: named.get(span.start) === 1 } });
    }
  },
  offersOnly: true,
  fix({ data }, { source }) {
    if (!data?.alone) return [];
    const edits = [removeWithLine(source, data.suppression.span)];
    return [{ title: l10n.t('Remove the comment'), preferred: false, edits }];
  },
});
