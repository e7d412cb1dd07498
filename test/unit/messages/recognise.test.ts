import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { platformMessages } from '../../../server/src/language/messages/catalog.ts';
import { namedPlace, recognise, squash } from '../../../server/src/language/messages/recognise.ts';
import { service } from '../../support/language.ts';

/** What people paste or type, by the row of the reference that explains it. */
const pastes: Readonly<Record<string, readonly string[]>> = {
  E1: [
    'section reqGeneralInfo must have items named reqVersion, reqDescription, reqProgId',
    'The section "reqGeneralInfo" must have items named\n  "reqProgId, reqVersion".',
    'セクション「reqGeneralInfo」には、「reqVersion, reqDescription, reqProgId」という名前のアイテムが必要です。',
    '│ OpenCTI │ セクション「reqGeneralInfo」には、「reqVersion,\n│         │ reqDescription, reqProgId」という名前のアイテ\n│ ムが必要です。',
  ],
  E2: [
    'Line 4: value limited to 40 alphanumeric characters, must begin with a letter, be unique among call centers, no symbols or spaces',
    'LINE 4：LIMITED TO ４０ ALPHANUMERIC CHARACTERS. NO SYMBOLS',
  ],
  E3: ['The XML is not valid.', 'This is not a valid XML file'],
  E4: [
    'The vendor name in the XML file must match the name of the vendor that you selected.',
    '“The vendor name in the XML file must match\nthe name of the vendor that you selected”',
    'XML ファイル内のベンダー名は、選択したベンダーの名前に一致する必要があります',
    'ＸＭＬファイル内のベンダー名は、選択したベンダーの名前に一致する必要があります。',
  ],
  E5: ['The vendor name in the XML file must match the name of the vendor that you selected.'],
  E6: [
    'Element {http://soap.sforce.com/2006/04/metadata}section invalid at this location in type CallCenter',
    'Error  OpenCTI  Element {http://soap.sforce.com/2006/04/metadata}section invalid at\n this location in type CallCenter (3:14)',
  ],
  E7: ['Element {}section invalid at this location in type CallCenter'],
  E8: [
    'sortOrder invalid at this location in type CallCenterItem',
    'Element {}sortOrder invalid at this location in type CallCenterItem',
    'The name "null" is not valid.',
    "The name 'null' is not valid",
  ],
  E9: ['The string "--" is not permitted within comments.', 'the string “--” is not permitted\r\nwithin comments'],
  E10: ["Missing metadata type definition in registry for id 'ConversationVendorInformation'"],
  E11: ['Unexpected file found in package directory: ConversationVendorInformation/Acme.ConversationVendorInformation'],
  E12: ['An IntegrationClass must be specified', 'KeyProvider must be implemented'],
  E13: ['The Contact Centers page is missing', 'The New button is disabled', 'New disabled'],
  E14: ['Duplicate internal name', 'The internal name already exists.', '内部名が重複しています'],
  E15: ['sortOrder has a gap', 'The sort order values must be consecutive', 'duplicate sort order'],
  E16: [
    'no softphone in Lightning',
    'The softphone does not appear',
    "The softphone doesn't show in Lightning Experience",
  ],
  E17: ['Blocked a frame with origin "https://acme--c.visualforce.com" from accessing a cross-origin frame.'],
  E18: ['The standby page appears although the primary works'],
  E19: ['User not found', 'Unable to find new users to add to the call center'],
  E20: ['You need the Contact Center Admin BYOT or Contact Center Agent BYOT permission sets'],
  E21: [
    'The XML is not valid.',
    'The markup in the document following the root element must be well-formed.',
    'Content is not allowed in prolog.',
  ],
};

const rowsOf = (text: string) => recognise(text).map(({ row }) => row);

describe('a message of the platform', () => {
  it('has a paste that is tested, for every row of the reference', () => {
    assert.deepEqual(
      Object.keys(pastes),
      Array.from({ length: 21 }, (_, index) => `E${index + 1}`),
    );
    assert.deepEqual(
      platformMessages.map(({ row }) => row),
      Object.keys(pastes),
    );
  });

  for (const [row, texts] of Object.entries(pastes)) {
    for (const text of texts) {
      it(`${row}: ${text.slice(0, 60)}`, () => assert.ok(rowsOf(text).includes(row), rowsOf(text).join()));
    }
  }

  it('is known by its own words, and by nothing less than one other message that shares them', () => {
    for (const { row, quotes } of platformMessages) {
      for (const { text } of quotes) {
        const rows = rowsOf(text);
        assert.ok(rows.includes(row), text);
        assert.ok(rows.length === 1 || rows.join() === 'E4,E5', `${text}: ${rows.join()}`);
      }
    }
  });

  it('names rules that there are, and is told by pieces that can be in a text', () => {
    const ids = new Set<string>();
    const rules = new Set(service.rules.map(({ id }) => id));
    for (const message of platformMessages) {
      assert.match(message.id, /^[a-z]+(?:-[a-z]+)*$/);
      assert.ok(!ids.has(message.id));
      ids.add(message.id);
      for (const rule of message.rules) assert.ok(rules.has(rule), `${message.row}: ${rule}`);
      for (const piece of message.signs.flat()) assert.equal(piece, squash(piece), message.row);
      assert.ok(message.sources.length > 0 && message.signs.length > 0);
      for (const text of [message.cause, message.remedy]) assert.match(text, /\.$/);
    }
  });

  it('is not seen in other texts', () => {
    for (const text of [
      '',
      '   \n',
      'Hello',
      'Deploy Succeeded',
      '<callCenter><section sortOrder="0" name="reqGeneralInfo" label="x"/></callCenter>',
      'INVALID_SESSION_ID: Session expired or invalid',
      'x'.repeat(1_000_000),
    ]) {
      assert.deepEqual(rowsOf(text), [], text.slice(0, 40));
    }
  });
});

describe('the place that a message names', () => {
  const cases: readonly (readonly [text: string, place: ReturnType<typeof namedPlace>])[] = [
    ['Line 4: too long', { line: 3, character: 0 }],
    ['error in line:12', { line: 11, character: 0 }],
    ['Ｌｉｎｅ　４：x', { line: 3, character: 0 }],
    ['Line 7, column 3: x', { line: 6, character: 2 }],
    ['lineNumber: 9; columnNumber: 17; x', { line: 8, character: 16 }],
    ['4 行目: x', { line: 3, character: 0 }],
    ['行 4: x', { line: 3, character: 0 }],
    ['Element {}section invalid at this location in type CallCenter (3:14)', { line: 2, character: 13 }],
    ['Line 0: x', undefined],
    ['online 4', undefined],
    ['no place at all', undefined],
    ['limited to 40 characters', undefined],
  ];
  for (const [text, place] of cases) {
    it(`in “${text}”`, () => assert.deepEqual(namedPlace(text), place));
  }
});
