import * as l10n from '@vscode/l10n';
import { baselineIn, placeIn } from '../baseline/compare.ts';
import { fileNameOf } from '../model/file-name.ts';
import { defineRule } from './define-rule.ts';
import { fieldSetSources } from './field-changes.ts';

export const baselineUnreadable = defineRule({
  id: 'baseline-unreadable',
  severity: 'warning',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onImported: true,
  onBrokenText: 'certain',
  summary: 'The baseline file of the definition cannot be read, so nobody knows whether its fields have changed.',
  docs: `## What it finds
A baseline file that is empty, is no JSON, holds the marks of a merge that was not finished, was changed by hand into something that means nothing, or was written by a newer version of this program. So is a revision or another file that the definition is to be compared with, where that cannot be had.

## Why it matters
Nothing is compared as long as it stays: a changed field set goes unnoticed.

## How to fix it
The message says what is wrong and where. Resolve the merge, take the file back from version control, or, if it is lost, write it anew from what is in the org: retrieve the call center and mark the definition as imported from that. The file is never overwritten as long as it cannot be read.`,
  sources: fieldSetSources,
  examples: {
    bad: [
      '<«callCenter»>\n  <section sortOrder="0" name="Own" label="Own">\n    <item sortOrder="0" name="team" label="Team">A</item>\n  </section>\n</callCenter>\n',
    ],
    good: ['<phone>A</phone>\n'],
    given: { baseline: '<<<<<<< ours\n' },
  },
  check({ definition, imported }, report) {
    const { root } = definition;
    if (!root || !imported) return;
    const { file, other, trouble } = imported;
    const unread = l10n.t('So nobody knows whether fields have changed since the import.');
    if (trouble !== undefined) report({ at: root.nameSpan, message: `${trouble} ${unread}` });
    const reading = file && baselineIn(file);
    if (!file || reading?.kind !== 'unreadable' || other || trouble !== undefined) return;
    report({
      at: root.nameSpan,
      message: `${l10n.t('{0} cannot be read: {1}', fileNameOf(file.uri), reading.message)} ${unread}`,
      related: [{ other: placeIn(file, reading.at), message: l10n.t('Here.') }],
    });
  },
});
