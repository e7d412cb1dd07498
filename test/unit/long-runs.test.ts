import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLanguageService } from '../../server/src/language/index.ts';
import { metadataStem } from '../../server/src/language/model/file-name.ts';
import { nextInternalName } from '../../server/src/language/model/internal-name.ts';
import { inGeneralInfo, item } from '../../server/src/language/rules/example-text.ts';
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

describe('a million characters of one kind come to an end', () => {
  for (const [what, work] of Object.entries(runs)) test(what, () => assert.doesNotThrow(work));
});
