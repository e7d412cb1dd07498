import type { Definition } from './definition.ts';

/** Where the softphone shows (definition-format reference, section 3.1, `reqSalesforceCompatibilityMode`). */
export type Interface = 'classic' | 'lightning' | 'both';

export type InferredFlavour = 'openCti' | 'ctiToolkit' | 'partnerTelephony' | 'amazonConnect';

/** The value of the first item of that name, trimmed; undefined when there is none. */
export function itemValue(definition: Definition, section: string, item: string): string | undefined {
  for (const candidate of definition.sections) {
    if (candidate.name?.text !== section) continue;
    for (const found of candidate.items) if (found.name?.text === item) return found.value.text.trim();
  }
  return undefined;
}

/**
 * What an item of the general section says; in a metadata body also where only `adapterUrl` or a key of `customSettings`
 * says it (reference, section 7.2). The JSON is only looked through, so that a slip in it hides nothing here.
 */
function said(definition: Definition, name: string): string | undefined {
  const { metadata } = definition;
  const item = itemValue(definition, 'reqGeneralInfo', name);
  if (item !== undefined || !metadata) return item;
  if (name === 'reqAdapterUrl') return metadata.adapterUrl?.text.trim();
  return new RegExp(`"${name}"\\s*:\\s*"([^"]*)"`).exec(metadata.customSettings?.text ?? '')?.[1]?.trim();
}

/**
 * Which rules the platform will apply to the file (reference, section 1, steps 2 to 4; confidence: inferred, consistent
 * with every file and error known).
 */
export function inferFlavour(definition: Definition): InferredFlavour {
  const vendor = itemValue(definition, 'reqGeneralInfo', 'reqVendorInfoApiName');
  const hvcc = definition.sections.find((section) => section.name?.text === 'reqHvcc');
  if (vendor !== undefined || hvcc) {
    const amazonItems = ['reqInstanceId', 'reqAmazonConnectManagementRole'];
    const amazon = hvcc?.items.some((item) => amazonItems.includes(item.name?.text ?? ''));
    return vendor === 'c__AMAZON_CONNECT' || amazon ? 'amazonConnect' : 'partnerTelephony';
  }
  if (said(definition, 'reqUseApi') === 'true') return 'openCti';
  const toolkit = itemValue(definition, 'reqGeneralInfo', 'reqProgId') !== undefined;
  const adapter = said(definition, 'reqAdapterUrl') !== undefined;
  const sized =
    said(definition, 'reqSoftphoneHeight') !== undefined || said(definition, 'reqSoftphoneWidth') !== undefined;
  if (!toolkit && adapter && sized) return 'openCti';
  return 'ctiToolkit';
}

/** The user interface the call center is for. Voice runs in Lightning only (reference, M5); a missing mode means Classic (X4). */
export function inferInterface(definition: Definition, flavour: InferredFlavour): Interface {
  if (flavour === 'partnerTelephony' || flavour === 'amazonConnect') return 'lightning';
  if (flavour === 'ctiToolkit') return 'classic';
  // A value that is none of the three is judged by what it was meant to say, so that the other rules keep up with it.
  const mode = said(definition, 'reqSalesforceCompatibilityMode')?.toLowerCase() ?? '';
  if (!mode.includes('lightning')) return 'classic';
  return mode.includes('classic') ? 'both' : 'lightning';
}
