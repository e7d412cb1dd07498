import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Item } from '../model/definition.ts';
import { defineRule } from './define-rule.ts';
import { freeName, once, removeWithLine, replaceSpan } from './edits.ts';

interface Data {
  readonly item: Item;
  readonly same: boolean;
  /** The names in its section. */
  readonly taken: () => ReadonlySet<string>;
}

export const duplicateItem = defineRule<Data>({
  id: 'duplicate-item',
  severity: 'warning',
  tier: 'advice',
  forms: ['import', 'metadata'],
  summary: 'Two items of one section have the same name, so one of their values is lost.',
  docs: `## What it finds
A name that stands twice in one section. The same name in two sections is fine.

## Why it matters
Adapters read values by the key \`/section/item\`, and a key has one value: the other is lost. For items whose name begins with \`req\` this is an error; for your own it is a warning, because a published sample of Salesforce repeats one and whether the import refuses it is not documented.

## How to fix it
Rename or remove one of them. A true copy, with the same label and the same value, is removed by Fix All.`,
  sources: [sources.XML, sources.GCS_L],
  examples: {
    bad: [
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="team" label="A">1</item>\n    <item sortOrder="1" name="«team»" label="B">2</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="team" label="A">1</item>\n    <item sortOrder="1" name="Team" label="B">2</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ definition }, report) {
    for (const section of definition.sections) {
      const first = new Map<string, Item>();
      const taken = once(() => new Set(section.items.map((item) => item.name?.text ?? '')));
      for (const item of section.items) {
        const name = item.name;
        if (!name || name.text === '') continue;
        const other = first.get(name.text);
        if (!other) {
          first.set(name.text, item);
          continue;
        }
        report({
          at: name.span,
          severity: name.text.startsWith('req') ? 'error' : 'warning',
          message: l10n.t(
            '“{0}” stands in {1} already. Adapters read one value under /{1}/{0}, so one of the two is lost. Rename or remove one.',
            name.text,
            section.name?.text ?? '',
          ),
          related: other.name ? [{ at: other.name.span, message: l10n.t('The first one is here.') }] : [],
          data: { item, same: isCopy(item, other), taken },
        });
      }
    }
  },
  fix({ data }, { source }) {
    if (!data) return [];
    const { item, same, taken } = data;
    const removal = {
      title: l10n.t('Remove this item'),
      // Only a true copy can go without a person's decision.
      preferred: same,
      edits: [removeWithLine(source, item.element.span)],
    };
    const { name } = item;
    // Under another name nothing reads an item of the platform.
    if (!name || name.text.startsWith('req')) return [removal];
    const renamed = freeName(name.text, taken());
    return [
      removal,
      { title: l10n.t('Rename it to {0}', renamed), preferred: false, edits: [replaceSpan(name.span, renamed)] },
    ];
  },
});

/** Of two empty values the labels tell whether one of the names is a slip. */
function isCopy(one: Item, other: Item): boolean {
  return (
    one.valueIsPlain &&
    other.valueIsPlain &&
    one.value.text === other.value.text &&
    (one.label?.text ?? '') === (other.label?.text ?? '')
  );
}
