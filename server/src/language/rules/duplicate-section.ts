import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Item, Section } from '../model/definition.ts';
import type { Source } from '../text/source.ts';
import { defineRule, type Fix } from './define-rule.ts';
import { appendToSection, freeName, nextSortOrder, removeWithLine, replaceSpan, setAttribute } from './edits.ts';
import { inRoot, item } from './example-text.ts';

interface Data {
  readonly first: Section;
  readonly second: Section;
}

export const duplicateSection = defineRule<Data>({
  id: 'duplicate-section',
  severity: 'warning',
  tier: 'advice',
  forms: ['import', 'metadata'],
  summary: 'Two sections have the same name, so their items share their keys.',
  docs: `## What it finds
Two sections of one file with the same name.

## Why it matters
Adapters read values by the key \`/section/item\`. Items of the same name in the two sections have the same key, and one value is lost. Whether the import refuses such a file is not documented. It is an error where both are one of Salesforce's own sections and hold the same item.

## How to fix it
Put the items into one section, or rename one of the two.`,
  sources: [sources.XML, sources.GCS_L],
  examples: {
    bad: [
      inRoot(
        '<section sortOrder="0" name="Own" label="Own">',
        `  ${item(0, 'a', '1')}`,
        '</section>',
        '<section sortOrder="1" name="«Own»" label="Own">',
        `  ${item(0, 'b', '1')}`,
        '</section>',
      ),
    ],
    good: [
      inRoot(
        '<section sortOrder="0" name="Own" label="Own">',
        `  ${item(0, 'a', '1')}`,
        '</section>',
        '<section sortOrder="1" name="Other" label="Own">',
        `  ${item(0, 'a', '1')}`,
        '</section>',
      ),
    ],
  },
  check({ definition, catalog }, report) {
    const first = new Map<string, Section>();
    // Once for each: a hostile file has very many sections of one name.
    const names = new Map<Section, ReadonlySet<string | undefined>>();
    const isIn = (section: Section) => {
      const known = names.get(section) ?? new Set(section.items.map(({ name }) => name?.text));
      names.set(section, known);
      return ({ name }: Item) => name !== undefined && known.has(name.text);
    };
    for (const section of definition.sections) {
      const { name } = section;
      if (!name || name.text === '') continue;
      const other = first.get(name.text);
      if (!other) {
        first.set(name.text, section);
        continue;
      }
      report({
        at: name.span,
        severity: catalog.section(name.text) && section.items.some(isIn(other)) ? 'error' : 'warning',
        message: l10n.t(
          'There is a section “{0}” already. Items of the two would share their keys under /{0}/, so values can be lost. Use each section name once.',
          name.text,
        ),
        related: other.name ? [{ at: other.name.span, message: l10n.t('The first one is here.') }] : [],
        data: { first: other, second: section },
      });
    }
  },
  offersOnly: true,
  fix({ data }, { source, definition, catalog }) {
    if (!data?.second.name) return [];
    const { first, second } = data;
    const { name } = data.second;
    const fixes: Fix[] = [];
    const merged = mergedItems(source, first, second);
    if (merged) {
      fixes.push({
        title: l10n.t('Move its items into the first section'),
        preferred: false,
        edits: [appendToSection(source, first, merged), removeWithLine(source, second.element.span)],
      });
    }
    // Under another name nothing reads a section of the platform.
    if (!catalog.section(name.text)) {
      const renamed = freeName(name.text, new Set(definition.sections.map((other) => other.name?.text ?? '')));
      fixes.push({
        title: l10n.t('Rename it to {0}', renamed),
        preferred: false,
        edits: [replaceSpan(name.span, renamed)],
      });
    }
    return fixes;
  },
});

/** The items as they are written, numbered on from the first section's; undefined where anything else would be lost. */
function mergedItems(source: Source, first: Section, second: Section): string[] | undefined {
  const { element, items, name, label } = second;
  // Its own name and label, which the metadata form has as elements, go with it.
  const known = new Set<unknown>([...items.map((candidate) => candidate.element), name?.element, label?.element]);
  const onlyItems = element.children.every(
    (child) => known.has(child) || source.text.slice(child.span.start, child.span.end).trim() === '',
  );
  if (!onlyItems || items.length === 0) return undefined;
  const next = nextSortOrder(first.items);
  return items.map(({ element: own, sortOrder }, index) => {
    const { start, end } = own.span;
    if (name?.element) return source.text.slice(start, end);
    const { span, newText } = setAttribute(own, 'sortOrder', String(next + index), sortOrder);
    return source.text.slice(start, span.start) + newText + source.text.slice(span.end, end);
  });
}
