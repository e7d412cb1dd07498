import * as l10n from '@vscode/l10n';
import { getNodePath, type Node } from 'jsonc-parser/lib/esm/main.js';
import type { Span } from '../text/span.ts';

/** Something wrong with the JSON of a file, at a place of its text. Already translated. */
export interface ShapeProblem {
  readonly at: Span;
  readonly message: string;
}

/** Asks the parts of JSON for what they should be, and notes what they are not: `wrong` in the order of the asking. */
export interface Shape {
  /** What makes the file unreadable. Whoever asked got a stand-in, so nothing may be done with what was read. */
  readonly wrong: ShapeProblem[];
  /** What means nothing here. */
  readonly unknown: ShapeProblem[];
  /** The members of an object by key; of those that mean nothing here, too. */
  members(node: Node, known: readonly string[]): ReadonlyMap<string, Member>;
  text(members: ReadonlyMap<string, Member>, key: string): string | undefined;
  /** @param owner the object that must have it */
  neededText(owner: Node, members: ReadonlyMap<string, Member>, key: string): string;
  needed(owner: Node, members: ReadonlyMap<string, Member>, key: string): Node | undefined;
  entries(node: Node | undefined): readonly Node[];
  refuse(node: Node, message: string): void;
}

export interface Member {
  /** Key and value. */
  readonly whole: Node;
  readonly value: Node;
}

export function createShape(): Shape {
  const wrong: ShapeProblem[] = [];
  const unknown: ShapeProblem[] = [];
  const refuse = (node: Node, message: string): void => {
    wrong.push({ at: spanOfNode(node), message });
  };

  const members: Shape['members'] = (node, known) => {
    const found = new Map<string, Member>();
    if (node.type !== 'object') refuse(node, l10n.t('“{0}” must be an object, in braces.', pathOf(node)));
    else {
      for (const whole of node.children ?? []) {
        const [keyNode, value] = whole.children ?? [];
        if (!keyNode || !value) continue;
        const key = String(keyNode.value);
        if (found.has(key)) {
          refuse(keyNode, l10n.t('“{0}” stands here twice: keep the one that is right.', pathOf(value)));
        } else if (!known.includes(key)) {
          const message = l10n.t('“{0}” means nothing here; there are {1}.', pathOf(value), known.join(', '));
          unknown.push({ at: spanOfNode(keyNode), message });
        }
        found.set(key, { whole, value });
      }
    }
    return found;
  };

  const text: Shape['text'] = (among, key) => {
    const node = among.get(key)?.value;
    if (node && node.type !== 'string') refuse(node, l10n.t('“{0}” must be a text, in double quotes.', pathOf(node)));
    return node?.type === 'string' ? String(node.value) : undefined;
  };

  const needed: Shape['needed'] = (owner, among, key) => {
    const node = among.get(key)?.value;
    if (!node && owner.type === 'object') refuse(owner, l10n.t('“{0}” is missing in {1}.', key, nameOf(owner)));
    return node;
  };

  return {
    wrong,
    unknown,
    refuse,
    members,
    text,
    needed,
    neededText(owner, among, key) {
      needed(owner, among, key);
      return text(among, key) ?? '';
    },
    entries(node) {
      if (node && node.type !== 'array') {
        refuse(node, l10n.t('“{0}” must be a list, in square brackets.', pathOf(node)));
        return [];
      }
      return node?.children ?? [];
    },
  };
}

export function spanOfNode({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

/** `sections[2].items[0].label`; empty for the whole. Long keys of one's own are cut. */
export function pathOf(node: Node): string {
  let path = '';
  for (const step of getNodePath(node)) {
    if (typeof step === 'number') path += `[${step}]`;
    else path += `${path === '' ? '' : '.'}${step.length > 40 ? `${step.slice(0, 39)}…` : step}`;
  }
  return path;
}

function nameOf(owner: Node): string {
  const path = pathOf(owner);
  return path === '' ? l10n.t('the baseline') : `“${path}”`;
}
