import * as l10n from '@vscode/l10n';
import { international, type ReadNumber } from './read-number.ts';
import type { Sanitized } from './toolkit.ts';
import { type DialWarning, warn } from './warnings.ts';

/** What is lost because the dialler looks at the digits 0–9 and a leading plus sign alone. */
export function judgeText(text: string, { rule, digits }: Sanitized, meant: ReadNumber): readonly DialWarning[] {
  if (digits === '')
    return [
      warn(
        'no-digits',
        'error',
        l10n.t(
          'There is no digit from 0 to 9 in it, so there is nothing to dial: a Toolkit-style dialler asks for a valid number.',
        ),
      ),
    ];
  const warnings: DialWarning[] = [];
  // An extension is told of by itself, in whatever word it is written.
  if (meant.extension === undefined && losesDigits(text))
    warnings.push(
      warn(
        'letters-dropped',
        'error',
        l10n.t(
          'Letters, and digits other than 0 to 9, are dropped: {0} is left. Write a number that is spelled in letters with digits.',
          digits,
        ),
      ),
    );
  if (meant.extension === undefined && /[*#]/.test(text))
    warnings.push(
      warn('symbols-dropped', 'warning', l10n.t('* and # are dropped: a service code does not work this way.')),
    );
  if (rule === 'R1' && international(text) !== undefined)
    warnings.push(
      warn(
        'plus-lost',
        'error',
        l10n.t(
          'With fewer than 7 digits it is taken for an extension, and the + is ignored: no call abroad comes of it.',
        ),
      ),
    );
  return warnings;
}

/** Letters behind the first digit stand for digits, those before it (“Phone:”) for nothing; so do digits of other scripts anywhere. */
function losesDigits(text: string): boolean {
  const behind = text.slice(text.search(/[0-9]/));
  return /\p{L}/u.test(behind) || /\p{Nd}/u.test(text.replace(/[0-9]/g, ''));
}
