import type { ItemDraft } from './define.ts';
import { defineItems, need, prose } from './define.ts';
import { sources } from './sources.ts';
import type { ItemEntry } from './types.ts';

const flavours = need([], ['amazonConnect']);
const role = /^arn:aws[a-z-]*:iam::[0-9X]{12}:role\/.+$/;
const listed = [sources.EX_AMAZON, sources.EX_README];
const unknown = 'Whether the item is required is not documented.';

type AmazonDraft = Omit<ItemDraft, 'flavours' | 'classic'>;

/** Voice runs in Lightning Experience only. */
function amazon(draft: AmazonDraft): ItemDraft {
  return { ...draft, flavours, classic: false };
}

/** A switch that stands in Salesforce's sample file and nowhere else; its meaning can only be read from its label. */
function sampleSwitch(name: string, label: string, summary: string): ItemDraft {
  return amazon({
    name,
    label,
    value: { kind: 'boolean' },
    example: 'true',
    summary,
    details: prose(
      'Found, set to `true`, in Salesforce’s sample file. What it does is our reading of the label; neither that nor',
      'what holds when the item is missing is documented.',
    ),
    confidence: 'observed',
    sources: [sources.EX_AMAZON],
  });
}

function roleItem(draft: Omit<AmazonDraft, 'value' | 'patternConfidence' | 'example'>): ItemDraft {
  return amazon({
    ...draft,
    value: { kind: 'arn', pattern: role },
    patternConfidence: 'inferred',
    example: 'arn:aws:iam::XXXXXXXXXXXX:role/MyRole',
  });
}

