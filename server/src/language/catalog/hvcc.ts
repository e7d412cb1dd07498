import { defineItems, defineSection, need, prose } from './define.ts';
import { amazonItems } from './hvcc-amazon.ts';
import { sources } from './sources.ts';

const required = need(['partnerTelephony', 'amazonConnect']);
const optional = need([], ['partnerTelephony', 'amazonConnect']);
const bothSamples = [sources.PT, sources.EX_PARTNER, sources.EX_AMAZON];

const certificate = {
  value: '',
  replace: true,
  note: 'The PEM certificate or public key of your telephony provider. It may stay blank until the first call, which needs it.',
};
const countryCode = {
  value: '+1',
  replace: true,
  note: 'The country code, with +, that the Omni-Channel softphone uses for outbound calls.',
};

const voiceItems = defineItems('reqHvcc', [
  {
    name: 'reqTelephonyIntegrationCertificate',
    label: 'Telephony Integration Certificate',
    flavours: required,
    value: { kind: 'certificate' },
    patternConfidence: 'inferred',
    classic: false,
    starter: { partnerTelephony: certificate, amazonConnect: certificate },
    summary: 'The certificate or public key, in PEM form, that proves the tokens of the telephony provider.',
    details: prose(
      'The provider signs JSON web tokens with its private key, and Salesforce checks them with this value. Paste the',
      'whole block with its `-----BEGIN …-----` and `-----END …-----` lines; line breaks are fine. **Never paste a private',
      'key.**',
      '',
      'The value may be blank at import, as vendors ship it, and can be filled in on the page of the contact center. It',
      'must be there before the first call. Mind its date of expiry.',
    ),
    confidence: 'documented',
    sources: [...bothSamples, sources.WXSCV],
  },
  {
    name: 'reqLongDistPrefix',
    label: 'Long Distance Prefix',
    flavours: optional,
    value: { kind: 'dialPrefix', allowPlus: true, typical: ['+1', '+81', '+44'] },
    patternConfidence: 'inferred',
    classic: false,
    example: '+1',
    sampleValue: '+1',
    starter: { partnerTelephony: countryCode, amazonConnect: countryCode },
    summary: 'The country or area code that the Omni-Channel softphone uses for outbound calls.',
    details: prose(
      'Written with `+`: `+1` in North America, `+81` in Japan. Not the same as the item of this name in',
      '`reqDialingOptions`, which holds the digit that Open CTI adapters may dial first. A value without `+` is probably',
      'the other one’s.',
    ),
    confidence: 'documented',
    sources: bothSamples,
  },
  {
    name: 'reqRelayState',
    label: 'Relay State',
    flavours: optional,
    value: { kind: 'url', allowRelative: false, httpsForLightning: false },
    classic: false,
    example: 'https://relay.example.com/',
    starter: {
      amazonConnect: { value: '', replace: true, note: 'The relay state address of your identity provider app.' },
    },
    summary: 'The relay state address of the identity provider app.',
    details: prose(
      'Part of single sign-on: the page to which the identity provider leads after login. Amazon Connect definitions',
      'repeat it in `reqSettingsRelayState`. Whether the item is required is not documented.',
    ),
    confidence: 'documented',
    sources: [sources.EX_PARTNER, sources.EX_README],
  },
  {
    name: 'reqIdentityUrl',
    label: 'Identity URL',
    flavours: optional,
    value: { kind: 'url', allowRelative: false, httpsForLightning: false },
    classic: false,
    example: 'https://login.example.com/',
    starter: {
      amazonConnect: {
        value: '',
        replace: true,
        note: 'The IdP-initiated login address of your single sign-on connected app.',
      },
    },
    summary: 'The login address of the single sign-on connected app, for logins that the identity provider begins.',
    details: prose(
      'Copy it from the connected app. It belongs to one org, so it probably has to be replaced after a sandbox refresh.',
      'Whether the item is required is not documented.',
    ),
    confidence: 'documented',
    sources: [sources.EX_PARTNER, sources.EX_README, sources.SBX],
  },
  {
    name: 'reqUniversalCallRecordingAccess',
    label: 'Universal Call Recording Access',
    flavours: optional,
    value: { kind: 'boolean' },
    classic: false,
    example: 'true',
    summary: '`true` gives universal access to call recordings.',
    details: prose('Write `true` or `false`, in small letters. What holds when the item is missing is not documented.'),
    confidence: 'documented',
    sources: [sources.EX_PARTNER, sources.EX_README],
  },
]);

export const hvcc = defineSection({
  name: 'reqHvcc',
  label: 'SCV Settings',
  flavours: required,
  classic: false,
  lightning: true,
  sampleOnly: false,
  summary: 'The settings of Salesforce Voice; Partner Telephony and Amazon Connect definitions must have them.',
  details: prose(
    'A file with this section is a definition of Salesforce Voice. It is imported in Setup under Partner Telephony',
    'Contact Centers, not under Call Centers. Of the items in it, only a few are documented as required or optional.',
    '',
    'Settings of the vendor go into sections of their own, under other names than `reqGeneralInfo` and `reqHvcc`.',
  ),
  confidence: 'documented',
  sources: bothSamples,
  items: [...voiceItems, ...amazonItems],
});
