import { defineItems, defineSection, need, prose } from './define.ts';
import { openCtiItems } from './general-info-open-cti.ts';
import { sources } from './sources.ts';

const everyFlavour = need(['openCti', 'ctiToolkit', 'partnerTelephony', 'amazonConnect']);

/** The two items of every call center, which stand first and in this order. */
const identity = defineItems('reqGeneralInfo', [
  {
    name: 'reqInternalName',
    label: 'Internal Name',
    flavours: everyFlavour,
    value: { kind: 'internalName', pattern: /^[A-Za-z][A-Za-z0-9]{0,39}$/, maxLength: 40 },
    example: 'MyCallCenter',
    starter: replaceEverywhere(
      'MyCallCenter',
      'Letters and digits, first a letter, at most 40, unique in the org. It can never be changed after the import.',
    ),
    valueRequired: true,
    editableAfterImport: false,
    uniqueInOrg: true,
    fixedSortOrder: { value: 0, confidence: 'documented', contradicted: false },
    summary: 'The identifier of the call center: the one value that must be in the file and can never be edited.',
    details: prose(
      'Letters and digits only, beginning with a letter, at most 40. The importer refuses anything else, an underscore',
      'included, and names the line. The name must be free in the org, so a file cannot be imported twice: there is no',
      'update by import.',
      '',
      'Connectors, metadata and cloud stacks find the call center by this name. Choose one that fits every org, and give',
      'a revised definition with other items a new one.',
    ),
    confidence: 'documented',
    sources: [sources.REQ, sources.ITEM, sources.XML, sources.VOX],
  },
  {
    name: 'reqDisplayName',
    label: 'Display Name',
    flavours: everyFlavour,
    value: { kind: 'text', maxLength: 1000, warnLength: 80 },
    example: 'My Call Center',
    starter: replaceEverywhere('My Call Center', 'The name that people see in Setup.'),
    fixedSortOrder: { value: 1, confidence: 'documented', contradicted: false },
    summary: 'The name of the call center as people see it in Salesforce.',
    details: prose(
      'Any text. The guide allows 1,000 characters, while the object that stores it is documented with 80: stay within',
      '80. The name can be changed in Setup at any time.',
      '',
      'Adapters read it under `/reqGeneralInfo/reqDisplayName`; `/label` gives the same name.',
    ),
    confidence: 'documented',
    sources: [sources.REQ, sources.OBJ],
  },
]);

