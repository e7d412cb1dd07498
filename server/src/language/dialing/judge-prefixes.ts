import * as l10n from '@vscode/l10n';
import { findDoubled } from './doubled.ts';
import type { Home } from './home.ts';
import type { DialPrefixes } from './toolkit.ts';
import { type DialWarning, warn } from './warnings.ts';

/** What can be said of prefixes before any number is dialled. */
export function judgePrefixes(prefixes: DialPrefixes, { plan }: Home): readonly DialWarning[] {
  const { outside, longDistance, international } = prefixes;
  const warnings: DialWarning[] = [];
  for (const prefix of [outside, longDistance, international])
    if (!/^[0-9*#]*$/.test(prefix))
      warnings.push(
        warn(
          'prefix-characters',
          'warning',
          l10n.t(
            'The prefix “{0}” holds more than digits, * and #. It is shown as it stands; what a telephone system makes of it is open.',
            prefix,
          ),
        ),
      );
  const shared = [longDistance, international].find(
    (other) => outside !== '' && other !== '' && (other.startsWith(outside) || outside.startsWith(other)),
  );
  if (shared !== undefined)
    warnings.push(
      warn(
        'prefix-ambiguous',
        'warning',
        l10n.t(
          'The outside prefix {0} cannot be told from {1}: whether a number has its prefixes already cannot be seen.',
          outside,
          shared,
        ),
      ),
    );
  if (plan && international !== '' && !plan.hasAccessCode(international))
    warnings.push(
      warn(
        'access-code-differs',
        'warning',
        plan.accessCode
          ? l10n.t('{0} does not lead abroad from {1}; {2} does.', international, plan.country, plan.accessCode)
          : l10n.t('{0} does not lead abroad from {1}.', international, plan.country),
      ),
    );
  if (plan && longDistance !== '' && longDistance !== plan.trunk)
    warnings.push(
      warn(
        'long-distance-differs',
        'warning',
        plan.trunk === ''
          ? l10n.t('{0} has no long-distance prefix; {1} is set.', plan.country, longDistance)
          : l10n.t('The long-distance prefix of {0} is {1}; {2} is set.', plan.country, plan.trunk, longDistance),
      ),
    );
  const found = findDoubled(prefixes);
  if (found)
    warnings.push(
      warn(
        'doubled-prefix-possible',
        'information',
        l10n.t(
          'Some numbers that have their prefix already are dialled with a doubled prefix, for example {0} as {1}.',
          found.number,
          found.dialled,
        ),
      ),
    );
  return warnings;
}
