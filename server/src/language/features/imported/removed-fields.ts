import * as l10n from '@vscode/l10n';
import type { Comparison } from '../../baseline/compare.ts';
import { fieldKey, itemAt } from '../../baseline/field-key.ts';
import type { RemovedField } from '../../service/changes.ts';
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
    // Editors cut such hints after some 40 characters.
    const text = (name: string | undefined) => l10n.t('{0} was here', name ?? '');
    if (kind === 'section-removed') {
      const before = comparison.sectionBefore(from.section);
      const at = before ? before.element.span.end : parts[0]?.section.element.parent?.openTag.end;
      return at === undefined ? [] : [{ at: endOfLine(at), text: text(was.sections[from.section]?.name), key }];
    }
    const section = kind === 'item-removed' ? comparison.sectionNow(from.section) : undefined;
    if (!section) return [];
    const before = comparison.itemBefore(from);
    const at = before ? before.element.span.end : section.element.openTag.end;
    return [{ at: endOfLine(at), text: text(itemAt(was, from)?.name), key }];
  });
}
