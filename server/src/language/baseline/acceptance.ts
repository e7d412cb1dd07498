import * as l10n from '@vscode/l10n';
import type { Catalog } from '../catalog/types.ts';
import { isDay } from '../text/calendar.ts';
import { applyEdits, type TextEdit } from '../text/edits.ts';
import { lineEnd } from '../text/line-end.ts';
import type { Span } from '../text/span.ts';
import { type Acceptance, type Baseline, baselineOf, type ChangeMark, type Import } from './baseline.ts';
import type { FieldSet } from './field-set.ts';
import { type ReadableBaseline, readBaseline } from './read-baseline.ts';
import { acceptanceText, writeBaseline } from './write-baseline.ts';

/** The new text of a baseline file; or why the one that is there must stay, as a sentence, already translated. */
export type Rewritten =
  | {
      readonly kind: 'written';
      readonly text: string;
      /** What the file said before; undefined where there was none. */
      readonly before: Baseline | undefined;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Who accepts what is there, why and when: `on` is `YYYY-MM-DD`. */
export type Consent = Pick<Acceptance, 'reason' | 'by' | 'on'>;

/**
 * The file with changes accepted. Give the text that is in the file at the moment of writing: what others accepted
 * meanwhile stays, and a change that is accepted already stays as it was accepted first. Nothing else of the text is
 * touched, comments and members that mean nothing included.
 */
export function accept(text: string, changes: readonly ChangeMark[], consent: Consent): Rewritten {
  if (consent.reason.trim() === '') return refused(l10n.t('Say why the change is accepted: others will ask.'));
  if (consent.by.trim() === '') return refused(l10n.t('Say who accepts the change.'));
  if (!isDay(consent.on)) return refused(noDate(consent.on));
  return edited(text, ({ baseline, places }, newLine) => {
    const known = new Set(baseline.accepted.map(({ fingerprint }) => fingerprint));
    const added = changes.filter(({ fingerprint }) => {
      const isNew = !known.has(fingerprint);
      known.add(fingerprint);
      return isNew;
    });
    if (added.length === 0) return [];
    const entries = added.map((change) => acceptanceText({ ...change, ...consent })).join(`,${newLine}    `);
    const last = places.accepted.at(-1);
    const list = places.acceptedList;
    if (last && list) return appended(text, { start: last.end, end: list.end - 1 }, `${newLine}    ${entries}`);
    const newText = `[${newLine}    ${entries}${newLine}  ]`;
    if (list) return [{ span: list, newText }];
    return appended(text, places.end, `${newLine}  "accepted": ${newText}`);
  });
}

/** The file without acceptances of changes that are no more, and with one acceptance for each that is. */
export function prune(text: string, stillThere: ReadonlySet<string>): Rewritten {
  return edited(text, ({ baseline, places }) => {
    const seen = new Set<string>();
    const stays = baseline.accepted.map(({ fingerprint }) => {
      const first = !seen.has(fingerprint);
      seen.add(fingerprint);
      return first && stillThere.has(fingerprint);
    });
    const firstKept = stays.indexOf(true);
    if (firstKept < 0) return places.acceptedList ? [{ span: places.acceptedList, newText: '[]' }] : [];
    return stays.flatMap((stay, index): TextEdit[] => {
      if (stay) return [];
      // With the comma behind it, or before it when all that stays stands before.
      const [from, to] =
        index < firstKept
          ? [places.accepted[index]?.start, places.accepted[index + 1]?.start]
          : [places.accepted[index - 1]?.end, places.accepted[index]?.end];
      return from === undefined || to === undefined ? [] : [{ span: { start: from, end: to }, newText: '' }];
    });
  });
}

/**
 * The file for a definition that was just imported: its fields take the place of those before, and the acceptances end,
 * since the import took in what they were for. What stands at the top of the file beside that stays.
 * @param text of the file as it is; undefined when there is none
 */
export function mark(text: string | undefined, fields: FieldSet, imported: Import, catalog: Catalog): Rewritten {
  if (!isDay(imported.importedOn)) return refused(noDate(imported.importedOn));
  if (fields.sections.length === 0) {
    return refused(l10n.t('The definition has no section with a name, so there is nothing that could be imported.'));
  }
  const baseline = baselineOf(fields, imported, catalog);
  if (text === undefined) return { kind: 'written', text: writeBaseline(baseline), before: undefined };
  const file = readBaseline(text);
  if (file.kind === 'unreadable') return refused(file.message);
  const written = writeBaseline(baseline, file.kept).replace(/\r\n|\n/g, lineEnd(text));
  return { kind: 'written', text: written, before: file.baseline };
}

function edited(text: string, edits: (file: ReadableBaseline, newLine: string) => readonly TextEdit[]): Rewritten {
  const file = readBaseline(text);
  if (file.kind === 'unreadable') return refused(file.message);
  return { kind: 'written', text: applyEdits(text, edits(file, lineEnd(text))), before: file.baseline };
}

/**
 * One more behind the last of a list or an object.
 * @param end from behind the last to the closing bracket: blanks, comments on the last, perhaps a comma
 */
function appended(text: string, end: Span, newText: string): readonly TextEdit[] {
  const between = text.slice(end.start, end.end);
  const hasComma = between.replace(/\/\*.*?\*\/|\/\/[^\r\n]*/gs, '').includes(',');
  const added = insertion(end.start + between.trimEnd().length, newText);
  return hasComma ? [added] : [insertion(end.start, ','), added];
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function noDate(given: string): string {
  return l10n.t('“{0}” is no date such as 2026-11-20.', given.length > 40 ? `${given.slice(0, 39)}…` : given);
}

function refused(reason: string): Rewritten {
  return { kind: 'refused', reason };
}
