import { isNameStart, nameEnd } from './chars.ts';
import type { Finders } from './finder.ts';
import type { ScannedCloseTag } from './scan-tag.ts';
import type { NestingGrammar, XmlElement, XmlNode } from './tree.ts';

export interface OpenElement {
  readonly element: XmlElement;
  readonly children: XmlNode[];
  hasElements: boolean;
}

/** The guesses about broken text, all in one place. Each is bounded in cost, so that hostile text stays linear. */
export interface Recovery {
  opened(name: string): void;
  closed(name: string): void;
  /** How many open elements stay open when an element of that name begins. */
  depthFor(name: string, stack: readonly OpenElement[]): number;
  /** Index of the open element that this closing tag, which does not fit the innermost one, most likely ends. */
  depthClosedBy(name: string, tag: ScannedCloseTag, stack: readonly OpenElement[]): number | undefined;
  /** True when the `<` and a letter at `less` are rather text, because the innermost element never has children. */
  isTextInLeaf(less: number, stack: readonly OpenElement[]): boolean;
  startsDamagedComment(less: number, finders: Finders): boolean;
}

const damagedComment = /<(?:[^\n]!-|--)/y;

export function createRecovery(text: string, grammar: NestingGrammar): Recovery {
  const openCount = new Map<string, number>();
  const depths = new Map<string, number>();
  const containers = new Set<string>();
  for (const parents of grammar.parents.values()) for (const parent of parents) containers.add(parent);

  return {
    opened(name) {
      openCount.set(name, (openCount.get(name) ?? 0) + 1);
    },
    closed(name) {
      openCount.set(name, (openCount.get(name) ?? 1) - 1);
    },

    depthFor(name, stack) {
      const parents = grammar.parents.get(name);
      if (!parents) return stack.length;
      if (parents.some(isOpen)) {
        let depth = stack.length;
        while (depth > 0 && !parents.includes(stack[depth - 1]?.element.name ?? '')) depth--;
        return depth;
      }
      return Math.min(stack.length, usualDepth(name));
    },

    depthClosedBy(name, tag, stack) {
      const top = stack.at(-1);
      if (!top) return undefined;
      // A wrong or unfinished closing tag on the line of an element without children: that one was meant.
      const onItsLine = !top.hasElements && !hasLineBreak(top.element.span.start, tag.span.start);
      if (onItsLine && !(isOpen(name) && !isLeaf(top.element.name))) return stack.length - 1;
      const wanted = isOpen(name) ? name : isOpen(tag.mendedName) ? tag.mendedName : undefined;
      if (wanted !== undefined) {
        let index = stack.length - 1;
        while (index > 0 && stack[index]?.element.name !== wanted) index--;
        return index;
      }
      if (name === '') return undefined;
      for (let index = stack.length - 1; index >= Math.max(0, stack.length - 3); index--) {
        if (isNear(name, stack[index]?.element.name ?? '')) return index;
      }
      return undefined;
    },

    isTextInLeaf(less, stack) {
      const top = stack.at(-1);
      if (!top || !isLeaf(top.element.name)) return false;
      const end = nameEnd(text, less + 1);
      const name = text.slice(less + 1, end);
      if (grammar.parents.has(name)) return false;
      // A whole element, closed on its line, is an element in the wrong place and not a stray '<'.
      const ahead = text.slice(end, end + 400);
      const lineEnd = ahead.indexOf('\n');
      const rest = lineEnd < 0 ? ahead : ahead.slice(0, lineEnd);
      return !rest.includes(`</${name}>`) && !/^[^<>]*\/>/.test(rest);
    },

    startsDamagedComment(less, finders) {
      damagedComment.lastIndex = less;
      if (!damagedComment.test(text) || isNameStart(text.charCodeAt(less + 1))) return false;
      const close = finders.commentClose(less + 1);
      return close < text.length && close < finders.commentOpen(less + 1);
    },
  };

  function isOpen(name: string): boolean {
    return (openCount.get(name) ?? 0) > 0;
  }

  function isLeaf(name: string): boolean {
    return grammar.parents.has(name) && !containers.has(name);
  }

  function usualDepth(name: string): number {
    const known = depths.get(name);
    if (known !== undefined) return known;
    depths.set(name, 0);
    const parents = grammar.parents.get(name) ?? [];
    const depth = parents.length === 0 ? 0 : 1 + Math.min(...parents.map(usualDepth));
    depths.set(name, depth);
    return depth;
  }

  function hasLineBreak(from: number, to: number): boolean {
    const limit = Math.min(to, from + 2000);
    const found = text.slice(from, limit).indexOf('\n');
    return found >= 0 || limit < to;
  }
}

/** One is the beginning of the other, or they differ by one character. */
function isNear(written: string, meant: string): boolean {
  if (written.length < 2 || meant.length < 2) return false;
  if (meant.startsWith(written) || written.startsWith(meant)) return true;
  if (Math.abs(written.length - meant.length) > 1) return false;
  let start = 0;
  while (start < written.length && written[start] === meant[start]) start++;
  const restWritten = written.slice(start);
  const restMeant = meant.slice(start);
  return (
    restWritten.slice(1) === restMeant.slice(1) ||
    restWritten.slice(1) === restMeant ||
    restWritten === restMeant.slice(1)
  );
}
