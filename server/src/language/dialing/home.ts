import { type NumberingPlan, numberingPlan } from './plans.ts';
import type { DialPrefixes } from './toolkit.ts';

/** Where the caller is. */
export interface Home {
  readonly plan: NumberingPlan | undefined;
  /** True when nobody said so: the prefixes suggest it. */
  readonly assumed: boolean;
}

/**
 * The country that was named; else North America when the long-distance prefix is its 1, which hardly anybody else has
 * (reference, section 5.2). No other prefix tells a country.
 */
export function homeOf(country: string | undefined, { longDistance }: DialPrefixes): Home {
  const plan = country === undefined ? undefined : numberingPlan(country.toUpperCase());
  if (plan || longDistance !== '1') return { plan, assumed: false };
  return { plan: numberingPlan('US'), assumed: true };
}
