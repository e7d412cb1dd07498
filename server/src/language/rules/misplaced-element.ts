import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { elementChildren } from '../model/detect.ts';
import { lineEndOf } from '../text/line-end.ts';
import type { XmlElement } from '../xml/tree.ts';
import { defineRule, type Fix } from './define-rule.ts';
import { indentAt, insertAt, removeWithLine, replaceSpan } from './edits.ts';
import { component, items, sections } from './example-metadata.ts';
import { inRoot, inSection } from './example-text.ts';
import { strangersIn } from './metadata-elements.ts';
import { straysOf } from './strays.ts';

interface Data {
  readonly element: XmlElement;
}

export const misplacedElement = defineRule<Data>({
  id: 'misplaced-element',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  summary:
    'Sections stand in callCenter, items in a section, and nothing but text in an item; the metadata form has its own places.',
  docs: `## What it finds
A \`section\` inside a section or an item, an \`item\` outside a section or inside another item, and a \`<value>\` inside an item, which is how generated guides write it. In a file for the Metadata API, an element in another than its own: \`items\` directly in the root, a \`label\` in a value.

## Why it matters
The format is three levels deep and no more. An element in another place does not become a field of the call center, and the import probably refuses the file. A deployment answers \`invalid at this location\`.

## How to fix it
Move the element to its place. The text of a \`<value>\` belongs directly into its item.`,
  sources: [sources.XML, sources.META, sources.VOX],
  examples: {
    bad: [
      inSection('<item sortOrder="0" name="team" label="Team"><«value»>Service</value></item>'),
      inRoot(
        '<section sortOrder="0" name="a" label="A">',
        '  <item sortOrder="0" name="x" label="X">1</item>',
        '  <«section» sortOrder="1" name="b" label="B">',
        '    <item sortOrder="0" name="y" label="Y">2</item>',
        '  </section>',
        '</section>',
      ),
      component('<«label»>Phone</label>'),
    ],
    good: [
      component(sections('Own', ...items('team', '1'))),
      inSection('<item sortOrder="0" name="team" label="Team">Service</item>'),
    ],
  },
  check({ definition, catalog }, report) {
    if (definition.body === 'metadata') {
      for (const { element, meant } of strangersIn(definition, catalog)) {
        const entry = catalog.metadataElement(element.name);
        if (meant !== undefined || !entry) continue;
        report({
          at: element.nameSpan,
          message: l10n.t(
            '<{0}> cannot stand in <{1}>: a deployment answers that it is invalid at this location. {2}',
            element.name,
            element.parent?.name ?? '',
            mayStandIn(element.name, entry.parents),
          ),
          data: { element },
        });
      }
      return;
    }
    for (const element of straysOf(definition).elements) {
      const parent = element.parent;
      // Below an element that is half-typed or has a name of no meaning, nothing is sure about places.
      if (!parent?.openTagFinished || !element.openTagFinished || !catalog.element(parent.name)) continue;
      const entry = catalog.element(element.name);
      // In an item every element is out of place; elsewhere only those that have a place of their own.
      if (parent.name === 'item' ? element.name !== 'value' && !entry : !entry || entry.parents.includes(parent.name))
        continue;
      if (parent === definition.root && definition.form === 'hybrid') continue;
      const place =
        element.name === 'value'
          ? l10n.t('The value of an item stands directly between <item …> and </item>, without an element of its own.')
          : mayStandIn(element.name, entry?.parents ?? []);
      report({
        at: element.nameSpan,
        message: l10n.t(
          '<{0}> cannot stand in <{1}>, and what it holds does not become a field there. {2}',
          element.name,
          parent.name,
          place,
        ),
        data: { element },
      });
    }
  },
  fix({ data }, { source, definition }) {
    const element = data?.element;
    const parent = element?.parent;
    // What belongs where in a metadata body, nothing tells.
    if (!element || !parent || definition.body !== 'import') return [];
    const fixes: Fix[] = [];
    // In this order: very many may stand in one parent, and of those one at most stands before all others.
    const alone = () =>
      source.text.slice(parent.content.start, element.span.start).trim() === '' && elementChildren(parent).length === 1;
    if (element.name === 'value' && alone() && elementChildren(element).length === 0) {
      const inner = source.text.slice(element.content.start, element.content.end);
      fixes.push({
        title: l10n.t('Take the value out of <value>'),
        preferred: true,
        edits: [replaceSpan({ start: parent.content.start, end: parent.content.end }, inner)],
      });
    }
    // A section in a section belongs behind it: both keep what they hold.
    if (element.name === 'section' && parent.name === 'section' && parent.closeTag) {
      const text = source.text.slice(element.span.start, element.span.end);
      const moved = `${lineEndOf(source)}${indentAt(source, parent.span.start)}${text}`;
      fixes.push({
        title: l10n.t('Move it behind the section'),
        preferred: false,
        edits: [removeWithLine(source, element.span), insertAt(parent.span.end, moved)],
      });
    }
    return fixes;
  },
});

function mayStandIn(name: string, parents: readonly string[]): string {
  if (parents.length === 0) return l10n.t('It is the root, and stands there only.');
  return l10n.t('<{0}> may stand only in {1}.', name, parents.map((parent) => `<${parent}>`).join(', '));
}
