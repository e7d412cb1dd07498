import { defineItems, defineSection, need, prose } from './define.ts';
import { sources } from './sources.ts';

const optional = need([], ['openCti', 'ctiToolkit']);
const prefixSources = [sources.SAMP, sources.GCS_L, sources.TKSRC, sources.HS];

/**
 * New definitions carry the three prefixes empty. The sample's 9 / 1 / 01 is copied everywhere and fits almost nobody:
 * `01` is no international code, and with it the only published algorithm dials another country (reference, 5.4 and
 * 5.5). Empty is allowed, is right for telephony that takes numbers as they are, and asks to be filled where it is not.
 */
const empty = (note?: string) => {
  const starter = { value: '', replace: true, ...(note === undefined ? {} : { note }) };
  return { openCti: starter, ctiToolkit: starter };
};

export const dialingOptions = defineSection({
  name: 'reqDialingOptions',
  label: 'Dialing Options',
  flavours: optional,
  classic: true,
  lightning: true,
  sampleOnly: false,
  summary: 'Prefixes that the adapter may put before a number. In Open CTI Salesforce itself does not apply them.',
  details: prose(
    'In Open CTI the values only reach the adapter as settings, and whether it uses them is its own decision: many',
    'adapters ship the section and never read it. The CTI Toolkit did apply them, before every call.',
    '',
    'None of the items is required, and the whole section may be left out. It may hold items of your own. Modern',
    'adapters mostly keep the `+` of a number and ignore the prefixes.',
  ),
  confidence: 'documented',
  sources: [sources.SAMP, sources.META],
  items: defineItems('reqDialingOptions', [
    {
      name: 'reqOutsidePrefix',
      label: 'Outside Prefix',
      flavours: optional,
      value: { kind: 'dialPrefix', allowPlus: false, typical: ['9', '0', ''] },
      patternConfidence: 'inferred',
      example: '9',
      sampleValue: '9',
      starter: empty('Digits to dial before a number, if your telephony needs any. Leave empty otherwise.'),
      summary: 'The digits that reach a line outside the local telephone system.',
      details: prose(
        'Often `9` in North America and the United Kingdom, `0` in much of Europe, and empty with cloud telephony. A',
        'value equal to one of the other prefixes makes it impossible to see whether a number already has it.',
      ),
      confidence: 'documented',
      sources: prefixSources,
    },
    {
      name: 'reqLongDistPrefix',
      label: 'Long Distance Prefix',
      flavours: optional,
      value: { kind: 'dialPrefix', allowPlus: false, typical: ['1', '0', ''] },
      patternConfidence: 'inferred',
      example: '1',
      sampleValue: '1',
      starter: empty(),
      summary: 'The digits dialled before a long-distance number in the same country.',
      details: prose(
        'Often `1` in North America, `0` in most of Europe, and empty where numbers are dialled as they are, as in',
        'Denmark.',
        '',
        'Not the same as the item of this name in `reqHvcc`, which holds a country code with `+`. A `+` here is probably',
        'the other one’s value.',
      ),
      confidence: 'documented',
      sources: prefixSources,
    },
    {
      name: 'reqInternationalPrefix',
      label: 'International Prefix',
      flavours: optional,
      value: { kind: 'dialPrefix', allowPlus: false, typical: ['011', '00', ''] },
      patternConfidence: 'inferred',
      example: '011',
      sampleValue: '01',
      starter: empty(),
      summary: 'The digits dialled before a number in another country.',
      details: prose(
        '`011` in North America, `00` in most other countries.',
        '',
        'The `01` of Salesforce’s sample, found in a great many definitions, looks like a slip for `011`: an adapter that',
        'dials with the CTI Toolkit’s published rules calls another country with it.',
      ),
      confidence: 'documented',
      sources: prefixSources,
    },
    {
      name: 'reqInsidePrefix',
      label: 'Inside Prefix',
      flavours: need([], ['openCti']),
      value: { kind: 'dialPrefix', allowPlus: false, typical: [''] },
      patternConfidence: 'inferred',
      vendorOnly: true,
      example: '8',
      summary: 'A vendor’s addition: a prefix for internal calls. Salesforce does not know it.',
      details: prose(
        'Found in a modified demo adapter, which puts it before numbers inside the company. It does nothing unless your',
        'adapter reads it.',
      ),
      confidence: 'observed',
      sources: [sources.INSIDE],
    },
  ]),
});
