import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { removeWithLine } from './edits.ts';
import { component } from './example-metadata.ts';

export const contactCenterChannels = defineRule({
  id: 'contact-center-channels',
  severity: 'information',
  tier: 'documented',
  forms: ['metadata'],
  summary: 'Channels of a contact center belong to one org, and are deleted before a deployment to another.',
  docs: `## What it finds
The first \`contactCenterChannels\` of a file for the Metadata API.

## Why it matters
They are written by a retrieve, are not meant to be edited, and name what exists in that org only. Salesforce's procedure for copying a Voice call center to a sandbox has them deleted before the deployment.

## How to fix it
Nothing, while the file goes back to the org from which it came. Remove them all before it goes to another.`,
  sources: [sources.SBX, sources.META],
  examples: {
    bad: [component('<«contactCenterChannels»>', '    <channel>Voice</channel>', '</contactCenterChannels>')],
    good: [component()],
  },
  check({ definition }, report) {
    const channels = definition.metadata?.channels ?? [];
    const [first] = channels;
    if (!first) return;
    report({
      at: first.nameSpan,
      message: l10n.t(
        'These channels belong to the org from which the file was retrieved. Before a deployment to another org, Salesforce’s procedure has them deleted ({0} here).',
        channels.length,
      ),
    });
  },
  offersOnly: true,
  fix(_problem, { source, definition }) {
    const edits = (definition.metadata?.channels ?? []).map(({ span }) => removeWithLine(source, span));
    return edits.length === 0 ? [] : [{ title: l10n.t('Remove all contactCenterChannels'), preferred: false, edits }];
  },
});
