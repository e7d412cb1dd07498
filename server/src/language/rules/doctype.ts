import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { removeWithLine } from './edits.ts';

export const doctype = defineRule({
  id: 'doctype',
  severity: 'warning',
  tier: 'advice',
  forms: ['import', 'metadata', 'invented'],
  onBrokenText: 'always',
  summary: 'The file has a DOCTYPE, which a definition does not need and which is never resolved here.',
  docs: `## What it finds
A \`<!DOCTYPE …>\`. No published definition has one.

## Why it matters
A DOCTYPE can declare entities that grow without bounds or that read other files. Careful importers refuse it; how Salesforce's importer treats it is not documented. Nothing in it is resolved or fetched here, and the file is not checked for well-formedness behind it.

## How to fix it
Remove it.`,
  sources: [sources.XML10],
  examples: {
    bad: [
      '«<!DOCTYPE callCenter>»\n<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">1</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">1</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ definition }, report) {
    const fault = definition.tree.faults.find(({ code }) => code === 'doctype');
    if (!fault) return;
    report({
      at: fault.span,
      message: l10n.t(
        'A definition needs no DOCTYPE. Salesforce may refuse it, and entities declared in it are never resolved here. Remove it.',
      ),
    });
  },
  fix(problem, { source }) {
    // What the DOCTYPE declares may be used further down, so that is for a person to decide.
    return [{ title: l10n.t('Remove the DOCTYPE'), preferred: false, edits: [removeWithLine(source, problem.at)] }];
  },
});
