import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../server/src/language/index.ts';
import { service, sourceOf } from '../../support/language.ts';
import { definition } from '../../support/protocol.ts';

const vendorMessage = 'The vendor name in the XML file must match the name of the vendor that you selected.';

describe('the explanation of a message', () => {
  it('leads to the place and the fix', () => {
    const source = sourceOf(definition({ internalName: 'Service_Desk' }));
    const answer = service.explainMessage('Line 3: limited to 40 alphanumeric characters, no symbols', source);
    const [explanation] = answer.explanations;
    const [place] = explanation?.places ?? [];
    assert.equal(explanation?.id, 'internal-name-refused');
    assert.equal(source.text.slice(place?.at.start, place?.at.end), 'Service_Desk');
    assert.equal(place?.rule, 'internal-name');
    const [fix, ...others] = place?.fixes ?? [];
    assert.deepEqual(others, []);
    assert.equal(applyEdits(source.text, fix?.edits ?? []), definition({ internalName: 'ServiceDesk' }));
    assert.deepEqual(answer.places, []);
  });

  it('shows the finding of the line that the message names, where there are several', () => {
    const text = definition().replaceAll(/sortOrder="[56]"/g, 'sortOrder="x"');
    const answer = service.explainMessage('Line 9: duplicate sortOrder', sourceOf(text));
    const places = answer.explanations[0]?.places ?? [];
    assert.deepEqual(
      places.map(({ at }) => sourceOf(text).positionAt(at.start).line),
      [8],
    );
  });

  it('shows the item that the message is about when no rule objects to it', () => {
    const text = definition().replace(
      'reqSoftphoneWidth" label="Softphone Width">300',
      'reqVendorInfoApiName" label="V">c__Acme',
    );
    const [first, second] = service.explainMessage(vendorMessage, sourceOf(text)).explanations;
    for (const explanation of [first, second]) {
      assert.deepEqual(
        explanation?.places.map(({ at, rule }) => [text.slice(at.start, at.end), rule]),
        [['c__Acme', undefined]],
      );
    }
  });

  it('puts the likelier of two causes first', () => {
    const bare = definition().replace(
      'reqSoftphoneWidth" label="Softphone Width">300',
      'reqVendorInfoApiName" label="V">Acme',
    );
    const first = (message: string, text?: string) =>
      service.explainMessage(message, text === undefined ? undefined : sourceOf(text)).explanations[0]?.id;
    assert.equal(first(vendorMessage), 'vendor-not-chosen');
    assert.equal(first(vendorMessage, bare), 'vendor-without-namespace');
    const metadata =
      '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><displayName>x</displayName></CallCenter>';
    assert.equal(first('The XML is not valid', metadata), 'metadata-file-imported');
    assert.equal(first('The XML is not valid', definition().replace('Desk', 'Desk & Co')), 'not-well-formed');
  });

  it('of an unknown message is what the rules find on the line that it names', () => {
    const text = definition({ useApi: 'TRUE' });
    const answer = service.explainMessage('Line 6: something went wrong', sourceOf(text));
    assert.deepEqual(answer.explanations, []);
    assert.deepEqual(
      answer.places.map(({ rule }) => rule),
      ['invalid-boolean'],
    );
    assert.deepEqual(answer.line, sourceOf(text).lineSpan(5));
  });

  it('needs no definition, and no line that exists', () => {
    const alone = service.explainMessage('Line 4: limited to 40 alphanumeric characters, no symbols');
    assert.deepEqual(alone.explanations[0]?.places, []);
    assert.deepEqual([alone.named?.line, alone.line], [3, undefined]);
    const behind = service.explainMessage('Line 400: x', sourceOf(definition()));
    assert.deepEqual([behind.named?.line, behind.line, behind.places], [399, undefined, []]);
    assert.deepEqual(service.explainMessage('Line 4: x', sourceOf('<note/>')).explanations, []);
  });

  it('is a document with the words of the platform, the meaning, the remedy and the sources', () => {
    const page =
      service.explainMessage('The string "--" is not permitted within comments.').explanations[0]?.markdown ?? '';
    assert.match(page, /^# A comment holds two hyphens\n/);
    assert.match(page, /```text\nThe string "--" is not permitted within comments\.\n```/);
    for (const heading of ['What it means', 'What to do', 'How sure it is'])
      assert.ok(page.includes(`## ${heading}\n`));
    assert.match(page, /\]\(https:\/\//);
  });
});
