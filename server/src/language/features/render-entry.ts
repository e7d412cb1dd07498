import * as l10n from '@vscode/l10n';
import type {
  AttributeEntry,
  Catalog,
  Confidence,
  ElementEntry,
  Flavour,
  ItemEntry,
  Requiredness,
  SectionEntry,
  SourceLink,
} from '../catalog/types.ts';
import { flavours } from '../catalog/types.ts';
import { bullets, code, joined, paragraphs, plain } from './markdown.ts';
import { longKind, shortKind } from './render-kind.ts';

/*
 * The one place that turns an entry of the catalog into what a person reads, for completion and hover alike. Nothing
 * here takes text from a document, so no value of it, secret or not, can be repeated.
 */

/** An item, with everything that is known of it. Markdown. */
export function renderItem(entry: ItemEntry, catalog: Catalog): string {
  return paragraphs(
    title(entry.name, entry.label),
    l10n.t(entry.summary),
    bullets([
      typeLine(entry, catalog),
      entry.default === undefined ? undefined : l10n.t('Default when the item is missing: {0}', code(entry.default)),
      prescribedLine(entry, catalog),
      ...requirednessLines(entry, catalog),
      interfaceLine(entry),
      together(entry.requiresWith),
      entry.sameValueAs === undefined ? undefined : l10n.t('Carries the same value as {0}', code(entry.sameValueAs)),
      entry.metadataOnly ? undefined : itemKey(entry),
      orderLine(entry, catalog),
      entry.valueRequired ? l10n.t('The value must be in the file') : undefined,
      entry.uniqueInOrg ? l10n.t('No other call center of the org may have the same value') : undefined,
      entry.metadataOnly ? undefined : changeLine(entry.editableAfterImport),
    ]),
    details(entry.details),
    renderSources(entry, catalog),
  );
}

/** A section, with the items that it is known for. Markdown. */
export function renderSection(entry: SectionEntry, catalog: Catalog): string {
  const items = entry.items.filter((item) => !item.metadataOnly && !item.vendorOnly);
  return paragraphs(
    title(entry.name, entry.label),
    l10n.t(entry.summary),
    bullets([
      ...requirednessLines(entry, catalog),
      interfaceLine(entry),
      sectionKeys(`/${entry.name}`, entry.flavours.openCti !== 'notApplicable'),
      orderLine(entry, catalog),
      l10n.t('Items: {0}', items.map((item) => code(item.name)).join(', ')),
    ]),
    details(entry.details),
    renderSources(entry, catalog),
  );
}

/** An element of the format. Markdown. */
export function renderElement(entry: ElementEntry, catalog: Catalog): string {
  const names = (list: readonly string[]) => list.map((name) => code(`<${name}>`)).join(', ');
  const attributes = entry.attributes.map(({ name, required }) =>
    required ? l10n.t('{0} (required)', code(name)) : code(name),
  );
  return paragraphs(
    `**${code(`<${entry.name}>`)}**`,
    l10n.t(entry.summary),
    bullets([
      entry.parents.length > 0 ? l10n.t('Stands in {0}', names(entry.parents)) : l10n.t('The root of the file'),
      entry.children.length > 0 ? l10n.t('Holds {0}', names(entry.children)) : l10n.t('Holds text: the value'),
      attributes.length > 0 ? l10n.t('Attributes: {0}', attributes.join(', ')) : undefined,
    ]),
    details(entry.details),
    renderSources(entry, catalog),
  );
}

/** An attribute of an element; `key` is where an adapter reads it, when that is known. Markdown. */
export function renderAttribute(entry: AttributeEntry, element: string, catalog: Catalog, key?: string): string {
  return paragraphs(
    l10n.t('**{0}** of {1}', code(entry.name), code(`<${element}>`)),
    l10n.t(entry.summary),
    bullets([
      entry.required ? l10n.t('Required') : l10n.t('Optional'),
      entry.maxLength === undefined ? undefined : l10n.t('At most {0} characters', entry.maxLength),
      key === undefined ? undefined : l10n.t('Key at run time: {0}', key),
    ]),
    details(entry.details),
    renderSources(entry, catalog),
  );
}

/** A few words beside a completion: what it is to the flavours named, and what its value is. Plain text. */
export function detailOfItem(
  entry: ItemEntry,
  requiredness: Requiredness,
  by: readonly Flavour[],
  catalog: Catalog,
): string {
  return joined([detailOf(entry, requiredness, by, catalog), shortKind(entry.value)], ' · ');
}

/** The same for a section. `by` is empty where it goes without saying whose it is. Plain text. */
export function detailOf(
  entry: ItemEntry | SectionEntry,
  requiredness: Requiredness,
  by: readonly Flavour[],
  catalog: Catalog,
): string {
  if (entry.sampleOnly) return l10n.t('only for Salesforce’s demo adapter');
  if (entry.kind === 'item' && entry.vendorOnly) return l10n.t('a vendor’s addition');
  return joined([requirednessWord(requiredness), titles(by, catalog)], ' · ');
}

export function titles(list: readonly Flavour[], catalog: Catalog): string {
  return list.length === flavours.length
    ? l10n.t('every flavour')
    : list.map((flavour) => l10n.t(catalog.flavourInfo[flavour].title)).join(', ');
}

/**
 * The key of the label of the two items whose place is fixed, `reqInternalName` and `reqDisplayName`: they are fields of
 * the call center itself and have no keys but these below their own (reference, section 8.4). Undefined for all others.
 */
