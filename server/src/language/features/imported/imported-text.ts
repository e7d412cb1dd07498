import type { ComparedChange } from '../../baseline/compare.ts';
import type { Fix, RuleContext } from '../../rules/define-rule.ts';
import { openChanges } from '../../rules/field-changes.ts';
import { rules } from '../../rules/registry.ts';
import { restoreItems } from '../../rules/restore-field.ts';
import { applyEdits, type TextEdit } from '../../text/edits.ts';
import { createSource, type Source } from '../../text/source.ts';
import { overlaps } from '../../text/span.ts';

/** In this order: sections first, since items stand in them. */
const undoing: readonly string[] = [
  'section-renamed',
  'section-removed',
  'item-moved',
  'item-renamed',
  'item-removed',
  'item-added',
  'section-added',
  'label-changed',
  'order-changed',
  'internal-name-changed',
];

/** What makes room among its like by numbering them anew: two at a time would do so twice. */
const oneByOne: ReadonlySet<string> = new Set(['section-removed', 'item-moved', 'order-changed']);

/** Characters that are read for one answer, over and over: a huge definition is taken back as far as that goes. */
const mostCharacters = 20_000_000;
const mostRounds = 400;

/**
 * The definition as it was imported: its present text with every change of names, places and labels taken back, so that a
 * comparison of the two shows those changes and nothing else. Formatting, comments and values stay; the value of a field
 * that is gone is what the baseline keeps of it.
 * @param contextOf what the rules see of a text, with nothing accepted
 */
export function importedText(source: Source, contextOf: (source: Source) => RuleContext | undefined): string {
  let current = source;
  let context = contextOf(source);
  /** Kinds of which no more can be taken back, as in a text that is half typed. */
  const stuck = new Set<string>();
  const rounds = Math.min(mostRounds, Math.max(20, mostCharacters / (source.text.length + 1)));
  for (let round = 0; round < rounds && context; round++) {
    const step = nextStep(context, stuck);
    if (!step) break;
    const next = createSource(source.uri, source.version, applyEdits(current.text, step.edits));
    const after = contextOf(next);
    if (countOf(after, step.id) < countOf(context, step.id)) {
      current = next;
      context = after;
    } else stuck.add(step.id);
  }
  return current.text;
}

interface Step {
  /** The rule whose changes are taken back. */
  readonly id: string;
  readonly edits: readonly TextEdit[];
}

function nextStep(context: RuleContext, stuck: ReadonlySet<string>): Step | undefined {
  for (const id of undoing) {
    const edits = stuck.has(id) ? [] : undoingEdits(context, id);
    if (edits.length > 0) return { id, edits };
  }
  return undefined;
}

function countOf(context: RuleContext | undefined, id: string): number {
  return context?.comparison?.changes.filter(({ kind }) => kind === id).length ?? 0;
}

/** The edits of one kind of change that do not get in each other's way. */
function undoingEdits(context: RuleContext, id: string): readonly TextEdit[] {
  if (id === 'item-removed') return restoredItems(context);
  const rule = rules.find((candidate) => candidate.id === id);
  const fixes: Fix[] = [];
  rule?.check(context, (problem) => {
    if (fixes.length > 0 && oneByOne.has(id)) return;
    const [fix] = rule.fix?.(problem, context) ?? [];
    if (fix) fixes.push(fix);
  });
  const taken: TextEdit[] = [];
  for (const { edits } of fixes) {
    const free = edits.every((edit) => taken.every((other) => !overlaps(other.span, edit.span)));
    if (free) taken.push(...edits);
  }
  return taken;
}

/** Every item that is gone from a section which is still there, section by section at once. */
function restoredItems(context: RuleContext): readonly TextEdit[] {
  const bySection = new Map<number, ComparedChange[]>();
  for (const { change } of openChanges(context, 'item-removed')) {
    const section = change.from?.section ?? 0;
    bySection.set(section, [...(bySection.get(section) ?? []), change]);
  }
  return [...bySection.values()].flatMap((changes) => restoreItems(context, changes));
}
