import * as l10n from '@vscode/l10n';
import { emergencyNumbers } from './emergency.ts';
import type { Home } from './home.ts';
import { international, parse, type ReadNumber, readReached } from './read-number.ts';
import type { DialPrefixes, Sanitized } from './toolkit.ts';
import { type DialWarning, warn } from './warnings.ts';

/** A number as it was meant, and what became of it. */
export interface Attempt {
  readonly text: string;
  readonly meant: ReadNumber;
  readonly sanitized: Sanitized;
  readonly prefixes: DialPrefixes;
  readonly home: Home;
}

/** Compares whom the dialled digits reach with whom the number means. */
export function judgeResult(attempt: Attempt): readonly DialWarning[] {
  const { meant, prefixes, home } = attempt;
  const { rule, digits, dialled } = attempt.sanitized;
  if (rule === 'R1') return [];
  if (meant.kind === 'prefixed' && dialled !== digits && dialled.endsWith(digits))
    return [doubled(digits, dialled, home), ...emergency(attempt)];
  const { extension } = meant;
  const hasExtension = extension !== undefined && dialled.endsWith(extension);
  const main = hasExtension ? dialled.slice(0, -extension.length) : dialled;
  const reached = readReached(main.slice(prefixes.outside.length), prefixes, home);
  const found =
    meant.target === undefined
      ? incomplete(attempt)
      : meant.target === reached.target
        ? judgeWay(attempt, main, reached)
        : otherTarget(attempt, reached);
  const warnings = [...(found ? [found] : []), ...emergency(attempt)];
  if (!hasExtension) return warnings;
  const message = l10n.t('The digits of the extension, {0}, are dialled as a part of the number.', extension);
  return [warn('extension-dialled', 'error', message), ...warnings];
}

function incomplete({ text, sanitized: { dialled }, home: { plan } }: Attempt): DialWarning {
  const message =
    plan && international(text) === undefined
      ? l10n.t('It is no complete number in {0}: {1} reaches nobody, or somebody else.', plan.country, dialled)
      : l10n.t('It is no complete number of any country: {0} reaches nobody, or somebody else.', dialled);
  return warn('incomplete-number', 'warning', message);
}

/** The number is right; the way may not be. */
function judgeWay(attempt: Attempt, main: string, reached: ReadNumber): DialWarning | undefined {
  const { meant, home } = attempt;
  const { e164 } = meant;
  if (reached.abroad && e164 !== undefined && !main.endsWith(e164.slice(1)))
    return warn(
      'trunk-dialled',
      'error',
      l10n.t(
        'Behind the country code stands a digit that is dialled within the country only, as in “+44 (0)20”, and it is dialled too. Write {0}.',
        e164,
      ),
    );
  if (home.plan && reached.abroad && meant.callingCode === home.plan.callingCode)
    return warn(
      'own-country-as-international',
      'warning',
      l10n.t(
        'A number of one’s own country (+{0}) goes out as an international call: many networks refuse that, and North America’s do not know it.',
        home.plan.callingCode,
      ),
    );
  return trunkMissing(attempt);
}

/** A national number without the trunk prefix is taken for a local one where the network has such. */
function trunkMissing({ sanitized, prefixes, meant, home: { plan } }: Attempt): DialWarning | undefined {
  const { rule, digits, dialled } = sanitized;
  // In North America the trunk prefix may be left out in most places.
  if (!plan || plan.trunk === '' || plan.callingCode === '1' || meant.kind !== 'national' || !meant.valid)
    return undefined;
  if (rule === 'R2' || dialled !== prefixes.outside + digits || digits.startsWith(plan.trunk)) return undefined;
  const { trunk, country } = plan;
  // Some countries have a trunk prefix, and numbers that are written and dialled without it.
  const written = parse(digits, country)
    ?.formatNational()
    .replace(/[^0-9]/g, '');
  if (written?.startsWith(trunk) !== true) return undefined;
  const message =
    prefixes.longDistance === ''
      ? l10n.t(
          'The {0} that {1} dials before a national number is missing: it may be taken for a local number.',
          trunk,
          country,
        )
      : l10n.t(
          'The {0} that {1} dials before a national number is missing, since the dialler adds a prefix from 10 digits on only: it may be taken for a local number.',
          trunk,
          country,
        );
  return warn('trunk-missing', 'warning', message);
}

