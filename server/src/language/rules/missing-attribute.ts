import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Item, Section } from '../model/definition.ts';
import { nearest } from '../text/near.ts';
import type { XmlElement } from '../xml/tree.ts';
import { defineRule } from './define-rule.ts';
import { nextSortOrder, once, setAttribute } from './edits.ts';
import { straysOf } from './strays.ts';

interface Data {
  readonly part: Section | Item;
  /** The next free number beside it. */
  readonly next: () => number;
  readonly attribute: string;
}

export const missingAttribute = defineRule<Data>({
  id: 'missing-attribute',
  severity: 'error',
  tier: 'documented',
  forms: ['import'],
  onBrokenText: 'certain',
  summary: 'Every section and every item needs the attributes sortOrder and name.',
  docs: `## What it finds
A \`section\` or \`item\` without \`sortOrder\` or without \`name\`.

## Why it matters
Both are required. The name is the key under which an adapter reads the value; a half-converted file without names has drawn the answer \`The name "null" is not valid.\`

## How to fix it
The number can be filled in for you; the name cannot be guessed.`,
  sources: [sources.XML],
  examples: {
    bad: [
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <«item» name="a" label="A">1</item>\n  </section>\n</callCenter>\n',
      '<callCenter>\n  <«section» sortOrder="0" label="S">\n    <item sortOrder="0" name="a" label="A">1</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a">1</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ definition, catalog }, report) {
    const missingIn = ({ name, attributeNames }: XmlElement) =>
      (catalog.element(name)?.attributes ?? []).filter(
        (attribute) => attribute.required && !attributeNames.includes(attribute.name),
      );
    if (straysOf(definition).tags.every((tag) => missingIn(tag).length === 0)) return;
    const judge = (part: Section | Item, next: () => number) => {
      const written = part.element.attributeNames;
      for (const { name } of missingIn(part.element)) {
        // A misspelt attribute is one mistake, not two.
        if (written.some((other) => nearest(other, [name]))) continue;
        const why =
          name === 'name'
            ? l10n.t('Adapters read the value under this name, and the import refuses the file without it.')
            : l10n.t('It gives the place on the page, counted from 0, and the import may refuse the file without it.');
        report({
          at: part.element.nameSpan,
          message: l10n.t('<{0}> needs the attribute “{1}”. {2}', part.element.name, name, why),
          data: { part, next, attribute: name },
        });
      }
    };
    const nextSection = once(() => nextSortOrder(definition.sections));
    for (const section of definition.sections) {
      judge(section, nextSection);
      const nextItem = once(() => nextSortOrder(section.items));
      for (const item of section.items) judge(item, nextItem);
    }
  },
  fix({ data }) {
    if (data?.attribute !== 'sortOrder') return [];
    const value = String(data.next());
    return [
      {
        title: l10n.t('Add sortOrder="{0}"', value),
        preferred: true,
        edits: [setAttribute(data.part.element, 'sortOrder', value)],
      },
    ];
  },
});
