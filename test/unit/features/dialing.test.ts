import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { service, sourceOf } from '../../support/language.ts';

const importForm = (section: string, ...items: readonly (readonly [string, string])[]) =>
  `<callCenter><section sortOrder="0" name="${section}" label="x">${items
    .map(([name, value], order) => `<item sortOrder="${order}" name="${name}" label="x">${value}</item>`)
    .join('')}</section></callCenter>`;

describe('numbers with the prefixes of a definition', () => {
  test('are those of reqDialingOptions, without blanks', () => {
    const text = importForm(
      'reqDialingOptions',
      ['reqOutsidePrefix', ' 9 '],
      ['reqLongDistPrefix', '1'],
      ['reqInternationalPrefix', '011'],
    );
    const dialing = service.dialing(sourceOf(text), ['415-555-1212']);
    assert.deepEqual(dialing?.prefixes, { outside: '9', longDistance: '1', international: '011' });
    assert.deepEqual(
      dialing?.numbers.map(({ dialled }) => dialled),
      ['914155551212'],
    );
    assert.equal(dialing?.voicePrefix, undefined);
  });

  test('are read from a component of the Metadata API alike', () => {
    const item = (name: string, value: string) =>
      `<items><label>x</label><name>${name}</name><value>${value}</value></items>`;
    const text = `<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><sections>${item('reqOutsidePrefix', '0')}${item('reqLongDistPrefix', '0')}<label>x</label><name>reqDialingOptions</name></sections></CallCenter>`;
    const dialing = service.dialing(sourceOf(text), ['030 1234567'], { country: 'DE' });
    assert.deepEqual(dialing?.prefixes, { outside: '0', longDistance: '0', international: '' });
    assert.equal(dialing?.numbers[0]?.dialled, '00301234567');
  });

  test('know the prefix of Salesforce Voice', () => {
    const text = importForm('reqHvcc', ['reqLongDistPrefix', '+81']);
    const dialing = service.dialing(sourceOf(text), ['90 1234 5678']);
    assert.equal(dialing?.voicePrefix, '+81');
    assert.equal(dialing?.numbers[0]?.voice?.dialled, '+819012345678');
    assert.deepEqual(dialing?.prefixes, { outside: '', longDistance: '', international: '' });
  });

  test('are not told of for another document', () => {
    assert.equal(service.dialing(sourceOf('<a/>'), ['1']), undefined);
    assert.equal(service.dialing(sourceOf(''), ['1']), undefined);
  });
});
