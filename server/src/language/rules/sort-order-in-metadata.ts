import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { elementChildren } from '../model/detect.ts';
import type { TextEdit } from '../text/edits.ts';
import type { XmlElement } from '../xml/tree.ts';
import { defineRule } from './define-rule.ts';
import { removeAttribute, removeWithLine } from './edits.ts';
import { component, items, sections } from './example-metadata.ts';

interface Data {
  readonly element: XmlElement;
}

export const sortOrderInMetadata = defineRule<Data>({
  id: 'sort-order-in-metadata',
  severity: 'error',
  tier: 'refused',
  forms: ['metadata'],
  onBrokenText: 'certain',
  summary: 'The metadata form knows no sortOrder: the order of the elements is the order on the page.',
  docs: `## What it finds
A \`sortOrder\`, as an attribute or as an element, on the \`sections\` or \`items\` of a file for the Metadata API. It is left over from the import form when a file is converted by hand.

## Why it matters
A deployment is refused: \`sortOrder invalid at this location in type CallCenterItem\`. Where the names were left as attributes, too, \`The name "null" is not valid.\` probably follows.

## How to fix it
Remove it, and put the elements in the order in which the page shall show them.`,
  sources: [sources.STARTER, sources.META],
  examples: {
    bad: [
      component(
        sections('Own', ...items('team', '1')),
        '<sections «sortOrder="1"»>',
        '    <label>B</label>',
        '    <name>b</name>',
        '</sections>',
      ),
      component(
        sections(
          'Own',
          '<items>',
          '    <label>A</label>',
          '    <name>a</name>',
          '    «<sortOrder>0</sortOrder>»',
          '    <value>1</value>',
          '</items>',
        ),
      ),
    ],
    good: [component(sections('Own', ...items('team', '1')))],
  },
  check({ definition }, report) {
    const message = l10n.t(
      'The metadata form has no sortOrder: the order of the elements carries it. A deployment answers: sortOrder invalid at this location in type CallCenterItem.',
    );
    const judge = (element: XmlElement) => {
      for (const { name, span } of element.attributes)
        if (name === 'sortOrder') report({ at: span, message, data: { element } });
      for (const child of elementChildren(element))
        if (child.name === 'sortOrder') report({ at: child.span, message, data: { element } });
    };
    for (const section of definition.sections) {
      judge(section.element);
      for (const { element } of section.items) judge(element);
    }
  },
  fix({ at, data }, { source }) {
    const attribute = data?.element.attributes.find(({ span }) => span.start === at.start);
    const edit: TextEdit = attribute ? removeAttribute(source, attribute) : removeWithLine(source, at);
    return [{ title: l10n.t('Remove the sortOrder'), preferred: true, edits: [edit] }];
  },
});
