import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWellFormed, strictVerdict, type Verdict } from '../../../server/src/language/xml/well-formed.ts';
import { corpus, fixturesIn } from '../../support/fixtures.ts';
import { hasLoneSurrogate, mutants } from '../../support/mutants.ts';
import { parse } from '../../support/tree.ts';
import { refusedByXmllint } from '../../support/xmllint.ts';

function verdict(text: string): Verdict {
  return checkWellFormed(text, parse(text));
}

/** Where we follow the JDK, which stands in for the platform, and xmllint does not. */
function followsTheJdk(found: Verdict): boolean {
  return (
    found.kind === 'ill-formed' &&
    /disallowed character in name|^XML version|^version number|^unknown encoding/.test(found.message)
  );
}

function disagreements(texts: readonly string[]): string[] {
  const refused = refusedByXmllint(texts);
  const found: string[] = [];
  for (const [index, text] of texts.entries()) {
    const ours = verdict(text);
    if (ours.kind === 'doctype' || followsTheJdk(ours)) continue;
    if ((ours.kind === 'ill-formed') !== refused.has(index))
      found.push(`${JSON.stringify(ours)} · ${JSON.stringify(text)}`);
  }
  return found;
}

test('agrees with xmllint on 6,000 seeded mutants of the fixtures', () => {
  const bases = [...fixturesIn('fixtures'), ...fixturesIn('samples')]
    .map(({ text }) => text)
    .filter((text) => text.length < 6000);
  const texts = [...mutants(bases, 6000, 20261123)].filter((text) => !hasLoneSurrogate(text));
  assert.ok(texts.length >= 5000);
  assert.deepEqual(disagreements(texts), []);
});

test('agrees with xmllint on every fixture and every real file', () => {
  const texts = [...fixturesIn('fixtures'), ...fixturesIn('samples'), ...corpus('import'), ...corpus('metadata')].map(
    ({ text }) => text,
  );
  assert.deepEqual(disagreements(texts), []);
});

test('half of a pair of surrogates is no character, whatever stands behind it', () => {
  for (const half of ['\ud83d', '\udbffz', '\udc00', '\ud83dne', '\ud83d\ud83d\ude00'])
    for (const text of [`<a>${half}</a>`, `<a b="${half}"/>`, `<a><!--${half}--></a>`, `<a><![CDATA[${half}]]></a>`])
      assert.equal(verdict(text).kind, 'ill-formed', JSON.stringify(text));
  assert.deepEqual(verdict('<a b="\ud83d\ude00">\ud83d\ude00</a>'), { kind: 'well-formed' });
});

test('a tree without a fault and a text without a verdict against it go together', () => {
  for (const { name, text } of fixturesIn('fixtures/ok'))
    assert.deepEqual(verdict(text), { kind: 'well-formed' }, name);
});

test('the tree of a well-formed text has no fault, whatever the text looks like', () => {
  const bases = [...fixturesIn('fixtures'), ...fixturesIn('samples')].map(({ text }) => text);
  const odd = [
    '<a><!--<!--></a>',
    '<a><!--x<!--></a>',
    '<a><![CDATA[<![CDATA[]]></a>',
    '<a><?b <?c?></a>',
    "<a b='>'/>",
  ];
  let wellFormed = 0;
  for (const text of [...odd, ...mutants(bases, 6000, 20_261_124)]) {
    const tree = parse(text);
    if (strictVerdict(text, tree).kind !== 'well-formed') continue;
    wellFormed++;
    assert.deepEqual(
      tree.faults.filter(({ code }) => code !== 'doctype'),
      [],
      text,
    );
  }
  assert.ok(wellFormed > 1000, String(wellFormed));
});

test('the strict parser, which is not asked about plain texts, would have accepted them', () => {
  const bases = [...fixturesIn('fixtures'), ...fixturesIn('samples')].map(({ text }) => text);
  let plain = 0;
  for (const text of [...bases, ...mutants(bases, 6000, 20_261_125)]) {
    if (!parse(text).plain) continue;
    plain++;
    assert.deepEqual(strictVerdict(text, parse(text)), { kind: 'well-formed' }, text);
  }
  assert.ok(plain > 1000, String(plain));
});

const plainTexts = [
  '\ufeff<?xml version="1.0" encoding="utf-8"?>\r\n<a b="c" d=\'"\'>\t<!-- e - f -->\n<g h=">"/>ü &amp; é</a>\n',
  "<?xml version='1.0' standalone='yes' ?><a/>",
];
const unclearTexts = [
  ...['<a>]]></a>', '<a b="]]>"/>', '<a>&#65;</a>', '<a>&x;</a>', '<a b="<"/>', '<a>\u{1f4de}</a>', '<a>\0</a>'],
  ...[
    '<a><![CDATA[b]]></a>',
    '<?b?><a/>',
    '<ä/>',
    '<a ä="b"/>',
    '<!-- b --- --><a/>',
    '<!DOCTYPE a><a/>',
    '<a></a ><!',
  ],
  ...[
    '<?xml version="1.1"?><a/>',
    '<?xml version="1.0" encoding="x"?><a/>',
    '<a/><b/>',
    '<a b="" b=""/>',
    '<a b=""c=""/>',
  ],
  ...['', '<a>', '<a></b>', 'a<b/>', '<a b/>', '<a>&amp</a>', '<a>\uffff</a>', ' <?xml version="1.0"?><a/>'],
];
test('a text is plain only where every parser reads the same', () => {
  for (const text of plainTexts) assert.equal(parse(text).plain, true, text);
  for (const text of unclearTexts) assert.equal(parse(text).plain, false, text);
});

const refusedCases: [what: string, text: string][] = [
  ['no white space after the name of a processing instruction', '<?a?b?><a/>'],
  ['a version that the JDK does not know', '<?xml version="1.9"?><a/>'],
  ['an encoding that nobody knows', '<?xml version="1.0" encoding="bogus-charset"?><a/>'],
  ['a name character of the fifth edition', '<\u0220/>'],
  ['a no-break space where white space belongs', '<a\u00a0b="c"/>'],
  ['a reference to a character that XML does not have', '<a>&#0;</a>'],
  ['two hyphens in a comment', '<!-- a -- b --><a/>'],
];
for (const [what, text] of refusedCases) {
  test(`refuses ${what}`, () => assert.equal(verdict(text).kind, 'ill-formed'));
}

test('gives no verdict behind a DOCTYPE, whatever it declares', () => {
  assert.deepEqual(verdict('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), { kind: 'doctype', at: 0 });
});

test('accepts a byte order mark and fifth-edition names under XML 1.1', () => {
  assert.equal(verdict('\ufeff<a/>').kind, 'well-formed');
  assert.equal(verdict('<?xml version="1.1"?><\u0220/>').kind, 'well-formed');
});
