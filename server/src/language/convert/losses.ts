import * as l10n from '@vscode/l10n';
import type { Definition } from '../model/definition.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { Comments } from './comments.ts';
import type { Loss } from './conversion.ts';

export function byPlace(losses: readonly Loss[]): readonly Loss[] {
  return [...losses].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}

/** Attributes that the form itself does not know: the other form has no place for them. */
export function attributeLosses({ root, sections, body }: Definition): Loss[] {
  const parts = sections.flatMap(({ element, items }) => [element, ...items.map((item) => item.element)]);
  const known: ReadonlySet<string> = new Set(body === 'import' ? ['sortOrder', 'name', 'label'] : []);
  const isNamespace = (name: string) => name === 'xmlns' || name.startsWith('xmlns:');
  const unknown = (element: XmlElement, knows: (name: string) => boolean): Loss[] =>
    element.attributes
      .filter(({ name }) => !knows(name))
      .map(({ name, span }) => ({
        code: 'attribute' as const,
        at: span,
        message: l10n.t('The attribute “{0}” has no counterpart in the other form.', name),
      }));
  return [
    ...(root ? unknown(root, isNamespace) : []),
    ...parts.flatMap((element) => unknown(element, (name) => known.has(name) || isNamespace(name))),
  ];
}

export function commentLosses({ moved }: Comments): Loss[] {
  return moved.map(({ span }) => ({
    code: 'comment-moved' as const,
    at: span,
    message: l10n.t('The comment has no place there in the other form; it stands before the item or section now.'),
  }));
}

/** Processing instructions, wherever they stand; neither form has a use for them. */
export function instructionLosses({ tree }: Definition): Loss[] {
  const losses: Loss[] = [];
  const open: Definition['tree']['children'][number][] = [...tree.children];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'element') for (const child of node.children) open.push(child);
    if (node.kind !== 'pi') continue;
    losses.push({ code: 'instruction', at: node.span, message: l10n.t('The processing instruction is left out.') });
  }
  return losses;
}
