import { contextOf, type Knowledge } from './analysis.ts';
import { definitionOf, treeOf, verdictOf } from './model/read.ts';
import type { Rule, RuleContext } from './rules/define-rule.ts';
import type { Look } from './rules/fix-all.ts';
import { createRun, type Found, mostPerRule, type RuleFailure } from './rules/run.ts';
import type { DocumentOptions } from './service.ts';
import type { Source } from './text/source.ts';

/** Looks at documents, each once: an editor asks for problems, fixes, lenses and a preview of one and the same text. */
export interface Looks {
  /** What the rules see of a document; `undefined` when it is nobody's definition. */
  context(source: Source, options: DocumentOptions): RuleContext | undefined;
  /** The same with what they have found. */
  look(source: Source, options: DocumentOptions): Look | undefined;
  /**
   * The same for who mends: where a rule has found as much as anybody reads, all that it finds. Of what has no edits that
   * are right in any case nothing is found then.
   */
  lookToMend(source: Source, options: DocumentOptions): Look | undefined;
  /** Takes a look in steps: once all are taken, `look` has its answer at hand. Whoever else wants it goes on from where it is. */
  steps(source: Source, options: DocumentOptions): Generator<undefined, void>;
}

/** Findings of one rule that are mended at once. In a hostile file there are more, and memory has an end. */
const mostMended = 10_000;

/** A look at a document under certain options, as far as it was taken. */
interface Memo {
  readonly options: DocumentOptions;
  readonly context: RuleContext | undefined;
  running: Generator<undefined, Found[]> | undefined;
  look: Look | undefined;
}

export function createLooks(rules: readonly Rule[], knowledge: Knowledge, failed: RuleFailure): Looks {
  const run = createRun(rules);
  const runMending = createRun(rules.filter(({ fix, offersOnly }) => fix && !offersOnly));
  /** The last look at a document hangs on it and goes away with it. */
  const latest = (): { memo: Memo | undefined } => ({ memo: undefined });

  const remembered = (source: Source, options: DocumentOptions): Memo => {
    const holder = source.derive(latest);
    if (!holder.memo || !isSame(holder.memo.options, options)) {
      const context = contextOf(source, options, knowledge);
      holder.memo = { options, context, running: undefined, look: undefined };
    }
    return holder.memo;
  };
  const takeStep = (memo: Memo, context: RuleContext): void => {
    const running = memo.running ?? run(context, memo.options, failed);
    // Should a step throw, whoever comes next begins anew.
    memo.running = undefined;
    const { done, value } = running.next();
    if (done) memo.look = { context, found: value };
    else memo.running = running;
  };

  const look = (source: Source, options: DocumentOptions): Look | undefined => {
    const memo = remembered(source, options);
    const { context } = memo;
    while (context && !memo.look) takeStep(memo, context);
    return memo.look;
  };

  return {
    context: (source, options) => remembered(source, options).context,
    look,
    lookToMend(source, options) {
      const seen = look(source, options);
      if (!seen || seen.found.length < mostPerRule) return seen;
      const steps = runMending(seen.context, options, failed, mostMended);
      let step = steps.next();
      while (!step.done) step = steps.next();
      return { context: seen.context, found: step.value };
    },
    *steps(source, options) {
      treeOf(source);
      yield;
      if (definitionOf(source).form === 'none') return;
      yield;
      verdictOf(source);
      yield;
      const memo = remembered(source, options);
      const { context } = memo;
      while (context && !memo.look) {
        takeStep(memo, context);
        yield;
      }
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
