import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { otherClothes } from '../convert/convert.ts';
import { metadataStem } from '../model/file-name.ts';
import { convertInPlace } from './convert-in-place.ts';
import { defineRule } from './define-rule.ts';
import { component, items, sections } from './example-metadata.ts';
import { inSection, item } from './example-text.ts';

export const mixedForm = defineRule({
  id: 'mixed-form',
  severity: 'warning',
  tier: 'advice',
  forms: ['import', 'metadata'],
  summary: 'The root says one form, and what is in it is the other.',
  docs: `## What it finds
\`<callCenter>\` around the \`sections\` and \`items\` of the Metadata API, or \`<CallCenter>\` around the \`section\` and \`item\` of a file for Setup. What stands in the root decides which of the two the file is.

## Why it matters
Each form has a root of its own. Setup refuses a file with \`sections\`, whatever its root is; and a component of the Metadata API is a \`CallCenter\`. What either makes of the wrong root is not documented.

## How to fix it
Write the root that goes with the elements in it. If the file is meant for the other purpose, convert it.`,
  sources: [sources.XML, sources.META, sources.DEMOAD_15],
  examples: {
    bad: [
      component(sections('Own', ...items('team', '1')))
        .replace('CallCenter', '«callCenter»')
        .replace('/CallCenter', '/callCenter'),
      inSection(item(0, 'team', '1'))
        .replace('callCenter', '«CallCenter»')
        .replace('/callCenter', '/CallCenter'),
    ],
    good: [component(sections('Own', ...items('team', '1'))), inSection(item(0, 'team', '1'))],
  },
  check({ source, definition }, report) {
    const { root, body, form } = definition;
    if (!root || form !== 'hybrid') return;
    if (body === 'metadata' && root.name === 'callCenter') {
      report({
        at: root.nameSpan,
        message: l10n.t(
          'The root is that of a file for Setup, but what is in it is written for the Metadata API: Setup refuses the file, and a component to deploy begins with <CallCenter>.',
        ),
      });
    }
    // Under a name of the Metadata API the form as a whole is the matter, and a rule of its own speaks of it.
    if (body === 'import' && root.name === 'CallCenter' && metadataStem(source.uri) === undefined) {
      report({
        at: root.nameSpan,
        message: l10n.t(
          'The root is that of a component of the Metadata API, but what is in it is written for Setup: a deployment refuses the file, and a file for Setup begins with <callCenter>.',
        ),
      });
    }
  },
  fix(_problem, context) {
    const { source, definition } = context;
    const { body } = definition;
    if (!body) return [];
    const root = body === 'import' ? 'callCenter' : 'CallCenter';
    const clothes = {
      title: l10n.t('Change the root to <{0}>', root),
      preferred: true,
      edits: otherClothes(definition, body),
    };
    return body === 'metadata' && metadataStem(source.uri) === undefined
      ? [clothes, ...convertInPlace('import', context)]
      : [clothes];
  },
});
