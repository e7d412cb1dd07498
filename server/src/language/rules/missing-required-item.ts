import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { starterValue } from '../catalog/starter-value.ts';
import type { ItemEntry, SectionEntry } from '../catalog/types.ts';
import type { Section } from '../model/definition.ts';
import type { TextEdit } from '../text/edits.ts';
import { defineRule, type RuleContext } from './define-rule.ts';
import {
  appendToSection,
  indentStep,
  insertAt,
  itemText,
  lineEnd,
  nextSortOrder,
  putAfter,
  putInto,
  setAttribute,
} from './edits.ts';
import { nearest } from './near.ts';

interface Data {
  readonly section: Section | undefined;
  readonly sectionEntry: SectionEntry;
  readonly missing: readonly ItemEntry[];
}

export const missingRequiredItem = defineRule<Data>({
  id: 'missing-required-item',
  severity: 'error',
  tier: 'documented',
  forms: ['import'],
  summary: 'An item that the flavour of call center requires is not there.',
  docs: `## What it finds
A required item that is missing from its section, or a required section that is missing with all its items. What is required depends on the flavour: Open CTI, CTI Toolkit, Partner Telephony or Amazon Connect.

## Why it matters
The import refuses the file. A definition that is neither Open CTI (\`reqUseApi\` is \`true\`) nor Voice is checked as a CTI Toolkit call center, and \`reqVersion\`, \`reqDescription\` and \`reqProgId\` are demanded. After the import no item can be added any more.

## How to fix it
The missing item is inserted with its label and the next free sort order; fill in its value. If the flavour is not the one you mean, choose it in the language status.`,
  sources: [sources.REQ, sources.PT, sources.META, sources.VOX],
  examples: {
    bad: [
      '<callCenter>\n  «<section sortOrder="0" name="reqGeneralInfo" label="General Information">»\n    <item sortOrder="0" name="reqInternalName" label="Internal Name">A</item>\n    <item sortOrder="1" name="reqDisplayName" label="Display Name">A</item>\n    <item sortOrder="2" name="reqAdapterUrl" label="URL">https://phone.example.com</item>\n    <item sortOrder="3" name="reqUseApi" label="Use CTI API">true</item>\n    <item sortOrder="4" name="reqSoftphoneHeight" label="Height">400</item>\n    <item sortOrder="5" name="reqSalesforceCompatibilityMode" label="Mode">Lightning</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqInternalName" label="Internal Name">A</item>\n    <item sortOrder="1" name="reqDisplayName" label="Display Name">A</item>\n    <item sortOrder="2" name="reqDescription" label="Description">Toolkit</item>\n    <item sortOrder="3" name="reqProgId" label="ProgId">A.B.1</item>\n    <item sortOrder="4" name="reqVersion" label="Version">4.0</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ definition, catalog, flavour }, report) {
    const root = definition.root;
    // A text that only begins to be a definition lacks everything: that is no news to its author.
    if (!root || definition.sections.length === 0) return;
    const names = definition.sections.map((section) => section.name?.text ?? '');
    const title = l10n.t(catalog.flavourInfo[flavour].title);
    for (const sectionEntry of catalog.sections) {
      if (sectionEntry.flavours[flavour] !== 'required') continue;
      const required = sectionEntry.items.filter(
        (entry) => entry.flavours[flavour] === 'required' && !entry.metadataOnly,
      );
      const section = definition.sections.find((candidate) => candidate.name?.text === sectionEntry.name);
      if (!section) {
        if (names.some((name) => nearest(name, [sectionEntry.name]))) continue;
        report({
          at: root.openTag,
          message: l10n.t(
            'The section {0} is missing; {1} requires it, and the import refuses the file without it.',
            sectionEntry.name,
            title,
          ),
          data: { section: undefined, sectionEntry, missing: required },
        });
        continue;
      }
      const written = section.items.map((item) => item.name?.text ?? '');
      const missing = required.filter(
        (entry) => !written.includes(entry.name) && !written.some((name) => nearest(name, [entry.name])),
      );
      for (const entry of missing) {
        report({
          at: section.element.openTag,
          message: l10n.t(
            '{0} is missing: {1} requires it in {2}, the import refuses the file without it, and no item can be added later. {3}',
            entry.name,
            title,
            sectionEntry.name,
            l10n.t(entry.summary),
          ),
          data: { section, sectionEntry, missing: [entry] },
        });
      }
    }
  },
  fix({ data }, context) {
    if (!data) return [];
    const { section, sectionEntry, missing } = data;
    if (!section) {
      const edits = insertSection(sectionEntry, missing, context);
      return edits ? [{ title: l10n.t('Insert the section {0}', sectionEntry.name), preferred: true, edits }] : [];
    }
    const [entry] = missing;
    return entry
      ? [{ title: l10n.t('Insert {0}', entry.name), preferred: true, edits: insertItem(section, entry, context) }]
      : [];
  },
});

/** At the end of the section; an item with a fixed place goes there, and those that had the place move on. */
function insertItem(section: Section, entry: ItemEntry, { source, flavour }: RuleContext): TextEdit[] {
  const value = starterValue(entry, flavour);
  const place = entry.fixedSortOrder?.value;
  if (place === undefined)
    return [appendToSection(source, section, [itemText(entry, nextSortOrder(section.items), value)])];
  const inOrder = [...section.items].filter((item) => /^\d+$/.test(item.sortOrder?.text ?? ''));
  const moved = inOrder.some((item) => Number(item.sortOrder?.text) === place)
    ? inOrder.filter((item) => Number(item.sortOrder?.text) >= place)
    : [];
  const edits = moved.map((item) =>
    setAttribute(item.element, 'sortOrder', String(Number(item.sortOrder?.text) + 1), item.sortOrder),
  );
  const before = inOrder.find((item) => Number(item.sortOrder?.text) === place - 1);
  const line = itemText(entry, place, value);
  if (before) return [putAfter(source, before.element, [line]), ...edits];
  const first = section.items[0];
  if (!first) return [putInto(source, section.element, [line])];
  const eol = lineEnd(source.text);
  const lead = source.text.slice(section.element.openTag.end, first.element.span.start);
  const separator = /[\r\n]/.test(lead) ? eol + (/[ \t]*$/.exec(lead)?.[0] ?? '') : '';
  return [insertAt(first.element.span.start, line + separator), ...edits];
}

function insertSection(
  entry: SectionEntry,
  items: readonly ItemEntry[],
  { source, definition, flavour }: RuleContext,
): TextEdit[] | undefined {
  const last = definition.sections.at(-1);
  if (!last) return undefined;
  const fixed = entry.fixedSortOrder?.value;
  const order =
    fixed === 0 && definition.sections.every((section) => section.sortOrder?.text !== '0')
      ? 0
      : nextSortOrder(definition.sections);
  const step = indentStep(source);
  const lines = [
    `<section sortOrder="${order}" name="${entry.name}" label="${entry.label}">`,
    ...items.map((item, index) => step + itemText(item, index, starterValue(item, flavour))),
    '</section>',
  ];
  return [putAfter(source, last.element, lines)];
}
