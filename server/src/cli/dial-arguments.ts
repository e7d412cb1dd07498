import * as l10n from '@vscode/l10n';
import type { DialPrefixes } from '../language/index.ts';

/** What was given for `dial`; a prefix that was not is that of the definition, else empty. */
export interface GivenDial extends Partial<DialPrefixes> {
  readonly voicePrefix?: string;
  readonly country?: string;
  /** A file. */
  readonly definition?: string;
}

const prefixes = {
  outside: 'outside',
  'long-distance': 'longDistance',
  international: 'international',
  'voice-prefix': 'voicePrefix',
} as const;
type DialOption = keyof typeof prefixes | 'country' | 'definition';

/**
 * Notes one option of `dial`. Returns what holds now, or what is wrong with the value: a sentence.
 * @param value undefined where none was given, which is not the same as an empty prefix
 */
export function takeDialOption(
  given: GivenDial,
  name: DialOption,
  written: string,
  value: string | undefined,
): GivenDial | string {
  if (name === 'definition')
    return value ? { ...given, definition: value } : l10n.t('{0} takes the name of a file.', written);
  if (name === 'country')
    return /^[A-Za-z]{2}$/.test(value ?? '')
      ? { ...given, country: value?.toUpperCase() ?? '' }
      : l10n.t('{0} takes the two letters of a country, such as US or DE.', written);
  const allowed = name === 'voice-prefix' ? /^\+?[0-9]*$/ : /^[0-9*#]*$/;
  if (value !== undefined && allowed.test(value)) return { ...given, [prefixes[name]]: value };
  return name === 'voice-prefix'
    ? l10n.t('{0} takes a country code such as +1, or "" for none.', written)
    : l10n.t('{0} takes digits, perhaps with * or #, or "" for none.', written);
}
