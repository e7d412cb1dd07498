import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Item, Section } from '../model/definition.ts';
import { elementChildren } from '../model/detect.ts';
import type { XmlElement } from '../xml/tree.ts';
import { defineRule } from './define-rule.ts';
import { bare, component, items, sections } from './example-metadata.ts';
import { meantElement } from './metadata-elements.ts';
import { fillIn, type Gap } from './metadata-filling.ts';

export const missingMetadataElement = defineRule<Gap>({
  id: 'missing-metadata-element',
  severity: 'error',
  tier: 'documented',
  forms: ['metadata'],
  summary: 'An element that the Metadata API demands is not there.',
  docs: `## What it finds
In a file for the Metadata API: a \`CallCenter\` without \`displayName\`, \`displayNameLabel\` or \`internalNameLabel\`, \`sections\` without \`label\` or \`name\`, and \`items\` without \`label\`, \`name\` or \`value\`. An empty value is written \`<value xsi:nil="true"/>\`, as a retrieve does.

## Why it matters
The guide marks them as required. In a file that was converted by hand they are often left as attributes; without a name a deployment answers \`The name "null" is not valid.\`

## How to fix it
The fix inserts what can be known, in alphabetical order as a retrieve writes it: what stands in attributes and text of the import form, the usual label of a platform item, words made from a name. A name that is nowhere cannot be guessed.`,
  sources: [sources.META, sources.STARTER],
  examples: {
    bad: [
      bare('<displayName>Acme</displayName>', sections('Own', ...items('team', '1'))).replace(
        'CallCenter',
        '«CallCenter»',
      ),
      component(sections('Own', '<«items»>', '    <name>team</name>', '    <value>1</value>', '</items>')),
      component(sections('Own', '<«items» name="team" label="Team">Service</items>')),
    ],
    good: [component(sections('Own', ...items('team', '1')))],
  },
  check({ definition, catalog }, report) {
    const judge = (element: XmlElement, part: Section | Item | undefined) => {
      const entry = catalog.metadataElement(part ? element.name : 'CallCenter');
      if (!entry || !element.openTagFinished) return;
      const written = elementChildren(element).map(({ name }) => name);
      // A misspelt element is one mistake, not two.
      const meant = new Set(written.map((name) => meantElement(name, entry, catalog) ?? name));
      const missing = entry.children.filter((name) => !meant.has(name) && catalog.metadataElement(name)?.required);
      if (missing.length === 0) return;
      const list = missing.map((name) => `<${name}>`).join(', ');
      report({
        at: element.nameSpan,
        message: l10n.t(
          'The Metadata API demands {0} in <{1}>, and the deployment of a file without it is refused. A label, a name and a value are elements here, not attributes or text.',
          list,
          element.name,
        ),
        data: { element, part, missing },
      });
    };
    if (definition.root) judge(definition.root, undefined);
    for (const section of definition.sections) {
      judge(section.element, section);
      for (const item of section.items) judge(item.element, item);
    }
  },
  fix: ({ data }, context) => (data ? fillIn(data, context) : []),
});
