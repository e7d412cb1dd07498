import { grammarFor } from '../../server/src/language/model/grammar.ts';
import { parseXml } from '../../server/src/language/xml/parser.ts';
import type { XmlDocument, XmlElement, XmlNode } from '../../server/src/language/xml/tree.ts';

export function parse(text: string): XmlDocument {
  return parseXml(text, grammarFor(text));
}

/** Every element of a tree, in text order. */
export function elementsOf(tree: XmlDocument): XmlElement[] {
  const found: XmlElement[] = [];
  const stack: XmlNode[] = [...tree.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind !== 'element') continue;
    found.push(node);
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as XmlNode);
  }
  return found;
}

/** What breaks the tree's invariants: spans inside the text, children inside parents, siblings in order. Empty when all is well. */
export function invariantFaults(text: string, tree: XmlDocument): string[] {
  const faults: string[] = [];
  const inside = (what: string, span: { start: number; end: number }, outer: { start: number; end: number }) => {
    if (span.start > span.end || span.start < outer.start || span.end > outer.end) {
      faults.push(`${what} [${span.start},${span.end}) leaves [${outer.start},${outer.end})`);
    }
  };
  inside('document', tree.span, { start: 0, end: text.length });
  const open: { children: readonly XmlNode[]; span: { start: number; end: number }; parent: XmlElement | undefined }[] =
    [{ children: tree.children, span: tree.span, parent: undefined }];
  for (let level = open.pop(); level; level = open.pop()) {
    let last = level.span.start;
    for (const node of level.children) {
      inside(node.kind, node.span, level.span);
      if (node.span.start < last)
        faults.push(`${node.kind} at ${node.span.start} begins before its sibling's end ${last}`);
      last = node.span.end;
      if (node.kind === 'text' || node.kind !== 'element') continue;
      inside('open tag', node.openTag, node.span);
      inside('name', node.nameSpan, node.openTag);
      inside('content', node.content, node.span);
      if (node.closeTag) inside('close tag', node.closeTag.span, node.span);
      if (node.closeTag) inside('close tag name', node.closeTag.nameSpan, node.closeTag.span);
      if (node.parent !== level.parent) faults.push(`${node.name} at ${node.span.start} has the wrong parent`);
      for (const attribute of node.attributes) {
        inside('attribute', attribute.span, node.openTag);
        inside('attribute name', attribute.nameSpan, attribute.span);
        inside('attribute value', attribute.valueSpan, attribute.span);
      }
      open.push({ children: node.children, span: node.content, parent: node });
    }
  }
  for (const fault of tree.faults) inside(`fault ${fault.code}`, fault.span, tree.span);
  return faults;
}
