import { definitionOf, problemsOf } from '../model/read.ts';
import type { Source } from '../text/source.ts';
import { createOverlaps, type Span } from '../text/span.ts';
import type { XmlDocument, XmlFault, XmlFaultCode } from '../xml/tree.ts';
import { abridged } from './abridged.ts';
import type { Problem, Rule, RuleContext, Severity } from './define-rule.ts';
import { isOff, levelOf, type RuleChoice } from './presets.ts';
import { createSilencer, type Silencer } from './suppressions.ts';

export interface Found {
  readonly rule: Rule;
  readonly problem: Problem<unknown>;
  readonly severity: Severity;
}

/** Told when a rule throws. That is a bug of the rule: the others still run, and the text is never part of the report. */
export type RuleFailure = (ruleId: string, error: unknown) => void;

/** Findings of one rule in one document. More than these helps nobody, and a hostile file has hundreds of thousands. */
export const mostPerRule = 250;
const enough = Symbol('enough findings of one rule');

/** Findings of one rule that comments may silence: they take no place of others, and even so there must be an end. */
const mostSilenced = 10_000;

/** Characters. In a text of so many or fewer, a single rule takes too little time to be worth a step. */
const shortText = 100_000;
const rulesPerStepIn = (text: string) => (text.length <= shortText ? 16 : 1);

/**
 * One run over a document, in steps: whoever takes them may do something else in between, or leave the rest undone. A step
 * is a rule, or a few where the text is short. In a text whose structure is in doubt only those rules run that say so, and
 * only what lies outside the doubtful places is kept: a half-typed line must not raise a storm.
 * @param most findings of one rule
 */
export type Run = (
  context: RuleContext,
  choice: RuleChoice,
  onFailure: RuleFailure,
  most?: number,
) => Generator<undefined, Found[]>;

/** Runs one list of rules over any number of documents. */
export function createRun(rules: readonly Rule[]): Run {
  const askedFor = createAsked(rules);
  return function* run(context, choice, onFailure, most = mostPerRule) {
    const { source, definition, large } = context;
    const body = definition.body ?? (definition.form === 'invented' ? 'invented' : undefined);
    const found: Found[] = [];
    if (!body) return found;
    const silencer = large ? undefined : createSilencer(source, definition);
    /** Rules that did not look at all of the text. */
    const stopped = new Set<Rule>();
    const sound = isStructureSound(definition.tree);
    const isDoubtful = sound ? () => false : createOverlaps(doubtfulPlaces(source));
    const asked = askedFor(body, choice, sound, large, context.imported !== undefined);
    let rule: Rule;
    let first = 0;
    let silenced = 0;
    // Made once, and not anew for each rule: there are a hundred, and a key waits for all of them.
    const keep = (problem: Problem<unknown>, severity: Severity): void => {
      found.push({ rule, problem: brief(problem), severity });
      // The rule need not word what nobody will read.
      if (found.length - first >= most) throw enough;
    };
    const report = (problem: Problem<unknown>): void => {
      if (rule.onBrokenText !== 'always' && isDoubtful(problem.at)) return;
      const severity = levelOf(rule, problem.severity, choice);
      if (severity === 'off') return;
      // A broken text stays broken.
      if (rule.onBrokenText === 'always' || !silencer?.silences(rule.id, problem.at.start)) keep(problem, severity);
      else if (++silenced >= mostSilenced) throw enough;
    };
    const ask = (asking: Rule, work: (asked: Rule) => void): void => {
      rule = asking;
      first = found.length;
      silenced = 0;
      try {
        work(rule);
      } catch (error) {
        stopped.add(rule);
        if (error === enough) return;
        found.length = first;
        onFailure(rule.id, error);
      }
    };
    const check = (asking: Rule): void => asking.check(context, report);
    const rulesPerStep = rulesPerStepIn(source.text);
    for (let next = 0; next < asked.length; next += rulesPerStep) {
      yield;
      for (const asking of asked.slice(next, next + rulesPerStep)) ask(asking, check);
    }
    if (silencer) {
      const used = usedPlaces(rules, silencer, (one) => sound && asked.includes(one) && !stopped.has(one));
      const known = new Set(rules.map(({ id }) => id));
      const tell = (problem: Problem<unknown>): void => {
        const severity = levelOf(rule, problem.severity, choice);
        if (severity !== 'off') keep(problem, severity);
      };
      const judge = (asking: Rule): void => asking.afterOthers?.(context, used, known, tell);
      for (const one of rules) if (one.afterOthers && !isOff(one, choice)) ask(one, judge);
    }
    return found.sort((a, b) => a.problem.at.start - b.problem.at.start || a.problem.at.end - b.problem.at.end);
  };
}

