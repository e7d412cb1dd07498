import * as l10n from '@vscode/l10n';
import type { ItemEntry } from '../catalog/types.ts';
import { insertEntry } from '../custom-settings/edits.ts';
import { customSettingsOf } from '../custom-settings/read.ts';
import type { RuleContext } from '../rules/define-rule.ts';
import { appendToSection, itemLines, nextSortOrder } from '../rules/edits.ts';
import { insertSection } from '../rules/insert-section.ts';
import type { PreviewEdit } from '../service/preview.ts';
import type { TextEdit } from '../text/edits.ts';
import { setPartValue } from './edit-value.ts';
import { fieldsOf, nameOf, type Part } from './fields.ts';
import type { FieldId, PreviewOperation } from './preview.ts';
import { edited, refused } from './refusal.ts';

/** Where the softphone shows. */
export function setMode(context: RuleContext, mode: string): PreviewEdit {
  return setItems(context, 'reqGeneralInfo', [['reqSalesforceCompatibilityMode', mode]]);
}

/** Whole pixels, in Lightning Experience within its bounds (reference, section 3.1). */
export function setSize(
  context: RuleContext,
  { width, height }: Extract<PreviewOperation, { kind: 'setSize' }>,
): PreviewEdit {
  const sizes = [
    ['reqSoftphoneWidth', width],
    ['reqSoftphoneHeight', height],
  ] as const;
  const wanted = sizes.flatMap(([name, size]) => (size === undefined ? [] : [[name, size] as const]));
  for (const [name, size] of wanted) {
    const kind = context.catalog.item('reqGeneralInfo', name)?.value;
    if (!Number.isInteger(size) || size < 1) return refused(l10n.t('A size is a whole number of pixels.'));
    if (kind?.kind === 'pixels' && context.interface !== 'classic' && (size < kind.min || size > kind.max)) {
      return refused(l10n.t('In Lightning Experience {0} must be {1} to {2} pixels.', name, kind.min, kind.max));
    }
  }
  return setItems(
    context,
    'reqGeneralInfo',
    wanted.map(([name, size]) => [name, String(size)]),
  );
}

/** The three prefixes of `reqDialingOptions` (reference, section 5.2). */
export function setPrefixes(
  context: RuleContext,
  { outside, longDistance, international }: Extract<PreviewOperation, { kind: 'setPrefixes' }>,
): PreviewEdit {
  const given = [
    ['reqOutsidePrefix', outside],
    ['reqLongDistPrefix', longDistance],
    ['reqInternationalPrefix', international],
  ] as const;
  const wanted = given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return setItems(context, 'reqDialingOptions', wanted);
}

/** Sets known items of a section, wherever a metadata body says them; what is not there is added, be it the section. */
function setItems(
  context: RuleContext,
  sectionName: string,
  wanted: readonly (readonly [name: string, value: string])[],
): PreviewEdit {
  const { source, definition, catalog, flavour } = context;
  const edits: TextEdit[] = [];
  const missing: { readonly entry: ItemEntry; readonly value: string }[] = [];
  let id: FieldId | undefined;
  for (const [name, value] of wanted) {
    const entry = catalog.item(sectionName, name);
    if (!entry) continue;
    if (entry.flavours[flavour] === 'notApplicable') {
      return refused(l10n.t('{0} does not use {1}.', l10n.t(catalog.flavourInfo[flavour].title), name));
    }
    const part = partOf(context, sectionName, name);
    id ??= part?.id ?? `/${sectionName}/${name}`;
    if (!part) {
      missing.push({ entry, value });
      continue;
    }
    const result = setPartValue(context, part, value);
    if (result.kind === 'refused') return result;
    edits.push(...result.edits);
  }
  if (missing.length === 0) return edited(edits, id);
  const section = definition.sections.find((candidate) => nameOf(candidate) === sectionName);
  const first = nextSortOrder(section?.items ?? []);
  const added = section
    ? [
        appendToSection(
          source,
          section,
          missing.flatMap(({ entry, value }, index) => itemLines(definition, entry, first + index, value)),
        ),
      ]
    : insertSection(context, catalog.section(sectionName) ?? { name: sectionName, label: sectionName }, missing);
  return edited([...edits, ...added, ...settingEdits(context, missing)], id);
}

/** The item, else what a metadata body says in its place. */
function partOf({ source }: RuleContext, sectionName: string, name: string): Part | undefined {
  const { byId, beside } = fieldsOf(source);
  for (const part of byId.values()) {
    if (part.kind !== 'item' || nameOf(part.item) !== name) continue;
    if (nameOf(part.section.section) === sectionName) return part;
  }
  return sectionName === 'reqGeneralInfo'
    ? beside.find((part) => part.kind === 'setting' && part.name === name)
    : undefined;
}

/** Retrieved files repeat some items in `customSettings` (reference, section 7.3): where there are such keys, new ones join them. */
function settingEdits(
  { source, catalog }: RuleContext,
  added: readonly { readonly entry: ItemEntry; readonly value: string }[],
): readonly TextEdit[] {
  const settings = customSettingsOf(source);
  const root = settings?.root;
  if (!settings || settings.errors.length > 0 || settings.entries.length === 0 || root?.type !== 'object') return [];
  return added
    .filter(({ entry }) => catalog.itemsInCustomSettings.includes(entry.name))
    .flatMap(({ entry, value }) => insertEntry(settings, root, entry.name, value));
}
