import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Span } from '../text/span.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inSection, item } from './example-text.ts';
import { partOf } from './values.ts';
import { readAddress } from './web-address.ts';

interface Data {
  /** The credentials with the `@` behind them, where they are written plainly. */
  readonly span: Span;
}

export const urlCredentials = defineRule<Data>({
  id: 'url-credentials',
  severity: 'warning',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'An address holds a user name and a password, which every user of the call center can read.',
  docs: `## What it finds
An address of the form \`https://user:password@host/\`, in platform items and in your own.

## Why it matters
The settings of a call center are handed to the softphone in the browser, so every user can probably read them. Browsers also tend to refuse a page in a frame whose address holds a password.

## How to fix it
Take them out of the address, and let the page ask for them or the server keep them. A password that has been in a shared file should be replaced by a new one.`,
  sources: [sources.GCS_L],
  examples: {
    bad: [inSection(item(0, 'server', 'https://«agent:h7Gk29sL@»phone.acme.test/'))],
    good: [
      inSection(item(0, 'server', 'https://phone.acme.test/?mail=agent@acme.test')),
      inSection(item(0, 'server', 'sip://agent@acme.test')),
    ],
  },
  check(context, report) {
    const { source } = context;
    for (const value of context.values.filled()) {
      const { name, text, at } = value;
      const address = text.includes('@') ? readAddress(text) : undefined;
      if (!address?.credentials?.includes(':') || value.placeholders.length > 0) continue;
      const start = address.scheme.length + '://'.length;
      const span = partOf(source, value, start, address.hostAt);
      report({
        at: span ?? at,
        message: l10n.t(
          'The address in {0} holds a user name and a password. Every user of the call center can probably read them; take them out, and replace the password if the file was shared.',
          name,
        ),
        ...(span && { data: { span } }),
      });
    }
  },
  fix({ data }) {
    if (!data) return [];
    const title = l10n.t('Take user name and password out of the address');
    return [{ title, preferred: false, edits: [replaceSpan(data.span, '')] }];
  },
});
