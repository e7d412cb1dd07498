import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inVoice, item } from './example-text.ts';
import { replaceValue } from './values.ts';

interface Data {
  readonly meant: string;
}

/**
 * What every region has been called so far, those of China, the governments and the European cloud with its four
 * letters among them. A list would be out of date with the next region.
 */
const shape = /^(?!.*--)[a-z]{2,}-[a-z-]*[a-z]-[0-9]+$/;

export const invalidRegion = defineRule<Data>({
  id: 'invalid-region',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'The region of Amazon Connect is given by its code, such as us-west-2.',
  docs: `## What it finds
A value of \`reqRegion\` that cannot be the code of an AWS region: a name such as \`US West (Oregon)\`, capital letters, or an availability zone such as \`us-west-2a\`. Whether a region of that code exists is not checked, since new ones come every year.

## Why it matters
It says in which region the Amazon Connect instance is, which will probably not be found under another name of the region.

## How to fix it
Write the code as the console of AWS shows it, in small letters.`,
  sources: [sources.EX_AMAZON, sources.EX_README],
  examples: {
    bad: [
      inVoice('<item sortOrder="0" name="reqRegion" label="Region">«US-WEST-2»</item>'),
      inVoice('<item sortOrder="0" name="reqRegion" label="Region">«eu-west-1b»</item>'),
      inVoice('<item sortOrder="0" name="reqRegion" label="Region">«US West (Oregon)»</item>'),
    ],
    good: [inVoice(item(0, 'reqRegion', 'us-gov-west-1')), inVoice(item(0, 'reqRegion', 'eusc-de-east-1'))],
  },
  check(context, report) {
    for (const { entry, text, at } of context.values.ofKind('awsRegion')) {
      if (shape.test(text)) continue;
      const meant = text
        .toLowerCase()
        .replace(/[\s_]+/g, '-')
        .replace(/([0-9])[a-z]$/, '$1');
      report({
        at,
        message: l10n.t(
          '“{0}” in {1} is not the code of a region, which looks like {2}: the Amazon Connect instance will probably not be found.',
          text,
          entry.name,
          entry.example ?? '',
        ),
        ...(shape.test(meant) && { data: { meant } }),
      });
    }
  },
  fix({ at, data }) {
    if (!data) return [];
    const { meant } = data;
    return [{ title: l10n.t('Change it to {0}', meant), preferred: true, edits: [replaceValue(at, meant)] }];
  },
});
