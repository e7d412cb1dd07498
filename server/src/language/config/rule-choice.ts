import * as l10n from '@vscode/l10n';
import { levels, type RuleChoice } from '../rules/presets.ts';
import { nearest } from '../text/near.ts';

/**
 * Two choices as one. The preset above takes the place of the one below; a severity by rule id takes the place of the one
 * below for the same rule, and no preset touches it.
 */
export function layered(below: RuleChoice, above: RuleChoice): RuleChoice {
  const preset = above.preset ?? below.preset;
  const severities = together(below.severities ?? none, above.severities ?? none);
  return { ...(preset && { preset }), severities };
}

type Severities = NonNullable<RuleChoice['severities']>;

const none: Severities = Object.freeze({});

/** Where only one says anything, it is the very object that the choice has: what was found out for it stays at hand. */
function together(below: Severities, above: Severities): Severities {
  if (isEmpty(below)) return above;
  return isEmpty(above) ? below : { ...below, ...above };
}

function isEmpty(severities: Severities): boolean {
  for (const _ in severities) return false;
  return true;
}

/** What is wrong with an id that no rule has. One sentence or two. */
export function unknownRule(id: string, ruleIds: readonly string[]): string {
  const meant = nearest(id, ruleIds);
  return meant === undefined
    ? l10n.t('There is no rule “{0}”.', shortened(id))
    : l10n.t('There is no rule “{0}”. Did you mean “{1}”?', shortened(id), meant);
}

/** What is wrong with a value that is no severity. One sentence. */
export function unknownLevel(id: string, given: unknown): string {
  return l10n.t('{0} cannot be the severity of “{1}”: it takes {2}.', quoted(given), id, levels.join(', '));
}

/** A value as a message shows it. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return `“${shortened(value)}”`;
  if (Array.isArray(value)) return l10n.t('A list');
  return typeof value === 'object' && value !== null ? l10n.t('An object') : String(value);
}

export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
