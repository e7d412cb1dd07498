import * as l10n from '@vscode/l10n';
import type { Catalog, ItemEntry } from '../catalog/types.ts';
import type { Definition, Field, Item, Section } from '../model/definition.ts';
import { metadataStem } from '../model/file-name.ts';
import { legalInternalName } from '../model/internal-name.ts';
import type { Span } from '../text/span.ts';
import { commentsOf } from './comments.ts';
import type { Conversion, Loss } from './conversion.ts';
import { readCustomSettings, type Setting } from './custom-settings.ts';
import { attributeLosses, byPlace, commentLosses, instructionLosses } from './losses.ts';
import type { ItemPlan, SectionPlan } from './plan.ts';
import { serialiseDefinition } from './serialise.ts';

/**
 * A metadata component as a file for Setup (reference, sections 7.2 and 7.4). The definition has no obstacle
 * (obstacles.ts). The order of elements becomes `sortOrder`; where `customSettings` or `adapterUrl` and an item
 * disagree the item's value is taken, since which of the two the platform uses is not documented.
 */
export function toImport(definition: Definition, catalog: Catalog): Conversion {
  const { root, metadata, sections } = definition;
  const nowhere: Span = root?.nameSpan ?? { start: 0, end: 0 };
  const settings = readCustomSettings(definition.source);
  if (settings.kind === 'broken') return { kind: 'refused', reason: settings.reason, at: settings.at };

  const comments = commentsOf(definition);
  const losses: Loss[] = [
    ...attributeLosses(definition),
    ...commentLosses(comments),
    ...instructionLosses(definition),
    ...leftOut(definition),
  ];
  const lose = (code: Loss['code'], at: Span, message: string) => losses.push({ code, at, message });
  const general = sections.find(({ name }) => name?.text === 'reqGeneralInfo');
  const names = namesOf(definition, general, nowhere, lose);
  if (names === undefined) {
    const reason = l10n.t(
      'The file does not say what the call center is called: its name is no <InternalName>.callCenter-meta.xml, and there is no fullName and no displayName. Save it under that name first.',
    );
    return { kind: 'refused', reason, at: nowhere };
  }

  const entry = (name: string) => catalog.item('reqGeneralInfo', name);
  const plan = (item: Item): ItemPlan => ({
    name: item.name?.text ?? '',
    ...(item.label && { label: item.label.text }),
    value: item.value.text,
    comments: comments.before(item.element),
  });
  const fixed = (name: string, label: Field | undefined, value: string): ItemPlan => {
    const item = general?.items.find((candidate) => candidate.name?.text === name);
    const text = item?.label?.text ?? label?.text ?? entry(name)?.label ?? name;
    return { name, label: text, value, comments: item ? comments.before(item.element) : [] };
  };
  const present = new Map((general?.items ?? []).map((item) => [item.name?.text ?? '', item]));
  const added = addedItems(definition, settings.settings, present, catalog, lose);
  const items: ItemPlan[] = [
    fixed('reqInternalName', metadata?.internalNameLabel, names.internal),
    fixed('reqDisplayName', metadata?.displayNameLabel, names.display),
    ...added,
    ...[...(general?.items ?? [])]
      .filter((item) => !['reqInternalName', 'reqDisplayName'].includes(item.name?.text ?? ''))
      .map(plan),
  ];
  const generalEntry = catalog.section('reqGeneralInfo');
  const label = general ? general.label?.text : generalEntry?.label;
  const generalPlan: SectionPlan = {
    name: 'reqGeneralInfo',
    ...(label !== undefined && { label }),
    comments: general ? comments.before(general.element) : [],
    items,
    trailing: general ? comments.behindLastIn(general.element) : [],
  };
  const text = serialiseDefinition({
    comments: root ? comments.before(root) : [],
    sections: [
      ...(general ? [] : [generalPlan]),
      ...sections.map((section) =>
        section === general
          ? generalPlan
          : {
              name: section.name?.text ?? '',
              ...(section.label && { label: section.label.text }),
              comments: comments.before(section.element),
              items: section.items.map(plan),
              trailing: comments.behindLastIn(section.element),
            },
      ),
    ],
    trailing: root ? comments.behindLastIn(root) : [],
    after: comments.after,
  });
  return { kind: 'converted', text, fileName: `${names.internal}.xml`, losses: byPlace(losses) };
}

type Lose = (code: Loss['code'], at: Span, message: string) => void;

interface Names {
  readonly internal: string;
  readonly display: string;
}

