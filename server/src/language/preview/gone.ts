import * as l10n from '@vscode/l10n';
import type { Comparison } from '../baseline/compare.ts';
import type { RuleContext } from '../rules/define-rule.ts';
import type { Span } from '../text/span.ts';
import { controlFor, needOf } from './controls.ts';
import type { Gone } from './marks.ts';
import type { FieldId, PreviewItem, PreviewSection } from './preview.ts';

/** A section that is gone, with those of its items that went with it where they are wanted. */
export function goneSection(
  context: RuleContext,
  comparison: Comparison,
  { section, mark }: Gone,
  wants: (id: FieldId) => boolean,
): PreviewSection<Span> {
  const field = comparison.was.sections[section];
  const name = field?.name ?? '';
  const went = comparison.itemsGoneFrom(section);
  const id = `-${section}/${name}`;
  return {
    id,
    name,
    label: field?.label || name,
    key: `/${name}`,
    need: needOf(context.catalog.section(name), context.flavour),
    count: went.length,
    ...(wants(id) && { items: went.map((item) => ghost(context, comparison, section, item)) }),
    addable: [],
    marks: [mark],
  };
}

/** An item that is gone from a section that is there. */
export function goneItem(
  context: RuleContext,
  comparison: Comparison,
  { section, item, mark }: Gone,
): PreviewItem<Span> {
  return { ...ghost(context, comparison, section, item ?? 0), marks: [mark] };
}

function ghost(
  { catalog, flavour, interface: ui }: RuleContext,
  { was }: Comparison,
  section: number,
  item: number,
): PreviewItem<Span> {
  const sectionName = was.sections[section]?.name ?? '';
  const field = was.sections[section]?.items[item];
  const name = field?.name ?? '';
  const entry = catalog.item(sectionName, name);
  const value = field?.value && 'text' in field.value ? field.value.text : '';
  const key = `/${sectionName}/${name}`;
  return {
    id: `-${section}.${item}${key}`,
    name,
    label: field?.label || name,
    key,
    need: needOf(entry, flavour),
    control: controlFor(name, entry, value, ui),
    // Of an import, values are kept of platform items that are no secret.
    ...(value !== '' && { value, filled: true }),
    locked: l10n.t('It is not in the definition any more.'),
  };
}
