import type { ComparedChange } from '../../baseline/compare.ts';
import type { Item, Section } from '../../model/definition.ts';
import type { RuleContext } from '../../rules/define-rule.ts';
import { removeWithLine } from '../../rules/edits.ts';
import { openChanges } from '../../rules/field-changes.ts';
import { createPlaces } from '../../rules/fix-all.ts';
import { wayBack } from '../../rules/item-moved.ts';
import { moveItems } from '../../rules/move-item.ts';
import { rules } from '../../rules/registry.ts';
import { addTo, restoreItems, restoreSections } from '../../rules/restore-field.ts';
import { applyEdits, type TextEdit } from '../../text/edits.ts';
import { createSource, type Source } from '../../text/source.ts';

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
  const places = createPlaces(context.source.text.length);
  const taken: TextEdit[] = [];
  for (const edits of waysBack(context, id)) {
    if (!edits.every(({ span }) => places.areFree(span))) continue;
    for (const edit of edits) {
      places.take(edit.span);
      taken.push(edit);
    }
  }
  return taken;
}

/** The edits that take single changes back, or several at once where they would all make room in one place. */
function waysBack(context: RuleContext, id: string): readonly (readonly TextEdit[])[] {
  if (id === 'section-removed') return [restoreSections(context, changesOf(context, id))];
  if (id === 'item-removed') {
    const bySection = new Map<number, ComparedChange[]>();
    for (const change of changesOf(context, id)) addTo(bySection, change.from?.section ?? 0, change);
    return [...bySection.values()].map((changes) => restoreItems(context, changes));
  }
  if (id === 'item-moved') {
    const places = createPlaces(context.source.text.length);
    const byTarget = new Map<Section, { readonly item: Item; readonly name: string }[]>();
    for (const change of changesOf(context, id)) {
      const way = context.comparison && wayBack(context.comparison, change);
      if (!way) continue;
      // Where a closing tag is missing, one item may reach into the line of the next one: that one waits.
      const { span } = removeWithLine(context.source, way.item.element.span);
      if (!places.areFree(span)) continue;
      places.take(span);
      addTo(byTarget, way.target, way);
    }
    return [...byTarget].map(([target, moved]) => moveItems(context.source, moved, target));
  }
  const rule = rules.find((candidate) => candidate.id === id);
  const shared = new Set<object>();
  const ways: (readonly TextEdit[])[] = [];
  rule?.check(context, (problem) => {
    if (problem.sharedFix && shared.has(problem.sharedFix)) return;
    if (problem.sharedFix) shared.add(problem.sharedFix);
    const [fix] = rule.fix?.(problem, context) ?? [];
    if (fix) ways.push(fix.edits);
  });
  return ways;
}

function changesOf(context: RuleContext, kind: 'section-removed' | 'item-removed' | 'item-moved') {
  return [...openChanges(context, kind)].map(({ change }) => change);
}
