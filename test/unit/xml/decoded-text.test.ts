import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/language/text/edits.ts';
import { type DecodedText, decodeContent } from '../../../server/src/language/xml/decoded-text.ts';
import { isXmlCharacter } from '../../../server/src/language/xml/references.ts';
import { checkWellFormed } from '../../../server/src/language/xml/well-formed.ts';
import { parse } from '../../support/tree.ts';

function decodedIn(text: string): DecodedText {
  const { root } = parse(text);
  assert.ok(root);
  return decodeContent(text, root);
}

const inElement = (content: string) => `<v>${content}</v>`;

/** The characters of the document under a part of the decoded text. */
function rawOf(text: string, part: string): string {
  const decoded = decodedIn(text);
  const start = decoded.text.indexOf(part);
  assert.ok(start >= 0, `${part} is not in ${decoded.text}`);
  const raw = decoded.rawSpan({ start, end: start + part.length });
  return text.slice(raw.start, raw.end);
}

/** Content as its pieces: what is written, and what a program reads of it. */
interface Piece {
  readonly written: string;
  readonly read: string;
}

const characters = fc
  .string({ unit: 'binary', maxLength: 6 })
  .map((text) => text.replace(/[^\t\n -\ud7ff\ue000-\ufffd]/gu, '?'));
const piece: fc.Arbitrary<Piece> = fc.oneof(
  characters.map((text) => text.replace(/[&<>]/g, '-')).map((text) => ({ written: text, read: text })),
  fc.constantFrom(
    { written: '&quot;', read: '"' },
    { written: '&amp;', read: '&' },
    { written: '&lt;', read: '<' },
    { written: '&gt;', read: '>' },
    { written: '&#34;', read: '"' },
    { written: '&#x1F4DE;', read: '📞' },
    { written: '&#13;', read: '\r' },
    { written: '\r\n', read: '\n' },
    { written: '"', read: '"' },
  ),
  fc.constantFrom('<!-- " -->', '<!---->', '<?pi "?>').map((written) => ({ written, read: '' })),
  characters
    .map((text) => text.replaceAll(']', '-'))
    .map((text) => ({ written: `<![CDATA[${text}&amp;\r\n]]>`, read: `${text}&amp;\n` })),
);
const content = fc.array(piece, { maxLength: 8 });
/** Without carriage returns: CDATA cannot hold one. */
const xmlText = fc
  .string({ unit: 'binary', maxLength: 8 })
  .map((text) => [...text].filter((one) => one !== '\r' && isXmlCharacter(one.codePointAt(0) ?? 0)).join(''));

const writtenIn = (pieces: readonly Piece[]) => inElement(pieces.map(({ written }) => written).join(''));
const readIn = (pieces: readonly Piece[]) => pieces.map(({ read }) => read).join('');

describe('the text in an element', () => {
  test('is what a program reads', () => {
    fc.assert(fc.property(content, (pieces) => assert.equal(decodedIn(writtenIn(pieces)).text, readIn(pieces))));
  });

  test('knows the characters that it stands on', () => {
    assert.equal(rawOf(inElement('{&quot;a&quot;:&quot;1&quot;}'), '"a"'), '&quot;a&quot;');
    assert.equal(rawOf(inElement('<![CDATA[{"a":"1"}]]>'), '"a"'), '"a"');
    assert.equal(rawOf(inElement('a&#x1F4DE;b'), '📞b'), '&#x1F4DE;b');
    assert.equal(rawOf(inElement('a\r\nb'), '\nb'), '\r\nb');
    assert.equal(rawOf(inElement('a\rb'), '\nb'), '\rb');
    assert.equal(rawOf(inElement('{"a"<!-- why -->:"1"}'), '"a"'), '"a"');
    assert.equal(rawOf(inElement('a &unknown; b'), 'unknown'), 'unknown');
  });

  test('leads to the document and back', () => {
    fc.assert(
      fc.property(content, (pieces) => {
        const text = writtenIn(pieces);
        const decoded = decodedIn(text);
        for (let place = 0; place <= decoded.text.length; place++) {
          const { start, end } = decoded.rawSpan({ start: place, end: place });
          assert.equal(start, end);
          const splitsReference = /[\udc00-\udfff]/.test(decoded.text[place] ?? '') && text[start] === '&';
          if (decoded.text !== '') assert.equal(decoded.decodedAt(start), splitsReference ? place - 1 : place);
        }
      }),
    );
  });

  test('has no place in a reference, in a comment or in the marks of CDATA', () => {
    const text = inElement('a&amp;b<!-- c --><![CDATA[d]]>\r\ne');
    const decoded = decodedIn(text);
    const at = (raw: string, within = 1) => decoded.decodedAt(text.indexOf(raw) + within);
    assert.equal(decoded.text, 'a&bd\ne');
    for (const raw of ['&amp;', '<!-- c', '<![CDATA[', ']]>', '\r\n']) assert.equal(at(raw), undefined, raw);
    assert.equal(at('&amp;', 0), 1);
    assert.equal(at('&amp;', 5), 2);
    assert.equal(at('d]]>', 0), 3);
    assert.equal(decoded.decodedAt(0), undefined);
    assert.equal(decoded.decodedAt(text.length), undefined);
  });

  test('is edited where it stands, and the document stays well-formed', () => {
    fc.assert(
      fc.property(content, fc.nat(), fc.nat(), xmlText, (pieces, a, b, inserted) => {
        const text = writtenIn(pieces);
        const decoded = decodedIn(text);
        const length = decoded.text.length + 1;
        const [start = 0, end = 0] = [a % length, b % length].sort((one, other) => one - other);
        const whole = (place: number) => !/[\udc00-\udfff]/.test(decoded.text[place] ?? '');
        fc.pre(whole(start) && whole(end));
        const after = applyEdits(text, decoded.edits({ start, end }, inserted));
        assert.equal(checkWellFormed(after, parse(after)).kind, 'well-formed', after);
        assert.equal(decodedIn(after).text, decoded.text.slice(0, start) + inserted + decoded.text.slice(end));
        for (const { written } of pieces.filter(({ written }) => /^<[!?][-p]/.test(written)))
          assert.ok(after.includes(written), `${written} is lost`);
      }),
    );
  });
});

describe('what is inserted', () => {
  const inserted = (text: string, newText: string, at = decodedIn(text).text.length) =>
    applyEdits(text, decodedIn(text).edits({ start: at, end: at }, newText));

  test('is written as the text is', () => {
    assert.equal(inserted('<v>{&quot;</v>', `"'`), '<v>{&quot;&quot;&apos;</v>');
    assert.equal(inserted('<v>{"</v>', `"'`), `<v>{""'</v>`);
    assert.equal(inserted('<v>{&#34;</v>', '"'), '<v>{&#34;&#34;</v>');
    assert.equal(inserted('<v></v>', '"<&>'), '<v>&quot;&lt;&amp;&gt;</v>');
    assert.equal(inserted('<v>\r\n</v>', 'a\nb'), '<v>\r\na\r\nb</v>');
    assert.equal(inserted('<v></v>', 'a\rb'), '<v>a&#13;b</v>');
  });

  test('goes into CDATA as it is', () => {
    assert.equal(inserted('<v><![CDATA[{]]></v>', '"<&'), '<v><![CDATA[{"<&]]></v>');
    assert.equal(inserted('<v><![CDATA[]]></v>', '"<&'), '<v><![CDATA["<&]]></v>');
    assert.equal(decodedIn(inserted('<v><![CDATA[{]]></v>', 'a]]>b')).text, '{a]]>b');
  });
});
