import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Sniff, sniff, sniffLength } from '../../../server/src/language/model/sniff.ts';
import { corpus, fixturesIn } from '../../support/fixtures.ts';

const section = '<section sortOrder="0" name="reqGeneralInfo" label="General">';

const cases: readonly (readonly [Sniff, string, string])[] = [
  ['definition', 'the import form', `<callCenter>${section}</section></callCenter>`],
  ['definition', 'behind a byte order mark and a declaration', `\ufeff<?xml version="1.0"?>\r\n<callCenter/>`],
  ['definition', 'behind comments', `<!-- a --><!-- <project> -->\n<callCenter>`],
  ['definition', 'behind a document type', '<!DOCTYPE callCenter [ <!ENTITY a "b"> ]>\n<callCenter>'],
  ['definition', 'behind a comment longer than the prolog that is read', `<!--${'x'.repeat(20_000)}--><callCenter>`],
  ['definition', 'behind a comment that never ends', `<!-- note\n<callCenter>${section}`],
  ['definition', 'the metadata form', '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><displayName/>'],
  ['definition', 'the metadata form with a prefix', '<m:CallCenter xmlns:m="http://soap.sforce.com/2006/04/metadata">'],
  ['definition', 'the invented form', '<CallCenter><InternalName>A</InternalName></CallCenter>'],
  [
    'definition',
    'a metadata body under the import root',
    '<callCenter><sections><name>a</name></sections></callCenter>',
  ],
  ['definition', 'an import body under another root', `<CallCentre>${section}</section></CallCentre>`],
  ['definition', 'an import body under a lower-case root', `<callcenter>\n  ${section}`],
  ['definition', 'sections without a root', `${section}\n</section>`],
  ['definition', 'a platform item without a root', '<item label="x" sortOrder="0" name="reqUseApi">true</item>'],
  ['definition', 'a metadata body under another root', '<x><sections><name>reqGeneralInfo</name></sections></x>'],
  ['definition', 'text before the declaration', `Save as a.xml:\n<?xml version="1.0"?><callCenter>`],
  ['definition', 'a comment before the declaration', `<!-- a --><?xml version="1.0"?><callCenter>`],
  ['definition', 'an unfinished root tag', '<callCenter'],
  ['definition', 'most of the root name', '<?xml version="1.0"?>\n<callCe'],
  ['definition', 'half the root name before a body', `<call\n${section}`],
  ['empty', 'nothing', ''],
  ['empty', 'white space', ' \r\n\t'],
  ['empty', 'a declaration', '<?xml version="1.0" encoding="UTF-8"?>\n'],
  ['empty', 'comments', '<!-- to do -->\n<!-- more -->'],
  ['empty', 'an unfinished comment', '<!-- to do'],
  ['empty', 'an unfinished declaration', '<?xml ver'],
  ['empty', 'a lone <', '\n<'],
  ['empty', 'the first letters of the root', '<cal'],
  ['empty', 'the first letters of the root without <', 'Call'],
  ['other', 'a Maven project', '<?xml version="1.0"?>\n<project><name>callCenter</name></project>'],
  ['other', 'the first letters of another root', '<pro'],
  ['other', 'a root that only begins like ours', '<callCenters><callCenter/></callCenters>'],
  [
    'other',
    'another product with a lower-case root',
    '<callcenter><agents max="4"/><queue name="reception"/></callcenter>',
  ],
  ['other', 'a Joomla manifest', '<extension type="component"><name>com_callcenter</name></extension>'],
  ['other', 'items of another format', '<menu><item sortOrder="1" name="requests"/></menu>'],
  ['other', 'prose', 'A call center definition starts with a root element.'],
  ['other', 'binary rubbish', '\u0000\u0001PK\u0003\u0004'],
  ['other', 'a comment that ends beyond what is read', `<!--${'x'.repeat(sniffLength)}`],
];

describe('sniff', () => {
  for (const [expected, what, text] of cases) {
    it(`takes ${what} for ${expected}`, () => assert.equal(sniff(text), expected));
  }

  it('needs no more than the first characters', () => {
    const long = `<callCenter>${section}${'<item/>'.repeat(200_000)}`;
    assert.equal(sniff(long.slice(0, sniffLength)), sniff(long));
  });

  it('takes hostile text for nothing, and comes to an end', () => {
    for (const piece of ['<', '<!', '<!--', '<?', '<item ', '<item sortOrder=', '<!DOCTYPE [', ' ', 'name="', '&']) {
      assert.notEqual(sniff(piece.repeat(1_000_000)), 'definition', piece);
    }
  });

  it('recognises every fixture, and none of the unrelated ones', () => {
    for (const { name, text } of [...fixturesIn('fixtures'), ...fixturesIn('samples')]) {
      if (name.includes('unrelated-')) assert.equal(sniff(text), 'other', name);
      else assert.equal(sniff(text), 'definition', name);
    }
  });

  it('recognises every real file', () => {
    for (const { name, text } of [...corpus('import'), ...corpus('metadata')]) {
      assert.equal(sniff(text), 'definition', name);
    }
  });
});
