import type { Change, FieldPlace } from '../../server/src/language/baseline/change.ts';
import type { FieldItem, FieldSection, FieldSet } from '../../server/src/language/baseline/field-set.ts';

/**
 * What the changes make of `was`. What is new takes its content from the place in `now` that its change names; all else
 * has to come from `was`, so that a change that nobody told shows. Kinds and values, which are no part of a field's
 * identity, are taken over from `now` where a change does not tell them.
 */
export function applyChanges(was: FieldSet, now: FieldSet, changes: readonly Change[]): FieldSet {
  const of = (kind: Change['kind']) => changes.filter((change) => change.kind === kind);
  const whole = (kind: Change['kind'], before: string | undefined) => of(kind)[0]?.now ?? before;
  const fromOf = new Map(changes.flatMap(({ from, to }) => (from && to ? [[keyOf(to), from] as const] : [])));

  // Sections: what neither went nor was put elsewhere keeps its order; the rest goes where its change says.
  const sections = placed(
    was.sections.length,
    (section) => ({ section, item: undefined }),
    changes.filter(({ from, to }) => from?.item === undefined && to?.item === undefined && (from || to)),
    new Set(),
  );
  const sectionNow = new Map(sections.flatMap(({ from }, place) => (from ? [[from.section, place] as const] : [])));
  const made = sections.map(({ from }, place): FieldSection => {
    const old = from && was.sections[from.section];
    const label = of('label-changed').find(({ to }) => to?.section === place && to.item === undefined);
    const fresh = now.sections[place];
    const renamed = of('section-renamed').some(({ to }) => to?.section === place);
    const here = changes.filter(
      ({ from: before, to }) =>
        (before?.item !== undefined && before.section === from?.section) ||
        (to?.item !== undefined && to.section === place),
    );
    const left = here.filter(({ from: before, to }) => {
      if (before === undefined || before.section !== from?.section) return false;
      return to === undefined || sectionNow.get(before.section) !== to.section;
    });
    const items = placed(
      old?.items.length ?? 0,
      (item) => ({ section: from?.section ?? -1, item }),
      here.filter(({ to }) => to?.section === place),
      new Set(left.map((change) => keyOf(change.from))),
    );
    return {
      name: (renamed || !old ? fresh?.name : old.name) ?? '',
      label: label ? label.now : (old ?? fresh)?.label,
      items: items.map((each, item) => itemOf(each, { section: place, item })),
    };
  });

  function itemOf({ from }: Spot, place: FieldPlace): FieldItem {
    const source = from ?? fromOf.get(keyOf(place));
    const old = source && was.sections[source.section]?.items[source.item ?? -1];
    const fresh = now.sections[place.section]?.items[place.item ?? -1];
    if (!fresh) throw new Error(`nothing is at ${keyOf(place)} now`);
    if (!old) return fresh;
    const isHere = ({ to }: Change) => keyOf(to) === keyOf(place);
    const renamed = of('item-renamed').some(isHere) || of('item-moved').some(isHere);
    const label = of('label-changed').find(isHere);
    return {
      name: renamed ? fresh.name : old.name,
      label: label ? label.now : old.label,
      kind: fresh.kind,
      value: fresh.value,
    };
  }

  return {
    internalName: whole('internal-name-changed', was.internalName),
    flavour: whole('flavour-changed', was.flavour) as FieldSet['flavour'],
    sections: made,
  };
}

interface Spot {
  /** Where it comes from; undefined for what is new. */
  readonly from: FieldPlace | undefined;
}

/** A list in its new order. `gone` are the keys of the places that are left. */
function placed(
  length: number,
  placeAt: (index: number) => FieldPlace,
  changes: readonly Change[],
  gone: ReadonlySet<string>,
): readonly Spot[] {
  const arriving = changes.filter(({ kind, from, withSection }) => {
    if (kind === 'order-changed' || kind.endsWith('-added')) return true;
    return kind === 'item-moved' && !withSection && from?.section !== placeAt(0).section;
  });
  const away = new Set([
    ...gone,
    ...changes
      .filter(({ kind }) => kind === 'order-changed' || kind.endsWith('-removed'))
      .map(({ from }) => keyOf(from)),
  ]);
  const list: Spot[] = Array.from({ length }, (_, index) => ({ from: placeAt(index) })).filter(
    ({ from }) => !away.has(keyOf(from)),
  );
  const indexOf = ({ to }: Change) => to?.item ?? to?.section ?? 0;
  for (const change of [...arriving].sort((a, b) => indexOf(a) - indexOf(b)))
    list.splice(indexOf(change), 0, { from: change.from });
  return list;
}

function keyOf(place: FieldPlace | undefined): string {
  return `${place?.section}/${place?.item}`;
}
