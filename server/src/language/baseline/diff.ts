import type { Change, ChangeKind, FieldPlace } from './change.ts';
import type { FieldItem, FieldSection, FieldSet, FieldValue } from './field-set.ts';
import { type ItemPlace, type Match, matchFieldSets } from './match.ts';
import { type Kept, outOfOrder } from './order.ts';

export interface DiffOptions {
  /** Report values that changed as well: they can be edited in Setup, so most who ask do not want to know. */
  readonly values?: boolean;
  /** What a baseline keeps of a value's text: a text and a fingerprint can be compared only with it. */
  readonly fingerprintOf?: (text: string) => string;
}

/**
 * What is different between the field set as imported (`was`) and the present one (`now`): facts, not judgements. None
 * when they are the same. First what concerns the definition as a whole; then what is there now, section by section and
 * item by item in its present order, several facts about one place in the order of `changeKinds`; then what is gone, in
 * its old order. Which element stands first in the document does not matter, only what the sort orders make of it.
 *
 * What is unknown on one side (no internal name, no flavour, no value to compare) has not changed.
 */
export function diffFieldSets(was: FieldSet, now: FieldSet, options: DiffOptions = {}): readonly Change[] {
  const { sections, items } = matchFieldSets(was, now);
  const bySection = new Map(sections.map((match) => [match.now.section, match]));
  const byItem = byPlace(items, 'now');
  const keptSections = new Set(sections.map((match) => match.was.section));
  const keptItems = byPlace(items, 'was');
  const moved = movedIn(was, now, sections, items);
  const changes = ofDefinition(was, now);

  for (const [place, section] of now.sections.entries()) {
    const match = bySection.get(place);
    if (match) changes.push(...ofSection(match, was.sections[match.was.section], section, moved));
    else changes.push(added('section-added', { section: place, item: undefined }, false));
    for (const [itemPlace, item] of section.items.entries()) {
      const found = byItem.get(place)?.get(itemPlace);
      const before = found && was.sections[found.was.section];
      const wasItem = found && before?.items[found.was.item];
      if (!found || !before || !wasItem) changes.push(added('item-added', { section: place, item: itemPlace }, !match));
      else {
        const stayed = match?.was.section === found.was.section;
        changes.push(...ofItemName(found, wasItem, item, stayed, before.name !== section.name));
        changes.push(...ofItem(found, wasItem, item, moved, options));
      }
    }
  }

  for (const [place, { items: wasItems }] of was.sections.entries()) {
    const kept = keptSections.has(place);
    if (!kept) changes.push(removed('section-removed', { section: place, item: undefined }, false));
    for (const item of wasItems.keys()) {
      const from = { section: place, item };
      if (keptItems.get(place)?.has(item) !== true) changes.push(removed('item-removed', from, !kept));
    }
  }
  return changes;
}

function ofDefinition(was: FieldSet, now: FieldSet): Change[] {
  const whole = (kind: ChangeKind, before: string | undefined, after: string | undefined): Change[] =>
    before === undefined || after === undefined || before === after
      ? []
      : [{ kind, from: undefined, to: undefined, was: before, now: after, confidence: 1, withSection: false }];
  return [
    ...whole('flavour-changed', was.flavour, now.flavour),
    ...whole('internal-name-changed', was.internalName, now.internalName),
  ];
}

function ofSection(
  match: Match,
  was: FieldSection | undefined,
  now: FieldSection,
  moved: ReadonlySet<Match>,
): readonly Change[] {
  if (!was) return [];
  return [
    ...(was.name === now.name ? [] : [matched('section-renamed', match)]),
    ...(was.label === now.label ? [] : [matched('label-changed', match, was.label, now.label)]),
    ...(moved.has(match) ? [matched('order-changed', match, `${match.was.section}`, `${match.now.section}`)] : []),
  ];
}

function ofItemName(
  match: Match<ItemPlace>,
  was: FieldItem,
  now: FieldItem,
  stayed: boolean,
  sectionRenamed: boolean,
): readonly Change[] {
  if (!stayed) return [matched('item-moved', match)];
  if (was.name !== now.name) return [matched('item-renamed', match)];
  return sectionRenamed ? [{ ...matched('item-moved', match), withSection: true }] : [];
}