export function labelKeyOf(entry: ItemEntry | undefined): string | undefined {
  if (entry?.section !== 'reqGeneralInfo' || entry.fixedSortOrder === undefined) return undefined;
  return `/${entry.name.replace(/^req([A-Z])/, (_, letter: string) => letter.toLowerCase())}Label`;
}

function requirednessWord(requiredness: Requiredness): string {
  if (requiredness === 'required') return l10n.t('required');
  return requiredness === 'optional' ? l10n.t('optional') : l10n.t('not used');
}

function title(name: string, label: string): string {
  return `**${code(name)}** — ${plain(label)}`;
}

/** The catalog writes details in Markdown. */
function details(text: string): string | undefined {
  return text === '' ? undefined : l10n.t(text);
}

function typeLine(entry: ItemEntry, catalog: Catalog): string {
  const type = l10n.t('Type: {0}', longKind(entry.value));
  const confidence = entry.patternConfidence;
  if (confidence === undefined || confidence === entry.confidence) return type;
  return l10n.t('{0} (its exact form: {1})', type, confidenceWords(confidence, catalog));
}

function prescribedLine(entry: ItemEntry, catalog: Catalog): string | undefined {
  const values = flavours.flatMap((flavour) => {
    const value = entry.prescribed?.[flavour];
    return value === undefined ? [] : [l10n.t('{0} for {1}', code(value), titles([flavour], catalog))];
  });
  return values.length > 0 ? l10n.t('Prescribed value: {0}', values.join(', ')) : undefined;
}

function requirednessLines(entry: ItemEntry | SectionEntry, catalog: Catalog): (string | undefined)[] {
  const saying = (requiredness: Requiredness) => flavours.filter((flavour) => entry.flavours[flavour] === requiredness);
  const required = saying('required');
  const optional = saying('optional');
  if (required.length + optional.length === 0) return [l10n.t('Not part of a file that Setup imports')];
  return [
    required.length > 0 ? l10n.t('Required: {0}', titles(required, catalog)) : undefined,
    optional.length > 0 ? l10n.t('Optional: {0}', titles(optional, catalog)) : undefined,
  ];
}

function interfaceLine({ classic, lightning }: ItemEntry | SectionEntry): string | undefined {
  if (classic && lightning) return l10n.t('Works in Salesforce Classic and Lightning Experience');
  if (classic) return l10n.t('Works in Salesforce Classic only');
  return lightning ? l10n.t('Works in Lightning Experience only') : undefined;
}

function together(names: readonly string[]): string | undefined {
  return names.length > 0 ? l10n.t('Only together with {0}', names.map(code).join(', ')) : undefined;
}

/** Where an adapter reads an item of the catalog (reference, section 8.4). Markdown. */
export function itemKey(entry: ItemEntry): string {
  const key = `/${entry.section}/${entry.name}`;
  const labelKey = labelKeyOf(entry);
  if (labelKey !== undefined)
    return l10n.t('Key in {0}: {1}; its label is under {2}', settingsCall, code(key), code(labelKey));
  return itemKeys(key, entry.flavours.openCti !== 'notApplicable');
}

/** By which function Open CTI adapters get their settings. */
const settingsCall = code('getCallCenterSettings()');

/** Where an adapter reads an item of that key; `openCti` where that may be an Open CTI adapter. Markdown. */
export function itemKeys(key: string, openCti: boolean): string {
  const [label, order] = [code('…/label'), code('…/sortOrder')];
  return openCti
    ? l10n.t('Key in {0}: {1}; its label is under {2}, its place under {3}', settingsCall, code(key), label, order)
    : l10n.t('Key at run time: {0}; its label is under {1}, its place under {2}', code(key), label, order);
}

/** Where an adapter reads what is in a section, and its label. Markdown. */
export function sectionKeys(key: string, openCti: boolean): string {
  const [values, label] = [code(`${key}/…`), code(`${key}/label`)];
  return openCti
    ? l10n.t('Keys in {0}: {1} for the values, {2} for the label', settingsCall, values, label)
    : l10n.t('Keys at run time: {0} for the values, {1} for the label', values, label);
}

function orderLine({ fixedSortOrder: fixed }: ItemEntry | SectionEntry, catalog: Catalog): string | undefined {
  if (!fixed) return undefined;
  const order = fixed.contradicted
    ? l10n.t('sortOrder: {0}; published files differ', fixed.value)
    : l10n.t('sortOrder: always {0}', fixed.value);
  return `${order} (${confidenceWords(fixed.confidence, catalog)})`;
}

function changeLine(editable: boolean): string {
  return editable
    ? l10n.t('The value can be edited in Setup after the import')
    : l10n.t('The value can never be changed after the import');
}

interface Sourced {
  readonly confidence: Confidence;
  readonly sources: readonly SourceLink[];
}

/** Where something is known from, and how sure it is. Markdown. */
export function renderSources({ confidence, sources }: Sourced, catalog: Catalog): string {
  const shown = sources.map(({ title: text, url }) => (url === undefined ? plain(text) : `[${plain(text)}](${url})`));
  const words = confidenceWords(confidence, catalog);
  return shown.length > 0 ? l10n.t('Source ({0}): {1}', words, shown.join(' · ')) : l10n.t('Source: {0}', words);
}

function confidenceWords(confidence: Confidence, catalog: Catalog): string {
  return l10n.t(catalog.confidenceLabels[confidence]);
}
