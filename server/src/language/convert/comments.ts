import type { Definition } from '../model/definition.ts';
import { elementChildren } from '../model/detect.ts';
import type { XmlElement, XmlNode, XmlOther } from '../xml/tree.ts';

/** The comments of a definition, by the element before which they stand. */
export interface Comments {
  /** On the lines before a section, an item or the root. */
  before(element: XmlElement): readonly string[];
  /** Behind the last section of the root, or the last item of a section. */
  behindLastIn(element: XmlElement): readonly string[];
  /** Behind the root. */
  readonly after: readonly string[];
  /** Those that stood where the other form has no place: inside an item, or before an element that is no section. */
  readonly moved: readonly XmlOther[];
}

/** The elements that both forms have, and so keep their comments, are the root, the sections and the items. */
export function commentsOf({ source, tree, root, sections }: Definition): Comments {
  const { text } = source;
  const kept = new Map<XmlElement, string[]>();
  const behind = new Map<XmlElement, string[]>();
  const after: string[] = [];
  const moved: XmlOther[] = [];
  const content = (comment: XmlOther) => text.slice(comment.content.start, comment.content.end);
  const isComment = (node: XmlNode): node is XmlOther => node.kind === 'comment';

  const isSection = new Set<XmlElement>(sections.map(({ element }) => element));
  const isKept = new Set<XmlElement>(
    sections.flatMap(({ element, items }) => [element, ...items.map((item) => item.element)]),
  );
  const gather = (holder: XmlElement): void => {
    let waiting: string[] = [];
    for (const node of holder.children) {
      if (isComment(node)) waiting.push(content(node));
      else if (node.kind === 'element' && isKept.has(node)) {
        kept.set(node, [...waiting, ...inside(node)]);
        waiting = [];
      } else if (node.kind === 'element') waiting.push(...inside(node));
    }
    behind.set(holder, waiting);
  };
  /** Comments in an element that the other form writes in another way: they go before it. */
  const inside = (element: XmlElement): string[] => {
    if (isSection.has(element)) return [];
    return [element, ...elementChildren(element)].flatMap((holder) =>
      holder.children.filter(isComment).map((comment) => {
        moved.push(comment);
        return content(comment);
      }),
    );
  };
  for (const node of tree.children) {
    if (!isComment(node)) continue;
    if (root && node.span.start > root.span.start) after.push(content(node));
    else if (root) kept.set(root, [...(kept.get(root) ?? []), content(node)]);
  }
  if (root) gather(root);
  for (const section of sections) gather(section.element);
  return {
    before: (element) => kept.get(element) ?? [],
    behindLastIn: (element) => behind.get(element) ?? [],
    after,
    moved,
  };
}
