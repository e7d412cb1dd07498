import * as l10n from '@vscode/l10n';
import type { Catalog, Flavour } from '../catalog/types.ts';
import type { Definition, Item, Section } from '../model/definition.ts';
import { inSortOrder, parseSortOrder } from '../model/sort-order.ts';
import type { Span } from '../text/span.ts';
import { type Comments, commentsOf } from './comments.ts';
import type { Conversion, Loss } from './conversion.ts';
import { writeCustomSettings } from './custom-settings.ts';
import { attributeLosses, byPlace, commentLosses, instructionLosses } from './losses.ts';
import type { ItemPlan, SectionPlan } from './plan.ts';
import { serialiseMetadata } from './serialise.ts';

/**
 * An import body as a metadata component (reference, sections 7.2 and 7.4). The definition has no obstacle
 * (obstacles.ts). The internal name becomes the name of the file; what an Open CTI file says about the softphone goes
 * into `customSettings` as well, where retrieved files have it.
 */
export function toMetadata(definition: Definition, flavour: Flavour, catalog: Catalog): Conversion {
  const { root } = definition;
  const general = definition.sections.find(({ name }) => name?.text === 'reqGeneralInfo');
  const internalName = itemOf(general, 'reqInternalName');
  const displayName = itemOf(general, 'reqDisplayName');
  const name = internalName?.value.text.trim() ?? '';
  if (!/^[A-Za-z]\w*$/.test(name)) {
    const reason =
      name === ''
        ? l10n.t(
            'There is no internal name: the metadata form has it as the name of its file. Fill in reqInternalName.',
          )
        : l10n.t('The internal name “{0}” cannot be the name of a metadata component. Mend it first.', name);
    return { kind: 'refused', reason, at: internalName?.value.span ?? root?.nameSpan ?? { start: 0, end: 0 } };
  }

  const comments = commentsOf(definition);
  const losses: Loss[] = [
    ...orderLosses(definition.sections, root?.nameSpan),
    ...definition.sections.flatMap(({ items, element, name: section }) =>
      orderLosses(items, section?.span ?? element.openTag),
    ),
    ...fixedPlaceLosses(internalName, 0),
    ...fixedPlaceLosses(displayName, 1),
    ...attributeLosses(definition),
    ...commentLosses(comments),
    ...instructionLosses(definition),
  ];
  const lose = (code: Loss['code'], at: Span, message: string) => losses.push({ code, at, message });
  const label = (item: Item | undefined, fallback: string): string => {
    if (item?.label && item.label.text !== '') return item.label.text;
    lose('label-added', item?.element.openTag ?? root?.nameSpan ?? { start: 0, end: 0 }, labelAdded(fallback));
    return fallback;
  };
  const own = (item: Item) => item !== internalName && item !== displayName;

  const sections = inSortOrder(definition.sections).map((section) => {
    const carried = carryComments(section, comments, own);
    return sectionPlan(section, carried, comments, lose);
  });
  if (!displayName || displayName.value.text.trim() === '') {
    const at = displayName?.value.span ?? internalName?.element.openTag ?? { start: 0, end: 0 };
    lose(
      'display-name',
      at,
      l10n.t('There is no display name, which the metadata form demands: the internal name stands in for it.'),
    );
  }
  const generalItems = inSortOrder(general?.items ?? []);
  const settings = writeCustomSettings(
    generalItems.map((item) => ({ name: item.name?.text ?? '', value: item.value.text })),
    flavour,
    catalog,
  );
  if (settings.added) {
    const message = l10n.t(
      'customSettings says reqCallCenterType = SCVBYOT: without it a deployment checks the file by the rules of the CTI Toolkit.',
    );
    lose('settings-key-added', root?.nameSpan ?? { start: 0, end: 0 }, message);
  }
  const adapterUrl = itemOf(general, 'reqAdapterUrl')?.value.text;
  const text = serialiseMetadata({
    comments: root ? comments.before(root) : [],
    ...(adapterUrl !== undefined && adapterUrl !== '' && { adapterUrl }),
    ...(settings.json !== undefined && { customSettings: settings.json }),
    displayName: displayName?.value.text.trim() ? displayName.value.text : name,
    displayNameLabel: label(displayName, 'Display Name'),
    internalNameLabel: label(internalName, 'Internal Name'),
    sections,
    trailing: root ? comments.behindLastIn(root) : [],
    after: comments.after,
  });
  return { kind: 'converted', text, fileName: `${name}.callCenter-meta.xml`, losses: byPlace(losses) };
}

