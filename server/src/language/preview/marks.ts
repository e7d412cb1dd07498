import type { ChangeKind } from '../baseline/change.ts';
import type { ComparedChange, Comparison } from '../baseline/compare.ts';
import { fieldKey } from '../baseline/field-key.ts';
import { titleOf } from '../features/imported/report.ts';
import type { Item, Section } from '../model/definition.ts';
import type { PreviewMark } from './preview.ts';

/** What has become of the field set since the import, by what shows it. */
export interface Marks {
  readonly of: ReadonlyMap<Section | Item, readonly PreviewMark[]>;
  /** What is gone and nobody has accepted, behind what it followed; `undefined` for what stood first. */
  readonly goneSections: ReadonlyMap<Section | undefined, readonly Gone[]>;
  readonly goneItems: ReadonlyMap<Section, ReadonlyMap<Item | undefined, readonly Gone[]>>;
}

export interface Gone {
  /** Its place among the imported sections, and in one of them. */
  readonly section: number;
  readonly item: number | undefined;
  readonly mark: PreviewMark;
}

const kinds: Readonly<Partial<Record<ChangeKind, PreviewMark['kind']>>> = {
  'section-added': 'added',
  'item-added': 'added',
  'section-removed': 'removed',
  'item-removed': 'removed',
  'section-renamed': 'renamed',
  'item-renamed': 'renamed',
  'item-moved': 'moved',
  'label-changed': 'label',
  'order-changed': 'order',
  'value-changed': 'value',
};

/** What a section tells of its items is not told again. */
export function marksOf(comparison: Comparison): Marks {
  const of = new Map<Section | Item, PreviewMark[]>();
  const goneSections = new Map<Section | undefined, Gone[]>();
  const goneItems = new Map<Section, Map<Item | undefined, Gone[]>>();
  for (const change of comparison.changes) {
    const { from, to, accepted, withSection } = change;
    const mark = withSection ? undefined : markOf(change, comparison);
    if (!mark) continue;
    if (to) {
      const parts = comparison.parts[to.section];
      const part = to.item === undefined ? parts?.section : parts?.items[to.item];
      if (part) push(of, part, mark);
    } else if (from && !accepted) {
      const gone = { ...from, mark };
      if (from.item === undefined) {
        push(goneSections, comparison.sectionBefore(from.section), gone);
        continue;
      }
      const section = comparison.sectionNow(from.section);
      if (!section) continue;
      const there = goneItems.get(section) ?? new Map<Item | undefined, Gone[]>();
      goneItems.set(section, there);
      push(there, comparison.itemBefore(from), gone);
    }
  }
  return { of, goneSections, goneItems };
}

function markOf(change: ComparedChange, { was, now }: Comparison): PreviewMark | undefined {
  const kind = kinds[change.kind];
  if (!kind) return undefined;
  const from = fieldKey(was, change.from);
  const to = fieldKey(now, change.to);
  return {
    kind,
    title: titleOf(change, from ?? '', to ?? ''),
    ...(from !== undefined && from !== to && { from }),
    accepted: change.accepted,
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}