/** The two names, from the file's name and elements, or from items where a file has them (reference, section 7.2). */
function namesOf(definition: Definition, general: Section | undefined, nowhere: Span, lose: Lose): Names | undefined {
  const { metadata, source } = definition;
  const item = (name: string) => general?.items.find((candidate) => candidate.name?.text === name)?.value;
  const stated = metadata?.fullName?.text.trim() || metadataStem(source.uri);
  const internalItem = item('reqInternalName');
  const displayItem = item('reqDisplayName');
  const written = internalItem?.text.trim() || stated;
  const given = metadata?.displayName?.text ?? '';
  const shown = given.trim() !== '' ? given : (displayItem?.text ?? '');
  const internal = legalInternalName(written || shown);
  if (internal === '') return undefined;
  if (!written) {
    const message = l10n.t(
      'The file does not say the internal name, which is the name of a metadata file. “{0}” is made from the display name: check it, it can never be changed after the import.',
      internal,
    );
    lose('internal-name', metadata?.displayName?.span ?? nowhere, message);
  } else if (internal !== written) {
    const message = l10n.t(
      'The internal name “{0}” is not one that Setup takes (letters and digits, a letter first, 40 at most); it became “{1}”. Check it: it can never be changed after the import.',
      written,
      internal,
    );
    lose('internal-name', internalItem?.span ?? metadata?.fullName?.span ?? nowhere, message);
  }
  if (stated && internalItem && internalItem.text.trim() !== '' && internalItem.text.trim() !== stated) {
    const message = l10n.t(
      'The file is named {0}, its item reqInternalName says {1}: the value of the item was taken.',
      stated,
      internalItem.text.trim(),
    );
    lose('value-differs', internalItem.span, message);
  }
  if (shown.trim() === '') {
    lose('display-name', nowhere, l10n.t('There is no display name: the internal name stands in for it.'));
  } else if (displayItem && displayItem.text !== shown) {
    const message = l10n.t(
      'displayName says “{0}”, the item reqDisplayName says “{1}”: the value of displayName was taken.',
      brief(shown),
      brief(displayItem.text),
    );
    lose('value-differs', displayItem.span, message);
  }
  return { internal, display: shown.trim() === '' ? internal : shown };
}

/** What the metadata form says outside the items, as items where Setup has one, else as losses. */
function addedItems(
  { metadata }: Definition,
  settings: readonly Setting[],
  present: ReadonlyMap<string, Item>,
  catalog: Catalog,
  lose: Lose,
): ItemPlan[] {
  const added: ItemPlan[] = [];
  const take = (name: string, value: string, at: Span, from: string, known: ItemEntry | undefined): void => {
    const item = present.get(name);
    if (item) {
      if (item.value.text === value) return;
      const message = l10n.t(
        '{0} says “{2}”, the item {1} says “{3}”: the value of the item was taken. If the other one is right, write it there.',
        from,
        name,
        brief(value),
        brief(item.value.text),
      );
      lose('value-differs', at, message);
      return;
    }
    added.push({ name, label: known?.label ?? name, value });
    lose('item-added', at, l10n.t('{0} has a value and there is no item {1}: one was made.', from, name));
  };
  const adapterUrl = metadata?.adapterUrl;
  if (adapterUrl && adapterUrl.text !== '')
    take(
      'reqAdapterUrl',
      adapterUrl.text,
      adapterUrl.span,
      'adapterUrl',
      catalog.item('reqGeneralInfo', 'reqAdapterUrl'),
    );
  for (const { key, value, at } of settings) {
    if (catalog.itemsInCustomSettings.includes(key) || present.has(key)) {
      take(key, value, at, 'customSettings', catalog.item('reqGeneralInfo', key));
      continue;
    }
    const message = l10n.t(
      'The key {0} of customSettings has no counterpart in a file for Setup. Deploy the metadata where it is needed.',
      key,
    );
    lose('settings-key', at, message);
  }
  return added;
}

function leftOut({ metadata }: Definition): Loss[] {
  const losses: Loss[] = [];
  for (const { span } of metadata?.channels ?? []) {
    const message = l10n.t('contactCenterChannels are no part of a file for Setup: they are set up in the org.');
    losses.push({ code: 'contact-center-channels', at: span, message });
  }
  for (const { span } of metadata?.statusMaps ?? []) {
    const message = l10n.t('vendorCallCenterStatusMaps are no part of a file for Setup: they are set up in the org.');
    losses.push({ code: 'status-maps', at: span, message });
  }
  const version = metadata?.version;
  if (version)
    losses.push({
      code: 'version',
      at: version.span,
      message: l10n.t('version is no part of a file for Setup, which needs none: nothing has to be done about it.'),
    });
  return losses;
}

/** The beginning of a value, enough to know it by. */
function brief(value: string): string {
  const text = value.trim();
  return text.length > 80 ? `${text.slice(0, 80).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
