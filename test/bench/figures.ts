/** Milliseconds, from now on. */
export function timer(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[middle - 1];
  if (upper === undefined) return Number.NaN;
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

/** Three digits say all that a measurement can. */
export function shown(value: number, unit = ''): string {
  if (Number.isNaN(value)) return '–';
  const text = value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
  return unit === '' ? text : `${text} ${unit}`;
}

/** Something that was promised, and what became of it. */
export interface Target {
  readonly what: string;
  readonly most: number;
  readonly measured: number;
  /** What both are counted in; empty for a ratio. */
  readonly unit: string;
}

export function isHeld({ most, measured }: Target): boolean {
  return measured <= most;
}

/** A part of the report: a table under a title. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Part {
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
}

export function markdown({ title, head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `### ${title}`,
    '',
    line(head),
    line(head.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...rows.map(line),
  ].join('\n');
}

export function targetTable(targets: readonly Target[]): Table {
  const of = (value: number, unit: string) => shown(value, unit === '' ? '×' : unit);
  return {
    title: 'Targets',
    head: ['Target', 'At most', 'Measured', ''],
    rows: targets.map((target) => [
      target.what,
      of(target.most, target.unit),
      of(target.measured, target.unit),
      isHeld(target) ? 'pass' : 'miss',
    ]),
  };
}
