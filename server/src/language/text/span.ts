/** A half-open range of UTF-16 code units: `start` is in it, `end` is not. `start <= end` always. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function spanOf(start: number, end: number): Span {
  return { start, end };
}

/** True when `offset` lies in the span or at either border: the question a cursor asks, since it stands between characters. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** True when both share at least one character, or one is empty and touches the other. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

/** Whether a span overlaps any of `spans`, as `overlaps` has it: made once, and asked without a look at each of them. */
export function createOverlaps(spans: readonly Span[]): (span: Span) => boolean {
  const filled = ends(spans.filter(({ start, end }) => start !== end));
  const empty = ends(spans.filter(({ start, end }) => start === end));
  return ({ start, end }) =>
    start === end
      ? filled(end + 1) >= start || empty(end + 1) >= start
      : filled(end) > start || empty(end + 1) >= start;
}

/** The highest end of the spans that start before an offset; -1 where none does. */
function ends(spans: readonly Span[]): (before: number) => number {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let highest = -1;
  const reached = sorted.map(({ end }) => {
    highest = Math.max(highest, end);
    return highest;
  });
  return (before) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < before) low = middle + 1;
      else high = middle;
    }
    return reached[low - 1] ?? -1;
  };
}

export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
