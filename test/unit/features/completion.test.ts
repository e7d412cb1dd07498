import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flavours } from '../../../server/src/language/catalog/types.ts';
import { createSource } from '../../../server/src/language/text/source.ts';
import { checkWellFormed } from '../../../server/src/language/xml/well-formed.ts';
import { labels, offersAt, takePlain } from '../../support/features.ts';
import { corpus, fixturesIn } from '../../support/fixtures.ts';
import { findingsOf } from '../../support/language.ts';
import { mutants } from '../../support/mutants.ts';
import { seeded } from '../../support/random.ts';
import { parse } from '../../support/tree.ts';

const facts = { visualforcePages: ['softphone'], vendorApiNames: ['c__Acme'] };

function isWellFormed(text: string): boolean {
  return checkWellFormed(text, parse(text)).kind === 'well-formed';
}

const small: Readonly<Record<string, string>> = {
  usual: `<?xml version="1.0" encoding="UTF-8"?>
<!-- a & b -->
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General">
    <item sortOrder="0" name="reqInternalName" label="Name">Acme</item>
    <item sortOrder="1" name="reqUseApi" label="Use">true</item>

    <item sortOrder="2" name="reqAdapterUrl">https://a.example/?x=1&amp;y=2</item>
    <item name="reqSoftphoneHeight"></item><!-- c -->
    <item sortOrder='4' name='own' label='&apos;'><![CDATA[<x>]]></item>
    <item/>
  </section>
  <section name="" />
</callCenter>
`,
  'on one line': '<callCenter><section name="reqHvcc"><item name="reqRegion">x</item> </section></callCenter>',
  'with CRLF and tabs':
    '<callCenter>\r\n\t<section sortOrder="0" name="reqGeneralInfo">\r\n\t\t<item\r\n\t\t\tsortOrder="0"\r\n\t\t\tname="">\r\n\t\t</item>\r\n\t</section>\r\n</callCenter>',
  'without content': '<callCenter>\n</callCenter>',
  'with nothing but a comment': '<!-- to be written -->\n\n',
  'with a declaration': '<?xml version="1.0"?>\n  \n<!-- c -->',
  'with a byte order mark': '\ufeff<callCenter>\n</callCenter>',
};

for (const [kind, text] of Object.entries(small)) {
  test(`every offer at every place of a definition ${kind} leaves well-formed text`, () => {
    const source = createSource('file:///small.xml', 1, text);
    const beginning = parse(text).root === undefined;
    assert.equal(isWellFormed(text), !beginning);
    let taken = 0;
    for (const flavour of [undefined, ...flavours]) {
      for (let offset = 0; offset <= text.length; offset++) {
        for (const offer of offersAt(source, offset, { facts, ...(flavour && { flavour }) })) {
          const after = takePlain(source, offer);
          assert.ok(isWellFormed(after), `${offer.label} at ${offset}:\n${after}`);
          taken++;
        }
      }
    }
    assert.ok(taken > 20, `only ${taken} offers`);
  });
}

test('offers leave the fixtures, and the real files, well-formed', () => {
  const real = [...corpus('import'), ...corpus('metadata')];
  for (const { name, text } of [...fixturesIn('fixtures/ok'), ...fixturesIn('samples'), ...real]) {
    if (!isWellFormed(text)) continue;
    const source = createSource('file:///fixture.xml', 1, text);
    // Steps without a common divisor with the length of lines, so that all kinds of places come up.
    const step = text.length > 4000 ? 97 : 13;
    for (let offset = 0; offset <= text.length; offset += step) {
      const offers = offersAt(source, offset, { facts });
      for (const offer of [...offers.slice(0, 2), ...offers.slice(-2)])
        assert.ok(isWellFormed(takePlain(source, offer)), `${name}: ${offer.label} at ${offset}`);
    }
  }
});

