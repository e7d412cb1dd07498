import type { Flavour, ItemEntry, Requiredness, SectionEntry } from '../../catalog/types.ts';
import type { Item, Section } from '../../model/definition.ts';
import { requirednessIn } from '../likely-flavours.ts';
import { detailOf, detailOfItem, renderItem, renderSection, titles } from '../render-entry.ts';
import type { CompletionContext } from './context.ts';
import { sectionContent } from './new-element.ts';
import { toPlain } from './pieces.ts';

/** An entry of the catalog that may still be written, with what stands beside it in a list. */
export interface Candidate<Entry> {
  readonly entry: Entry;
  readonly label: string;
  readonly detail: string;
  readonly documentation: string;
}

export interface SectionCandidate extends Candidate<SectionEntry> {
  /** Whose items a new section of that name brings. */
  readonly flavour: Flavour;
}

/** The items that the section may still have, required ones first. `current` is being named and does not count as present. */
export function itemCandidates(
  context: CompletionContext,
  section: Section,
  current?: Item,
): readonly Candidate<ItemEntry>[] {
  const { catalog, likely } = context;
  const known = catalog.section(section.name?.text ?? '');
  const present = namesOf(section.items, current);
  const free = known?.items.filter((entry) => !entry.metadataOnly && !present.has(entry.name)) ?? [];
  return ranked(free, likely).map(({ entry, requiredness, by }) => ({
    entry,
    label: entry.name,
    detail: detailOfItem(entry, requiredness, ownersToName(by, likely), catalog),
    documentation: renderItem(entry, catalog),
  }));
}

/**
 * The sections that the definition may still have, required ones first. A section comes once for each likely flavour
 * whose new definition has other items in it.
 */
export function sectionCandidates(context: CompletionContext, current?: Section): readonly SectionCandidate[] {
  const { catalog, definition, likely } = context;
  const present = namesOf(definition.sections, current);
  const free = catalog.sections.filter((entry) => !present.has(entry.name));
  return ranked(free, likely).flatMap(({ entry, requiredness, by }) => {
    const variants = byContent(entry, by);
    return variants.map((variant) => ({
      entry,
      label: variants.length > 1 ? `${entry.name} (${titles(variant, catalog)})` : entry.name,
      detail: detailOf(entry, requiredness, variants.length > 1 ? [] : ownersToName(by, likely), catalog),
      documentation: renderSection(entry, catalog),
      flavour: variant[0] ?? 'openCti',
    }));
  });
}

/** The flavours that a detail names: none where all that are possible say the same. */
function ownersToName(by: readonly Flavour[], likely: readonly Flavour[]): readonly Flavour[] {
  return by.length === likely.length ? [] : by;
}

interface Ranked<Entry> {
  readonly entry: Entry;
  readonly requiredness: Requiredness;
  readonly by: readonly Flavour[];
}

/** Required, optional, then what only a demo or a vendor reads. What no likely flavour knows is left out. */
function ranked<Entry extends ItemEntry | SectionEntry>(
  entries: readonly Entry[],
  likely: readonly Flavour[],
): readonly Ranked<Entry>[] {
  const found = entries
    .map((entry) => ({ entry, ...requirednessIn(entry, likely) }))
    .filter(({ requiredness }) => requiredness !== 'notApplicable');
  const rank = ({ entry, requiredness, by }: Ranked<Entry>) => {
    if (entry.sampleOnly || (entry.kind === 'item' && entry.vendorOnly)) return 9;
    // Before the flavour is clear, what all have in common comes first.
    return (requiredness === 'required' ? 0 : 4) + (by.length === likely.length ? 0 : 1);
  };
  return found.sort((a, b) => rank(a) - rank(b));
}

/** The flavours in groups that bring the same items. */
function byContent(entry: SectionEntry, by: readonly Flavour[]): readonly (readonly Flavour[])[] {
  const groups = new Map<string, Flavour[]>();
  for (const flavour of by) {
    const content = toPlain(sectionContent(entry, flavour, { eol: '', indent: '', step: '' }));
    groups.set(content, [...(groups.get(content) ?? []), flavour]);
  }
  return [...groups.values()];
}

function namesOf<Part extends Item | Section>(parts: readonly Part[], except: Part | undefined): ReadonlySet<string> {
  return new Set(parts.filter((part) => part !== except).map((part) => part.name?.text ?? ''));
}
