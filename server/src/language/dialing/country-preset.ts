import * as l10n from '@vscode/l10n';
import { getCountries } from 'libphonenumber-js/min';
import { numberingPlan } from './plans.ts';
import type { DialPrefixes } from './toolkit.ts';

/** Prefixes proposed for a country. */
export interface DialPreset {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly callingCode: string;
  readonly prefixes: DialPrefixes;
  /** What is uncertain about them: sentences, translated. */
  readonly notes: readonly string[];
}

/** The countries that have a preset, ISO 3166-1 alpha-2. */
export function presetCountries(): readonly string[] {
  return [...getCountries()].sort();
}

/**
 * The prefixes of a country's numbering plan. Of the outside prefix stays what can be dialled, since it belongs to the
 * telephone system and no plan tells it. Undefined when there is no such country.
 */
export function dialPreset(country: string, present: DialPrefixes): DialPreset | undefined {
  const plan = numberingPlan(country.toUpperCase());
  if (!plan) return undefined;
  const outside = present.outside.replace(/[^0-9*#]/g, '');
  const notes = [outsideNote(outside, present.outside)];
  if (plan.trunk === '')
    notes.push(l10n.t('{0} has no long-distance prefix: numbers are dialled as they are.', plan.country));
  else if (plan.lengths.some((length) => length < 10))
    notes.push(
      l10n.t(
        'A Toolkit-style dialler adds the long-distance prefix from 10 digits on only, and {0} has shorter national numbers: write those with the {1}.',
        plan.country,
        plan.trunk,
      ),
    );
  if (plan.accessCode === undefined)
    notes.push(
      l10n.t('In {0} the code for calls abroad depends on the carrier: ask yours. It is left empty.', plan.country),
    );
  else notes.push(l10n.t('Carriers may have other codes for calls abroad than {0}.', plan.accessCode));
  return {
    country: plan.country,
    callingCode: plan.callingCode,
    prefixes: { outside, longDistance: plan.trunk, international: plan.accessCode ?? '' },
    notes,
  };
}

function outsideNote(outside: string, present: string): string {
  if (outside === '')
    return l10n.t(
      'The outside prefix is left empty: if the telephone system wants one (often 9, in much of Europe 0), ask who runs it.',
    );
  return outside === present
    ? l10n.t('The outside prefix {0} stays: it belongs to the telephone system, and no country tells it.', outside)
    : l10n.t(
        'Of the outside prefix “{0}” only {1} can be dialled: ask who runs the telephone system.',
        present,
        outside,
      );
}
