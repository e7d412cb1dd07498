import * as l10n from '@vscode/l10n';
import type { ChangeKind, FieldPlace } from '../baseline/change.ts';
import type { ComparedChange, Comparison } from '../baseline/compare.ts';
import { fieldKey } from '../baseline/field-key.ts';
import { sources } from '../catalog/sources.ts';
import type { Definition, Field, Item, Section } from '../model/definition.ts';
import type { Span } from '../text/span.ts';
import type { Problem, Related, Rule, RuleContext, Severity } from './define-rule.ts';

/** What all rules about the imported field set rest on (reference, sections 6.1 to 6.3). */
export const fieldSetSources: Rule['sources'] = [sources.TK4, sources.ITEM, sources.OBJ];

/** A change that a rule speaks of. */
export interface OpenChange {
  readonly comparison: Comparison;
  readonly change: ComparedChange;
  /** The run-time keys of what it is about: before, and now. Empty where it is not there. */
  readonly wasKey: string;
  readonly nowKey: string;
}

/** The changes of one kind that nobody has accepted and that no other change tells of. */
export function openChanges({ comparison }: RuleContext, kind: ChangeKind): readonly OpenChange[] {
  // Most definitions are compared with nothing, and a dozen rules ask with each key.
  if (!comparison) return none;
  const key = (fields: Comparison['was'], place: FieldPlace | undefined) => fieldKey(fields, place) ?? '';
  return comparison.changes
    .filter((change) => change.kind === kind && !change.withSection && !change.accepted)
    .map((change) => ({
      comparison,
      change,
      wasKey: key(comparison.was, change.from),
      nowKey: key(comparison.now, change.to),
    }));
}

const none: readonly never[] = Object.freeze([]);

/** The same with the item of the definition that each is about. */
export function changedItems(
  context: RuleContext,
  kind: ChangeKind,
): readonly (OpenChange & { readonly part: Item })[] {
  return openChanges(context, kind).flatMap((open) => {
    const part = itemOf(open.comparison, open.change);
    return part ? [{ ...open, part }] : [];
  });
}

/** The same with the section of the definition that each is about. */
export function changedSections(
  context: RuleContext,
  kind: ChangeKind,
): readonly (OpenChange & { readonly part: Section })[] {
  return openChanges(context, kind).flatMap((open) => {
    const part = open.change.to?.item === undefined ? sectionOf(open.comparison, open.change) : undefined;
    return part ? [{ ...open, part }] : [];
  });
}

export function itemOf({ parts }: Comparison, { to }: ComparedChange): Item | undefined {
  return to?.item === undefined ? undefined : parts[to.section]?.items[to.item];
}

/** The section that is changed, or that the changed item stands in. */
export function sectionOf({ parts }: Comparison, { to }: ComparedChange): Section | undefined {
  return to && parts[to.section]?.section;
}

/** Where a field stands, be it empty; else the name of the element that lacks it. */
export function placeOf(field: Field | undefined, { element }: Section | Item): Span {
  return field?.span ?? element.nameSpan;
}

/**
 * The fact about a field, and what it means for the call center in the org. What an import does is documented; whether a
 * deployment changes the fields of a call center that is there is not known (reference, question 11), so it is told as
 * that, and as information only.
 */
export function fieldMessage({ definition }: RuleContext, fact: string, afterImport: string): string {
  const unknown = l10n.t(
    'An import changes no field of a call center that is there; whether a deployment does is not known, so look at it in the org.',
  );
  return `${fact} ${definition.body === 'metadata' ? unknown : afterImport}`;
}

/** What a rule reports for a change; the change goes along for its fix, and for whoever accepts it. */
export function changeProblem({ comparison, change }: OpenChange, at: Span, message: string): Problem<ComparedChange> {
  const other = change.from && comparison.placeOf(change.from);
  const related: readonly Related[] = other ? [{ other, message: l10n.t('What was imported.') }] : [];
  return { at, message, data: change, related };
}

/** The same for a change of the field set: less grave where it is not known what becomes of it. */
export function fieldProblem(
  { definition }: RuleContext,
  open: OpenChange,
  at: Span,
  message: string,
): Problem<ComparedChange> {
  const problem = changeProblem(open, at, message);
  const severity = fieldSeverity(definition);
  return severity ? { ...problem, severity } : problem;
}

/** What a change of the field set counts as in this definition; undefined where its rule says it. */
export function fieldSeverity({ body }: Definition): Severity | undefined {
  return body === 'metadata' ? 'information' : undefined;
}

/** "in the import on 2026-11-20", "in v1.2": stands behind what was another then. */
export function before({ comparison: { importedOn, title } }: OpenChange): string {
  return importedOn === undefined ? l10n.t('in {0}', title) : l10n.t('in the import on {0}', importedOn);
}

/** "since the import on 2026-11-20", "compared with v1.2": stands behind what is new, missing or different. */
export function since({ comparison: { importedOn, title } }: OpenChange): string {
  return importedOn === undefined ? l10n.t('compared with {0}', title) : l10n.t('since the import on {0}', importedOn);
}
