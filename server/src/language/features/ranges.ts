import { definitionOf, treeOf } from '../model/read.ts';
import type { FoldingRange } from '../service/editing.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { pathAt } from '../xml/lookup.ts';
import type { XmlNode } from '../xml/tree.ts';

/** Elements and comments that run over several lines. */
export function foldingRanges(source: Source): readonly FoldingRange[] {
  if (definitionOf(source).form === 'none') return [];
  const ranges: FoldingRange[] = [];
  const open: XmlNode[] = [...treeOf(source).children];
  for (let node = open.pop(); node; node = open.pop()) {
    // One by one: a call takes only so many arguments, and a hostile element has more children.
    if (node.kind === 'element') for (const child of node.children) open.push(child);
    const several = source.positionAt(node.span.start).line < source.positionAt(node.span.end).line;
    if (several && node.kind === 'element') ranges.push({ span: node.span, kind: 'element' });
    if (several && node.kind === 'comment') ranges.push({ span: node.span, kind: 'comment' });
  }
  return ranges.sort((a, b) => a.span.start - b.span.start);
}

/** From what stands directly at the offset out to the whole document, each wider than the one before. */
export function selectionRanges(source: Source, offset: number): readonly Span[] {
  const tree = treeOf(source);
  const path = pathAt(tree, offset);
  const ranges: Span[] = [tree.span];
  const add = (span: Span) => {
    const last = ranges.at(-1);
    const inside =
      last && span.start >= last.start && span.end <= last.end && span.start <= offset && offset <= span.end;
    if (inside && (span.start > last.start || span.end < last.end) && span.end > span.start) ranges.push(span);
  };
  for (const element of path) {
    add(element.span);
    const { openTag, closeTag, content } = element;
    if (offset > openTag.start && offset < openTag.end) {
      add(openTag);
      for (const attribute of element.attributes) {
        if (offset < attribute.span.start || offset > attribute.span.end) continue;
        add(attribute.span);
        add(offset <= attribute.nameSpan.end ? attribute.nameSpan : attribute.valueSpan);
      }
      add(element.nameSpan);
    } else if (closeTag && offset > closeTag.span.start && offset < closeTag.span.end) {
      add(closeTag.span);
      add(closeTag.nameSpan);
    } else {
      add(content);
      for (const child of element.children) if (child.kind !== 'element') add(child.span);
    }
  }
  return ranges.reverse();
}
