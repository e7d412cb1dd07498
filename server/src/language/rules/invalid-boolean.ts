import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';

interface Data {
  readonly meant: 'true' | 'false' | undefined;
}

export const invalidBoolean = defineRule<Data>({
  id: 'invalid-boolean',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'A switch of the platform takes true or false, in small letters.',
  docs: `## What it finds
A value other than \`true\` and \`false\` in a platform item that is a switch, such as \`reqUseApi\`. An empty value is left alone. It is an error in \`reqUseApi\`, a warning in the switches of Salesforce Voice, of which nobody knows what other spellings do.

## Why it matters
The documentation knows these two values. \`reqUseApi\` decides which rules the platform applies: if it is not \`true\`, the file may be checked as a CTI Toolkit call center and refused.

## How to fix it
Write \`true\` or \`false\`.`,
  sources: [sources.REQ],
  examples: {
    bad: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqUseApi" label="Use CTI API">«TRUE»</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n    <item sortOrder="0" name="reqUseApi" label="Use CTI API">false</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check(context, report) {
    for (const { entry, text, at } of context.values.ofKind('boolean')) {
      if (text === 'true' || text === 'false') continue;
      report({
        at,
        // Only this one is known to decide how the file is judged (reference, X9).
        severity: entry.name === 'reqUseApi' ? 'error' : 'warning',
        message: l10n.t(
          '“{0}” is not a value of {1}: allowed are true and false, in small letters. With anything else the platform may treat it as not set.',
          text,
          entry.name,
        ),
        data: { meant: meaning(text) },
      });
    }
  },
  fix({ at, data }) {
    const title = (value: string) => l10n.t('Change it to {0}', value);
    if (data?.meant) return [{ title: title(data.meant), preferred: true, edits: [replaceSpan(at, data.meant)] }];
    return ['true', 'false'].map((value) => ({
      title: title(value),
      preferred: false,
      edits: [replaceSpan(at, value)],
    }));
  },
});

function meaning(value: string): Data['meant'] {
  const lower = value.toLowerCase();
  if (['true', 'yes', 'on', '1'].includes(lower)) return 'true';
  return ['false', 'no', 'off', '0'].includes(lower) ? 'false' : undefined;
}
