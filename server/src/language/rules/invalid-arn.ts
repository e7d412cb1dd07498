import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { inVoice, item } from './example-text.ts';

/** Partition, service, region, account, resource; region and account may be empty. */
const anyName = /^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]*:\S+$/;

export const invalidArn = defineRule({
  id: 'invalid-arn',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'A role or a resource of AWS is named by its ARN.',
  docs: `## What it finds
A value that is no ARN in an item of Amazon Connect that takes one, and in an item that takes a role, the ARN of something else. Placeholders and empty values are left alone.

## Why it matters
Salesforce reaches the role or the resource in your AWS account by this name. Whether the import looks at the value is not documented; what needs the role will probably fail later.

## How to fix it
Copy the ARN from the outputs of the CloudFormation stack, or from the console of AWS: a role is \`arn:aws:iam::123456789012:role/Name\`, with the twelve digits of the account.`,
  sources: [sources.EX_AMAZON, sources.EX_README],
  examples: {
    bad: [
      inVoice('<item sortOrder="0" name="reqSCVS3Role" label="Role">«AcmeRecordings»</item>'),
      inVoice('<item sortOrder="0" name="reqSCVS3Role" label="Role">«arn:aws:s3:::acme-recordings»</item>'),
    ],
    good: [
      inVoice(item(0, 'reqSCVS3Role', 'arn:aws-us-gov:iam::123456789012:role/connect/AcmeRecordings')),
      inVoice(item(0, 'reqSCVS3Role', '')),
    ],
  },
  check(context, report) {
    for (const { entry, kind, text, at } of context.values.ofKind('arn')) {
      if ((kind.pattern ?? anyName).test(text)) continue;
      const example = entry.example ?? '';
      report({
        at,
        message: anyName.test(text)
          ? l10n.t(
              '“{0}” in {1} is an ARN, but not that of a role with an account of twelve digits: {2}.',
              text,
              entry.name,
              example,
            )
          : l10n.t(
              '“{0}” in {1} is not an ARN, which looks like {2}. What needs it will probably fail.',
              text,
              entry.name,
              example,
            ),
      });
    }
  },
});
