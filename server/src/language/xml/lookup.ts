import type { XmlDocument, XmlElement, XmlNode } from './tree.ts';

/** The elements around an offset, outermost first. An offset at a border belongs to the element. */
export function pathAt(tree: XmlDocument, offset: number): XmlElement[] {
  const path: XmlElement[] = [];
  let level: readonly XmlNode[] = tree.children;
  for (;;) {
    const inside = elementAt(level, offset);
    if (!inside) return path;
    path.push(inside);
    level = inside.children;
  }
}

/** Where two elements touch at the offset, the one that begins there: it is the one a reader sees. */
function elementAt(nodes: readonly XmlNode[], offset: number): XmlElement | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node && node.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && index >= low - 2; index--) {
    const node = nodes[index];
    if (node?.kind === 'element' && node.span.start <= offset && offset <= node.span.end) return node;
  }
  return undefined;
}
