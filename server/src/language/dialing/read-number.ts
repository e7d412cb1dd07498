import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { emergencyNumbers } from './emergency.ts';
import type { Home } from './home.ts';
import { type DialPrefixes, extensionBelow, sanitize } from './toolkit.ts';

export type NumberKind =
  /** No digit in it. */
  | 'none'
  | 'emergency'
  /** Fewer than seven digits: an extension or a service number. */
  | 'short'
  /** A subscriber's number without area code. */
  | 'local'
  | 'national'
  | 'international'
  /** Has the outside prefix already. */
  | 'prefixed'
  /** No complete number, or one that only its country can tell. */
  | 'unknown';

export interface ReadNumber {
  readonly kind: NumberKind;
  /** Whom it reaches, to compare: E.164, or digits after a word where the country is not known. Undefined where nobody can tell. */
  readonly target: string | undefined;
  readonly e164: string | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | undefined;
  readonly callingCode: string | undefined;
  /** `FIXED_LINE`, `MOBILE`, `TOLL_FREE` and so on; often undefined, the metadata that ships knows it for some countries only. */
  readonly type: string | undefined;
  readonly extension: string | undefined;
  /** True when the number is in a range that its country has given out. */
  readonly valid: boolean;
  /** A code for calls abroad with which it begins, and which is neither the international prefix nor the country's. */
  readonly foreignCode: string | undefined;
  /** True when a network takes it for a call abroad. */
  readonly abroad: boolean;
}

const nothing: ReadNumber = {
  kind: 'unknown',
  target: undefined,
  e164: undefined,
  country: undefined,
  callingCode: undefined,
  type: undefined,
  extension: undefined,
  valid: false,
  foreignCode: undefined,
  abroad: false,
};

/** The digits that a seven-digit subscriber number has in North America. */
const northAmericanLocal = 7;
/** The codes for calls abroad that people know by heart, wherever they are. */
const wellKnownCodes = ['00', '011'];

/** What a person means by a number as typed or pasted. Any text is answered, however long. */
export function readNumber(text: string, prefixes: DialPrefixes, home: Home): ReadNumber {
  const { digits } = sanitize(text, prefixes);
  const extension = parse(text, home.plan?.country ?? 'US')?.ext;
  const main = extension === undefined ? digits : digits.slice(0, -extension.length);
  if (digits === '') return { ...nothing, kind: 'none' };
  const withPlus = international(text);
  if (withPlus !== undefined) {
    const found = parse(withPlus, undefined);
    return found?.isPossible() ? fromLibrary(found, home) : nothing;
  }
  const read = likeliest(main, prefixes, home);
  const target = read.target ?? (home.plan ? undefined : `national:${main}`);
  return { ...read, target, extension };
}

/** Some countries have numbers of nearly any length: what is only possible there stands back behind what is surely meant. */
function likeliest(digits: string, prefixes: DialPrefixes, home: Home): ReadNumber {
  const plain = readDigits(digits, prefixes, home);
  const prefixed = readPrefixed(digits, prefixes, home);
  // Where neither country nor international prefix is known, any code may be the right one.
  const foreign = home.plan || prefixes.international !== '' ? readForeign(digits) : undefined;
  const sure = (read: ReadNumber | undefined) => (read?.valid || read?.e164 === undefined ? read : undefined);
  return sure(plain) ?? foreign ?? sure(prefixed) ?? plain ?? prefixed ?? nothing;
}

/**
 * What a telephone network understands by digits. Where the country is not known, the prefixes are believed: what
 * follows the international one is a number abroad, what follows the long-distance one a national number.
 */