function ofItem(
  match: Match<ItemPlace>,
  was: FieldItem,
  now: FieldItem,
  moved: ReadonlySet<Match>,
  options: DiffOptions,
): readonly Change[] {
  return [
    ...(was.label === now.label ? [] : [matched('label-changed', match, was.label, now.label)]),
    ...(moved.has(match) ? [matched('order-changed', match, `${match.was.item}`, `${match.now.item}`)] : []),
    ...(options.values === true ? ofValue(match, was, now, options) : []),
  ];
}

/** The internal name is a value, too, but a fact of its own. */
function ofValue(match: Match, was: FieldItem, now: FieldItem, { fingerprintOf }: DiffOptions): readonly Change[] {
  if (was.value === undefined || now.value === undefined) return [];
  if (was.kind === 'internalName' || now.kind === 'internalName') return [];
  if (!differ(was.value, now.value, fingerprintOf)) return [];
  return [matched('value-changed', match, textOf(was.value), textOf(now.value))];
}

function differ(a: FieldValue, b: FieldValue, fingerprintOf: DiffOptions['fingerprintOf']): boolean {
  if ('text' in a && 'text' in b) return a.text !== b.text;
  const left = 'text' in a ? fingerprintOf?.(a.text) : a.fingerprint;
  const right = 'text' in b ? fingerprintOf?.(b.text) : b.fingerprint;
  return left !== undefined && right !== undefined && left !== right;
}

function textOf(value: FieldValue): string | undefined {
  return 'text' in value ? value.text : undefined;
}

/** The matches that changed places among what was kept: sections, and the items that stayed in their section. */
function movedIn(
  was: FieldSet,
  now: FieldSet,
  sections: readonly Match[],
  items: readonly Match<ItemPlace>[],
): ReadonlySet<Match> {
  const nowOf = new Map(sections.map((match) => [match.was.section, match.now.section]));
  const lists = new Map<number, KeptMatch[]>();
  for (const match of items) {
    const section = match.was.section;
    if (nowOf.get(section) !== match.now.section) continue;
    const one = { match, was: match.was.item, now: match.now.item };
    const list = lists.get(section);
    if (list) list.push(one);
    else lists.set(section, [one]);
  }
  const keptSections = sections.map((match) => ({ match, was: match.was.section, now: match.now.section }));
  // The names before and after, the same whichever side comes first.
  const keyOf = ({ match }: KeptMatch) => [nameAt(was, match.was), nameAt(now, match.now)].sort().join('\n');
  return new Set(
    [keptSections, ...lists.values()].flatMap((list) => [...outOfOrder(list, keyOf)].map(({ match }) => match)),
  );
}

interface KeptMatch extends Kept {
  readonly match: Match;
}

function nameAt(set: FieldSet, { section, item }: FieldPlace): string {
  const found = set.sections[section];
  return (item === undefined ? found : found?.items[item])?.name ?? '';
}

/** By section, then by item: one key of both would have to be a text, and there can be very many. */
function byPlace(items: readonly Match<ItemPlace>[], side: 'was' | 'now') {
  const found = new Map<number, Map<number, Match<ItemPlace>>>();
  for (const match of items) {
    const { section, item } = match[side];
    const inSection = found.get(section);
    if (inSection) inSection.set(item, match);
    else found.set(section, new Map([[item, match]]));
  }
  return found;
}

function matched(kind: ChangeKind, match: Match, was?: string, now?: string): Change {
  return { kind, from: match.was, to: match.now, was, now, confidence: match.confidence, withSection: false };
}

function added(kind: ChangeKind, to: FieldPlace, withSection: boolean): Change {
  return { kind, from: undefined, to, confidence: 1, withSection };
}

function removed(kind: ChangeKind, from: FieldPlace, withSection: boolean): Change {
  return { kind, from, to: undefined, confidence: 1, withSection };
}
