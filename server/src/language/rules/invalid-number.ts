import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { replaceValue } from './values.ts';

interface Data {
  readonly meant: string;
}

const standby = item(1, 'reqStandbyUrl', 'https://standby.acme.test/');

export const invalidNumber = defineRule<Data>({
  id: 'invalid-number',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'A time is a plain whole number of milliseconds, without a unit.',
  docs: `## What it finds
A value that is no plain whole number in a platform item that takes one, such as \`reqTimeout\`. An empty value is left alone. The sizes of the softphone have a rule of their own.

## Why it matters
The guide gives the timeout in milliseconds. How the platform reads \`5s\` or \`5,000\` is not documented: the standby softphone may never take over, or at once.

## How to fix it
Write the digits alone: 5 seconds are \`5000\`.`,
  sources: [sources.OPT],
  examples: {
    bad: [
      inGeneralInfo('<item sortOrder="0" name="reqTimeout" label="Timeout">«5000 ms»</item>', standby),
      inGeneralInfo('<item sortOrder="0" name="reqTimeout" label="Timeout">«5s»</item>', standby),
    ],
    good: [inGeneralInfo(item(0, 'reqTimeout', '5000'), standby), inGeneralInfo(item(0, 'reqTimeout', ''))],
  },
  check(context, report) {
    const times = [...context.values.ofKind('milliseconds')];
    for (const { entry, kind, text, at } of [...times, ...context.values.ofKind('integer')]) {
      if (/^[0-9]+$/.test(text)) continue;
      const milliseconds = kind.kind === 'milliseconds';
      const meant = meaning(text, milliseconds);
      report({
        at,
        message: milliseconds
          ? l10n.t(
              '“{0}” is not a time: {1} takes a plain whole number of milliseconds, such as 5000 for 5 seconds. How the platform reads anything else is not documented.',
              text,
              entry.name,
            )
          : l10n.t(
              '“{0}” is not a number: {1} takes digits alone. How the platform reads anything else is not documented.',
              text,
              entry.name,
            ),
        ...(meant !== undefined && { data: { meant } }),
      });
    }
  },
  fix({ at, data }) {
    if (!data) return [];
    const { meant } = data;
    return [{ title: l10n.t('Change it to {0}', meant), preferred: true, edits: [replaceValue(at, meant)] }];
  },
});

/** `5000 ms`, `5000.0` and `5s`; a point or comma before three digits may part thousands or fractions, so it stays. */
function meaning(text: string, milliseconds: boolean): string | undefined {
  const match = /^([0-9]{1,9})(?:\.0{1,2})?\s*(ms|msecs?|milliseconds?|s|secs?|seconds?)?$/i.exec(text);
  const [, number, unit = ''] = match ?? [];
  if (number === undefined || (unit !== '' && !milliseconds)) return undefined;
  const seconds = /^s/i.test(unit);
  return String(Number(number) * (seconds ? 1000 : 1));
}
