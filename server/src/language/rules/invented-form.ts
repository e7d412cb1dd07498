import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { starterValue } from '../catalog/starter-value.ts';
import type { Catalog } from '../catalog/types.ts';
import type { ItemPlan } from '../convert/plan.ts';
import { serialiseDefinition } from '../convert/serialise.ts';
import { elementChildren } from '../model/detect.ts';
import type { Source } from '../text/source.ts';
import { decodeReferences, isXmlCharacter } from '../xml/references.ts';
import type { XmlElement } from '../xml/tree.ts';
import { defineRule } from './define-rule.ts';
import { lineEnd, replaceSpan } from './edits.ts';

export const inventedForm = defineRule({
  id: 'invented-form',
  severity: 'error',
  tier: 'advice',
  forms: ['invented'],
  summary: 'This shape circulates in generated guides; neither Setup nor the Metadata API knows it.',
  docs: `## What it finds
A \`CallCenter\` with elements such as \`InternalName\`, \`DisplayName\` or \`AdapterUrl\` directly in it.

## Why it matters
The shape has no basis in either form: Setup wants sections with items, the Metadata API wants \`sections\` with \`items\`. It circulates in generated how-to texts, and both will refuse it.

## How to fix it
Convert it into a file that Setup can import: every value becomes an item of \`reqGeneralInfo\`, under the platform's name where there is one. Then fill in what is still missing.`,
  sources: [sources.XML, sources.META],
  examples: {
    bad: ['<«CallCenter»>\n  <InternalName>Acme</InternalName>\n  <DisplayName>Acme</DisplayName>\n</CallCenter>\n'],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqInternalName" label="Internal Name">Acme</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ definition }, report) {
    const { root } = definition;
    if (!root) return;
    report({
      at: root.nameSpan,
      message: l10n.t(
        'Neither Setup nor the Metadata API knows this shape, which circulates in generated guides: a definition consists of sections with items. Both will refuse the file.',
      ),
    });
  },
  fix(_problem, { source, definition, catalog }) {
    const { root } = definition;
    const text = root && converted(root, source, catalog);
    if (!root || text === undefined) return [];
    return [
      { title: l10n.t('Convert it into a file for Setup'), preferred: true, edits: [replaceSpan(root.span, text)] },
    ];
  },
});

/** The root as an import definition; `undefined` when it is not as flat as the shape is known to be, or cannot be written. */
function converted(root: XmlElement, source: Source, catalog: Catalog): string | undefined {
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
  return body.replaceAll('\n', lineEnd(source.text));
}
