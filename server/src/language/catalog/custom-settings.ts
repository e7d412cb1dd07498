import { defineItems, need, prose } from './define.ts';
import { sources } from './sources.ts';

/** No flavour's import file knows them. */
const flavours = need([]);

/**
 * Keys that stand only in the JSON of the metadata form's `customSettings`. JSON keys have no label, so the name stands
 * for it.
 */
export const customSettingsKeys = defineItems(undefined, [
  {
    name: 'reqCallCenterType',
    label: 'reqCallCenterType',
    flavours,
    classic: false,
    metadataOnly: true,
    value: {
      kind: 'enum',
      values: [
        { value: 'SCVBYOT', summary: 'Salesforce Voice with the telephony of a partner.' },
        {
          value: 'SCVOOTBTelephony',
          summary: 'Salesforce Voice with Amazon Connect provided by Salesforce, as seen in a sample of 2021.',
        },
      ],
    },
    example: 'SCVBYOT',
    summary: 'Tells a metadata deployment that the call center is one of Salesforce Voice.',
    details: prose(
      'Without it a deployment of a Voice call center is reported to be checked as CTI Toolkit, and refused for missing',
      '`reqVersion`, `reqDescription` and `reqProgId`. Even with it some orgs refused the deployment.',
      '',
      'It is a key of the JSON in `customSettings`, never an item of a file for Setup.',
    ),
    confidence: 'documented',
    sources: [sources.PT_GUIDE, sources.EX_2021, sources.VOX],
  },
  {
    name: 'messageBridgeComponentFqn',
    label: 'messageBridgeComponentFqn',
    flavours,
    classic: false,
    metadataOnly: true,
    value: { kind: 'componentName', pattern: /^[A-Za-z0-9_]+:[A-Za-z0-9_]+$/ },
    patternConfidence: 'inferred',
    example: 'c:messageBridge',
    summary: 'Names the Lightning component that passes messages between pages and the connector.',
    details: prose(
      'Written as namespace, colon, component. It is a key of the JSON in `customSettings`, never an item of a file for',
      'Setup.',
    ),
    confidence: 'documented',
    sources: [sources.PT_GUIDE],
  },
  {
    name: 'scvVendorLoginUrl',
    label: 'scvVendorLoginUrl',
    flavours,
    classic: false,
    metadataOnly: true,
    value: { kind: 'url', allowRelative: false, httpsForLightning: false },
    example: 'https://login.example.com/',
    summary: 'The address where people sign in at the telephony provider.',
    details: prose('It is a key of the JSON in `customSettings`, never an item of a file for Setup.'),
    confidence: 'documented',
    sources: [sources.PT_GUIDE],
  },
]);

/** Items that retrieved files repeat as keys of `customSettings` (reference, section 7.3; observed). */
export const itemsInCustomSettings: readonly string[] = [
  'reqUseApi',
  'reqSoftphoneHeight',
  'reqSoftphoneWidth',
  'reqSalesforceCompatibilityMode',
  'reqStandbyUrl',
  'reqTimeout',
];