/** The number is wrong: why, the surest cause first. */
function otherTarget(attempt: Attempt, reached: ReadNumber): DialWarning {
  const { text, meant, prefixes, home } = attempt;
  // In the right country the digits may do without a code for calls abroad.
  const severity = home.plan ? 'error' : 'warning';
  const { rule, dialled } = attempt.sanitized;
  if (meant.foreignCode !== undefined)
    return warn(
      'foreign-access-code',
      severity,
      l10n.t(
        'It begins with {0}, as a call abroad does elsewhere, but the international prefix is “{1}”: the dialler does not know it, and dials {2}. With a + it works anywhere.',
        meant.foreignCode,
        prefixes.international,
        dialled,
      ),
    );
  if (rule === 'R2' && prefixes.international === '')
    return warn(
      'plus-lost',
      severity,
      l10n.t(
        'The international prefix is empty, so nothing stands for the +: {0} is dialled as if it were a number of one’s own country.',
        dialled,
      ),
    );
  if (rule !== 'R2' && international(text) !== undefined)
    return warn(
      'plus-not-first',
      'error',
      l10n.t(
        'The + is not the very first character, so the dialler ignores it: {0} is no call abroad. A blank before it is enough.',
        dialled,
      ),
    );
  return unneededTrunk(attempt) ?? elsewhere(attempt, reached);
}

function unneededTrunk({ sanitized, prefixes, home: { plan } }: Attempt): DialWarning | undefined {
  const { outside, longDistance } = prefixes;
  const { rule, digits, dialled } = sanitized;
  if (!plan || rule !== 'R4' || dialled === outside + digits || longDistance === plan.trunk) return undefined;
  const { country, trunk } = plan;
  const message =
    trunk === ''
      ? l10n.t('The long-distance prefix {0} goes before it, and {1} has none.', longDistance, country)
      : l10n.t('The long-distance prefix {0} goes before it, and that of {1} is {2}.', longDistance, country, trunk);
  return warn('long-distance-unneeded', 'error', message);
}

function elsewhere({ meant, sanitized: { dialled } }: Attempt, reached: ReadNumber): DialWarning {
  if (reached.callingCode === undefined || reached.callingCode === meant.callingCode)
    return warn(
      'another-number',
      'error',
      l10n.t('What is dialled, {0}, is not the number that is meant: it reaches nobody, or somebody else.', dialled),
    );
  return warn(
    'another-country',
    'error',
    l10n.t(
      'It reaches another country: +{0} ({1}) in place of +{2}.',
      reached.callingCode,
      reached.country ?? '–',
      meant.callingCode ?? '–',
    ),
  );
}

function doubled(digits: string, dialled: string, home: Home): DialWarning {
  // Without a country the number may begin with these digits by itself.
  return home.plan
    ? warn(
        'doubled-prefix',
        'error',
        l10n.t('{0} has its prefix already, and gets it a second time: {1}.', digits, dialled),
      )
    : warn(
        'doubled-prefix',
        'warning',
        l10n.t('If {0} has its prefix already, it gets it a second time: {1}.', digits, dialled),
      );
}

/** An exchange or a network may stop listening as soon as it hears an emergency number. */
function emergency({ sanitized: { dialled }, prefixes: { outside }, home: { plan } }: Attempt): readonly DialWarning[] {
  if (!plan) return [];
  const ways = [dialled, dialled.slice(outside.length)];
  const code = emergencyNumbers(plan.callingCode).find((number) => ways.some((way) => way.startsWith(number)));
  if (code === undefined) return [];
  const message = l10n.t('{0} begins with the emergency number {1}: the call may end up there.', dialled, code);
  return [warn('reaches-emergency', 'warning', message)];
}
