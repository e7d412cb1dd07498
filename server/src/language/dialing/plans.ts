import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
} from 'libphonenumber-js/min';

/** What one country's telephone network wants to hear before a number. */
export interface NumberingPlan {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Without the plus sign. Several countries share one, as in North America. */
  readonly callingCode: string;
  /** Trunk prefix before a national number; empty where there is none. */
  readonly trunk: string;
  /** How many digits a national number may have, without the trunk prefix. */
  readonly lengths: readonly number[];
  /** The code for calls abroad where one can be named; undefined where it depends on the carrier. */
  readonly accessCode: string | undefined;
  /** True when the digits are a code that leads out of the country. Some countries have one per carrier. */
  hasAccessCode(digits: string): boolean;
}

/**
 * The numbering plans of all countries, from the metadata of libphonenumber: nobody keeps such a list by hand. Made when
 * somebody asks for the first time, since that takes longer than judging an ordinary definition.
 */
export function createNumberingPlans(): () => readonly NumberingPlan[] {
  let plans: readonly NumberingPlan[] | undefined;
  return () => {
    if (!plans) {
      const metadata = new Metadata();
      plans = getCountries().map((country) => planFrom(metadata, country));
    }
    return plans;
  };
}

/** The plan of one country; undefined when the code (ISO 3166-1 alpha-2, capitals) is none that has a plan. */
export function numberingPlan(country: string): NumberingPlan | undefined {
  return isSupportedCountry(country) ? planFrom(new Metadata(), country) : undefined;
}

function planFrom(metadata: Metadata, country: CountryCode): NumberingPlan {
  metadata.selectNumberingPlan(country);
  const plan = metadata.numberingPlan;
  const code = new RegExp(`^(?:${plan?.IDDPrefix() ?? '(?!)'})$`);
  const hasAccessCode = (digits: string) => digits !== '0' && code.test(digits);
  return {
    country,
    callingCode: getCountryCallingCode(country),
    trunk: trunkOf(plan),
    lengths: plan?.possibleLengths() ?? [],
    accessCode: accessCodeOf(plan?.IDDPrefix(), plan?.defaultIDDPrefix(), hasAccessCode),
    hasAccessCode,
  };
}

/** The library's types leave the national prefix out; it is there for 144 of 245 countries, and a 0 as number for none. */
function trunkOf(plan: unknown): string {
  const named = plan as { readonly nationalPrefix?: () => unknown } | undefined;
  const prefix = named?.nationalPrefix?.();
  return typeof prefix === 'string' ? prefix : '';
}

/** The usual one (`8~10`: the wave is a second dial tone), the only one, or one that belongs to no carrier. */
function accessCodeOf(pattern: unknown, usual: unknown, has: (digits: string) => boolean): string | undefined {
  const named = [usual, pattern].map((code) => (typeof code === 'string' ? code.replace('~', '') : ''));
  return [...named, '00', '001', '011', '000'].find((code) => /^\d+$/.test(code) && has(code));
}
