import * as l10n from '@vscode/l10n';
import { type Dialing, type DialOptions, dialAll } from '../dialing/dial.ts';
import { definitionOf } from '../model/read.ts';
import type { RuleContext } from '../rules/define-rule.ts';
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

/**
 * Why a definition of its flavour has no use for the prefixes of `reqDialingOptions`: a sentence; undefined where it has.
 * They are for Open CTI and the CTI Toolkit (reference, section 3.2), and Salesforce Voice has a prefix of its own (3.3).
 */
export function prefixesUnused({ catalog, flavour }: RuleContext): string | undefined {
  if (catalog.item('reqDialingOptions', 'reqOutsidePrefix')?.flavours[flavour] !== 'notApplicable') return undefined;
  return l10n.t(
    '{0} has no use for the prefixes of {1}. Its own is {2} in {3}, a field of the Setup page.',
    l10n.t(catalog.flavourInfo[flavour].title),
    'reqDialingOptions',
    'reqLongDistPrefix',
    'reqHvcc',
  );
}
