import { isNameStart, nameEnd, skipSpace } from './chars.ts';
import type { Finders } from './finder.ts';
import type { ScannedCloseTag, ScannedOpenTag } from './scan-tag.ts';
import type { ScannedElement } from './scanned.ts';
import type { NestingGrammar, XmlNode } from './tree.ts';

export interface OpenElement {
  readonly element: ScannedElement;
  /** Those behind `leadEnd`. */
  readonly children: XmlNode[];
  /** Where the characters end that stand first in the element; where its content begins, as long as there are none. */
  leadEnd: number;
  /** The name the grammar knows it by: its own, or the one that it is a damaged or half-typed form of (`sectio`). */
  readonly role: string;
  hasElements: boolean;
  /** Names of the children seen that may occur only once; made and filled in recovery. */
  onceSeen: Set<string> | undefined;
}

/** The guesses about broken text, all in one place. Each is bounded in cost, so that hostile text stays linear. */
export interface Recovery {
  opened(open: OpenElement, parent: OpenElement | undefined): void;
  closed(open: OpenElement): void;
  roleOf(name: string, parent: OpenElement | undefined): string;
  /** How many open elements stay open when an element of that name begins. */
  depthFor(name: string, stack: readonly OpenElement[]): number;
  /** Index of the open element that this closing tag, which does not fit the innermost one, most likely ends. */
  depthClosedBy(name: string, tag: ScannedCloseTag, stack: readonly OpenElement[]): number | undefined;
  /** True when an opening tag is a closing tag that lost its slash: `<item>x<item>`. */
  lacksSlash(name: string, tag: ScannedOpenTag, stack: readonly OpenElement[]): boolean;
  /** True when the `<` and a letter at `less` are rather text, because the innermost element never has children. */
  isTextInLeaf(less: number, stack: readonly OpenElement[]): boolean;
  startsDamagedComment(less: number, finders: Finders): boolean;
  /** The end of a closing tag with one character too many behind its `<`, as in `<"/item>`, when it fits the innermost element. */
  damagedCloseTagEnd(less: number, stack: readonly OpenElement[]): number | undefined;
  isOpen(name: string): boolean;
}

const damagedComment = /<(?:[^\r\n]!-|--)/y;
const damagedCloseTag = /<[^\s<>]\/([\w:.-]+)\s*>/y;

export function createRecovery(text: string, grammar: NestingGrammar): Recovery {
  const openNames = new Counter();
  const openRoles = new Counter();
  const depths = new Map<string, number>();
  const containers = new Set<string>();
  for (const parents of grammar.parents.values()) for (const parent of parents) containers.add(parent);

  return {
    opened(open, parent) {
      openNames.add(open.element.name, 1);
      openRoles.add(open.role, 1);
      if (parent && grammar.once.has(open.role)) {
        parent.onceSeen ??= new Set();
        parent.onceSeen.add(open.role);
      }
    },
    closed(open) {
      openNames.add(open.element.name, -1);
      openRoles.add(open.role, -1);
    },

    roleOf(name, parent) {
      if (fits(name, parent)) return name;
      for (const known of grammar.parents.keys()) {
        if (fits(known, parent) && isNear(name, known)) return known;
      }
      return name;
    },

    depthFor(name, stack) {
      const parents = grammar.parents.get(name);
      if (!parents) return stack.length;
      if (parents.some((parent) => openRoles.has(parent))) {
        let depth = stack.length;
        while (depth > 0 && !parents.includes(stack[depth - 1]?.role ?? '')) depth--;
        // A second label in one `items` belongs rather to what the `items` stands in.
        const taken = grammar.once.has(name) && stack[depth - 1]?.onceSeen?.has(name);
        const outer = stack[depth - 2];
        return taken && outer && parents.includes(outer.role) ? depth - 1 : depth;
      }
      return Math.min(stack.length, usualDepth(name));
    },

    depthClosedBy(name, tag, stack) {
      const top = stack.at(-1);
      if (!top) return undefined;
      // A wrong or unfinished closing tag on the line of an element without children: that one was meant.
      const onItsLine = !top.hasElements && !hasLineBreak(top.element.span.start, tag.span.start);
      const meansTop = containers.has(top.role)
        ? name === '' || isNear(name, top.element.name)
        : isLeaf(top.role) || !openNames.has(name);
      if (onItsLine && meansTop) return stack.length - 1;
      const wanted = openNames.has(name) ? name : openNames.has(tag.mendedName) ? tag.mendedName : undefined;
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

    lacksSlash(name, tag, stack) {
      const top = stack.at(-1);
      if (top?.element.name !== name || !tag.bare || !tag.finished || tag.selfClosing) return false;
      if (isLeaf(name)) return !hasLineBreak(top.element.span.start, tag.span.start);
      if (!top.hasElements) return false;
      const next = skipSpace(text, tag.span.end);
      const parent = stack.at(-2)?.element.name;
      return (
        next >= text.length ||
        text.startsWith(`<${name}`, next) ||
        (parent !== undefined && text.startsWith(`</${parent}`, next))
      );
    },

    isTextInLeaf(less, stack) {
      const top = stack.at(-1);
      if (!top || !isLeaf(top.role)) return false;
      const end = nameEnd(text, less + 1);
      const name = text.slice(less + 1, end);
      if (grammar.parents.has(name)) return false;
      // A whole element, closed on its line, is an element in the wrong place and not a stray '<'.
      const ahead = text.slice(end, end + 400);
      const lineEnd = ahead.search(/[\r\n]/);
      const rest = lineEnd < 0 ? ahead : ahead.slice(0, lineEnd);
      return !rest.includes(`</${name}>`) && !/^[^<>]*\/>/.test(rest);
    },

    isOpen: (name) => openNames.has(name),

    damagedCloseTagEnd(less, stack) {
      damagedCloseTag.lastIndex = less;
      const match = damagedCloseTag.exec(text);
      return match && match[1] === stack.at(-1)?.element.name ? less + match[0].length : undefined;
    },

    startsDamagedComment(less, finders) {
      damagedComment.lastIndex = less;
      if (!damagedComment.test(text) || isNameStart(text.charCodeAt(less + 1))) return false;
      const close = finders.commentClose(less + 1);
      return close < text.length && close < finders.commentOpen(less + 1);
    },
  };

  function fits(name: string, parent: OpenElement | undefined): boolean {
    const parents = grammar.parents.get(name);
    return parents !== undefined && (parent ? parents.includes(parent.role) : parents.length === 0);
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
    const found = text.slice(from, limit).search(/[\r\n]/);
    return found >= 0 || limit < to;
  }
}

class Counter {
  readonly #counts = new Map<string, number>();

  add(key: string, change: number): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + change);
  }

  has(key: string): boolean {
    return (this.#counts.get(key) ?? 0) > 0;
  }
}

/** One is the beginning of the other, or they differ by one character. */
function isNear(written: string, meant: string): boolean {
  if (written === '' || meant === '') return false;
  if (meant.startsWith(written) || (meant.length > 1 && written.startsWith(meant))) return true;
  if (written.length < 2 || Math.abs(written.length - meant.length) > 1) return false;
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
