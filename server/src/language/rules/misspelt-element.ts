import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { XmlElement } from '../xml/tree.ts';
import { defineRule } from './define-rule.ts';
import { renameElement } from './edits.ts';
import { component, items, sections } from './example-metadata.ts';
import { strangersIn } from './metadata-elements.ts';

interface Data {
  readonly element: XmlElement;
  readonly meant: string;
}

export const misspeltElement = defineRule<Data>({
  id: 'misspelt-element',
  severity: 'error',
  tier: 'documented',
  forms: ['metadata'],
  onBrokenText: 'certain',
  summary: 'An element of the metadata form is written with a slip, for example n in place of name.',
  docs: `## What it finds
In a file for the Metadata API, an element whose name is nearly one that may stand there: \`<n>\` for \`<name>\`, \`<lable>\`, \`<displayname>\`, \`<item>\`.

## Why it matters
The Metadata API knows the elements of a \`CallCenter\` by their exact names, and answers to any other that it is \`invalid at this location\`. The element that was meant is missing besides.

## How to fix it
Correct the name; the fix changes the closing tag, too.`,
  sources: [sources.META, sources.VOX],
  examples: {
    bad: [
      component(
        sections('Own', '<items>', '  <label>Team</label>', '  <«n»>team</n>', '  <value>1</value>', '</items>'),
      ),
      component('<«displayname»>Acme</displayname>'),
    ],
    good: [component(sections('Own', ...items('team', '1')))],
  },
  check({ definition, catalog }, report) {
    for (const { element, meant } of strangersIn(definition, catalog)) {
      if (meant === undefined) continue;
      report({
        at: element.nameSpan,
        message: l10n.t(
          'A file for the Metadata API has no element <{0}> here; it is called <{1}>. A deployment answers: Element {0} invalid at this location.',
          element.name,
          meant,
        ),
        data: { element, meant },
      });
    }
  },
  fix({ data }) {
    if (!data) return [];
    const { element, meant } = data;
    return [{ title: l10n.t('Change it to <{0}>', meant), preferred: true, edits: renameElement(element, meant) }];
  },
});
