import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { type Reading, readCertificate } from '../certificate/read.ts';
import type { Validity } from '../certificate/x509.ts';
import { lineEndOf } from '../text/line-end.ts';
import { defineRule, type Problem, type RuleContext } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { expiredCertificate, publicKey } from './example-certificates.ts';
import { inVoice, item } from './example-text.ts';
import type { FilledValue } from './values.ts';

interface Data {
  /** What the value is, when only the lines around it are missing. */
  readonly label: string;
}

type Judgement = Omit<Problem<Data>, 'at'>;

const day = 24 * 60 * 60 * 1000;
/** Time enough to have a new one made, and to bring it to the org and the provider. */
const soon = 60 * day;

const inItem = (value: string) => inVoice(item(0, 'reqTelephonyIntegrationCertificate', value, 'Certificate'));

export const certificate = defineRule<Data>({
  id: 'certificate',
  severity: 'warning',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'The certificate of the telephony provider is blank, unreadable, expired, or a private key.',
  docs: `## What it finds
In \`reqTelephonyIntegrationCertificate\`:

- a private key (error)
- a certificate that has expired (warning), is about to within 60 days, or does not hold yet (information)
- a value that is no PEM certificate and no PEM public key, or one that cannot be read (warning)
- no value (hint)

The value is read here and sent nowhere. Signatures and issuers are not checked.

## Why it matters
Salesforce verifies with it what the telephony provider has signed, so calls fail when it does not fit. Whether the import looks at the value is not documented: a blank one imports, and vendors ship it blank; it is needed before the first call.

A private key signs in the provider's name, and every user of the call center can probably read it here.

## How to fix it
Ask the provider for the certificate or the public key, and paste all of it, with the lines \`-----BEGIN …-----\` and \`-----END …-----\`. A private key that has been in a shared file should be replaced, together with its certificate.`,
  sources: [sources.PT, sources.EX_PARTNER, sources.WXSCV],
  examples: {
    // The first day of 2026.
    given: { now: 1_767_225_600_000 },
    bad: [
      inItem('«AcmeVoiceCertificate»'),
      inItem(expiredCertificate.replace(/^.*/, '«$&»')),
      inItem('«-----BEGIN PRIVATE KEY-----»\nbm90IGEga2V5\n-----END PRIVATE KEY-----'),
      inItem('').replace('reqTelephonyIntegrationCertificate', '«$&»'),
      inItem(`«${publicKey.split('\n').slice(1, -1).join('\n')}»`),
    ],
    good: [inItem(publicKey)],
  },
  check(context, report) {
    for (const { item, entry } of context.values.ofCatalog()) {
      if (entry.value.kind !== 'certificate' || !item.valueIsPlain || item.value.text.trim() !== '') continue;
      report({
        at: item.name?.span ?? item.element.openTag,
        severity: 'hint',
        message: l10n.t(
          '{0} is blank. It may stay so until the first call, which needs it; fill it in here, or later in Setup.',
          entry.name,
        ),
      });
    }
    for (const value of context.values.ofKind('certificate')) {
      const reading = readCertificate(value.text);
      const problem = judge(reading, value.entry.name, context.now);
      if (problem) report({ ...problem, at: placeOf(context, value, reading) });
    }
  },
  fix({ at, data }, { source }) {
    if (!data) return [];
    const { label } = data;
    const eol = lineEndOf(source);
    const body = source.text.slice(at.start, at.end);
    const newText = [`-----BEGIN ${label}-----`, body, `-----END ${label}-----`].join(eol);
    return [{ title: l10n.t('Add the lines BEGIN and END'), preferred: true, edits: [replaceSpan(at, newText)] }];
  },
});

function judge(reading: Reading, name: string, now: number | undefined): Judgement | undefined {
  switch (reading.kind) {
    case 'not-pem':
      return {
        message:
          reading.label === undefined
            ? l10n.t(
                'The value of {0} is no PEM: a certificate or public key begins with -----BEGIN CERTIFICATE----- or -----BEGIN PUBLIC KEY-----. Without it Salesforce probably cannot verify the calls of the provider.',
                name,
              )
            : l10n.t(
                'The value of {0} lacks the lines around it: -----BEGIN {1}----- before and -----END {1}----- behind.',
                name,
                reading.label,
              ),
        ...(reading.label !== undefined && { data: { label: reading.label } }),
      };
    case 'private-key':
      return {
        severity: 'error',
        message: l10n.t(
          '{0} holds a private key. It takes the certificate or the public key; every user of the call center can probably read it here. Take it out, and have the key replaced if the file was shared.',
          name,
        ),
      };
    case 'cut-off':
      return {
        message: l10n.t(
          'The {0} in {1} is cut off: its line -----END {0}----- is missing or does not follow. Paste all of it.',
          reading.label,
          name,
        ),
      };
    case 'other-kind':
      return {
        message: l10n.t('{0} holds a {1}; it takes a CERTIFICATE or a PUBLIC KEY.', name, reading.label),
      };
    case 'unreadable':
      return {
        message: l10n.t(
          'The {0} in {1} cannot be read: characters are missing, or were changed on the way. Paste all of it once more; as it is, Salesforce probably cannot verify the calls of the provider.',
          reading.label,
          name,
        ),
      };
    case 'public-key':
      return undefined;
    case 'certificate':
      return now === undefined ? undefined : judgeTime(reading.validity, name, now);
  }
}

function judgeTime({ notBefore, notAfter }: Validity, name: string, now: number): Judgement | undefined {
  if (notAfter.time < now) {
    return {
      message: l10n.t(
        'The certificate in {0} expired on {1}. Salesforce will probably refuse what it verifies with it, and calls then fail; ask the provider for the new one.',
        name,
        notAfter.date,
      ),
    };
  }
  if (notBefore.time > now) {
    return {
      severity: 'information',
      message: l10n.t('The certificate in {0} holds from {1} on, not yet today.', name, notBefore.date),
    };
  }
  if (notAfter.time - now >= soon) return undefined;
  return {
    severity: 'information',
    message: l10n.t(
      'The certificate in {0} expires on {1}, in {2} days. Have the next one ready before.',
      name,
      notAfter.date,
      Math.floor((notAfter.time - now) / day),
    ),
  };
}

/** A block of many lines is marked by its opening line; that of a certificate, by the first. */
function placeOf({ source }: RuleContext, { at }: Pick<FilledValue, 'at'>, reading: Reading): FilledValue['at'] {
  const header =
    'header' in reading ? reading.header : reading.kind === 'certificate' ? '-----BEGIN CERTIFICATE-----' : undefined;
  if (header === undefined) return at;
  const start = source.text.slice(at.start, at.end).indexOf(header);
  return start < 0 ? at : { start: at.start + start, end: at.start + start + header.length };
}
