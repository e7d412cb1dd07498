import type { Flavour, Requiredness } from '../catalog/types.ts';
import { flavours } from '../catalog/types.ts';
import type { Definition } from '../model/definition.ts';
import { inferFlavour, itemValue } from '../model/flavour.ts';

/**
 * The flavours that a definition may still become, likeliest first. A text that has only begun is inferred to be a CTI
 * Toolkit definition, since the platform falls back to that; whoever writes it may mean any other.
 *
 * `flavour` is the one that holds for the document: chosen by a person, or inferred, or not known.
 */
export function likelyFlavours(definition: Definition, flavour: Flavour | undefined): readonly Flavour[] {
  const inferred = inferFlavour(definition);
  if (flavour !== undefined && flavour !== inferred) return [flavour];
  const value = (item: string) => itemValue(definition, 'reqGeneralInfo', item);
  if (inferred === 'partnerTelephony') {
    // Empty, or on the way to the name that makes it Amazon's.
    const open = 'c__AMAZON_CONNECT'.startsWith(value('reqVendorInfoApiName') ?? '');
    return open ? ['partnerTelephony', 'amazonConnect'] : [inferred];
  }
  if (inferred !== 'ctiToolkit' || value('reqProgId') !== undefined || value('reqUseApi') === 'false')
    return [inferred];
  const softphone = ['reqUseApi', 'reqAdapterUrl', 'reqSoftphoneHeight', 'reqSoftphoneWidth', 'reqDescription'];
  return softphone.some((item) => value(item) !== undefined) ? ['openCti', 'ctiToolkit'] : flavours;
}

/** What an entry is to the flavours: the strictest word that one of them says, and which of them say it. */
export function requirednessIn(
  entry: { readonly flavours: Readonly<Record<Flavour, Requiredness>> },
  likely: readonly Flavour[],
): { readonly requiredness: Requiredness; readonly by: readonly Flavour[] } {
  for (const requiredness of ['required', 'optional'] as const) {
    const by = likely.filter((flavour) => entry.flavours[flavour] === requiredness);
    if (by.length > 0) return { requiredness, by };
  }
  return { requiredness: 'notApplicable', by: [] };
}
