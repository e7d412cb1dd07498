import { sources } from '../catalog/sources.ts';
import { literal, type PlatformMessage, reported } from './platform-message.ts';

const vendorQuotes = [
  literal('en', 'The vendor name in the XML file must match the name of the vendor that you selected.'),
  literal('ja', 'XML ファイル内のベンダー名は、選択したベンダーの名前に一致する必要があります'),
];
const vendorSigns = [
  ['vendorname', 'mustmatch', 'vendor'],
  ['vendorname', 'doesnotmatch'],
  ['ベンダー名', '選択したベンダー', '一致'],
];

/** Phrases for a file that is not read at all. Which of the causes it is, the file shows. */
const notReadSigns = [
  ['xmlisnotvalid'],
  ['xmlnotvalid'],
  ['notvalidxml'],
  ['invalidxml'],
  ['isnotavalidxml'],
  ['xmlformat', 'invalid'],
  ['xmlformat', 'notvalid'],
  ['xmlが無効'],
  ['xml形式', '無効'],
];

/** What the two imports in Setup answer: section 11 of the format reference, rows marked I. */
export const importMessages: readonly PlatformMessage[] = [
  {
    id: 'toolkit-items-demanded',
    row: 'E1',
    met: ['import', 'deploy'],
    title: 'Items of the CTI Toolkit are demanded',
    quotes: [
      reported('Section reqGeneralInfo must have items named reqVersion, reqDescription, reqProgId.'),
      literal(
        'ja',
        'セクション「reqGeneralInfo」には、「reqVersion, reqDescription, reqProgId」という名前のアイテムが必要です。',
      ),
    ],
    signs: [
      ['reqgeneralinfo', 'reqversion'],
      ['reqgeneralinfo', 'reqdescription'],
      ['reqgeneralinfo', 'reqprogid'],
      ['reqgeneralinfo', 'という名前のアイテムが必要'],
    ],
    cause:
      'The platform took the definition for one of the old CTI Toolkit: neither is reqUseApi true, which means Open CTI, nor does it see Salesforce Voice. In a deployment of a Voice call center, reqCallCenterType is missing from customSettings.',
    remedy:
      'For a softphone in the browser set reqUseApi to true (in the metadata form in customSettings). For Salesforce Voice import the file on the Partner Telephony page, or deploy it with reqCallCenterType SCVBYOT in customSettings. Only for an adapter on the Windows desktop add the three items.',
    rules: ['toolkit-fallback'],
    item: 'reqUseApi',
    sources: [sources.VOX, sources.REQ],
    confidence: 'observed',
  },
  {
    id: 'internal-name-refused',
    row: 'E2',
    met: ['import', 'voiceImport'],
    title: 'The internal name is refused',
    quotes: [
      reported(
        'Line 4: limited to 40 alphanumeric characters, must begin with a letter, be unique among call centers, no symbols or spaces.',
      ),
    ],
    signs: [
      ['40', 'alphanumeric', 'letter'],
      ['40', 'alphanumeric', 'callcenter'],
      ['40', 'alphanumeric', 'symbols'],
      ['uniqueamongcallcenters'],
      ['40', '英数字', 'コールセンター'],
      ['40', '英数字', '記号'],
    ],
    cause:
      'The value of reqInternalName breaks its rule: 1 to 40 letters and digits, beginning with a letter. An underscore is enough. The same message covers a name that another call center of the org has.',
    remedy:
      'Write letters and digits only. If the name is well-formed, look in Setup for a call center that has it already.',
    rules: ['internal-name'],
    item: 'reqInternalName',
    sources: [sources.VOX, sources.REQ],
    confidence: 'observed',
  },
  {
    id: 'metadata-file-imported',
    row: 'E3',
    met: ['import'],
    title: 'The file has the metadata form, which Setup does not import',
    quotes: [],
    signs: notReadSigns,
    cause:
      'The import reads <callCenter> with <section> and <item>. A CallCenter file of the Metadata API, with <sections> and <items>, is well-formed XML and refused all the same.',
    remedy: 'Import a file in the import form, or deploy this one as metadata.',
    rules: ['metadata-body-in-import-file', 'mixed-form'],
    body: 'metadata',
    sources: [sources.DEMOAD_15],
    confidence: 'observed',
  },
  {
    id: 'vendor-not-chosen',
    row: 'E4',
    met: ['voiceImport'],
    title: 'The provider was chosen after the upload, or another one',
    quotes: vendorQuotes,
    signs: vendorSigns,
    cause:
      'The wizard compares reqVendorInfoApiName with the provider that was chosen on its first page. It says this, too, when no provider was chosen before the upload.',
    remedy: 'Choose the provider that reqVendorInfoApiName names first, go on, and upload the file on the second page.',
    rules: [],
    item: 'reqVendorInfoApiName',
    sources: [sources.STARTER, sources.VOX],
    confidence: 'observed',
  },
  {
    id: 'vendor-without-namespace',
    row: 'E5',
    met: ['voiceImport'],
    title: 'The name of the vendor lacks its namespace',
    quotes: vendorQuotes,
    signs: vendorSigns,
    cause:
      'reqVendorInfoApiName holds a bare developer name. The full API name has a namespace, two underscores and the developer name; c stands for a vendor that no package brings. Reports do not agree: one author imported a bare name at first.',
    remedy: 'Write namespace__DeveloperName, or c__DeveloperName for a vendor that no package brings.',
    rules: ['vendor-api-name'],
    item: 'reqVendorInfoApiName',
    sources: [sources.VOX, sources.EX_AMAZON],
    confidence: 'observed',
  },
  {
    id: 'internal-name-taken',
    row: 'E14',
    met: ['import', 'voiceImport'],
    title: 'The internal name is taken',
    quotes: [],
    signs: [
      ['duplicate', 'internalname'],
      ['internalname', 'alreadyinuse'],
      ['internalname', 'alreadyexists'],
      ['internalname', 'notunique'],
      ['internalname', 'mustbeunique'],
      ['内部名', '重複'],
      ['内部名', '一意'],
    ],
    cause:
      'Internal names are unique in an org. The name belongs to another call center already, perhaps to a cloned or packaged one, or to an earlier import of this file: a second import does not update the first.',
    remedy: 'Give the file a new internal name, or delete the call center that has it.',
    rules: ['internal-name-not-unique'],
    item: 'reqInternalName',
    sources: [sources.REQ],
    confidence: 'documented',
  },
  {
    id: 'sort-order-refused',
    row: 'E15',
    met: ['import', 'voiceImport'],
    title: 'The sort orders have a gap or are taken twice',
    quotes: [],
    signs: [
      ['sortorder', 'gap'],
      ['sortorder', 'consecutive'],
      ['sortorder', 'sequen'],
      ['sortorder', 'contiguous'],
      ['sortorder', 'duplicate'],
      ['sortorder', 'unique'],
      ['sortorder', '連続'],
      ['sortorder', '重複'],
    ],
    cause: 'The sections of a file, and the items of each section, are numbered 0, 1, 2 and so on without gaps.',
    remedy: 'Renumber them: the command Renumber sortOrder does it and keeps the present order.',
    rules: ['sort-order-gap', 'sort-order-duplicate', 'sort-order-invalid', 'sort-order-fixed'],
    sources: [sources.XML],
    confidence: 'documented',
  },
  {
    id: 'not-well-formed',
    row: 'E21',
    met: ['import', 'voiceImport', 'deploy'],
    title: 'The file is not well-formed XML',
    quotes: [],
    signs: [
      ...notReadSigns,
      ['wellformed'],
      ['errorparsing'],
      ['parseerror'],
      ['parsingerror'],
      ['contentisnotallowedinprolog'],
      ['entitynamemustimmediatelyfollow'],
      ['mustbeterminatedbythematchingendtag'],
      ['整形式'],
    ],
    cause:
      'The file is refused before any rule is looked at: a raw & in an address, a second outermost element, text before the XML declaration, or a placeholder left as <your domain>.',
    remedy: 'Write &amp; for & and &lt; for <, and mend what else the check of the file names.',
    rules: ['xml-syntax'],
    sources: [sources.XML10],
    confidence: 'inferred',
  },
];
