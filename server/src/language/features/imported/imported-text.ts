import type { Fix, RuleContext } from '../../rules/define-rule.ts';
import { rules } from '../../rules/registry.ts';
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
const oneByOne: ReadonlySet<string> = new Set(['section-removed', 'item-moved', 'item-removed', 'order-changed']);

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
  const rounds = Math.min(mostRounds, Math.max(20, mostCharacters / (source.text.length + 1)));
  for (let round = 0; round < rounds; round++) {
    const context = contextOf(current);
    const edits = context ? undoingEdits(context) : [];
    if (edits.length === 0) break;
    current = createSource(source.uri, source.version, applyEdits(current.text, edits));
  }
  return current.text;
}

/** The edits of one kind of change that do not get in each other's way. */
function undoingEdits(context: RuleContext): readonly TextEdit[] {
  for (const id of undoing) {
    const rule = rules.find((candidate) => candidate.id === id);
    const fixes: Fix[] = [];
    rule?.check(context, (problem) => {
      const [fix] = rule.fix?.(problem, context) ?? [];
      if (fix) fixes.push(fix);
    });
    const taken: TextEdit[] = [];
    for (const { edits } of oneByOne.has(id) ? fixes.slice(0, 1) : fixes) {
      const free = edits.every((edit) => taken.every((other) => !overlaps(other.span, edit.span)));
      if (free) taken.push(...edits);
    }
    if (taken.length > 0) return taken;
  }
  return [];
}
