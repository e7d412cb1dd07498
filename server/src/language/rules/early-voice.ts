import type { Definition } from '../model/definition.ts';
import { itemValue } from '../model/flavour.ts';

/**
 * A definition of the first years of Salesforce Voice, which named its provider by `reqTelephonyProvider` in `reqHvcc`
 * and carried items of Open CTI beside it. Samples of Salesforce of that kind were imported in their time; whether they
 * still are is not known.
 */
export function isEarlyVoice(definition: Definition): boolean {
  return (itemValue(definition, 'reqHvcc', 'reqTelephonyProvider') ?? '') !== '';
}
