import * as l10n from '@vscode/l10n';

/** The three prefixes of `reqDialingOptions` (reference, section 5.2): digits, perhaps `*` and `#`; empty for none. */
export interface DialPrefixes {
  readonly outside: string;
  readonly longDistance: string;
  readonly international: string;
}

/** The rules of the CTI Toolkit's `SanitizeDN`, in the order in which it tries them (reference, section 5.3). */
export type ToolkitRule = 'R1' | 'R2' | 'R3' | 'R4' | 'R5';

export interface DialStep {
  readonly rule: ToolkitRule;
  /** The digits that the rule met, and what it made of them. */
  readonly before: string;
  readonly after: string;
  /** One sentence: why the rule fits, and what it does. */
  readonly reason: string;
}

/** A rule that was tried before, and why it did not fit. */
export interface PassedRule {
  readonly rule: ToolkitRule;
  readonly reason: string;
}

export interface Sanitized {
  readonly rule: ToolkitRule;
  /** The text reduced to 0–9. */
  readonly digits: string;
  /** Empty when the text holds no digit: the Toolkit refuses it then. */
  readonly dialled: string;
}

/** R1 takes fewer digits than these for an extension. */
export const extensionBelow = 7;
/** R4 takes as many digits or more for a long-distance number. */
const longDistanceFrom = 10;
/** Up to so many digits R4 does not believe that a number has its prefixes: area codes such as 916 look like 9 and 1. */
const doubtedUpTo = 11;

const before: Readonly<Record<ToolkitRule, readonly ToolkitRule[]>> = {
  R1: [],
  R2: ['R1'],
  R3: ['R1', 'R2'],
  R4: ['R1', 'R2', 'R3'],
  R5: ['R1', 'R2', 'R3', 'R4'],
};

/** What the CTI Toolkit makes of a number before it dials, by the only published algorithm (reference, section 5.3). */
export function sanitize(text: string, { outside, longDistance, international }: DialPrefixes): Sanitized {
  const digits = text.replace(/[^0-9]/g, '');
  const domestic = outside + longDistance;
  const done = (rule: ToolkitRule, dialled: string): Sanitized => ({ rule, digits, dialled });
  if (digits.length < extensionBelow) return done('R1', digits);
  if (text.startsWith('+')) return done('R2', outside + international + digits);
  if (digits.startsWith(longDistance) || digits.startsWith(international)) return done('R3', outside + digits);
  const hasDomestic = digits.startsWith(domestic);
  if (hasDomestic ? digits.length <= doubtedUpTo : !digits.startsWith(outside + international))
    return done('R4', (digits.length < longDistanceFrom ? outside : domestic) + digits);
  return done('R5', digits);
}

/** The step that `sanitize` took, in words. A list, because it is shown as one: the algorithm takes one step for a number. */
export function stepsOf({ rule, digits, dialled }: Sanitized, prefixes: DialPrefixes): readonly DialStep[] {
  return [{ rule, before: digits, after: dialled, reason: whyFits(rule, digits, prefixes) }];
}

/** The rules that `sanitize` tried before the one that fitted. */
export function passedOf({ rule, digits }: Sanitized, prefixes: DialPrefixes): readonly PassedRule[] {
  return before[rule].map((passed) => ({ rule: passed, reason: whyPassed(passed, digits, prefixes) }));
}

/** A prefix as a sentence names it. */
export function shownPrefix(prefix: string): string {
  return prefix === '' ? l10n.t('(empty)') : l10n.t('“{0}”', prefix);
}

function whyFits(rule: ToolkitRule, digits: string, prefixes: DialPrefixes): string {
  const { outside, longDistance, international } = prefixes;
  const domestic = outside + longDistance;
  switch (rule) {
    case 'R1':
      if (digits === '') return l10n.t('No digit is left: refused.');
      return l10n.t('Fewer than 7 digits: taken for an extension, and dialled as they are.');
    case 'R2':
      return l10n.t(
        'It begins with +: the outside prefix {0} and the international prefix {1} go before the digits.',
        shownPrefix(outside),
        shownPrefix(international),
      );
    case 'R3': {
      if (outside === '' && longDistance === '' && international === '')
        return l10n.t('All three prefixes are empty: the digits are dialled as they are.');
      const found = digits.startsWith(longDistance) ? longDistance : international;
      if (found !== '')
        return l10n.t(
          'It begins with {0} already: only the outside prefix {1} goes before it.',
          found,
          shownPrefix(outside),
        );
      return longDistance === ''
        ? l10n.t(
            'The long-distance prefix is empty, and every number begins with nothing: only the outside prefix {0} goes before it.',
            shownPrefix(outside),
          )
        : l10n.t(
            'The international prefix is empty, and every number begins with nothing: only the outside prefix {0} goes before it.',
            shownPrefix(outside),
          );
    }
    case 'R4':
      if (digits.length < longDistanceFrom)
        return l10n.t(
          'Fewer than 10 digits, not taken for prefixed: the outside prefix {0} goes before them.',
          shownPrefix(outside),
        );
      return digits.startsWith(domestic)
        ? l10n.t(
            'It begins with {0}, but 11 digits or fewer are not believed to be prefixed: {0} goes before them.',
            domestic,
          )
        : l10n.t(
            '10 digits or more without prefixes are taken for long distance: the outside prefix {0} and the long-distance prefix {1} go before them.',
            shownPrefix(outside),
            shownPrefix(longDistance),
          );
    case 'R5': {
      const found = digits.startsWith(domestic) ? domestic : outside + international;
      return l10n.t('It begins with {0} already: dialled as it is.', found);
    }
  }
}

function whyPassed(rule: ToolkitRule, digits: string, prefixes: DialPrefixes): string {
  const { outside, longDistance, international } = prefixes;
  switch (rule) {
    case 'R1':
      return l10n.t('{0} digits: no extension.', digits.length);
    case 'R2':
      return l10n.t('The first character is no +.');
    case 'R3':
      return l10n.t('It begins neither with {0} nor with {1}.', longDistance, international);
    case 'R4':
    case 'R5':
      return digits.startsWith(outside + longDistance)
        ? l10n.t('It begins with {0} already, and has 12 digits or more.', outside + longDistance)
        : l10n.t('It begins with {0} already.', outside + international);
  }
}
