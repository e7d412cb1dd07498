import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { isSecret } from '../model/secrets.ts';
import { defineRule } from './define-rule.ts';
import { inSection, item } from './example-text.ts';
import type { FilledValue } from './values.ts';

/** What a key looks like, whatever item it stands in. Whole words, so that nothing longer is taken for one. */
const keyShapes: readonly (readonly [RegExp, () => string])[] = [
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/, () => l10n.t('a private key')],
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, () => l10n.t('an access key of AWS')],
  [/\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/, () => l10n.t('a JSON web token')],
  [/\b[sr]k_live_[A-Za-z0-9]{10,}/, () => l10n.t('a secret key of a payment service')],
  [/\bgh[pousr]_[A-Za-z0-9]{30,}\b/, () => l10n.t('a token of GitHub')],
  [/\b00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?![A-Za-z0-9._]{20,}/, () => l10n.t('a session id of Salesforce')],
];

/** Something of every shape. Nearly no value holds any of it, and then the shapes need not look. */
const trace = /PRIVATE KEY|A[KS]IA|eyJ|_live_|gh[pousr]_|00D/;

export const secret = defineRule({
  id: 'secret',
  severity: 'warning',
  tier: 'advice',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'A password, token or key stands in a definition, where every user of the call center can read it.',
  docs: `## What it finds
A value in an item whose name says that it is a token, a password, a secret or an API key, and values that look like one: private keys, access keys of AWS, JSON web tokens, session ids and the like. Empty values, placeholders, switches, numbers and addresses are left alone.

## Why it matters
The settings of a call center are handed to the softphone in the browser, so every user of the call center can probably read them there. The file itself tends to end up in a repository.

## How to fix it
Leave the value empty and keep the secret where only a server reads it, for example in a named credential. A secret that has been in a shared file should be replaced by a new one.`,
  sources: [sources.GCS_L, sources.DEMOAD],
  examples: {
    bad: [inSection(item(0, 'apiToken', '«h7Gk29sLq0»')), inSection(item(0, 'storage', 'key=«AKIAABCDEFGHIJKLMNOP»'))],
    good: [inSection(item(0, 'apiToken', ''), item(1, 'tokenUrl', 'https://login.acme.test/token'))],
  },
  check(context, report) {
    for (const value of context.values.filled()) {
      // What is wrong with a certificate has a rule of its own.
      if (value.entry?.value.kind === 'certificate' || value.placeholders.length > 0) continue;
      const shape = keyIn(context.source.text, value);
      if (shape) {
        report({
          at: shape.at,
          message: l10n.t(
            '{0} seems to hold {1}. Every user of the call center can probably read it; keep secrets out of the definition, and replace this one if the file was shared.',
            value.name,
            shape.what(),
          ),
        });
      } else if (isSecret(value.name, value.entry?.value.kind) && isTelling(value)) {
        report({
          at: value.at,
          message: l10n.t(
            '{0} seems to hold a secret. Every user of the call center can probably read it; keep secrets out of the definition, and replace this one if the file was shared.',
            value.name,
          ),
        });
      }
    }
  },
});

/** Characters of the shortest key that is known by its looks. Most values are shorter, and a file may hold very many. */
const shortestKey = 18;

function keyIn(text: string, { at }: FilledValue) {
  if (at.end - at.start < shortestKey) return undefined;
  const slice = text.slice(at.start, Math.min(at.end, at.start + 20_000));
  if (!trace.test(slice)) return undefined;
  for (const [shape, what] of keyShapes) {
    const match = shape.exec(slice);
    if (match) {
      const start = at.start + match.index;
      return { at: { start, end: start + match[0].length }, what };
    }
  }
  return undefined;
}

/** Names that speak of a secret and hold something about it: `tokenUrl`, `passwordLength`, `credentialName`. */
const aboutOne =
  /(?:url|uri|endpoint|host|timeout|expiry|expires?|date|name|label|field|role|header|length|type|mode|enabled?)$/i;

/** A switch, a short number, an address, a page, or filling made of one character gives nothing away. */
function isTelling({ name, text, entry }: FilledValue): boolean {
  if (entry?.value.kind !== 'secret' && aboutOne.test(name)) return false;
  return !/^(?:true|false|yes|no|on|off|none|null|\d{1,5}|[a-z]+:\/\/.*|\/.*|(.)\1*|change[ _-]?me)$/i.test(text);
}
