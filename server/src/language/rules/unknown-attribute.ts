import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Definition } from '../model/definition.ts';
import { elementChildren } from '../model/detect.ts';
import { nearest } from '../text/near.ts';
import type { XmlAttribute, XmlElement } from '../xml/tree.ts';
import { defineRule } from './define-rule.ts';
import { removeAttribute, replaceSpan } from './edits.ts';
import { knownElements } from './known-elements.ts';
import { straysOf } from './strays.ts';

interface Data {
  readonly attribute: XmlAttribute;
  readonly meant: string | undefined;
}

export const unknownAttribute = defineRule<Data>({
  id: 'unknown-attribute',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'Sections and items have the attributes sortOrder, name and label only; the metadata form has none.',
  docs: `## What it finds
Any other attribute on \`callCenter\`, \`section\` or \`item\`, apart from namespace declarations. In a file for the Metadata API, any attribute on a section, an item or what is in it, apart from \`xsi:nil\` and the like.

## Why it matters
No other attribute is documented or seen in published files. What Salesforce does with one is not documented: it ignores it at best.

## How to fix it
Correct a slip such as \`lable\`; remove the rest.`,
  sources: [sources.XML],
  examples: {
    bad: [
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" «lable»="A">1</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter xmlns="http://soap.sforce.com/2006/04/metadata">\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">1</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ definition, catalog }, report) {
    if (definition.body === 'metadata') {
      for (const attribute of attributesOfNoUse(definition)) {
        report({
          at: attribute.nameSpan,
          message: l10n.t(
            'The metadata form has no attribute “{0}”: names, labels and values are elements. Salesforce ignores it at best.',
            attribute.name,
          ),
          data: { attribute, meant: undefined },
        });
      }
      return;
    }
    const knownIn = (elementName: string) => catalog.element(elementName)?.attributes.map(({ name }) => name) ?? [];
    const holdsOthers = ({ name, attributeNames }: XmlElement) => {
      const known = knownIn(name);
      return attributeNames.some((attribute) => !known.includes(attribute));
    };
    const concerned = new Set(
      straysOf(definition)
        .tags.filter(holdsOthers)
        .map(({ attributeNames }) => attributeNames),
    );
    if (concerned.size === 0) return;
    for (const element of knownElements(definition)) {
      const { name: elementName, attributeNames } = element;
      if (!concerned.has(attributeNames)) continue;
      const known = knownIn(elementName);
      // A name that one attribute was meant to have is taken, too: of two slips for it, only the first can become it.
      const taken = new Set(attributeNames);
      for (const attribute of element.attributes) {
        if (known.includes(attribute.name) || isOfXml(attribute)) continue;
        const missing = known.filter((name) => !taken.has(name));
        const meant = nearest(attribute.name, missing);
        if (meant) taken.add(meant);
        const allowed = known.length > 0 ? l10n.t('Allowed are {0}.', known.join(', ')) : l10n.t('It takes none.');
        report({
          at: attribute.nameSpan,
          message: l10n.t(
            '<{0}> has no attribute “{1}”; Salesforce ignores it at best. {2}',
            elementName,
            attribute.name,
            allowed,
          ),
          data: { attribute, meant },
        });
      }
    }
  },
  fix({ data }, { source }) {
    if (!data) return [];
    const { attribute, meant } = data;
    const removal = {
      title: l10n.t('Remove “{0}”', attribute.name),
      preferred: false,
      edits: [removeAttribute(source, attribute)],
    };
    if (!meant) return [removal];
    return [
      { title: l10n.t('Change it to “{0}”', meant), preferred: true, edits: [replaceSpan(attribute.nameSpan, meant)] },
      removal,
    ];
  },
});

function isOfXml({ name }: XmlAttribute): boolean {
  return /^(?:xmlns|xml|xsi)(?::|$)/.test(name);
}

/** Attributes of a metadata body that say nothing, in text order. */
function* attributesOfNoUse({ root, sections }: Definition): Generator<XmlAttribute> {
  const elements = [root, ...sections.flatMap(({ element, items }) => [element, ...items.map((item) => item.element)])];
  for (const element of elements) {
    if (!element) continue;
    const inner = elementChildren(element);
    for (const attribute of element.attributes) {
      // What is left of the import form has rules of its own: the order, and what stands in for an element.
      const left = element !== root && ['sortOrder', 'name', 'label'].includes(attribute.name);
      if (isOfXml(attribute) || (left && !inner.some(({ name }) => name === attribute.name))) continue;
      if (attribute.name !== 'sortOrder' || element === root) yield attribute;
    }
    for (const { name, attributes } of inner)
      if (['name', 'label', 'value'].includes(name)) yield* attributes.filter((attribute) => !isOfXml(attribute));
  }
}
