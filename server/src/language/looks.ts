import { contextOf } from './analysis.ts';
import type { Catalog } from './catalog/types.ts';
import type { Rule, RuleContext } from './rules/define-rule.ts';
import type { Look } from './rules/fix-all.ts';
import { type RuleFailure, runRules } from './rules/run.ts';
import type { DocumentOptions } from './service.ts';
import type { Source } from './text/source.ts';

/** Looks at documents, each once: an editor asks for problems, fixes, lenses and a preview of one and the same text. */
export interface Looks {
  /** What the rules see of a document; `undefined` when it is nobody's definition. */
  context(source: Source, options: DocumentOptions): RuleContext | undefined;
  /** The same with what they have found. */
  look(source: Source, options: DocumentOptions): Look | undefined;
}

/** The last look at a document, which hangs on it and goes away with it. */
interface Memo {
  options: DocumentOptions | undefined;
  context: RuleContext | undefined;
  look: Look | undefined;
}

export function createLooks(rules: readonly Rule[], catalog: Catalog, failed: RuleFailure): Looks {
  const memoOf = (): Memo => ({ options: undefined, context: undefined, look: undefined });

  const remembered = (source: Source, options: DocumentOptions): Memo => {
    const memo = source.derive(memoOf);
    if (!memo.options || !isSame(memo.options, options)) {
      memo.options = options;
      memo.context = contextOf(source, options, catalog);
      memo.look = undefined;
    }
    return memo;
  };

  return {
    context: (source, options) => remembered(source, options).context,
    look(source, options) {
      const memo = remembered(source, options);
      const { context } = memo;
      memo.look ??= context && { context, found: runRules(rules, context, options, failed) };
      return memo.look;
    },
  };
}

/** Milliseconds within which the present moment counts as the same: certificates expire at whole seconds. */
const moment = 60_000;

/** Hosts put options together anew for each request; what they are made of stays the same. */
function isSame(one: DocumentOptions, other: DocumentOptions): boolean {
  if (one === other) return true;
  const { now, facts, severities, ...rest } = one;
  const { now: otherNow, facts: otherFacts, severities: otherSeverities, ...otherRest } = other;
  const close = now === undefined || otherNow === undefined ? now === otherNow : Math.abs(now - otherNow) < moment;
  return close && alike(rest, otherRest) && alike(facts, otherFacts) && alike(severities, otherSeverities);
}

/** Whether two objects have the same values under the same keys. */
function alike(one: object | undefined, other: object | undefined): boolean {
  if (one === other) return true;
  if (!one || !other) return false;
  const entries = Object.entries(one);
  const others = new Map(Object.entries(other));
  return (
    entries.length === others.size && entries.every(([key, value]) => others.get(key) === value && others.has(key))
  );
}
