import type { FieldSection, FieldSet } from './field-set.ts';

/** How many sections hold an item of that name. */
export type NameCounts = ReadonlyMap<string, number>;

export function countNames(set: FieldSet): NameCounts {
  const counts = new Map<string, number>();
  for (const section of set.sections) {
    for (const name of namesIn(section)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** How much of what two sections hold is the same, from 0 to 1; undefined where neither holds anything that tells. */
export type Sharing = (wasSection: number, nowSection: number) => number | undefined;

/**
 * The coefficient of Dice over names of items. Names that other sections hold as well say nothing about which section it
 * is; the others are in one section of either side, so that each is looked at once.
 */
export function createSharing(was: FieldSet, now: FieldSet, wasCounts: NameCounts, nowCounts: NameCounts): Sharing {
  const telling = ({ sections }: FieldSet) =>
    sections.map((section) => [...namesIn(section)].filter((name) => isDistinct(name, wasCounts, nowCounts)));
  const wasTelling = telling(was);
  const nowTelling = telling(now);
  const homeNow = new Map(nowTelling.flatMap((names, section) => names.map((name) => [name, section] as const)));
  const common = wasTelling.map((names) => {
    const counts = new Map<number, number>();
    for (const name of names) {
      const home = homeNow.get(name);
      if (home !== undefined) counts.set(home, (counts.get(home) ?? 0) + 1);
    }
    return counts;
  });
  return (wasSection, nowSection) => {
    const all = (wasTelling[wasSection]?.length ?? 0) + (nowTelling[nowSection]?.length ?? 0);
    return all === 0 ? undefined : (2 * (common[wasSection]?.get(nowSection) ?? 0)) / all;
  };
}

/** Whether a name stands in one section at most, before and after. */
export function isDistinct(name: string, wasCounts: NameCounts, nowCounts: NameCounts): boolean {
  return (wasCounts.get(name) ?? 0) < 2 && (nowCounts.get(name) ?? 0) < 2;
}

function namesIn({ items }: FieldSection): ReadonlySet<string> {
  return new Set(items.map(({ name }) => name));
}
