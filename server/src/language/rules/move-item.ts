import type { Item, Section } from '../model/definition.ts';
import { applyEdits, type TextEdit } from '../text/edits.ts';
import type { Source } from '../text/source.ts';
import { appendToSection, nextSortOrder, removeWithLine, replaceField } from './edits.ts';

/** What of an item is another than it was. */
export interface Moved {
  readonly name?: string;
  /** Default: one above the highest of its new section. */
  readonly order?: number;
}

/** Puts an item as it stands behind the last one of another section, perhaps under another name. */
export function moveItem(source: Source, item: Item, target: Section, moved: Moved = {}): readonly TextEdit[] {
  return moveItems(source, [{ item, ...moved }], target);
}

/** The same for several items, in their order. */
export function moveItems(
  source: Source,
  moved: readonly (Moved & { readonly item: Item })[],
  target: Section,
): readonly TextEdit[] {
  const first = nextSortOrder(target.items);
  const lines = moved.map(({ item, name, order }, place) => {
    const { start, end } = item.element.span;
    const renumbered = item.sortOrder?.attribute && replaceField(item.sortOrder, String(order ?? first + place));
    const renamed = name !== undefined && item.name ? replaceField(item.name, name) : undefined;
    const inside = [renumbered, renamed].flatMap((edit) =>
      edit ? [{ ...edit, span: { start: edit.span.start - start, end: edit.span.end - start } }] : [],
    );
    return applyEdits(source.text.slice(start, end), inside);
  });
  return [
    ...moved.map(({ item }) => removeWithLine(source, item.element.span)),
    appendToSection(source, target, lines),
  ];
}
