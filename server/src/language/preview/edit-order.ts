import * as l10n from '@vscode/l10n';
import type { Item, Section } from '../model/definition.ts';
import type { RuleContext } from '../rules/define-rule.ts';
import {
  appendToSection,
  indentAt,
  insertAt,
  putAfter,
  removeWithLine,
  setAttribute,
  startsLine,
} from '../rules/edits.ts';
import { orderOf } from '../rules/insert-item.ts';
import { moveItem } from '../rules/move-item.ts';
import type { PreviewEdit } from '../service/preview.ts';
import type { TextEdit } from '../text/edits.ts';
import { lineEndOf } from '../text/line-end.ts';
import type { XmlElement } from '../xml/tree.ts';
import { fieldsOf, type ItemPart, nameOf, type Part, type SectionPart } from './fields.ts';
import { edited, refused } from './refusal.ts';

type Movable = Section | Item;

/** The place of a section or item in the order shown, from 0; undefined for what has no order. */
export function placeInOrder(context: RuleContext, part: Part): number | undefined {
  const siblings = siblingsOf(context, part);
  return siblings && part.kind !== 'element' && part.kind !== 'setting' ? siblings.indexOf(bodyOf(part)) : undefined;
}

function bodyOf(part: SectionPart | ItemPart): Movable {
  return part.kind === 'section' ? part.section : part.item;
}

function siblingsOf({ source }: RuleContext, part: Part): readonly Movable[] | undefined {
  const { sections } = fieldsOf(source);
  if (part.kind === 'section') return sections.map((found) => found.part.section);
  if (part.kind !== 'item') return undefined;
  return sections.find((found) => found.part === part.section)?.items.map(({ item }) => item);
}

/**
 * Puts a section or item at a place of the order shown, from 0; an item perhaps in another section. In the import form
 * only numbers change, and the lines stay where they are; the metadata form has no other order than that of its lines.
 */
export function movePart(context: RuleContext, part: Part, place: number, target?: SectionPart): PreviewEdit {
  if (part.kind === 'element' || part.kind === 'setting') return refused(l10n.t('It has no place in an order.'));
  if (target && part.kind === 'item' && target !== part.section) return moveAcross(context, part, target, place);
  const siblings = siblingsOf(context, part) ?? [];
  const moved = bodyOf(part);
  const others = siblings.filter((other) => other !== moved);
  const at = Math.max(0, Math.min(place, others.length));
  if (siblings[at] === moved) return edited([], part.id);
  const after = [...others.slice(0, at), moved, ...others.slice(at)];
  if (context.definition.body === 'metadata') {
    const edits = [
      removeWithLine(context.source, moved.element.span),
      ...putBeside(context, moved.element, others, at),
    ];
    return edited(edits, idAfter(part, after));
  }
  const numbers = numbersOf(siblings) ?? siblings.map((_, number) => number);
  return numberedAnew(context, part, after, numbers);
}

/** Hands the numbers out, unless that would take one from an item whose place is fixed (reference, rule O3). */
function numberedAnew(
  context: RuleContext,
  part: SectionPart | ItemPart,
  after: readonly Movable[],
  numbers: readonly number[],
): PreviewEdit {
  const changed = after.flatMap((sibling, index) => {
    const number = numbers[index] ?? index;
    return orderOf(sibling) === number ? [] : [{ sibling, number }];
  });
  for (const { sibling, number } of changed) {
    const reason = fixedTrouble(context, sibling, number);
    if (reason !== undefined) return refused(reason);
  }
  const edits = changed.map(({ sibling, number }) => numberEdit(sibling, number));
  return edited(edits, part.id);
}

function numberEdit({ element, sortOrder }: Movable, number: number): TextEdit {
  return setAttribute(element, 'sortOrder', String(number), sortOrder);
}

/** Why a part may not be given a number: it has the one that the platform prescribes, or another is prescribed. */
function fixedTrouble({ catalog }: RuleContext, part: Movable, number: number): string | undefined {
  if (!('section' in part)) return undefined;
  const section = nameOf(part.section);
  const fixed = catalog.item(section, nameOf(part))?.fixedSortOrder;
  if (!fixed || fixed.contradicted || fixed.value === number) return undefined;
  return l10n.t('{0} has to have place {1} in {2}, counted from 0.', nameOf(part), fixed.value, section);
}

