import { type Dialing, type DialOptions, dialAll } from '../dialing/dial.ts';
import { definitionOf } from '../model/read.ts';
import { digitsOf, prefixesOf } from '../rules/prefixes.ts';
import type { Source } from '../text/source.ts';

/**
 * What becomes of numbers with the prefixes that a definition sets: of `reqDialingOptions`, and of `reqHvcc` where it has
 * one. A prefix that is missing is taken for empty. Undefined when the text is no definition.
 * @param country where the caller is, ISO 3166-1 alpha-2
 */
export function dialingOf(
  source: Source,
  numbers: readonly string[],
  { country }: Pick<DialOptions, 'country'>,
): Dialing | undefined {
  const definition = definitionOf(source);
  if (definition.form === 'none') return undefined;
  const found = prefixesOf(definition);
  const prefixes = {
    outside: digitsOf(found?.outside),
    longDistance: digitsOf(found?.longDistance),
    international: digitsOf(found?.international),
  };
  const voice = definition.sections.find(({ name }) => name?.text === 'reqHvcc');
  const voiceItem = voice?.items.find((item) => item.name?.text === 'reqLongDistPrefix' && item.valueIsPlain);
  const voicePrefix = voice && digitsOf(voiceItem);
  return dialAll(numbers, prefixes, { ...(country !== undefined && { country }), voicePrefix });
}