const toolkitAndVoice = defineItems('reqGeneralInfo', [
  {
    name: 'reqDescription',
    label: 'Description',
    flavours: need(['ctiToolkit']),
    value: { kind: 'text' },
    lightning: false,
    example: 'Desktop adapter of the service desk',
    starter: {
      ctiToolkit: {
        value: 'Desktop CTI adapter',
        replace: true,
        note: 'What the adapter is, for the people who read this call center in Setup.',
      },
    },
    summary: 'A description of the adapter; demanded of every file that is neither Open CTI nor Salesforce Voice.',
    details: prose(
      'Any text. Seeing it named in an error together with `reqVersion` and `reqProgId` usually means something else:',
      'Salesforce took the file for a CTI Toolkit definition because `reqUseApi` is missing or not `true`.',
      '',
      'Some vendors put a description into an Open CTI file as well; there it does no harm.',
    ),
    confidence: 'observed',
    sources: [sources.META, sources.H_SAMP, sources.VOX],
  },
  {
    name: 'reqProgId',
    label: 'CTI Connector ProgId',
    flavours: need(['ctiToolkit']),
    value: { kind: 'progId', pattern: /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)+$/ },
    patternConfidence: 'inferred',
    lightning: false,
    example: 'DemoAdapter.DemoAdapter.1',
    starter: {
      ctiToolkit: {
        value: 'DemoAdapter.DemoAdapter.1',
        replace: true,
        note: 'The ProgID under which your adapter is registered on Windows.',
      },
    },
    summary: 'The COM ProgID of the desktop adapter; marks a CTI Toolkit definition.',
    details: prose(
      'Names the program that Salesforce starts on the Windows desktop, in the form `Program.Component` or',
      '`Program.Component.Version`. It must be the name under which the adapter registered itself.',
      '',
      'An Open CTI file does not need it. An import error that asks for it usually means that `reqUseApi` is missing.',
    ),
    confidence: 'observed',
    sources: [sources.META, sources.VOX],
  },
  {
    name: 'reqVersion',
    label: 'Version',
    flavours: need(['ctiToolkit'], ['amazonConnect']),
    value: { kind: 'version', pattern: /^[0-9]+(\.[0-9]+)*$/ },
    patternConfidence: 'inferred',
    example: '3.0',
    exampleFor: { ctiToolkit: '3.0', amazonConnect: '18.0' },
    starter: {
      ctiToolkit: {
        value: '3.0',
        replace: true,
        note: 'The version of the CTI Toolkit that the adapter was built with.',
      },
      amazonConnect: { value: '18.0', replace: true, note: 'The contact center version from the release notes.' },
    },
    summary: 'The version of the CTI Toolkit, or for Amazon Connect the contact center version of the release notes.',
    details: prose(
      'Numbers with dots between them. A CTI Toolkit file must have it. For Amazon Connect it names the version of the',
      'contact center; whether it must be there is not documented, but Salesforce’s sample has it.',
      '',
      'It has nothing to do with the `version` element of the metadata form.',
    ),
    confidence: 'documented',
    sources: [sources.META, sources.EX_README, sources.FLEX, sources.VOX],
  },
  {
    name: 'reqVendorInfoApiName',
    label: 'Conversation Vendor Info Developer Name',
    flavours: need(['partnerTelephony', 'amazonConnect']),
    value: {
      kind: 'vendorApiName',
      pattern: /^[A-Za-z][A-Za-z0-9_]*__[A-Za-z][A-Za-z0-9_]*$/,
      unpackagedPrefix: 'c__',
    },
    patternConfidence: 'inferred',
    classic: false,
    example: 'c__MyVendor',
    prescribed: { amazonConnect: 'c__AMAZON_CONNECT' },
    starter: {
      partnerTelephony: {
        value: 'c__MyVendor',
        replace: true,
        note: 'The full API name of the ConversationVendorInfo: namespace of the package (c without a package), two underscores, developer name.',
      },
    },
    summary: 'The full API name of the vendor record: namespace, two underscores, developer name.',
    details: prose(
      'Points to a ConversationVendorInfo, which brings the connector page and the abilities of the vendor. The',
      'namespace is that of the vendor’s package; a vendor record made in the org itself takes `c__`. For Amazon',
      'Connect the value is `c__AMAZON_CONNECT` and must stay so.',
      '',
      'The wizard compares it with the provider chosen before the upload and says that the vendor name in the file must',
      'match when it does not: choose the provider first, then upload. One report says that a name without a namespace',
      'was once accepted and later was not.',
    ),
    confidence: 'documented',
    sources: [sources.PT, sources.EX_AMAZON, sources.VOX],
  },
]);

export const generalInfo = defineSection({
  name: 'reqGeneralInfo',
  label: 'General Information',
  flavours: everyFlavour,
  classic: true,
  lightning: true,
  sampleOnly: false,
  fixedSortOrder: { value: 0, confidence: 'documented', contradicted: true },
  summary: 'The section that every definition must have: who the call center is and how it is reached.',
  details: prose(
    'Its items decide which rules the platform applies. With `reqUseApi` set to `true` the file is checked as Open CTI,',
    'with `reqVendorInfoApiName` as Salesforce Voice, and otherwise as CTI Toolkit, which demands `reqVersion`,',
    '`reqDescription` and `reqProgId`.',
    '',
    'The sample keeps it at sortOrder 0. A published vendor file has it at 1 and is in use, so another place is probably',
    'not refused. You may add items of your own.',
  ),
  confidence: 'documented',
  sources: [sources.REQ, sources.SAMP, sources.PT],
  items: [...identity, ...openCtiItems, ...toolkitAndVoice],
});

function replaceEverywhere(value: string, note: string) {
  const starter = { value, replace: true, note };
  return { openCti: starter, ctiToolkit: starter, partnerTelephony: starter, amazonConnect: starter };
}
