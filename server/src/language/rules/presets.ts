import type { Rule, Severity, Tier } from './define-rule.ts';

/** What a team can agree on in one word. The first is what holds where nothing is said. */
export const presets = ['salesforce', 'strict', 'relaxed'] as const;
export type Preset = (typeof presets)[number];

/** What a rule may be given: `off` silences it. */
export const levels = ['off', 'error', 'warning', 'information', 'hint'] as const;
export type Level = (typeof levels)[number];

/** What was chosen for the rules of a document. */
export interface RuleChoice {
  readonly preset?: Preset | undefined;
  /** By rule id. It holds whatever the preset and the rule say, also for a rule that is off by default. */
  readonly severities?: Readonly<Record<string, Level>> | undefined;
  /** The host offers to switch rules off. Without it a rule that can only be dismissed is silent until it is given a severity. */
  readonly canDismiss?: boolean | undefined;
}

type Mapping = Readonly<Record<Severity, Level>>;

/** One step up. */
const raised: Mapping = { error: 'error', warning: 'error', information: 'warning', hint: 'information' };
/** One step down, but nothing falls silent. */
const lowered: Mapping = { error: 'warning', warning: 'information', information: 'hint', hint: 'hint' };
/** What is worth a look in a file that is in use all the same. */
const faint: Mapping = { error: 'warning', warning: 'hint', information: 'off', hint: 'off' };
const same: Mapping = { error: 'error', warning: 'warning', information: 'information', hint: 'hint' };

/**
 * What a finding counts as under a preset, by how sure its rule is and what the rule itself makes of the finding:
 *
 * - `salesforce`: what the rule says.
 * - `strict`: one step up; what published files break (`contradicted`) becomes a warning and no more than that.
 * - `relaxed`: only what Salesforce is known to refuse stays an error; what it documents goes one step down; the rest is
 *   a hint, or silent, and at most a warning.
 */
const mappings: Readonly<Record<Preset, Readonly<Record<Tier, Mapping>>>> = {
  salesforce: { refused: same, documented: same, contradicted: same, advice: same },
  strict: {
    refused: raised,
    documented: raised,
    contradicted: { error: 'error', warning: 'warning', information: 'warning', hint: 'warning' },
    advice: raised,
  },
  relaxed: { refused: same, documented: lowered, contradicted: faint, advice: faint },
};

/**
 * What a finding of a rule counts as.
 * @param own what the rule makes of this one finding, where that differs from its severity
 */
export function levelOf(rule: Rule, own: Severity | undefined, choice: RuleChoice): Level {
  return setFor(rule, choice) ?? mappings[choice.preset ?? presets[0]][rule.tier][own ?? rule.severity];
}

/** Whether no finding of a rule is shown, whatever the rule makes of it. */
export function isOff(rule: Rule, choice: RuleChoice): boolean {
  return setFor(rule, choice) === 'off';
}

/** What holds for a rule whatever the preset is. */
function setFor(rule: Rule, { severities, canDismiss }: RuleChoice): Level | undefined {
  const silent = rule.offByDefault || (rule.dismissible && !canDismiss);
  return severities?.[rule.id] ?? (silent ? 'off' : undefined);
}
