/** What two lists have in common by name, and what is left over, by places. */
export interface PairedNames {
  readonly pairs: readonly (readonly [was: number, now: number])[];
  readonly wasLeft: readonly number[];
  readonly nowLeft: readonly number[];
}

interface Named {
  readonly name: string;
}

/** Equal names belong together; of a name that occurs more than once the first with the first, the second with the second. */
export function pairByName(was: readonly Named[], now: readonly Named[]): PairedNames {
  const placesNow = new Map<string, number[]>();
  for (const [place, { name }] of now.entries()) {
    const places = placesNow.get(name);
    if (places) places.push(place);
    else placesNow.set(name, [place]);
  }
  const used = new Map<string, number>();
  const pairs: [number, number][] = [];
  const wasLeft: number[] = [];
  const taken = new Set<number>();
  for (const [place, { name }] of was.entries()) {
    const occurrence = used.get(name) ?? 0;
    const found = placesNow.get(name)?.[occurrence];
    if (found === undefined) {
      wasLeft.push(place);
      continue;
    }
    used.set(name, occurrence + 1);
    pairs.push([place, found]);
    taken.add(found);
  }
  return { pairs, wasLeft, nowLeft: [...now.keys()].filter((place) => !taken.has(place)) };
}

/**
 * For two places that are left over: which part of the two nearest paired places around them (before and after; the ends
 * of the lists count as paired) is the same. 0, 0.5 or 1.
 */
export function neighboursOf(
  pairs: PairedNames['pairs'],
  wasLength: number,
  nowLength: number,
): (was: number, now: number) => number {
  const nowOf = new Map(pairs);
  const itself = new Map(pairs.map(([, now]) => [now, now]));
  const wasAround = nearest(nowOf, wasLength, nowLength);
  const nowAround = nearest(itself, nowLength, nowLength);
  return (was, now) => {
    const before = wasAround.before[was] === nowAround.before[now] ? 0.5 : 0;
    return before + (wasAround.after[was] === nowAround.after[now] ? 0.5 : 0);
  };
}

function nearest(paired: ReadonlyMap<number, number>, length: number, end: number) {
  const before: number[] = [];
  const after: number[] = [];
  for (let place = 0, last = -1; place < length; place++) {
    before[place] = last;
    last = paired.get(place) ?? last;
  }
  for (let place = length - 1, next = end; place >= 0; place--) {
    after[place] = next;
    next = paired.get(place) ?? next;
  }
  return { before, after };
}