/** The numbers of parts in the order shown; undefined where some have none, or one of them stands twice. */
function numbersOf(parts: readonly Movable[]): readonly number[] | undefined {
  const numbers = parts.flatMap((part) => orderOf(part) ?? []);
  const rising = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
  return numbers.length === parts.length && rising ? numbers : undefined;
}

function moveAcross(context: RuleContext, part: ItemPart, target: SectionPart, place: number): PreviewEdit {
  const { source, definition } = context;
  const { item } = part;
  const name = nameOf(item);
  const own = target.section.items;
  if (own.some((other) => nameOf(other) === name)) {
    return refused(l10n.t('{0} has an item {1} already.', nameOf(target.section), name));
  }
  const found = fieldsOf(source).sections.find((section) => section.part === target);
  const siblings = found?.items.map((other) => other.item) ?? [];
  const at = Math.max(0, Math.min(place, siblings.length));
  const id = `${target.id}/${name}`;
  if (definition.body === 'metadata') {
    const put =
      siblings.length === 0
        ? [appendToSection(source, target.section, [textOf(context, item.element)])]
        : putBeside(context, item.element, siblings, at);
    return edited([removeWithLine(source, item.element.span), ...put], id);
  }
  if (fixedTrouble(context, item, -1) !== undefined) {
    return refused(l10n.t('{0} has its place in {1}.', name, nameOf(part.section.section)));
  }
  const numbers = numbersOf(siblings);
  const order = numbers ? (numbers[at] ?? (numbers.at(-1) ?? -1) + 1) : at;
  const shifted = siblings.flatMap((sibling, index) => {
    const present = orderOf(sibling);
    const number = numbers ? (present ?? 0) + (index >= at ? 1 : 0) : index + (index >= at ? 1 : 0);
    return number === present ? [] : [{ sibling, number }];
  });
  for (const { sibling, number } of shifted) {
    const reason = fixedTrouble(context, sibling, number);
    if (reason !== undefined) return refused(reason);
  }
  const edits = [
    ...moveItem(source, item, target.section, { order }),
    ...shifted.map(({ sibling, number }) => numberEdit(sibling, number)),
    ...closeGap(siblingsOf(context, part) ?? [], item),
  ];
  return edited(edits, id);
}

/** Numbers without the gap that a part leaves behind, where there was none before (reference, rules O1 and O2). */
export function closeGap(siblings: readonly Movable[], gone: Movable): readonly TextEdit[] {
  const numbers = numbersOf(siblings);
  if (!numbers?.every((number, index) => number === index)) return [];
  return siblings.slice(siblings.indexOf(gone) + 1).map((sibling) => numberEdit(sibling, (orderOf(sibling) ?? 1) - 1));
}

/** An element as it stands, at a place among others. */
function putBeside(
  context: RuleContext,
  element: XmlElement,
  others: readonly Movable[],
  place: number,
): readonly TextEdit[] {
  const { source } = context;
  const text = textOf(context, element);
  const before = others[place - 1];
  if (before) return [putAfter(source, before.element, [text])];
  const first = others[0]?.element.span.start ?? element.span.start;
  return [insertAt(first, startsLine(source, first) ? text + lineEndOf(source) + indentAt(source, first) : text)];
}

function textOf({ source }: RuleContext, { span }: XmlElement): string {
  return source.text.slice(span.start, span.end);
}

/** Of several with one name the number says which one in text order, and the text has another order now. */
function idAfter(part: SectionPart | ItemPart, after: readonly Movable[]): string {
  const moved = bodyOf(part);
  const base = `${part.kind === 'item' ? part.section.id : ''}/${nameOf(moved)}`;
  const place = after.filter((other) => nameOf(other) === nameOf(moved)).indexOf(moved);
  return place === 0 ? base : `${base}#${place + 1}`;
}

/** The siblings of a part in the order shown, itself included. */
export function inOrder(context: RuleContext, part: Part): readonly Movable[] {
  return siblingsOf(context, part) ?? [];
}
