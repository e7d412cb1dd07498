import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inGeneralInfo, inSection, item } from './example-text.ts';
import { withoutBlanks } from './values.ts';

interface Data {
  readonly trimmed: string;
  readonly platform: boolean;
}

export const valueWhitespace = defineRule<Data>({
  id: 'value-whitespace',
  severity: 'information',
  tier: 'advice',
  forms: ['import', 'metadata'],
  summary: 'A value begins or ends with blanks, which may become part of it.',
  docs: `## What it finds
Blanks before or after a value that is one line of text. Certificates, values over several lines and values that are nothing but blanks are left alone.

## Why it matters
Whether Salesforce takes blanks away is not documented. If it does not, an address or a name is another one than it looks.

## How to fix it
Take the blanks away. In items of your own they may be meant, for example after a prefix that is put before a text, so there it is left to you.`,
  sources: [sources.XML, sources.ITEM],
  examples: {
    bad: [
      inGeneralInfo('<item sortOrder="0" name="reqDisplayName" label="Name">« Acme »</item>'),
      inSection(item(0, 'team', '«Service »')),
    ],
    good: [
      inSection(
        item(0, 'certificate', '\n    -----BEGIN CERTIFICATE-----\n    abc\n    -----END CERTIFICATE-----\n  '),
      ),
    ],
  },
  check({ source, values }, report) {
    for (const { item, entry, name, text, at } of values.filled()) {
      const { span } = item.value;
      if (at.start === span.start && at.end === span.end) continue;
      const raw = source.text.slice(span.start, span.end);
      // In CDATA blanks are written on purpose, and a comment must not be lost.
      if (raw.includes('<') || /[\r\n]/.test(text) || text.startsWith('-----BEGIN')) continue;
      // The internal name has a rule that says more.
      if (entry?.value.kind === 'certificate' || entry?.value.kind === 'internalName') continue;
      // A value of one's own on a line by itself is a matter of layout.
      if (!entry && /[\r\n]/.test(raw)) continue;
      const kept = withoutBlanks(source.text, span);
      if (kept.start === span.start && kept.end === span.end) continue;
      report({
        at: span,
        message: l10n.t(
          'The value of {0} begins or ends with blanks. Whether Salesforce takes them away is not documented; if it does not, they are part of the value.',
          name,
        ),
        data: { trimmed: source.text.slice(at.start, at.end), platform: entry !== undefined },
      });
    }
  },
  fix({ at, data }) {
    if (!data) return [];
    return [
      { title: l10n.t('Take the blanks away'), preferred: data.platform, edits: [replaceSpan(at, data.trimmed)] },
    ];
  },
});