function itemOf(section: Section | undefined, name: string): Item | undefined {
  return section?.items.find((item) => item.name?.text === name);
}

function labelAdded(name: string): string {
  return l10n.t('There is no label, which the metadata form demands: “{0}” stands in for it.', name);
}

/** The items that stay, each with its comments and those of the items before it that have no counterpart. */
function carryComments(
  section: Section,
  comments: Comments,
  stays: (item: Item) => boolean,
): readonly { readonly item: Item; readonly comments: readonly string[] }[] {
  let waiting: readonly string[] = [];
  const carried: { readonly item: Item; readonly comments: readonly string[] }[] = [];
  for (const item of inSortOrder(section.items)) {
    waiting = [...waiting, ...comments.before(item.element)];
    if (!stays(item)) continue;
    carried.push({ item, comments: waiting });
    waiting = [];
  }
  const last = carried.at(-1);
  return last && waiting.length > 0
    ? [...carried.slice(0, -1), { ...last, comments: [...last.comments, ...waiting] }]
    : carried;
}

function sectionPlan(
  section: Section,
  items: ReturnType<typeof carryComments>,
  comments: Comments,
  lose: (code: Loss['code'], at: Span, message: string) => void,
): SectionPlan {
  const labelOf = (part: Section | Item): string => {
    if (part.label && part.label.text !== '') return part.label.text;
    const name = part.name?.text ?? '';
    lose('label-added', part.name?.span ?? part.element.openTag, labelAdded(name));
    return name;
  };
  // A section of nothing but the two names keeps their comments.
  const kept = new Set(items.flatMap((one) => one.comments));
  const left = items.length > 0 ? [] : section.items.flatMap((item) => comments.before(item.element));
  return {
    name: section.name?.text ?? '',
    label: labelOf(section),
    comments: comments.before(section.element),
    items: items.map(
      ({ item, comments: before }): ItemPlan => ({
        name: item.name?.text ?? '',
        label: labelOf(item),
        value: item.value.text,
        comments: before,
      }),
    ),
    trailing: [...left.filter((comment) => !kept.has(comment)), ...comments.behindLastIn(section.element)],
  };
}

/** Numbers that are not 0 to n - 1, and an order of lines that is not theirs. */
function orderLosses(list: readonly (Section | Item)[], at: Span | undefined): Loss[] {
  const place = at ?? { start: 0, end: 0 };
  const numbers = list.map(({ sortOrder }) => parseSortOrder(sortOrder?.text));
  const sorted = [...numbers].sort((a, b) => (a ?? -1) - (b ?? -1));
  const losses: Loss[] = [];
  if (sorted.some((number, index) => number !== index)) {
    const message = l10n.t(
      'The sort orders are not 0, 1, 2 …; their order is kept by the order of the elements, the numbers are not.',
    );
    losses.push({ code: 'sort-order', at: place, message });
  }
  if (inSortOrder(list).some((part, index) => part !== list[index])) {
    const message = l10n.t('The lines stand in another order than their sort orders; the sort orders decide.');
    losses.push({ code: 'document-order', at: place, message });
  }
  return losses;
}

function fixedPlaceLosses(item: Item | undefined, place: number): Loss[] {
  if (!item || parseSortOrder(item.sortOrder?.text) === place) return [];
  const name = item.name?.text ?? '';
  const message = l10n.t(
    '{0} is no item in the metadata form. On the way back it gets its place, sortOrder {1}.',
    name,
    place,
  );
  return [{ code: 'sort-order', at: item.sortOrder?.span ?? item.element.openTag, message }];
}
