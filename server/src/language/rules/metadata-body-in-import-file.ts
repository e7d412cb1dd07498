import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { fileNameOf, metadataStem } from '../model/file-name.ts';
import { convertInPlace } from './convert-in-place.ts';
import { defineRule } from './define-rule.ts';
import { component, items, sections } from './example-metadata.ts';
import { inSection, item } from './example-text.ts';

export const metadataBodyInImportFile = defineRule({
  id: 'metadata-body-in-import-file',
  severity: 'warning',
  tier: 'refused',
  forms: ['metadata'],
  summary: 'A file named as one for Setup holds a component of the Metadata API.',
  docs: `## What it finds
A \`CallCenter\` with \`sections\` and \`items\` in an \`.xml\` file that is not named \`….callCenter-meta.xml\`. It is a warning: the file may only wait to be renamed.

## Why it matters
Setup refuses it as not valid. People who tried to import Salesforce's own demo, which ships in this form, met that. And a deployment does not see it, since components are known by the ending of the file name.

## How to fix it
To import it, convert it with *Convert to Setup Import Definition*, which tells what could not cross. Where that is nothing, a fix does it in place. To deploy it, rename it to \`….callCenter-meta.xml\`, in a folder \`callCenters\`.`,
  sources: [sources.DEMOAD_15, sources.META],
  examples: {
    given: { uri: 'file:///acme/callcenter.xml' },
    bad: [component(sections('Own', ...items('team', '1'))).replace('CallCenter', '«CallCenter»')],
    good: [inSection(item(0, 'team', '1'))],
  },
  check({ source, definition }, report) {
    const { root, form } = definition;
    // A root in the other form's clothing is told as what it is.
    if (!root || form !== 'metadata' || !/\.xml$/i.test(source.uri) || metadataStem(source.uri) !== undefined) return;
    report({
      at: root.nameSpan,
      message: l10n.t(
        '{0} holds a component of the Metadata API: Setup refuses it as not valid. To import it, convert it; to deploy it, rename it to {1}.',
        fileNameOf(source.uri),
        '<InternalName>.callCenter-meta.xml',
      ),
    });
  },
  fix: (_problem, context) => convertInPlace('import', context),
});