export function readDigits(digits: string, prefixes: DialPrefixes, home: Home): ReadNumber | undefined {
  const callingCode = home.plan?.callingCode;
  if (emergencyNumbers(callingCode).includes(digits)) return { ...nothing, kind: 'emergency', target: digits };
  if (digits.length < extensionBelow) return { ...nothing, kind: 'short', target: digits };
  if (home.plan) {
    const found = parse(digits, home.plan.country);
    if (found?.isPossible()) return { ...fromLibrary(found, home), abroad: isAbroad(digits, home) };
    const isLocal = callingCode === '1' && digits.length === northAmericanLocal;
    return isLocal ? { ...nothing, kind: 'local', target: `local:${digits}`, callingCode } : undefined;
  }
  const { longDistance, international } = prefixes;
  if (international !== '' && digits.startsWith(international)) {
    const found = parse(`+${digits.slice(international.length)}`, undefined);
    if (found?.isPossible()) return { ...fromLibrary(found, home), abroad: true };
  }
  if (longDistance === '' || !digits.startsWith(longDistance)) return undefined;
  const rest = digits.slice(longDistance.length);
  // No national number begins with its own trunk prefix.
  return rest.startsWith(longDistance) ? undefined : { ...nothing, kind: 'national', target: `national:${rest}` };
}

/** Whom digits reach that leave the exchange; for what no network can place, only where it leads, if anywhere. */
export function readReached(digits: string, prefixes: DialPrefixes, home: Home): ReadNumber {
  const found = readDigits(digits, prefixes, home);
  if (found) return found;
  if (!home.plan) return { ...nothing, target: `national:${digits}` };
  const partial = parse(digits, home.plan.country);
  return isAbroad(digits, home) && partial
    ? { ...nothing, callingCode: partial.countryCallingCode, country: partial.country, abroad: true }
    : nothing;
}

function readForeign(digits: string): ReadNumber | undefined {
  for (const foreignCode of wellKnownCodes) {
    if (!digits.startsWith(foreignCode)) continue;
    const found = parse(`+${digits.slice(foreignCode.length)}`, undefined);
    if (found?.isValid()) return { ...fromLibrary(found, undefined), foreignCode };
  }
  return undefined;
}

function readPrefixed(digits: string, prefixes: DialPrefixes, home: Home): ReadNumber | undefined {
  const { outside } = prefixes;
  if (outside === '' || !digits.startsWith(outside)) return undefined;
  const rest = digits.slice(outside.length);
  if (rest.length < extensionBelow) return undefined;
  const inner = readDigits(rest, prefixes, home);
  if (inner) return { ...inner, kind: 'prefixed' };
  // Without a country: it is what the dialler itself makes of the rest.
  const own = !home.plan && sanitize(rest, prefixes).dialled === digits;
  return own ? { ...nothing, kind: 'prefixed', target: `national:${rest}` } : undefined;
}

/** Digits that begin with a code for calls abroad of the country. */
function isAbroad(digits: string, { plan }: Home): boolean {
  return plan !== undefined && [1, 2, 3, 4, 5].some((length) => plan.hasAccessCode(digits.slice(0, length)));
}

function fromLibrary(found: PhoneNumber, home: Home | undefined): ReadNumber {
  const { number, country, countryCallingCode, ext } = found;
  const own = countryCallingCode === home?.plan?.callingCode;
  return {
    ...nothing,
    kind: own ? 'national' : 'international',
    target: number,
    e164: number,
    country,
    callingCode: countryCallingCode,
    type: found.getType(),
    extension: ext,
    valid: found.isValid(),
  };
}

/** A number with + from its plus sign on, whatever stands before that, such as a blank or `tel:`; undefined without one. */
export function international(text: string): string | undefined {
  const at = text.search(/[0-9+]/);
  return text.charAt(at) === '+' ? text.slice(at) : undefined;
}

/** The whole text as one number. Blanks around it do not count. */
export function parse(text: string, country: string | undefined): PhoneNumber | undefined {
  const known: CountryCode | undefined = country !== undefined && isSupportedCountry(country) ? country : undefined;
  return parsePhoneNumberFromString(text.trim(), { ...(known && { defaultCountry: known }), extract: false });
}
