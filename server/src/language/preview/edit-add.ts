import { starterValue } from '../catalog/starter-value.ts';
import type { ItemEntry, SectionEntry } from '../catalog/types.ts';
import { newNameTrouble } from '../features/run-time-keys.ts';
import type { RuleContext } from '../rules/define-rule.ts';
import { appendItem, insertItemAt } from '../rules/insert-item.ts';
import { insertSection } from '../rules/insert-section.ts';
import { requiredItems } from '../rules/required.ts';
import { saidElsewhere } from '../rules/said-elsewhere.ts';
import { wordsOf } from '../rules/words.ts';
import type { PreviewEdit } from '../service/preview.ts';
import type { SectionPart } from './fields.ts';
import { nameOf } from './fields.ts';
import type { PreviewOperation } from './preview.ts';
import { edited, refused } from './refusal.ts';

/** A new item behind the others of its section; one whose place is fixed goes there. */
export function addItem(
  context: RuleContext,
  { section, id }: SectionPart,
  { name, label, value }: Extract<PreviewOperation, { kind: 'addItem' }>,
): PreviewEdit {
  const trouble = newNameTrouble(name, section.items, context.catalog);
  if (trouble !== undefined) return refused(trouble);
  const known = context.catalog.item(nameOf(section), name);
  const entry = { name, label: label ?? known?.label ?? wordsOf(name) };
  const text = value ?? (known ? starterValue(known, context.flavour) : '');
  const place = known?.fixedSortOrder?.value;
  const edits =
    place === undefined || context.definition.body !== 'import'
      ? [appendItem(context, section, entry, text)]
      : insertItemAt(context, section, entry, text, place);
  return edited(edits, `${id}/${name}`);
}

/** A new section behind the others; a known one brings what it has in a new definition of the flavour. */
export function addSection(context: RuleContext, name: string, label: string | undefined): PreviewEdit {
  const { definition, catalog, flavour } = context;
  const trouble = newNameTrouble(name, definition.sections, catalog);
  if (trouble !== undefined) return refused(trouble);
  const known = catalog.section(name);
  const items = known ? startingItems(context, known) : [];
  const entry = {
    name,
    label: label ?? known?.label ?? wordsOf(name),
    ...(known?.fixedSortOrder && { fixedSortOrder: known.fixedSortOrder }),
  };
  const edits = insertSection(
    context,
    entry,
    items.map((item) => ({ entry: item, value: starterValue(item, flavour) })),
  );
  return edited(edits, `/${name}`);
}

/** What a new definition of the flavour has in a section: what it must have, and what it starts with. */
function startingItems({ definition, flavour }: RuleContext, section: SectionEntry): readonly ItemEntry[] {
  const required = new Set(requiredItems(section, flavour, definition));
  const elsewhere = saidElsewhere(definition);
  return section.items.filter(
    (item) => required.has(item) || (item.starter?.[flavour] && !item.metadataOnly && !elsewhere.has(item.name)),
  );
}
