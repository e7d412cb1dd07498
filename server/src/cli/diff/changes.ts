import { baselineIn, type ChangeReport, type Imported, type Severity, type Source } from '../../language/index.ts';

/** One change as it is printed: lines and columns from 1, offsets from 0 in UTF-16 code units, ends exclusive. */
export interface ListedChange {
  readonly rule: string;
  readonly severity: Severity;
  /** Of the field as it is now, else as it was; null for what concerns the definition as a whole. */
  readonly section: string | null;
  readonly item: string | null;
  /** Run-time keys, `/section/item`: as imported, and now. */
  readonly from: string | null;
  readonly to: string | null;
  /** What was changed in place: a label, a place, a name. Values are not told. */
  readonly was: string | null;
  readonly now: string | null;
  readonly fingerprint: string;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly accepted: boolean;
  /** Why it was accepted; null where it was not, or along with others. */
  readonly reason: string | null;
  readonly title: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly offset: number;
  readonly endOffset: number;
  /** Of a section: the keys of the items that came, went or got another key with it. */
  readonly items?: readonly string[];
}

/** What `diff` prints, whatever the format. */
export interface DiffReport {
  /** As given on the command line. */
  readonly path: string;
  readonly comparedWith: string;
  /** `YYYY-MM-DD`. */
  readonly importedOn: string | null;
  readonly changes: readonly ListedChange[];
}

const withItems: Readonly<Record<string, string>> = {
  'item-added': 'section-added',
  'item-removed': 'section-removed',
  'item-moved': 'section-renamed',
};

/** The changes of rules that are not off. What a section takes along is told with the section. */
export function diffReport(path: string, source: Source, report: ChangeReport, { file }: Imported): DiffReport {
  const reading = file && baselineIn(file);
  const accepted = reading?.kind === 'baseline' ? reading.baseline.accepted : [];
  const reasons = new Map(accepted.map(({ fingerprint, reason }) => [fingerprint, reason]));
  const along = itemsBySection(report);
  const changes = report.changes.flatMap((change): ListedChange[] => {
    const { rule, severity, from, to, was, now, confidence, title, at = { start: 0, end: 0 } } = change;
    if (change.withSection || severity === 'off') return [];
    const fingerprint = change.fingerprint();
    const secret = rule === 'value-changed';
    const start = source.positionAt(at.start);
    const end = source.positionAt(at.end);
    const items = along.get(change);
    return [
      {
        rule,
        severity,
        section: change.section ?? null,
        item: change.item ?? null,
        from: from ?? null,
        to: to ?? null,
        was: secret ? null : (was ?? null),
        now: secret ? null : (now ?? null),
        fingerprint,
        confidence,
        accepted: change.accepted,
        reason: (change.accepted && reasons.get(fingerprint)) || null,
        title,
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        offset: at.start,
        endOffset: at.end,
        ...(items && { items }),
      },
    ];
  });
  return { path, comparedWith: report.title, importedOn: report.importedOn ?? null, changes };
}

/** The keys of the items that each section took along. The fact about a section comes before those about its items. */
function itemsBySection({ changes }: ChangeReport): ReadonlyMap<unknown, readonly string[]> {
  const sections = new Map<string, unknown>();
  const found = new Map<unknown, string[]>();
  for (const change of changes) {
    if (!change.withSection) sections.set(`${change.rule} ${change.section}`, change);
    else {
      const owner = sections.get(`${withItems[change.rule]} ${change.section}`);
      const key = change.to ?? change.from;
      if (owner === undefined || key === undefined) continue;
      const keys = found.get(owner);
      if (keys) keys.push(key);
      else found.set(owner, [key]);
    }
  }
  return found;
}

const ranks: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Whether there is a change of at least that severity that nobody has accepted. */
export function fails({ changes }: DiffReport, failOn: 'error' | 'warning' | 'information' | undefined): boolean {
  if (failOn === undefined) return false;
  return changes.some(({ accepted, severity }) => !accepted && ranks.indexOf(severity) <= ranks.indexOf(failOn));
}
