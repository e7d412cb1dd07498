import * as l10n from '@vscode/l10n';
import type { Catalog } from '../catalog/types.ts';
import type { Definition, Item, Section } from '../model/definition.ts';
import { itemValue } from '../model/flavour.ts';
import { definitionOf } from '../model/read.ts';
import { isSecret } from '../model/secrets.ts';
import type { OutlineSymbol } from '../service/editing.ts';
import type { Source } from '../text/source.ts';

const longest = 60;

/**
 * Call center, sections and items with their labels and values, as they stand in the document. Secrets are not repeated.
 * @param depth the innermost that is told of
 */
export function outline(
  source: Source,
  catalog: Catalog,
  depth: 'sections' | 'items' = 'items',
): readonly OutlineSymbol[] {
  const definition = definitionOf(source);
  const { root } = definition;
  if (!root || !definition.body) return [];
  const children = definition.sections.map((section) => ({
    ...sectionSymbol(section),
    children: depth === 'items' ? itemSymbols(section, catalog) : [],
  }));
  if (root.name === 'section') return children;
  const name = nameOf(definition) ?? root.name;
  const id = itemValue(definition, 'reqGeneralInfo', 'reqInternalName') ?? '';
  return [{ name, id, detail: root.name, kind: 'callCenter', span: root.span, selection: root.nameSpan, children }];
}

function nameOf(definition: Definition): string | undefined {
  return (
    definition.metadata?.displayName?.text.trim() ||
    itemValue(definition, 'reqGeneralInfo', 'reqDisplayName') ||
    itemValue(definition, 'reqGeneralInfo', 'reqInternalName') ||
    undefined
  );
}

function sectionSymbol(section: Section): Omit<OutlineSymbol, 'children'> {
  const name = section.name?.text.trim() ?? '';
  return {
    name: section.label?.text.trim() || name || l10n.t('section without a name'),
    id: name,
    detail: name,
    kind: 'section',
    span: section.element.span,
    selection: section.name?.attribute?.span ?? section.element.nameSpan,
  };
}

function itemSymbols({ items, name }: Section, catalog: Catalog): readonly OutlineSymbol[] {
  const section = name?.text.trim() ?? '';
  return items.map((item) => itemSymbol(item, section, catalog));
}

function itemSymbol(item: Item, section: string, catalog: Catalog): OutlineSymbol {
  const name = item.name?.text.trim() ?? '';
  return {
    name: item.label?.text.trim() || name || l10n.t('item without a name'),
    id: name,
    detail: shown(item, section, catalog),
    kind: 'item',
    span: item.element.span,
    selection: item.name?.attribute?.span ?? item.element.nameSpan,
    children: [],
  };
}

function shown(item: Item, section: string, catalog: Catalog): string {
  const name = item.name?.text ?? '';
  const value = item.value.text.replace(/\s+/g, ' ').trim();
  // The value comes first: a side bar is seldom wide enough for both.
  const parts = item.label?.text.trim() ? [name] : [];
  if (value === '') return parts.join('');
  if (isSecret(name, catalog.item(section, name)?.value.kind)) return ['•••', ...parts].join(' · ');
  return [
    value.length > longest ? `${value.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…` : value,
    ...parts,
  ].join(' · ');
}