type Body = Rule['forms'][number];

type Asked = (body: Body, choice: RuleChoice, sound: boolean, large: boolean, imported: boolean) => readonly Rule[];

/**
 * The rules that are not off and have something to say about a text of that kind. With each key the same is asked again, or
 * nearly so: what somebody types is sound and broken by turns. The last answer for each is kept.
 */
function createAsked(rules: readonly Rule[]): Asked {
  let last: { readonly key: readonly unknown[]; readonly asked: readonly Rule[] } | undefined;
  let lastBroken: typeof last;
  return (body, choice, sound, large, imported) => {
    const { severities, canDismiss } = choice;
    const known = sound ? last : lastBroken;
    const key = [body, severities, canDismiss, large, imported];
    if (known?.key.every((part, index) => part === key[index])) return known.asked;
    const asked = rules.filter(
      (rule) =>
        rule.forms.includes(body) &&
        (imported || !rule.onImported) &&
        (sound || rule.onBrokenText !== undefined) &&
        (!large || rule.onBrokenText === 'always') &&
        !isOff(rule, choice),
    );
    if (sound) last = { key, asked };
    else lastBroken = { key, asked };
    return asked;
  };
}

/**
 * The comments that are of use, by the places of the rules that they name.
 * @param sawAll whether a rule has looked at all of the text
 */
function usedPlaces(rules: readonly Rule[], silencer: Silencer, sawAll: (rule: Rule) => boolean): ReadonlySet<number> {
  const places = new Set(silencer.used());
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  // A rule that was not asked might have found what the comment is for: nobody can say that it is of no use.
  for (const { ruleId, ruleSpan } of silencer.suppressions) {
    const rule = known.get(ruleId);
    if (rule && !sawAll(rule)) places.add(ruleSpan.start);
  }
  return places;
}

/** A message may quote a value, and a value may be as long as the file. What a message says itself stays well below. */
function brief(problem: Problem<unknown>): Problem<unknown> {
  const message = abridged(problem.message);
  return message === problem.message ? problem : { ...problem, message };
}

/** Faults that leave no doubt about which element stands where. */
const softFaults: ReadonlySet<XmlFaultCode> = new Set<XmlFaultCode>([
  'duplicate-attribute',
  'missing-space',
  'unquoted-value',
  'junk-in-tag',
  'stray-less-than',
  'doctype',
  'declaration-not-first',
  'text-outside-root',
]);

/** A `<` among elements is one that somebody is about to write; in the text of an item it is only not escaped. */
function beginsElement({ code, element }: XmlFault): boolean {
  return code === 'stray-less-than' && element?.children.some((child) => child.kind === 'element') === true;
}

export function isStructureSound(tree: XmlDocument): boolean {
  return tree.faults.every((fault) => softFaults.has(fault.code) && !beginsElement(fault));
}

/**
 * The elements with a fault of their own, up to the end of their content, and whatever else a fault stands on. In the
 * metadata form an element may be the label or name of the one around it, which nobody can judge then.
 */
export function doubtfulPlaces(source: Source): Span[] {
  const metadata = definitionOf(source).body === 'metadata';
  return problemsOf(source).flatMap((problem) => {
    const holder = problem.element;
    if (!holder) return [problem.span];
    if (holder.children.some((child) => child.kind === 'element')) return [problem.span, holder.openTag];
    const around = metadata && holder.parent ? [holder.parent.openTag] : [];
    return [problem.span, holder.span, ...around];
  });
}
