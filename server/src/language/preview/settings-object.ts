import type { Definition } from '../model/definition.ts';
import { internalNameOf } from '../model/internal-name.ts';
import { isSecret } from '../model/secrets.ts';
import { parseSortOrder } from '../model/sort-order.ts';
import type { RuleContext } from '../rules/define-rule.ts';
import { fieldsOf, generalItem, nameOf } from './fields.ts';

/** One key of the settings object. */
export interface SettingsKey {
  readonly key: string;
  readonly value: string;
  /** What it is, for people who read the keys: a label. */
  readonly about: string;
  readonly masked: boolean;
}

/** What stands in the place of a secret. */
export const mask = '•••';

/** Fields of the call center itself: they have a value and a label elsewhere, and no sort order (reference, section 8.4). */
export const fixedItems: readonly string[] = ['reqInternalName', 'reqDisplayName'];

/**
 * What `getCallCenterSettings()` returns (reference, section 8.4), key by key, in the order of Setup. Of several fields with
 * one key the last one counts here; which one the platform takes is not documented.
 */
export function settingsOf(
  { source, definition, catalog }: RuleContext,
  secrets: 'masked' | 'shown',
): readonly SettingsKey[] {
  const keys = new Map<string, SettingsKey>();
  const add = (key: string, value: string, about: string, masked = false) =>
    keys.set(key, { key, value, about, masked });
  const names = namesOf(definition, (name) => catalog.item('reqGeneralInfo', name)?.label ?? name);
  add('/label', names.display, names.displayLabel);
  add('/internalNameLabel', names.internalLabel, 'reqInternalName');
  add('/displayNameLabel', names.displayLabel, 'reqDisplayName');
  for (const [place, { part, items }] of fieldsOf(source).sections.entries()) {
    const sectionName = nameOf(part.section);
    if (sectionName === '') continue;
    const section = `/${sectionName}`;
    const sectionLabel = part.section.label?.text ?? '';
    if (part.section.label) add(`${section}/label`, sectionLabel, sectionLabel);
    add(`${section}/sortOrder`, orderText(part.section.sortOrder?.text, place), sectionLabel);
    const general = sectionName === 'reqGeneralInfo';
    if (general) {
      add(`${section}/reqInternalName`, names.internal, names.internalLabel);
      add(`${section}/reqDisplayName`, names.display, names.displayLabel);
    }
    // The metadata form has the two names as elements, and its items stand behind them.
    const first = general && definition.body === 'metadata' ? missingNames(items.map(({ item }) => nameOf(item))) : 0;
    for (const [itemPlace, { item }] of items.entries()) {
      const name = nameOf(item);
      if (name === '' || (general && fixedItems.includes(name))) continue;
      const label = item.label?.text ?? '';
      const hidden = isSecret(name, catalog.item(sectionName, name)?.value.kind) && item.value.text.trim() !== '';
      const masked = hidden && secrets === 'masked';
      add(`${section}/${name}`, masked ? mask : item.value.text, label, masked);
      if (item.label) add(`${section}/${name}/label`, label, label);
      add(`${section}/${name}/sortOrder`, orderText(item.sortOrder?.text, first + itemPlace), label);
    }
  }
  return [...keys.values()];
}

/** At run time a decimal (reference, rule O8); without a number that can be read, the place in the order shown. */
function orderText(written: string | undefined, place: number): string {
  return (parseSortOrder(written) ?? place).toFixed(1);
}

function missingNames(present: readonly string[]): number {
  return fixedItems.filter((name) => !present.includes(name)).length;
}

function namesOf(definition: Definition, usualLabel: (name: string) => string) {
  const { metadata } = definition;
  const internal = generalItem(definition, 'reqInternalName');
  const display = generalItem(definition, 'reqDisplayName');
  return {
    internal: internalNameOf(definition)?.text ?? internal?.value.text ?? '',
    display: metadata?.displayName?.text ?? display?.value.text ?? '',
    internalLabel: metadata?.internalNameLabel?.text ?? internal?.label?.text ?? usualLabel('reqInternalName'),
    displayLabel: metadata?.displayNameLabel?.text ?? display?.label?.text ?? usualLabel('reqDisplayName'),
  };
}
