import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  decodeReferences,
  escapeAttribute,
  escapeText,
  isXmlCharacter,
} from '../../../server/src/language/xml/references.ts';
import { checkWellFormed } from '../../../server/src/language/xml/well-formed.ts';
import { seeded } from '../../support/random.ts';
import { parse } from '../../support/tree.ts';

describe('decoding', () => {
  const cases: readonly (readonly [raw: string, text: string])[] = [
    ['', ''],
    ['a & b', 'a & b'],
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['&amp;amp;', '&amp;'],
    ['&#65;&#x41;&#x1F600;&#128512;', 'AA😀😀'],
    ['&#x0a;&#9;', '\n\t'],
    ['&#0;&#x1;&#xD800;&#xFFFE;&#x110000;&#99999999;', '&#0;&#x1;&#xD800;&#xFFFE;&#x110000;&#99999999;'],
    ['&#;&#x;&#xg;&#65', '&#;&#x;&#xg;&#65'],
    ['&nbsp;&AMP;&amp', '&nbsp;&AMP;&amp'],
  ];
  for (const [raw, text] of cases) {
    test(`${JSON.stringify(raw)} reads ${JSON.stringify(text)}`, () => assert.equal(decodeReferences(raw), text));
  }
});

describe('escaping', () => {
  test('leaves what needs none alone', () => {
    assert.equal(escapeText('a > b "c" \'d\' ]] é'), 'a > b "c" \'d\' ]] é');
    assert.equal(escapeAttribute("a > b 'c'"), "a > b 'c'");
    assert.equal(escapeAttribute('a "b"', "'"), 'a "b"');
  });

  test('writes what an element or an attribute cannot hold as references', () => {
    assert.equal(escapeText('?a=1&b=<x>]]>'), '?a=1&amp;b=&lt;x>]]&gt;');
    assert.equal(escapeAttribute('"&<'), '&quot;&amp;&lt;');
    assert.equal(escapeAttribute("'&<", "'"), '&apos;&amp;&lt;');
  });

  test('gives well-formed XML that reads as the text did, whatever the text', () => {
    const random = seeded(9);
    const pieces = ['&', '<', '>', '"', "'", ']', ']]>', 'amp;', '&lt;', '#', '&#65;', 'x', 'é', '😀', ' ', ';', '-->'];
    for (let round = 0; round < 1000; round++) {
      const text = Array.from({ length: 6 }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      const documents = [
        `<a>${escapeText(text)}</a>`,
        `<a b="${escapeAttribute(text)}"/>`,
        `<a b='${escapeAttribute(text, "'")}'/>`,
      ];
      for (const document of documents) {
        assert.equal(checkWellFormed(document, parse(document)).kind, 'well-formed', document);
      }
      assert.equal(decodeReferences(escapeText(text)), text);
      assert.equal(decodeReferences(escapeAttribute(text)), text);
      assert.equal(decodeReferences(escapeAttribute(text, "'")), text);
    }
  });
});

test('knows the characters of XML 1.0', () => {
  for (const code of [9, 10, 13, 0x20, 0x7f, 0x85, 0xd7ff, 0xe000, 0xfffd, 0x10000, 0x10ffff])
    assert.ok(isXmlCharacter(code), code.toString(16));
  for (const code of [0, 8, 11, 12, 0x1f, 0xd800, 0xdfff, 0xfffe, 0xffff, 0x110000, Number.NaN])
    assert.ok(!isXmlCharacter(code), code.toString(16));
});
