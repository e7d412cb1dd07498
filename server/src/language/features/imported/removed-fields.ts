import * as l10n from '@vscode/l10n';
import type { Comparison } from '../../baseline/compare.ts';
import { fieldKey, itemAt } from '../../baseline/field-key.ts';
import { presentSection } from '../../rules/restore-field.ts';
import type { RemovedField } from '../../service.ts';
import type { Source } from '../../text/source.ts';

/**
 * The items and sections that are gone, each at the end of the line behind which it would stand: of the field that came
 * before it, or of the tag that opens its section.
 */
export function removedFields(source: Source, comparison: Comparison): readonly RemovedField[] {
  const { was, parts, changes } = comparison;
  const endOfLine = (offset: number) => source.lineSpan(source.positionAt(offset).line).end;
  return changes.flatMap((change): RemovedField[] => {
    const { kind, from, accepted, withSection } = change;
    if (accepted || withSection || !from) return [];
    const key = fieldKey(was, from) ?? '';
    const text = (label: string | undefined) =>
      label === undefined || label === '' ? l10n.t('{0} was here', key) : l10n.t('{0} “{1}” was here', key, label);
    if (kind === 'section-removed') {
      const before = lastOf(from.section, (place) => presentSection(comparison, place));
      const at = before ? before.element.span.end : parts[0]?.section.element.parent?.openTag.end;
      return at === undefined ? [] : [{ at: endOfLine(at), text: text(was.sections[from.section]?.label), key }];
    }
    if (kind !== 'item-removed') return [];
    const section = presentSection(comparison, from.section);
    if (!section) return [];
    const before = lastOf(from.item ?? 0, (place) => {
      const name = was.sections[from.section]?.items[place]?.name;
      return section.items.find((item) => item.name?.text.trim() === name);
    });
    const at = before ? before.element.span.end : section.element.openTag.end;
    return [{ at: endOfLine(at), text: text(itemAt(was, from)?.label), key }];
  });
}

/** What is still there of those that stood before a place: the last one. */
function lastOf<T>(place: number, find: (place: number) => T | undefined): T | undefined {
  for (let before = place - 1; before >= 0; before--) {
    const found = find(before);
    if (found) return found;
  }
  return undefined;
}
