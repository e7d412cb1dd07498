import * as l10n from '@vscode/l10n';
import type { ComparedChange } from '../baseline/compare.ts';
import { sectionAt } from '../baseline/field-key.ts';
import { defineRule } from './define-rule.ts';
import { inRoot, item } from './example-text.ts';
import { fieldMessage, fieldProblem, fieldSetSources, openChanges, since } from './field-changes.ts';
import { restoreSection } from './restore-field.ts';

export const sectionRemoved = defineRule<ComparedChange>({
  id: 'section-removed',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onImported: true,
  summary: 'A section that was imported is not in the definition any more.',
  docs: `## What it finds
A section that the definition had when it was imported and that is not there now, under another name neither. It is reported at the root element. In a file for the Metadata API it is information only, since it is not known what a deployment makes of changed fields.

## Why it matters
Salesforce takes no section from a call center that is there. The org keeps it with its items; whoever imports the file from now on gets a call center without them, and code that reads them finds nothing there.

## How to fix it
Restore the section, or import the definition again, under another internal name, and mark it as imported then. Until then the change can be accepted with a reason.`,
  sources: fieldSetSources,
  examples: {
    bad: [
      '<«callCenter»>\n  <section sortOrder="0" name="One" label="One">\n    <item sortOrder="0" name="team" label="Team">A</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      inRoot(
        '<section sortOrder="1" name="Two" label="Two">',
        item(0, 'site', 'B'),
        '</section>',
        '<section sortOrder="0" name="One" label="One">',
        item(0, 'team', 'A'),
        '</section>',
      ),
    ],
    given: {
      imported: inRoot(
        '<section sortOrder="0" name="One" label="One">',
        item(0, 'team', 'A'),
        '</section>',
        '<section sortOrder="1" name="Two" label="Two">',
        item(0, 'site', 'B'),
        '</section>',
      ),
    },
  },
  check(context, report) {
    const { root } = context.definition;
    for (const open of openChanges(context, 'section-removed')) {
      const fact = l10n.t('{0} is missing {1}, with its items.', open.wasKey, since(open));
      const afterImport = l10n.t(
        'Salesforce takes no section from a call center that is there: the org keeps it, and who imports the file anew does not get it.',
      );
      const message = fieldMessage(context, fact, afterImport);
      if (root) report(fieldProblem(context, open, root.nameSpan, message));
    }
  },
  offersOnly: true,
  fix({ data }, context) {
    const edits = data ? restoreSection(context, data) : [];
    if (edits.length === 0) return [];
    const field = data?.from && context.comparison && sectionAt(context.comparison.was, data.from);
    return [{ title: l10n.t('Restore {0}', field?.name ?? ''), preferred: false, edits }];
  },
});
