import * as l10n from '@vscode/l10n';
import { type Home, homeOf } from './home.ts';
import { judgePrefixes } from './judge-prefixes.ts';
import { judgeResult } from './judge-result.ts';
import { judgeText } from './judge-text.ts';
import { dialE164, dialVoice, type OtherResult } from './other-models.ts';
import { type NumberKind, type ReadNumber, readNumber } from './read-number.ts';
import { type DialPrefixes, type DialStep, type PassedRule, passedOf, sanitize, stepsOf } from './toolkit.ts';
import type { DialWarning } from './warnings.ts';

export interface DialOptions {
  /** Where the caller is: ISO 3166-1 alpha-2, in capitals or not. Without it less can be said of a number. */
  readonly country?: string;
  /** `reqHvcc/reqLongDistPrefix`, such as `+1`; undefined where there is no `reqHvcc`. */
  readonly voicePrefix?: string | undefined;
}

/** What becomes of one number. All sentences are translated. */
export interface DialledNumber {
  /** As given. */
  readonly number: string;
  /** What a Toolkit-style dialler dials; undefined where it refuses. */
  readonly dialled: string | undefined;
  /** The number reduced to the digits 0–9, with which the rules work. */
  readonly digits: string;
  /** What the dialler did, in order. */
  readonly steps: readonly DialStep[];
  /** The rules that it tried before and that did not fit. */
  readonly passed: readonly PassedRule[];
  readonly kind: NumberKind;
  /** The kind in words, and what is uncertain about it. */
  readonly explanation: string;
  /** The number with its country code, without extension. */
  readonly e164: string | undefined;
  /** Of the number, ISO 3166-1 alpha-2. */
  readonly country: string | undefined;
  /** `FIXED_LINE`, `MOBILE`, `TOLL_FREE` and so on, where the metadata of the country tells. */
  readonly type: string | undefined;
  readonly extension: string | undefined;
  /** True when the number is in a range that its country has given out. */
  readonly valid: boolean;
  /** Where the Toolkit's result is wrong. */
  readonly warnings: readonly DialWarning[];
  readonly e164Adapter: OtherResult;
  /** Undefined without `voicePrefix`. */
  readonly voice: OtherResult | undefined;
}

/** Numbers, and what holds for all of them. */
export interface Dialing {
  /** Which dialler `dialled`, `steps` and `warnings` are about. */
  readonly model: 'toolkit';
  /** The models and what is assumed, in words. */
  readonly assumes: string;
  readonly prefixes: DialPrefixes;
  readonly voicePrefix: string | undefined;
  /** Where the caller is taken to be; undefined where nobody knows. */
  readonly country: string | undefined;
  /** True when the prefixes suggest the country and nobody named it. */
  readonly countryAssumed: boolean;
  /** About the prefixes themselves. */
  readonly warnings: readonly DialWarning[];
  /** In the order given. */
  readonly numbers: readonly DialledNumber[];
}

/** What becomes of numbers with these prefixes. Never throws: what is no number is told of as such. */
export function dialAll(numbers: readonly string[], prefixes: DialPrefixes, options: DialOptions = {}): Dialing {
  const home = homeOf(options.country, prefixes);
  return {
    model: 'toolkit',
    assumes: assumptions(home, options),
    prefixes,
    voicePrefix: options.voicePrefix,
    country: home.plan?.country,
    countryAssumed: home.assumed,
    warnings: judgePrefixes(prefixes, home),
    numbers: numbers.map((number) => dial(number, prefixes, options)),
  };
}

/** What becomes of one number. Never throws, whatever the text. */
export function dial(number: string, prefixes: DialPrefixes, options: DialOptions = {}): DialledNumber {
  const home = homeOf(options.country, prefixes);
  const sanitized = sanitize(number, prefixes);
  const meant = readNumber(number, prefixes, home);
  const { kind, e164, country, type, extension, valid } = meant;
  const lost = judgeText(number, sanitized, meant);
  const wrong = lost.some(({ code }) => code === 'no-digits' || code === 'letters-dropped')
    ? []
    : judgeResult({ text: number, meant, sanitized, prefixes, home });
  // Whichever dialler sends what is left of letters reaches somebody else.
  const letters = lost.filter(({ code }) => code === 'letters-dropped');
  const judged = (result: OtherResult): OtherResult =>
    result.dialled === undefined ? result : { ...result, warnings: [...letters, ...result.warnings] };
  return {
    number,
    dialled: sanitized.dialled === '' ? undefined : sanitized.dialled,
    digits: sanitized.digits,
    steps: stepsOf(sanitized, prefixes),
    passed: passedOf(sanitized, prefixes),
    kind,
    explanation: explain(meant, home),
    e164,
    country,
    type,
    extension,
    valid,
    warnings: [...lost, ...wrong],
    e164Adapter: judged(dialE164(number, meant, home)),
    voice: options.voicePrefix === undefined ? undefined : judged(dialVoice(number, options.voicePrefix, meant, home)),
  };
}

function explain({ kind, country, e164 }: ReadNumber, home: Home): string {
  const where = country ?? home.plan?.country ?? '';
  switch (kind) {
    case 'none':
      return l10n.t('No number: there is no digit in it.');
    case 'emergency':
      return home.plan
        ? l10n.t('An emergency number in {0}.', home.plan.country)
        : l10n.t('An emergency number in many countries.');
    case 'short':
      return l10n.t('Fewer than 7 digits: an extension or a service number.');
    case 'local':
      return l10n.t('Seven digits: a number without area code, which many places no longer connect.');
    case 'national':
      return e164 === undefined
        ? l10n.t('A national number, by its long-distance prefix.')
        : l10n.t('A national number, {0} ({1}).', e164, where);
    case 'international':
      return e164 === undefined ? '' : l10n.t('An international number, {0} ({1}).', e164, country ?? '–');
    case 'prefixed':
      return e164 === undefined
        ? l10n.t('It seems to have the outside prefix already.')
        : l10n.t('It has the outside prefix already; the number is {0} ({1}).', e164, where);
    case 'unknown':
      return home.plan
        ? l10n.t('No complete number, seen from {0}.', home.plan.country)
        : l10n.t('It takes the country of the caller to tell more.');
  }
}

function assumptions(home: Home, { voicePrefix }: DialOptions): string {
  const sentences = [
    l10n.t(
      'Shown is what a dialler does that adds prefixes as the CTI Toolkit did. In Open CTI the prefixes reach the adapter as settings only: many never read them, and modern ones keep the + and dial E.164.',
    ),
  ];
  if (home.assumed) sentences.push(l10n.t('North America is assumed, because the long-distance prefix is 1.'));
  else if (!home.plan) sentences.push(l10n.t('No country is known, so only the prefixes tell a wrong result.'));
  if (voicePrefix !== undefined)
    sentences.push(
      l10n.t(
        'Salesforce documents that Salesforce Voice uses reqLongDistPrefix of reqHvcc for outbound calls, and not how: it is taken to go before numbers without +.',
      ),
    );
  return sentences.join(' ');
}
