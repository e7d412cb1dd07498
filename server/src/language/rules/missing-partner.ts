import * as l10n from '@vscode/l10n';
import { starterValue } from '../catalog/starter-value.ts';
import type { ItemEntry } from '../catalog/types.ts';
import type { Definition, Item, Section } from '../model/definition.ts';
import { parseSortOrder } from '../model/sort-order.ts';
import type { TextEdit } from '../text/edits.ts';
import { nearest } from '../text/near.ts';
import type { Fix, Problem, RuleContext } from './define-rule.ts';
import { itemLines, nextSortOrder, putAfter, removeWithLine, setAttribute } from './edits.ts';
import { saidElsewhere } from './said-elsewhere.ts';

/** An item that is filled in, and the one that it makes sense with only. */
export interface Alone {
  readonly item: Item;
  readonly entry: ItemEntry;
  readonly partner: ItemEntry;
}

/**
 * Reports every item of the names given that is filled in while the item it goes with is missing, or is there without
 * a value. A partner whose name is misspelt has a rule of its own.
 *
 * @param consequence what happens if it stays, a whole sentence, already translated
 */
export function reportAlone(
  context: RuleContext,
  names: readonly string[],
  consequence: string,
  report: (problem: Problem<Alone>) => void,
): void {
  const elsewhere = saidElsewhere(context.definition);
  const lookFor = createSearch(context.definition);
  for (const { item, entry } of context.values.filled()) {
    if (!entry || !names.includes(entry.name) || !item.name) continue;
    for (const partnerName of entry.requiresWith) {
      const partner = context.catalog.item(entry.section ?? '', partnerName);
      if (!partner) continue;
      const { there, misspelt } = lookFor(item.section, partnerName);
      if (misspelt || (there && (there.value.text.trim() !== '' || !there.valueIsPlain))) continue;
      // In a metadata file the settings may say it; that the item differs from them has a rule of its own.
      if (elsewhere.get(partnerName)?.trim()) continue;
      report({
        at: item.name.span,
        message: there
          ? l10n.t('{0} has a value, but {1}, which goes with it, is empty. {2}', entry.name, partnerName, consequence)
          : l10n.t('{0} stands here without {1}; the two go only together. {2}', entry.name, partnerName, consequence),
        ...(there ? { severity: 'warning' } : { data: { item, entry, partner } }),
      });
    }
  }
}

interface FoundPartner {
  readonly there: Item | undefined;
  readonly misspelt: boolean;
}

/**
 * Looks for each name once in the sections of one name, mostly one: a hostile file has very many items that go with one.
 * That a section stands twice has a rule of its own.
 */
function createSearch({ sections }: Definition): (section: Section, name: string) => FoundPartner {
  const known = new Map<string, Map<string, FoundPartner>>();
  return (section, name) => {
    const sectionName = section.name?.text ?? '';
    const inSection = known.get(sectionName) ?? new Map<string, FoundPartner>();
    known.set(sectionName, inSection);
    const items = () => sections.filter((other) => other.name?.text === sectionName).flatMap((other) => other.items);
    const found = inSection.get(name) ?? {
      there: items().find((other) => other.name?.text === name),
      misspelt: items().some((other) => nearest(other.name?.text ?? '', [name]) !== undefined),
    };
    inSection.set(name, found);
    return found;
  };
}

/** Adds the partner next to the item, or takes the item away: which is meant, only the author knows. */
export function partnerFixes(alone: Alone | undefined, { source, definition, flavour }: RuleContext): readonly Fix[] {
  if (!alone) return [];
  const { item, entry, partner } = alone;
  const order = parseSortOrder(item.sortOrder?.text);
  const place = order === undefined ? nextSortOrder(item.section.items) : order + 1;
  const lines = itemLines(definition, partner, place, starterValue(partner, flavour));
  return [
    {
      title: l10n.t('Insert {0}', partner.name),
      preferred: false,
      edits: [putAfter(source, item.element, lines), ...moveOn(item, place)],
    },
    {
      title: l10n.t('Remove {0}', entry.name),
      preferred: false,
      edits: [removeWithLine(source, item.element.span)],
    },
  ];
}

/** The items of the section from a place on, each one further, when the place is taken. */
function moveOn(item: Item, place: number): TextEdit[] {
  const orders = item.section.items.map((other) => ({ other, order: parseSortOrder(other.sortOrder?.text) }));
  if (!orders.some(({ order }) => order === place)) return [];
  return orders.flatMap(({ other, order }) =>
    order !== undefined && order >= place
      ? [setAttribute(other.element, 'sortOrder', String(order + 1), other.sortOrder)]
      : [],
  );
}
