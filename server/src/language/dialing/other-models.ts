import * as l10n from '@vscode/l10n';
import { emergencyNumbers } from './emergency.ts';
import type { Home } from './home.ts';
import { international, parse, type ReadNumber } from './read-number.ts';
import { type DialWarning, warn } from './warnings.ts';

/** What a dialler of another kind sends. */
export interface OtherResult {
  /** Undefined where it can send nothing. */
  readonly dialled: string | undefined;
  /** One sentence: how it comes to this. */
  readonly reason: string;
  readonly warnings: readonly DialWarning[];
}

/** An adapter that keeps `+` and ignores the prefixes, as modern ones do (reference, section 5.6). */
export function dialE164(text: string, meant: ReadNumber, home: Home): OtherResult {
  const done = (dialled: string | undefined, reason: string): OtherResult => ({ dialled, reason, warnings: [] });
  const digits = text.replace(/[^0-9]/g, '');
  if (meant.kind === 'none') return done(undefined, l10n.t('There is no digit in it.'));
  if (meant.kind === 'emergency' || meant.kind === 'short')
    return done(digits, l10n.t('A short number has no international form: it is sent as it is.'));
  const found = parse(international(text) ?? text, home.plan?.country);
  if (found?.isPossible()) {
    const reason =
      international(text) !== undefined || !home.plan
        ? l10n.t('The number has its country code.')
        : l10n.t('A number dialled in {0}, written with its country code.', home.plan.country);
    const leftOut = found.ext === undefined ? '' : ` ${l10n.t('The extension {0} is left out.', found.ext)}`;
    return done(found.number, reason + leftOut);
  }
  if (home.plan) return done(undefined, l10n.t('It is no complete number in {0}.', home.plan.country));
  return done(undefined, l10n.t('Without a + it takes the country to tell the number.'));
}

/**
 * The Omni-Channel softphone of Salesforce Voice with the `reqLongDistPrefix` of `reqHvcc`. That it uses the value for
 * outbound calls is documented, how is not (reference, sections 3.3 and 5.1): taken here to go before whatever has no `+`.
 */
export function dialVoice(text: string, voicePrefix: string, meant: ReadNumber, home: Home): OtherResult {
  const digits = text.replace(/[^0-9]/g, '');
  if (digits === '') return { dialled: undefined, reason: l10n.t('There is no digit in it.'), warnings: [] };
  if (international(text) !== undefined) {
    const dialled = `+${digits}`;
    return {
      dialled,
      reason: l10n.t('The number has its country code.'),
      warnings: judgeVoice(dialled, digits, meant, home),
    };
  }
  if (voicePrefix === '')
    return {
      dialled: digits,
      reason: l10n.t('reqLongDistPrefix of reqHvcc is missing or empty: nothing goes before it.'),
      warnings: [],
    };
  const dialled = voicePrefix + digits;
  const reason = l10n.t('“{0}” goes before a number without +.', voicePrefix);
  return { dialled, reason, warnings: judgeVoice(dialled, digits, meant, home) };
}

function judgeVoice(dialled: string, digits: string, meant: ReadNumber, { plan }: Home): readonly DialWarning[] {
  if (dialled !== `+${digits}` && emergencyNumbers(plan?.callingCode).includes(digits))
    return [
      warn(
        'emergency-changed',
        'warning',
        l10n.t(
          'If the softphone puts the prefix before emergency numbers too, {0} is sent as {1}. Salesforce does not say: ask the telephony provider.',
          digits,
          dialled,
        ),
      ),
    ];
  if (meant.e164 === undefined || meant.e164 === dialled) return [];
  return [
    warn(
      'another-number',
      'warning',
      l10n.t(
        'This is not {0}, the number that is meant, unless the telephony provider mends it. Written so, it is.',
        meant.e164,
      ),
    ),
  ];
}
