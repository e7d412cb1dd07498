import type { SourceLink } from './types.ts';

/**
 * Where the statements of the catalog come from, by the tags of the format reference. Every address is written here and
 * nowhere else. Titles are the names of pages and are not translated.
 */
export const sources = {
  XML10: {
    title: 'W3C: Extensible Markup Language (XML) 1.0',
    url: 'https://www.w3.org/TR/xml/',
  },
  XML: {
    title: 'Open CTI Developer Guide: XML format of a call center definition',
    url: 'https://developer.salesforce.com/docs/service/api-cti/guide/sforce-api-cti-call-def-file-xml.html',
  },
  REQ: {
    title: 'Open CTI Developer Guide: required call center elements',
    url: 'https://developer.salesforce.com/docs/service/api-cti/guide/sforce-api-cti-call-def-file-required.html',
  },
  OPT: {
    title: 'Open CTI Developer Guide: optional call center elements',
    url: 'https://developer.salesforce.com/docs/service/api-cti/guide/sforce-api-cti-call-def-file-optional.html',
  },
  ITEM: {
    title: 'Open CTI Developer Guide: values of items',
    url: 'https://developer.salesforce.com/docs/service/api-cti/guide/sforce-api-cti-call-def-file-item.html',
  },
  DEF: {
    title: 'Open CTI Developer Guide: call center definition files',
    url: 'https://developer.salesforce.com/docs/service/api-cti/guide/sforce-api-cti-call-def-file.html',
  },
  SAMP: {
    title: 'Open CTI Developer Guide: sample definition',
    url: 'https://developer.salesforce.com/docs/service/api-cti/guide/sforce-api-cti-call-def-file-sample.md',
  },
  SAMP_2015: {
    title: 'Open CTI Developer Guide, version 202.0 (Japanese): sample definition',
    url: 'https://developer.salesforce.com/docs/atlas.ja-jp.202.0.api_cti.meta/api_cti/sforce_api_cti_call_def_file_sample.htm',
  },
  H_SAMP: {
    title: 'Salesforce Help: sample call center definition',
    url: 'https://help.salesforce.com/apex/HTViewHelpDoc?id=service.cti_admin_cctemplatesample.htm',
  },
  GCS_L: {
    title: 'Open CTI Developer Guide: getCallCenterSettings() in Lightning Experience',
    url: 'https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_getcallcentersettings_lex.htm',
  },
  NIC: {
    title: 'Open CTI Developer Guide: notifyInitializationComplete()',
    url: 'https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/',
  },
  META: {
    title: 'Metadata API Developer Guide: CallCenter',
    url: 'https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_callcenter.htm',
  },
  OBJ: {
    title: 'Object Reference: CallCenter',
    url: 'https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-callcenter.html',
  },
  PT: {
    title: 'Salesforce Voice for Partner Telephony Developer Guide: set up the service org',
    url: 'https://developer.salesforce.com/docs/atlas.en-us.voice_pt_developer_guide.meta/voice_pt_developer_guide/voice_pt_setup_svc_org.htm',
  },
  PT_GUIDE: {
    title: 'Salesforce Voice for Partner Telephony Developer Guide',
    url: 'https://developer.salesforce.com/docs/atlas.en-us.voice_pt_developer_guide.meta/voice_pt_developer_guide/',
  },
  SBX: {
    title: 'Salesforce Voice Implementation Guide: refresh a sandbox',
    url: 'https://developer.salesforce.com/docs/atlas.en-us.voice_developer_guide.meta/voice_developer_guide/',
  },
  FLEX: {
    title: 'Salesforce Help: definition file for partner telephony from Amazon Connect',
    url: 'https://help.salesforce.com/apex/HTViewHelpDoc?id=service.voice_flex_ccd.htm',
  },
  EOL: {
    title: 'Salesforce Help: Open CTI retirement',
    url: 'https://help.salesforce.com/s/articleView?id=005306437&type=1',
  },
  MIG_P: {
    title: 'Salesforce: plan the migration from Open CTI',
    url: 'https://developer.salesforce.com/docs/service/api-cti/guide/plan-cti-migration.md',
  },
  EX_PARTNER: {
    title: 'Salesforce examples: partner telephony definition',
    url: 'https://github.com/service-cloud-voice/examples-from-doc/blob/main/callcenter/partner_telephony_cc_import.xml',
  },
  EX_AMAZON: {
    title: 'Salesforce examples: Amazon Connect definition',
    url: 'https://github.com/service-cloud-voice/examples-from-doc/blob/main/callcenter/amazon_connect_partner_telephony_cc_import.xml',
  },
  EX_README: {
    title: 'Salesforce examples: list of attributes',
    url: 'https://github.com/service-cloud-voice/examples-from-doc/blob/main/callcenter/README.md',
  },
  EX_2021: {
    title: 'Salesforce examples: CallCenter metadata of 2021',
    url: 'https://github.com/service-cloud-voice/examples-from-doc/commit/b1ff639',
  },
  DEMOAD: {
    title: 'Salesforce demo adapter: CallCenter metadata',
    url: 'https://github.com/developerforce/open-cti-demo-adapter/blob/master/src/callCenters/OpenCTI.callCenter',
  },
  DEMOAD_README: {
    title: 'Salesforce demo adapter: README',
    url: 'https://github.com/developerforce/open-cti-demo-adapter/blob/master/README.md',
  },
  DEMOAD_2: {
    title: 'Salesforce demo adapter: second CallCenter metadata',
    url: 'https://github.com/developerforce/open-cti-demo-adapter/blob/master/src/callCenters/OpenCTI.callCenter2',
  },
  BYO: {
    title: 'Salesforce demo connector for Voice: README',
    url: 'https://github.com/salesforce-misc/byo-demo-connector',
  },
  DEMOAD_15: {
    title: 'Salesforce demo adapter, issue 15: its definition is not valid for the import',
    url: 'https://github.com/developerforce/open-cti-demo-adapter/issues/15',
  },
  UI: {
    title: 'Open CTI Developer Guide: Open CTI in Salesforce Classic and Lightning Experience',
    url: 'https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_intro_lightning_vs_classic.htm',
  },
  CVI: {
    title: 'Metadata API Developer Guide: ConversationVendorInfo',
    url: 'https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/',
  },
  QUICKSTART: {
    title: 'Salesforce partner telephony quick start: README',
    url: 'https://github.com/salesforce/scv-partner-telephony-quickstart',
  },
  STARTER: {
    title: 'Salesforce Voice Starter: notes on the contact center wizard and the Metadata API',
    url: 'https://github.com/azanatta/sf-voice-starter',
  },
  EIGHT: {
    title: '8x8 support: unable to find new users to add to a call center',
    url: 'https://support.8x8.com/Integrations/salesforce/virtual-office-for-salesforce-integration-unable-to-find-new-users-to-add-to-a-call-center',
  },
  VOX: {
    title: 'VoxCanvas: import and deploy failures in its history',
    url: 'https://github.com/sshibaza/VoxCanvas-dev',
  },
  WXSCV: {
    title: 'Webex connector: Salesforce Voice definition',
    url: 'https://github.com/webex/webex-contact-center-crm-connectors/blob/main/salesforce/servicecloudvoice/WxCCContactCenterSCV.xml',
  },
  WXCC1: {
    title: 'Webex connector: Open CTI definition',
    url: 'https://github.com/CiscoDevNet/webex-contact-center-crm-integrations/blob/main/Salesforce/sfdc-callcenter-definition-file.xml',
  },
  WXCC2: {
    title: 'Webex connector: current Open CTI definition',
    url: 'https://github.com/webex/webex-contact-center-crm-connectors/blob/main/salesforce/cti/OpenCTI.callCenter-meta.xml',
  },
  TALKTELECOM: {
    title: 'A published definition with a misspelt item',
    url: 'https://github.com/talktelecom/salesforce/blob/master/callcenter.xml',
  },
  TK4: {
    title: "CTI Toolkit Developer's Guide: call center definition files (beginning only)",
    url: 'https://1library.net/article/center-definition-files-cti-toolkit-version-developer-guide.y4423d9y',
  },
  HS: {
    title: 'CTI Data Connector help: dialing options',
    url: 'https://helpserver.biz/onlinehelp/cdc/sf/5.0/help2000/dialing-options_2.html',
  },
  TKSRC: {
    title:
      'Salesforce CTI Toolkit C++ library, CCTIUserInterface::SanitizeDN and CTIConnect (public copy, repository name not established)',
  },
  INSIDE: {
    title:
      'modified Salesforce demo adapter, callInitiatedPanelHelper.js (public copy, repository name not established)',
  },
} as const satisfies Readonly<Record<string, SourceLink>>;
