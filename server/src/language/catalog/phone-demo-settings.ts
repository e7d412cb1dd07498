import type { ItemDraft } from './define.ts';
import { defineItems, defineSection, need, prose } from './define.ts';
import { sources } from './sources.ts';

const flavours = need([], ['openCti']);
const demoSources = [sources.GCS_L, sources.DEMOAD];

function demoItem(draft: Omit<ItemDraft, 'flavours' | 'confidence' | 'sampleOnly' | 'sources'>): ItemDraft {
  return { ...draft, flavours, confidence: 'observed', sampleOnly: true, sources: demoSources };
}

export const phoneDemoSettings = defineSection({
  name: 'reqPhoneDemoSettings',
  label: 'Phone Demo Settings',
  flavours,
  classic: true,
  lightning: true,
  sampleOnly: true,
  summary: 'Settings of Salesforce’s demo adapter, which no other adapter reads.',
  details: prose(
    'Take the section out of a definition that began as a copy of the demo. It shows, by the way, that names beginning',
    'with `req` are accepted in sections of one’s own, although the guide keeps them for Salesforce.',
  ),
  confidence: 'documented',
  sources: demoSources,
  items: defineItems('reqPhoneDemoSettings', [
    demoItem({
      name: 'reqIncomingNumber',
      label: 'Simulated Incoming Phone Number',
      value: { kind: 'phone' },
      example: '(415) 555-1212',
      summary: 'The number from which the demo adapter pretends to be called.',
      details: prose('Read by the demo adapter only.'),
    }),
    demoItem({
      name: 'reqProvider',
      label: 'CTI Provider',
      value: { kind: 'text' },
      example: 'DummyProvider',
      summary: 'The inner Apex class with which the demo adapter places calls.',
      details: prose('Read by the demo adapter only. Your own adapter gets it as a setting like any other.'),
    }),
    demoItem({
      name: 'reqProviderAccount',
      label: 'Provider Account',
      value: { kind: 'text' },
      example: 'account',
      summary: 'The account at the telephony provider of the demo adapter.',
      details: prose('Read by the demo adapter only.'),
    }),
    demoItem({
      name: 'reqProviderAuthToken',
      label: 'Provider Auth Token',
      value: { kind: 'secret' },
      summary: 'The token with which the demo adapter signs in at the telephony provider.',
      details: prose(
        'Read by the demo adapter only. **Do not put a real token into a definition**: every user of the call center can',
        'probably read it with `getCallCenterSettings()`, and the file itself tends to end up in a repository. Keep secrets',
        'in a named credential instead.',
      ),
    }),
    demoItem({
      name: 'reqProviderCallerNumber',
      label: 'Provider Caller Number',
      value: { kind: 'phone' },
      example: '(415) 555-1212',
      summary: 'The number that the demo adapter shows to the people it calls.',
      details: prose('Read by the demo adapter only.'),
    }),
    {
      ...demoItem({
        name: 'reqMinNumDigitsToDial',
        label: 'Minimum Number of Digits to Dial',
        value: { kind: 'integer' },
        example: '3',
        summary: 'The smallest number of digits that the demo adapter agrees to dial.',
        details: prose('Found in a second file of the demo adapter only.'),
      }),
      sources: [sources.DEMOAD_2],
    },
  ]),
});
