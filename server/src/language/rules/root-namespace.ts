import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { metadataStem } from '../model/file-name.ts';
import { defineRule } from './define-rule.ts';
import { removeAttribute } from './edits.ts';

export const rootNamespace = defineRule({
  id: 'root-namespace',
  severity: 'information',
  tier: 'contradicted',
  forms: ['import'],
  summary: 'A file for Setup needs no namespace; Salesforce’s samples have none.',
  docs: `## What it finds
An \`xmlns\` attribute on the root of a file with sections and items as Setup imports them.

## Why it matters
Setup takes such a file: a vendor publishes one. But it looks like a component of the Metadata API, and deployed as one it fails with \`Element … section invalid at this location in type CallCenter\`.

## How to fix it
Remove the attribute, unless the file is published that way on purpose.`,
  sources: [sources.XML, sources.WXCC2, sources.VOX],
  examples: {
    bad: [
      '<callCenter «xmlns="http://soap.sforce.com/2006/04/metadata"»>\n  <section sortOrder="0" name="a" label="A">\n    <item sortOrder="0" name="x" label="X">1</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="a" label="A">\n    <item sortOrder="0" name="x" label="X">1</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ source, definition }, report) {
    const { root } = definition;
    // Where root or file name say metadata as well, the form as a whole is the matter, and has rules of its own.
    if (root?.name === 'CallCenter' || metadataStem(source.uri) !== undefined) return;
    const attribute = root?.attributes.find(({ name }) => name === 'xmlns');
    if (!attribute) return;
    report({
      at: attribute.span,
      message: l10n.t(
        'A file for Setup needs no namespace. Setup takes it, but deployed as metadata it fails: Element section invalid at this location in type CallCenter.',
      ),
    });
  },
  fix({ at }, { source, definition }) {
    const attribute = definition.root?.attributes.find(({ span }) => span.start === at.start);
    // Published files carry it on purpose, so nothing removes it without being asked.
    return attribute
      ? [{ title: l10n.t('Remove the namespace'), preferred: false, edits: [removeAttribute(source, attribute)] }]
      : [];
  },
});
