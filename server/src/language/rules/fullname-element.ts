import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { metadataStem } from '../model/file-name.ts';
import { defineRule } from './define-rule.ts';
import { removeWithLine } from './edits.ts';
import { component } from './example-metadata.ts';

export const fullnameElement = defineRule({
  id: 'fullname-element',
  severity: 'information',
  tier: 'documented',
  forms: ['metadata'],
  onBrokenText: 'certain',
  summary: 'The full name of a component is the name of its file, so no element has to say it.',
  docs: `## What it finds
A \`fullName\` in a file for the Metadata API.

## Why it matters
The full name is the internal name of the call center, and in files it is the name of the file: \`Acme.callCenter-meta.xml\` is \`Acme\`. Retrieved files have no such element. Said twice, the two can come to differ.

## How to fix it
Remove the element where the file is named so; else name the file after it.`,
  sources: [sources.META],
  examples: {
    given: { uri: 'file:///acme/callCenters/Acme.callCenter-meta.xml' },
    bad: [component('«<fullName>Acme</fullName>»')],
    good: [component()],
  },
  check({ definition }, report) {
    const { metadata } = definition;
    if (!metadata?.fullName?.element) return;
    report({
      at: metadata.fullName.element.span,
      message: l10n.t(
        'The full name of a component is the name of its file, so “{0}” need not be said here; retrieved files have no such element.',
        metadata.fullName.text.trim(),
      ),
    });
  },
  fix({ at }, { source, definition }) {
    // It may be all that says the name.
    if (definition.metadata?.fullName?.text.trim() !== metadataStem(source.uri)) return [];
    return [{ title: l10n.t('Remove <fullName>'), preferred: true, edits: [removeWithLine(source, at)] }];
  },
});
