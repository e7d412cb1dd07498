import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { fileNameOf, metadataStem } from '../model/file-name.ts';
import { isInPackage } from '../model/surroundings.ts';
import { convertInPlace } from './convert-in-place.ts';
import { defineRule } from './define-rule.ts';
import { component } from './example-metadata.ts';
import { inGeneralInfo, item } from './example-text.ts';

const names = [item(0, 'reqInternalName', 'Acme', 'Internal Name'), item(1, 'reqDisplayName', 'Acme', 'Display Name')];

export const importBodyInMetadataFile = defineRule({
  id: 'import-body-in-metadata-file',
  severity: 'warning',
  tier: 'refused',
  forms: ['import'],
  summary: 'A file named as a component of the Metadata API holds what Setup imports.',
  docs: `## What it finds
\`section\` and \`item\` in a file named \`….callCenter\` or \`….callCenter-meta.xml\`. In a package directory of an \`sfdx-project.json\` it is an error, elsewhere a warning: vendors publish files for Setup under such names, and their customers import them.

## Why it matters
The file cannot be deployed. The answer is \`Element section invalid at this location in type CallCenter\`, with the namespace of the root in braces before \`section\`, or nothing between them where there is none. A file in a package directory takes part in every deployment of the directory and makes it fail, unless the \`.forceignore\` of the project leaves it out: then this is a warning, too.

## How to fix it
Convert it with *Convert to Metadata API CallCenter*, which tells what could not cross. Where that is nothing, a fix does it in place. A file that is meant for Setup is better named \`….xml\` and kept outside the package directories.`,
  sources: [sources.VOX, sources.WXCC2, sources.META],
  examples: {
    given: {
      uri: 'file:///acme/force-app/main/default/callCenters/Acme.callCenter-meta.xml',
      facts: {
        visualforcePages: [],
        vendorApiNames: [],
        definitions: [],
        packageDirectories: ['file:///acme/force-app/'],
        forceIgnores: [],
      },
    },
    bad: [inGeneralInfo(...names).replace('callCenter', '«callCenter»')],
    good: [component()],
  },
  check({ source, definition, facts }, report) {
    const { root } = definition;
    if (!root || metadataStem(source.uri) === undefined) return;
    const blocks = isInPackage(source.uri, facts);
    const consequence = blocks
      ? l10n.t('It lies in a package directory, so every deployment of the directory fails.')
      : l10n.t('Setup imports it all the same; it cannot be deployed.');
    report({
      at: root.nameSpan,
      severity: blocks ? 'error' : 'warning',
      message: l10n.t(
        '{0} is named as a component of the Metadata API, but holds the sections and items that Setup imports. {1} A deployment answers: Element section invalid at this location in type CallCenter. Convert it to the metadata form, or, for Setup, rename it to ….xml.',
        fileNameOf(source.uri),
        consequence,
      ),
    });
  },
  fix: (_problem, context) => convertInPlace('metadata', context),
});