test('new elements, attributes and numbers bring no new finding about structure into the samples', () => {
  const structure =
    /^(xml-syntax|unknown-element|unknown-attribute|missing-attribute|sort-order-gap|sort-order-duplicate|duplicate-item)$/;
  const rules = (text: string) => findingsOf(text).flatMap(({ rule }) => (structure.test(rule) ? [rule] : []));
  for (const { name, text } of fixturesIn('samples')) {
    if (rules(text).length > 0) continue;
    const source = createSource('file:///sample.xml', 1, text);
    for (let offset = 0; offset <= text.length; offset += 5) {
      for (const offer of offersAt(source, offset)) {
        assert.deepEqual(rules(takePlain(source, offer)), [], `${name}: ${offer.label} at ${offset}`);
      }
    }
  }
});

const before = '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="First">\n    ';
const after = '\n  </section>\n</callCenter>\n';

/** Nothing fits here. */
const silent: readonly string[] = [
  // In a comment, a CDATA section, the declaration, a processing instruction.
  `${before}<!-- req| -->${after}`,
  `${before}<!-- todo|${after}`,
  `${before}<item sortOrder="1" name="reqUseApi"><![CDATA[t|]]></item>${after}`,
  '<?xml ver|sion="1.0"?>\n<callCenter/>',
  '<?|',
  '|<?xml version="1.0"?>',
  // In a text for which nothing is known, or that holds more than text.
  `${before}<item sortOrder="1" name="own" label="Own">so|me</item>${after}`,
  `${before}<item sortOrder="1" name="reqUseApi">t|<!-- c --></item>${after}`,
  `${before}<item sortOrder="1" name="reqUseApi">one\ntwo|</item>${after}`,
  `${before}<item sortOrder="1" name="reqTelephonyIntegrationCertificate">|</item>${after}`,
  // No item in an item, whose closing tag is there.
  `${before}<item sortOrder="1" name="own" label="Own">a <|</item>${after}`,
  // Between `=` and the quote, behind a closing tag's name, around the root.
  `${before}<item sortOrder=|"1">x</item>${after}`,
  `${before}<item sortOrder="1">x</item |>${after}`,
  '|\n<callCenter>\n</callCenter>',
  '<callCenter>\n</callCenter>\n|',
  '<callCenter>\n</callCenter>\n<|',
  '<callCenter>\n</callCenter |>',
  // All that may stand there does.
  '<callCenter |>',
  '<callCenter>\n  <section sortOrder="0" name="s" label="L" |>\n  </section>\n</callCenter>',
  '<callCenter>\n  <section sort|Order="0" name="s" label="L">\n  </section>\n</callCenter>',
  // Other forms, and files of others.
  '<CallCenter>\n  <InternalName>a</InternalName>\n  |\n</CallCenter>',
  '<project>\n  <|\n</project>',
  'dear diary|',
  '<!DOCTYPE callCenter>\n|',
];

for (const marked of silent) {
  test(`nothing is offered in ${JSON.stringify(marked.slice(Math.max(0, marked.indexOf('|') - 45)).slice(0, 90))}`, () => {
    assert.deepEqual(labels(marked), []);
  });
}

test('in damaged text, too, every offer can be taken', () => {
  const texts = [...fixturesIn('fixtures'), ...fixturesIn('samples')].map(({ text }) => text);
  const random = seeded(20_261);
  let taken = 0;
  for (const text of mutants(texts, 600, 20_262)) {
    const source = createSource('file:///mutant.xml', 1, text);
    for (let tries = 0; tries < 10; tries++) {
      const offset = Math.floor(random() * (text.length + 1));
      for (const offer of offersAt(source, offset, { facts })) {
        takePlain(source, offer);
        taken++;
      }
    }
  }
  assert.ok(taken > 3000, `only ${taken} offers`);
});

test('an import body in metadata clothing is completed like any other', () => {
  const clothed =
    '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">\n  <section sortOrder="0" name="reqGeneralInfo">\n    |\n  </section>\n</CallCenter>';
  assert.ok(labels(clothed).includes('reqInternalName'));
});

test('between carriage return and line feed there is no cursor', () => {
  const text = '<callCenter>\r\n</callCenter>';
  assert.deepEqual(offersAt(createSource('file:///crlf.xml', 1, text), 13), []);
});
