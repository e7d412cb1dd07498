import { starterValue } from '../catalog/starter-value.ts';
import type { Catalog } from '../catalog/types.ts';
import { elementChildren } from '../model/detect.ts';
import { lineEndOf } from '../text/line-end.ts';
import type { Source } from '../text/source.ts';
import { decodeReferences, isXmlCharacter } from '../xml/references.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { ItemPlan } from './plan.ts';
import { serialiseDefinition } from './serialise.ts';

/** The root as an import definition; `undefined` when it is not as flat as the shape is known to be, or cannot be written. */
export function fromInvented(root: XmlElement, source: Source, catalog: Catalog): string | undefined {
  const section = catalog.section('reqGeneralInfo');
  const children = elementChildren(root);
  if (!section || children.some((child) => elementChildren(child).length > 0 || child.attributes.length > 0))
    return undefined;
  const items: ItemPlan[] = [];
  let remarks: string[] = [];
  for (const node of root.children) {
    if (node.kind === 'comment') remarks.push(source.text.slice(node.content.start, node.content.end));
    else if (node.kind === 'text' && source.text.slice(node.span.start, node.span.end).trim() !== '') return undefined;
    if (node.kind !== 'element') continue;
    const known = section.items.find(({ name }) => name.toLowerCase() === `req${node.name}`.toLowerCase());
    const value = decodeReferences(source.text.slice(node.content.start, node.content.end));
    if (
      ![...value].every((char) => isXmlCharacter(char.codePointAt(0) ?? 0)) ||
      remarks.some((text) => text.includes('--') || text.endsWith('-'))
    )
      return undefined;
    const own = node.name
      .replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/, (start) => start.toLowerCase())
      .replace(/[^A-Za-z0-9]/g, '');
    items.push({
      name: known?.name ?? own,
      label: known?.label ?? node.name,
      value,
      comments: remarks,
    });
    remarks = [];
  }
  if (remarks.length > 0) return undefined;
  // The shape has no word for it, and without it the platform would take the file for a CTI Toolkit one.
  const api = section.items.find(({ name }) => name === 'reqUseApi');
  if (api && items.every(({ name }) => name !== 'reqUseApi' && name !== 'reqProgId'))
    items.push({ name: api.name, label: api.label, value: starterValue(api, 'openCti') });
  const place = (name: string) =>
    section.items.find((entry) => entry.name === name)?.fixedSortOrder?.value ?? items.length;
  const ordered = items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => place(a.item.name) - place(b.item.name) || a.index - b.index);
  const whole = serialiseDefinition({
    sections: [{ name: section.name, label: section.label, items: ordered.map(({ item }) => item) }],
  });
  const body = whole.slice(whole.indexOf('<callCenter'), whole.lastIndexOf('>') + 1);
  return body.replaceAll('\n', lineEndOf(source));
}
