import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { ItemEntry, SectionEntry } from '../catalog/types.ts';
import type { Item, Section } from '../model/definition.ts';
import { nearest } from '../text/near.ts';
import { defineRule } from './define-rule.ts';
import { insertAt, replaceField, setAttribute } from './edits.ts';
import { inSection, item } from './example-text.ts';
import { wordsOf } from './words.ts';

interface Data {
  readonly part: Section | Item;
  readonly label: string | undefined;
}

export const missingLabel = defineRule<Data>({
  id: 'missing-label',
  severity: 'information',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'A section or item has no label to show on the page.',
  docs: `## What it finds
A section or item without the attribute \`label\`, or with an empty one; in a file for the Metadata API, an empty element \`label\`.

## Why it matters
A label is optional, but it is what administrators see in Setup, and it cannot be added after the import. The metadata form of a call center demands one.

## How to fix it
Write a label. For platform items the usual one is filled in.`,
  sources: [sources.XML, sources.META],
  examples: { bad: [inSection('<«item» sortOrder="0" name="a">1</item>')], good: [inSection(item(0, 'a', '1', 'A'))] },
  check({ definition, catalog }, report) {
    const judge = (part: Section | Item, entryOf: () => SectionEntry | ItemEntry | undefined) => {
      if (part.label && part.label.text.trim() !== '') return;
      // An element that is not there at all is what the metadata form's own rule is about.
      if (definition.body === 'metadata' && !part.label) return;
      // A slip such as lable is told as what it is.
      if (part.element.attributes.some(({ name }) => nearest(name, ['label']))) return;
      report({
        at: part.element.nameSpan,
        message:
          definition.body === 'metadata'
            ? l10n.t('“{0}” has no label: administrators will see nothing that explains it.', part.name?.text ?? '')
            : l10n.t(
                '“{0}” has no label: administrators will see nothing that explains it, and a label cannot be added after the import.',
                part.name?.text ?? '',
              ),
        data: { part, label: entryOf()?.label },
      });
    };
    for (const section of definition.sections) {
      judge(section, () => catalog.section(section.name?.text ?? ''));
      for (const item of section.items)
        judge(item, () => catalog.item(section.name?.text ?? '', item.name?.text ?? ''));
    }
  },
  fix({ data }) {
    if (!data) return [];
    const { part } = data;
    const label = data.label ?? wordsOf(part.name?.text ?? '');
    if (label === '') return [];
    const last = part.element.attributes.at(-1);
    const edit = part.label?.element
      ? replaceField(part.label, label)
      : part.label || !last
        ? setAttribute(part.element, 'label', label, part.label)
        : insertAt(last.span.end, ` label="${label}"`);
    return [{ title: l10n.t('Add the label “{0}”', label), preferred: data.label !== undefined, edits: [edit] }];
  },
});
