import { prose } from './define.ts';
import { sources } from './sources.ts';
import type { MetadataElementEntry } from './types.ts';

/** What most elements of the metadata form are: text, once, by leave. */
const usual = {
  parents: ['CallCenter'],
  children: [],
  required: false,
  repeated: false,
  byHand: true,
  misspellings: [],
  confidence: 'documented',
  sources: [sources.META],
} as const;

const notByHand = prose(
  'Salesforce writes it when a call center is retrieved, and it belongs to that one org: it is not meant to be edited,',
  'and has to be deleted before the call center is deployed to another org.',
);

function channelPart(name: string, summary: string): MetadataElementEntry {
  return { ...usual, name, parents: ['contactCenterChannels'], summary, details: notByHand };
}

/**
 * The grammar of the metadata form (reference, section 7.1), in the order in which a retrieve writes the children of one
 * element. What stands in `vendorCallCenterStatusMaps` is not known, so it has no entries.
 */
export const metadataElements: readonly MetadataElementEntry[] = [
  {
    ...usual,
    name: 'CallCenter',
    parents: [],
    children: [
      ...['adapterUrl', 'contactCenterChannels', 'customSettings', 'displayName', 'displayNameLabel', 'fullName'],
      ...['internalNameLabel', 'sections', 'vendorCallCenterStatusMaps', 'version'],
    ],
    required: true,
    summary:
      'The root of a call center as the Metadata API deploys and retrieves it: one file describes one call center.',
    details: prose(
      'It needs the namespace `http://soap.sforce.com/2006/04/metadata`. The name of the file is the internal name of the',
      'call center: `<InternalName>.callCenter-meta.xml`, in the folder `callCenters`.',
      '',
      'Setup refuses a file of this form; it imports `callCenter` with `section` and `item`.',
    ),
  },
  {
    ...usual,
    name: 'adapterUrl',
    summary: 'The address of the page with the softphone, as in the item reqAdapterUrl.',
    details: prose(
      'Retrieved Open CTI files have it here and in an item of `reqGeneralInfo`. Which of the two the platform uses is not',
      'documented, so keep them equal.',
    ),
  },
  {
    ...usual,
    name: 'contactCenterChannels',
    byHand: false,
    children: [
      ...['channel', 'contactCenter', 'omniCallbackFallbackQueue', 'omniCallbackHandler', 'voiceMailFallbackQueue'],
      'voiceMailHandler',
    ],
    repeated: true,
    summary: 'A channel of a Voice contact center, tied to the org from which it was retrieved.',
    details: notByHand,
    sources: [sources.META, sources.SBX],
  },
  {
    ...usual,
    name: 'customSettings',
    summary: 'Settings as a JSON object whose values are strings, written as XML text.',
    details: prose(
      'Retrieved Open CTI files repeat items of `reqGeneralInfo` in it: `reqUseApi`, the sizes, the compatibility mode and',
      'the standby pair. Voice call centers have `reqCallCenterType` here. A retrieve writes the quotes as `&quot;`.',
      '',
      'The two are stored separately and can drift apart; which of them the platform uses is not documented.',
    ),
    confidence: 'observed',
    sources: [sources.META, sources.DEMOAD],
  },
  {
    ...usual,
    name: 'displayName',
    required: true,
    summary: 'The name of the call center that people see.',
    details: prose(
      'In a file for Setup it is the value of the item `reqDisplayName`, which the metadata form has not.',
    ),
  },
  {
    ...usual,
    name: 'displayNameLabel',
    required: true,
    summary: 'What stands beside the display name on the page of the call center.',
    details: prose('In a file for Setup it is the label of the item `reqDisplayName`. Usual is `Display Name`.'),
  },
  {
    ...usual,
    name: 'fullName',
    byHand: false,
    summary: 'The internal name; in a file it goes without saying, because the name of the file says it.',
    details: prose('Retrieved files do not have it. Where it is there, it should say what the name of the file says.'),
  },
  {
    ...usual,
    name: 'internalNameLabel',
    required: true,
    summary: 'What stands beside the internal name on the page of the call center.',
    details: prose('In a file for Setup it is the label of the item `reqInternalName`. Usual is `Internal Name`.'),
  },
  {
    ...usual,
    name: 'sections',
    children: ['items', 'label', 'name'],
    repeated: true,

    summary: 'A group of settings under one heading.',
    details: prose(
      'It holds a name, a label and items. The order of the elements is the order on the page: there is no `sortOrder` here.',
      'A retrieve writes the items before the label and the name.',
    ),
  },
  {
    ...usual,
    name: 'items',
    parents: ['sections'],
    children: ['label', 'name', 'value'],
    repeated: true,

    summary: 'One setting of a section: a label, a name and a value.',
    details: prose('The order of the elements is the order on the page: there is no `sortOrder` here.'),
  },
  {
    ...usual,
    name: 'label',
    parents: ['items', 'sections'],
    required: true,

    summary: 'What people see on the page of the call center: the heading of a section, or what stands beside a value.',
    details: prose(
      'In a file for Setup it is the attribute `label`. There it may be left out, here it may not. Adapters can read it under',
      '`/section/label` and `/section/item/label`.',
    ),
    sources: [sources.META, sources.GCS_L],
  },
  {
    ...usual,
    name: 'name',
    parents: ['items', 'sections'],
    required: true,
    misspellings: ['n'],
    summary: 'The name of a section or an item: letters and digits. Adapters read values under `/section/item`.',
    details: prose(
      'In a file for Setup it is the attribute `name`. Capital and small letters differ, and a misspelt name is accepted in',
      'silence: only the adapter misses it.',
    ),
    sources: [sources.META, sources.GCS_L],
  },
  {
    ...usual,
    name: 'value',
    parents: ['items'],
    required: true,

    summary: 'The value of an item.',
    details: prose(
      'In a file for Setup it is the text of the item. A retrieve writes an empty value as `<value xsi:nil="true"/>`.',
      '',
      'Do not keep passwords in items: every user of the call center can probably read them.',
    ),
  },
  {
    ...usual,
    name: 'vendorCallCenterStatusMaps',
    byHand: false,
    repeated: true,
    summary: 'By its name, it ties a status of the vendor to one of the org, in Voice call centers.',
    details: prose(
      'Neither the guide nor published files say more about it. Like the channels it is probably written by a retrieve and',
      'belongs to one org.',
    ),
    confidence: 'inferred',
  },
  {
    ...usual,
    name: 'version',
    summary: 'The version of the CTI interface; it has nothing to do with the item reqVersion.',
    details: prose('Seen are `4` and `5`. The sample of the guide has `4` here and `3.0` in the item.'),
    confidence: 'observed',
  },
  channelPart('channel', 'The service channel.'),
  channelPart('contactCenter', 'The contact center that the channel belongs to.'),
  channelPart('omniCallbackFallbackQueue', 'The queue for callbacks that nothing else takes.'),
  channelPart('omniCallbackHandler', 'What takes callbacks.'),
  channelPart('voiceMailFallbackQueue', 'The queue for voice mail that nothing else takes.'),
  channelPart('voiceMailHandler', 'What takes voice mail.'),
];
