import { type CountryCode, getCountries, Metadata } from 'libphonenumber-js/min';

/** What one country's telephone network wants to hear before a number. */
export interface NumberingPlan {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Trunk prefix before a national number; empty where there is none. */
  readonly trunk: string;
  /** True when the digits are a code that leads out of the country. Some countries have one per carrier. */
  hasAccessCode(digits: string): boolean;
}

/**
 * The numbering plans of all countries, from the metadata of libphonenumber: nobody keeps such a list by hand.
 * Takes a fraction of a millisecond, so callers make it when they need it.
 */
export function numberingPlans(): readonly NumberingPlan[] {
  const metadata = new Metadata();
  return getCountries().map((country: CountryCode) => {
    metadata.selectNumberingPlan(country);
    const plan = metadata.numberingPlan;
    const code = new RegExp(`^(?:${plan?.IDDPrefix() ?? '(?!)'})$`);
    return { country, trunk: trunkOf(plan), hasAccessCode: (digits) => digits !== '0' && code.test(digits) };
  });
}

/** The library's types leave the national prefix out; it is there for 144 of 245 countries. */
function trunkOf(plan: unknown): string {
  const named = plan as { readonly nationalPrefix?: () => unknown } | undefined;
  const prefix = named?.nationalPrefix?.();
  return typeof prefix === 'string' ? prefix : '';
}