/** Items that only Amazon Connect has. */
export const amazonItems: readonly ItemEntry[] = defineItems('reqHvcc', [
  amazon({
    name: 'reqInstanceName',
    label: 'Instance Name',
    value: { kind: 'text' },
    example: 'my-connect-instance',
    starter: { amazonConnect: { value: '', replace: true, note: 'The name of your Amazon Connect instance.' } },
    summary: 'The name of the Amazon Connect instance.',
    details: prose('The name, not the id, of the instance.', unknown),
    confidence: 'documented',
    sources: [...listed, sources.FLEX],
  }),
  amazon({
    name: 'reqInstanceId',
    label: 'Instance ID',
    value: { kind: 'text' },
    example: '00000000-0000-0000-0000-000000000000',
    starter: { amazonConnect: { value: '', replace: true, note: 'The id of your Amazon Connect instance.' } },
    summary: 'The id of the Amazon Connect instance; a file that has it is an Amazon Connect definition.',
    details: prose('The id, not the name, of the instance.', unknown),
    confidence: 'documented',
    sources: [...listed, sources.FLEX],
  }),
  amazon({
    name: 'reqConnectedAppId',
    label: 'Connected App ID',
    value: { kind: 'recordId' },
    example: '0H4Z60000008OwGXXX',
    starter: { amazonConnect: { value: '', replace: true, note: 'The id of your single sign-on connected app.' } },
    summary: 'The id of the single sign-on connected app.',
    details: prose(
      'A record id, which begins with `0H4` in the sample. It belongs to one org: replace it after a sandbox refresh.',
      unknown,
    ),
    confidence: 'documented',
    sources: [sources.EX_AMAZON, sources.SBX],
  }),
  amazon({
    name: 'reqSettingsRelayState',
    label: 'Settings Relay State',
    value: { kind: 'url', allowRelative: false, httpsForLightning: false },
    example: 'https://relay.example.com/',
    sameValueAs: 'reqRelayState',
    starter: { amazonConnect: { value: '', replace: true, note: 'The same address as the relay state above.' } },
    summary: 'The relay state address of the Amazon Connect instance: the same value as `reqRelayState`.',
    details: prose('Change both together; they are expected to be equal.', unknown),
    confidence: 'documented',
    sources: listed,
  }),
  amazon({
    name: 'reqRegion',
    label: 'Region',
    value: { kind: 'awsRegion', pattern: /^[a-z]{2}(-[a-z]+)+-[0-9]+$/ },
    patternConfidence: 'inferred',
    example: 'us-west-2',
    starter: {
      amazonConnect: { value: 'us-west-2', replace: true, note: 'The AWS region of your Amazon Connect instance.' },
    },
    summary: 'The AWS region of the Amazon Connect instance.',
    details: prose('The code of the region, such as `us-west-2`, not its name.', unknown),
    confidence: 'documented',
    sources: listed,
  }),
  amazon({
    name: 'reqThirdPartyIDP',
    label: 'Third Party IDP Configuration',
    value: { kind: 'boolean' },
    example: 'false',
    summary: '`true` when people sign in with an identity provider other than Salesforce.',
    details: prose('Optional. Write `true` or `false`, in small letters.'),
    confidence: 'documented',
    sources: listed,
  }),
  amazon({
    name: 'reqTransferTargetForOmniFlowTransfer',
    label: 'Transfer Target for Omni Flow Transfer',
    value: { kind: 'arn' },
    example: 'arn:aws:connect:us-west-2:XXXXXXXXXXXX:instance/id/transfer-destination/id',
    summary: 'The quick connect that takes over calls which an Omni-Channel flow transfers.',
    details: prose('Given as ARN. Found in Salesforce’s sample file only.', unknown),
    confidence: 'observed',
    sources: [sources.EX_AMAZON],
  }),
  amazon({
    name: 'reqTransferTargetForOmniFlowTransferDisplayName',
    label: 'Transfer Target for Omni Flow Transfer Display Name',
    value: { kind: 'text' },
    example: 'Service queue',
    summary: 'The name under which that quick connect is shown.',
    details: prose(
      'With 47 characters the name itself is longer than the 40 that the guide allows; it is Salesforce’s own, so leave',
      'it as it is.',
      unknown,
    ),
    confidence: 'observed',
    sources: [sources.EX_AMAZON],
  }),
  amazon({
    name: 'reqTelephonyIntegrationKeyPairExpDate',
    label: 'Telephony Integration Key Pair Expiry Date',
    value: { kind: 'dateTime', pattern: /^[0-9]{2}\/[0-9]{2}\/[0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}$/ },
    patternConfidence: 'inferred',
    example: '25/02/2026 09:04:49',
    summary: 'When the key pair of the telephony integration expires.',
    details: prose(
      'Optional. The sample writes the day first: `25/02/2026 09:04:49`. Whether other notations are understood is not',
      'documented.',
    ),
    confidence: 'documented',
    sources: listed,
  }),
  roleItem({
    name: 'reqAmazonConnectManagementRole',
    label: 'Amazon Connect Management Role',
    summary: 'The role that the BYOATenantStack created for managing Amazon Connect.',
    details: prose('Optional. A role ARN from the outputs of that stack.'),
    confidence: 'documented',
    sources: [...listed, sources.FLEX],
  }),
  roleItem({
    name: 'reqUpdateCredentialRole',
    label: 'Update Credential Role for Telephony Integration Certificate',
    summary: 'The role with which an administrator can renew the telephony key from within Salesforce.',
    details: prose('Optional. Without it the key is probably renewed outside Salesforce.'),
    confidence: 'documented',
    sources: listed,
  }),
  roleItem({
    name: 'reqInstanceRecordingRole',
    label: 'Instance Recording Role',
    summary: 'The ConnectCallRole that the BYOAContactCenterStack created.',
    details: prose('A role ARN from the outputs of that stack; by its label it gives access to recordings.', unknown),
    confidence: 'documented',
    sources: listed,
  }),
  roleItem({
    name: 'reqSCVS3Role',
    label: 'S3 bucket access Role',
    summary: 'The role that gives access to the S3 bucket.',
    details: prose('Found in Salesforce’s sample file only.', unknown),
    confidence: 'observed',
    sources: [sources.EX_AMAZON],
  }),
  sampleSwitch(
    'reqPresenceStatusSyncAccess',
    'Presence Status Sync Access',
    'Probably keeps the presence status in Salesforce and at the provider the same.',
  ),
  sampleSwitch(
    'reqShowVendorStatusInfoAccess',
    'Show Provider Status',
    'Probably shows the status at the provider to the person at the phone.',
  ),
  sampleSwitch(
    'reqEnhancedAgentStabilityAccess',
    'Amazon Connect sfdc_pending Status',
    'Probably makes Amazon Connect use the status sfdc_pending.',
  ),
  sampleSwitch(
    'reqAlwaysShowVoiceExtension',
    'Always Show Voice Extension',
    'Probably keeps the voice extension visible at all times.',
  ),
  amazon({
    name: 'reqEnableGlobalSignIn',
    label: 'Enable Global Sign In',
    value: { kind: 'boolean' },
    example: 'true',
    summary: '`true` turns on global sign-in, a part of global resiliency.',
    details: prose(
      'Optional. Described in Salesforce’s list of attributes, but not in its sample file, so the label is ours.',
    ),
    confidence: 'documented',
    sources: [sources.EX_README],
  }),
  amazon({
    name: 'reqPrimaryInstanceName',
    label: 'Primary Instance Name',
    value: { kind: 'text' },
    example: 'my-connect-instance',
    summary: 'The source Amazon Connect instance of global resiliency.',
    details: prose(
      'Optional. Described in Salesforce’s list of attributes, but not in its sample file, so the label is ours.',
    ),
    confidence: 'documented',
    sources: [sources.EX_README],
  }),
  amazon({
    name: 'reqSecondaryInstanceName',
    label: 'Secondary Instance Name',
    value: { kind: 'text' },
    example: 'my-connect-replica',
    summary: 'The replica Amazon Connect instance of global resiliency.',
    details: prose(
      'Optional. Described in Salesforce’s list of attributes, but not in its sample file, so the label is ours.',
    ),
    confidence: 'documented',
    sources: [sources.EX_README],
  }),
  {
    name: 'reqRestApiConnectedAppId',
    label: 'REST API Connected App ID',
    flavours: need([]),
    value: { kind: 'recordId' },
    classic: false,
    metadataOnly: true,
    example: '0H4Z60000008OwGXXX',
    summary: 'The OAuth connected app of an Amazon contact center for the REST API; known from metadata only.',
    details: prose(
      'Documented in the CallCenter metadata of a sandbox refresh, not in a file for Setup. The section and the label',
      'given here are our conclusion.',
    ),
    confidence: 'documented',
    sources: [sources.SBX],
  },
  {
    name: 'reqTelephonyProvider',
    label: 'Telephony Provider',
    flavours: need([]),
    value: {
      kind: 'enum',
      values: [{ value: 'AMAZON_CONNECT', summary: 'Amazon Connect, the only value seen in Salesforce’s sample.' }],
    },
    classic: false,
    metadataOnly: true,
    example: 'AMAZON_CONNECT',
    summary: 'The telephony provider in CallCenter metadata of 2021.',
    details: prose('Not part of current files: the vendor is named by `reqVendorInfoApiName` today.'),
    confidence: 'observed',
    sources: [sources.EX_2021],
  },
]);
