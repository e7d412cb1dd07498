import type { Definition } from '../model/definition.ts';
import { definitionOf } from '../model/read.ts';
import type { Source } from '../text/source.ts';
import type { XmlElement, XmlNode, XmlOther, XmlText } from '../xml/tree.ts';

/**
 * What may be wrong with the elements of an import body whatever they hold, and nothing of the rest: mostly there is
 * nothing, and several rules ask. All of it comes from one walk.
 */
export interface Strays {
  /** All but a `callCenter` at the top, a `section` there or in a `callCenter`, and an `item` in a `section`; in text order. */
  readonly elements: readonly XmlElement[];
  /** What is not blank directly in the root or a section, with that element; of each in text order. */
  readonly texts: readonly { readonly node: XmlText | XmlOther; readonly holder: XmlElement }[];
  /** Of the root, the sections and the items one for each name and list of attribute names. */
  readonly tags: readonly XmlElement[];
}

/** The strays of a definition whose body is that of an import, looked for once per document. */
export function straysOf({ source }: Definition): Strays {
  return source.derive(findStrays);
}

function findStrays(source: Source): Strays {
  const { tree, root, sections } = definitionOf(source);
  const holders = new Set(sections.map(({ element }) => element));
  if (root && root.name !== 'section') holders.add(root);
  const elements: XmlElement[] = [];
  const texts: { node: XmlText | XmlOther; holder: XmlElement }[] = [];
  const tags: XmlElement[] = [];
  const lists = { item: new Set<readonly string[]>(), section: new Set<readonly string[]>() };
  const open: XmlNode[] = [...tree.children].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind !== 'element') continue;
    const { name, attributeNames } = node;
    if (!isUsual(node)) elements.push(node);
    const seen = name === 'item' || name === 'section' ? lists[name] : undefined;
    if (seen ? !seen.has(attributeNames) : node === root) tags.push(node);
    seen?.add(attributeNames);
    if (node.holdsOnlyText && !holders.has(node)) continue;
    const { children } = node;
    // One by one: a call takes only so many arguments, and a hostile element has more children.
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child?.kind === 'element') open.push(child);
    }
    if (holders.has(node)) for (const text of textsIn(source.text, node)) texts.push({ node: text, holder: node });
  }
  return { elements, texts, tags };
}

function isUsual({ name, parent }: XmlElement): boolean {
  if (name === 'item') return parent?.name === 'section';
  if (name === 'section') return !parent || parent.name === 'callCenter';
  return name === 'callCenter' && !parent;
}

/** The texts and CDATA sections directly in an element that are not blank. */
export function textsIn(text: string, { children }: XmlElement): (XmlText | XmlOther)[] {
  return children.filter(
    (node): node is XmlText | XmlOther =>
      (node.kind === 'text' || node.kind === 'cdata') && text.slice(node.span.start, node.span.end).trim() !== '',
  );
}
