import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { daysIn } from '../text/calendar.ts';
import { defineRule } from './define-rule.ts';
import { inVoice, item } from './example-text.ts';
import { replaceValue } from './values.ts';

interface Data {
  readonly meant: string;
  /** There is no other reading. */
  readonly certain: boolean;
}

const name = 'reqTelephonyIntegrationKeyPairExpDate';

export const invalidDate = defineRule<Data>({
  id: 'invalid-date',
  severity: 'information',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'A date is written as in Salesforce’s sample, day first: 25/02/2026 09:04:49.',
  docs: `## What it finds
A value of \`${name}\` that is written in another way than \`dd/MM/yyyy HH:mm:ss\`. A day that does not exist, such as the 25th month of a date with the month first, is a warning.

## Why it matters
Salesforce's sample writes the day first. Whether other notations are understood is not documented; one that is misread reminds of the expiry of the key in the wrong month.

## How to fix it
Write day, month and year with slashes, a blank, and hours, minutes and seconds, each with two digits.`,
  sources: [sources.EX_AMAZON, sources.EX_README],
  examples: {
    bad: [
      inVoice(`<item sortOrder="0" name="${name}" label="Expiry">«02/25/2026 09:04:49»</item>`),
      inVoice(`<item sortOrder="0" name="${name}" label="Expiry">«2026-02-25T09:04:49Z»</item>`),
      inVoice(`<item sortOrder="0" name="${name}" label="Expiry">«31/04/2026 00:00:00»</item>`),
    ],
    good: [inVoice(item(0, name, '25/02/2026 09:04:49')), inVoice(item(0, name, ''))],
  },
  check(context, report) {
    for (const { entry, kind, text, at } of context.values.ofKind('dateTime')) {
      const written = kind.pattern.test(text);
      if (written && exists(text)) continue;
      const data = meaning(text);
      report({
        at,
        ...(written && { severity: 'warning' }),
        message: written
          ? l10n.t('“{0}” in {1} is no date: the day stands first, then the month.', text, entry.name)
          : l10n.t(
              '“{0}” in {1} is written in another way than Salesforce’s sample, {2}. Whether it is understood is not documented.',
              text,
              entry.name,
              entry.example ?? '',
            ),
        ...(data && { data }),
      });
    }
  },
  fix({ at, data }) {
    if (!data) return [];
    const { meant, certain } = data;
    return [{ title: l10n.t('Change it to {0}', meant), preferred: certain, edits: [replaceValue(at, meant)] }];
  },
});

/** Whether a day of the calendar and a time of the day are written, `25/02/2026 09:04:49`. */
function exists(text: string): boolean {
  const [day = 0, month = 0, year = 0, hours = 0, minutes = 0, seconds = 0] = text.split(/[/ :]/).map(Number);
  return day >= 1 && day <= daysIn(year, month) && hours <= 23 && minutes <= 59 && seconds <= 59;
}

/** A date with the month first and a day that is no month; one that begins with the year; one without its time. */
function meaning(text: string): Data | undefined {
  const slashes = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})(?: ([0-9]{1,2}):([0-9]{2}):([0-9]{2}))?$/.exec(text);
  const dashes = /^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.0+)?Z?)?$/.exec(text);
  const [year, month, day, ...time] = dashes
    ? dashes.slice(1)
    : [slashes?.[3], slashes?.[2], slashes?.[1], ...(slashes?.slice(4) ?? [])];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const two = (digits: string | undefined) => (digits ?? '0').padStart(2, '0');
  const hours = [0, 1, 2].map((index) => two(time[index])).join(':');
  const right = `${two(day)}/${two(month)}/${year} ${hours}`;
  if (exists(right)) return { meant: right, certain: false };
  const swapped = `${two(month)}/${two(day)}/${year} ${hours}`;
  return slashes && exists(swapped) ? { meant: swapped, certain: slashes[4] !== undefined } : undefined;
}
