import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLanguageService } from '../../server/src/language/index.ts';
import { metadataStem } from '../../server/src/language/model/file-name.ts';
import { nextInternalName } from '../../server/src/language/model/internal-name.ts';
import { inGeneralInfo, inVoice, item } from '../../server/src/language/rules/example-text.ts';
import { sourceOf } from '../support/language.ts';

const service = createLanguageService();
const million = 1_000_000;

const vendor = (value: string) => inGeneralInfo(item(0, 'reqVendorInfoApiName', value));
const commented = (comment: string) => vendor('c__Acme').replace('<section', `<!-- ${comment} -->\n<section`);

/**
 * Long runs of what a pattern could divide in many ways. Where the work grew with the square of their length, none of
 * these would come to its end within an hour.
 */
const runs: Readonly<Record<string, () => unknown>> = {
  'white space in a message behind the word line': () => service.explainMessage(`line${' '.repeat(million)}x`),
  'white space in a message behind the word for line': () => service.explainMessage(`行${' '.repeat(million)}x`),
  'names and white space in a message': () => service.explainMessage(`line number : `.repeat(million / 14)),
  'blanks in the name of a file': () => metadataStem(' '.repeat(million)),
  'digits in an internal name': () => nextInternalName(`${'0'.repeat(million)}x`, 0),
  'underscores in the name of a vendor': () => service.findings(sourceOf(vendor(`A${'_'.repeat(million)}-`))),
  'parts in the name of a vendor': () => service.findings(sourceOf(vendor(`A${'__a'.repeat(million / 3)}-`))),
  'underscores that lead to a vendor': () => {
    const text = vendor(`A${'_'.repeat(million)}-`);
    return service.target(sourceOf(text), text.indexOf('A___'));
  },
  'white space in a comment that silences': () =>
    service.findings(sourceOf(commented(`callcenter-disable-file placeholder${'\t'.repeat(million)}!`))),
  'hosts in a value': () => service.findings(sourceOf(vendor(`example.${'a-a.'.repeat(million / 4)}`))),
};

const settings = (json: string) =>
  `<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><customSettings>${json}</customSettings></CallCenter>`;
const remarked = (length: number) =>
  inGeneralInfo(item(0, 'reqInternalName', 'Acme')).replace('</item>', `</item><!-- ${'a'.repeat(length)} -->`);
const layout = { tabSize: 2, insertSpaces: true };

/** What a pattern would have to remember piece by piece: an engine has 64 MB for that, and throws where it needs more. */
const memories: Readonly<Record<string, () => unknown>> = {
  'words in a region': () =>
    service.findings(sourceOf(inVoice(item(0, 'reqRegion', `us${'-a'.repeat(10 * million)}`)))),
  'underscores in the name of a page': () =>
    service.findings(sourceOf(inGeneralInfo(item(0, 'reqAdapterUrl', `/apex/a${'_a'.repeat(10 * million)}`))), {
      facts: { visualforcePages: ['A'], vendorApiNames: [], definitions: [], packageDirectories: [], forceIgnores: [] },
    }),
  'names in a host': () =>
    service.findings(sourceOf(inGeneralInfo(item(0, 'reqAdapterUrl', 'a.'.repeat(15 * million))))),
  'characters of a comment behind what Fix All adds to': () => service.fixAll(sourceOf(remarked(10 * million)), {}),
  'characters of a comment that is converted': () => service.convert(sourceOf(remarked(10 * million)), 'metadata', {}),
  'characters of settings that are formatted': () =>
    service.format(sourceOf(settings(`{\n"a":"${'b'.repeat(10 * million)}"}`), 'file:///w/A.callCenter'), layout),
  'characters of settings in which something is completed': () => {
    const text = settings(`{"a":"${'b'.repeat(10 * million)}","`);
    const facts = {
      visualforcePages: [],
      vendorApiNames: [],
      definitions: [],
      packageDirectories: [],
      forceIgnores: [],
    };
    return service.settingsCompletions(sourceOf(text, 'file:///w/A.callCenter'), text.indexOf(',"') + 2, facts);
  },
};

describe('many million characters of one kind fit into memory', () => {
  for (const [what, work] of Object.entries(memories)) test(what, async () => void (await work()));
});

describe('a million characters of one kind come to an end', () => {
  for (const [what, work] of Object.entries(runs)) test(what, () => assert.doesNotThrow(work));
});
