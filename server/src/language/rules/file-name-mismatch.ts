import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Field } from '../model/definition.ts';
import { metadataStem } from '../model/file-name.ts';
import { placeholdersIn } from '../model/placeholders.ts';
import { defineRule } from './define-rule.ts';
import { replaceField } from './edits.ts';
import { component, items, sections } from './example-metadata.ts';

interface Data {
  readonly field: Field;
  readonly stem: string;
}

export const fileNameMismatch = defineRule<Data>({
  id: 'file-name-mismatch',
  severity: 'warning',
  tier: 'documented',
  forms: ['metadata'],
  summary: 'The name of a metadata file is the internal name, and what is in the file says another.',
  docs: `## What it finds
In a file named \`….callCenter\` or \`….callCenter-meta.xml\`: a \`fullName\`, or an item \`reqInternalName\` in \`reqGeneralInfo\`, that says another name than the file. Placeholders of a template are left alone.

## Why it matters
The full name of the component, the name of the file and the internal name are one and the same. Retrieved files have the name of the file only. Where the others are there and differ, it is not documented which one counts, and the call center may be deployed under a name that nobody expects. It can never be changed.

## How to fix it
Write the name of the file, or rename the file.`,
  sources: [sources.META, sources.VOX],
  examples: {
    given: { uri: 'file:///acme/callCenters/Acme.callCenter-meta.xml' },
    bad: [
      component('<fullName>«AcmeDesk»</fullName>'),
      component(sections('reqGeneralInfo', ...items('reqInternalName', '«AcmeDesk»', 'Internal Name'))),
    ],
    good: [
      component('<fullName>Acme</fullName>', sections('reqGeneralInfo', ...items('reqInternalName', 'Acme'))),
      component(sections('reqGeneralInfo', ...items('reqInternalName', '{{CC_NAME}}'))),
    ],
  },
  check({ source, definition }, report) {
    const stem = metadataStem(source.uri);
    if (stem === undefined) return;
    const judge = (field: Field | undefined, what: string) => {
      const written = field?.text.trim() ?? '';
      if (!field || written === '' || written === stem || placeholdersIn(source.text, field.span).length > 0) return;
      report({
        at: field.span,
        message: l10n.t(
          '{0} says “{1}”, the name of the file says “{2}”. Both are the internal name, which can never be changed; which one a deployment takes is not documented. Make them equal.',
          what,
          written,
          stem,
        ),
        data: { field, stem },
      });
    };
    judge(definition.metadata?.fullName, 'fullName');
    for (const { name, items } of definition.sections) {
      if (name?.text !== 'reqGeneralInfo') continue;
      judge(items.find((item) => item.name?.text === 'reqInternalName' && item.valueIsPlain)?.value, 'reqInternalName');
    }
  },
  // Whether the file or the text in it has the right name, only the author knows.
  fix: ({ data }) =>
    data
      ? [
          {
            title: l10n.t('Change it to {0}', data.stem),
            preferred: false,
            edits: [replaceField(data.field, data.stem)],
          },
        ]
      : [],
});
