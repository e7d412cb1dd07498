import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/src/language/index.ts';
import { definitionOf, verdictOf } from '../../../server/src/language/model/read.ts';
import { linesAndRules, service, sourceOf } from '../../support/language.ts';

const twice = (before: string, between: string) =>
  `<callCenter>\n  <section sortOrder="0" name="Own" label="Own">\n${before}    <item sortOrder="0" name="team" label="Team">1</item>\n${between}    <item sortOrder="1" name="team" label="Team">2</item>\n  </section>\n</callCenter>\n`;
const own = (text: string) =>
  linesAndRules(text).filter((line) => !line.includes('missing-') && !line.includes('toolkit-'));

test('without a comment the rule speaks', () => {
  assert.deepEqual(own(twice('', '')), ['4 duplicate-item']);
});

const silencers: [where: string, before: string, between: string][] = [
  ['for the next line', '', '    <!-- callcenter-disable-next-line duplicate-item: both are read -->\n'],
  ['for the next line, without a reason', '', '    <!-- callcenter-disable-next-line duplicate-item -->\n'],
  ['for the section', '    <!-- callcenter-disable-section duplicate-item: a list -->\n', ''],
  ['for the file', '    <!-- callcenter-disable-file duplicate-item -->\n', ''],
  ['as one of two, over several lines', '    <!-- callcenter-disable-file\n      duplicate-item -->\n', ''],
];
for (const [where, before, between] of silencers) {
  test(`a comment silences it ${where}`, () => assert.deepEqual(own(twice(before, between)), []));
}

test('a comment that silences nothing is reported, by each rule it names', () => {
  const text = twice('    <!-- callcenter-disable-next-line duplicate-item, misspelt-name: x -->\n', '');
  assert.deepEqual(own(text), ['3 unused-suppression', '3 unused-suppression', '5 duplicate-item']);
});

test('a rule that does not exist is named as such', () => {
  const text = twice(
    '    <!-- callcenter-disable-file no-such-rule -->\n',
    '    <!-- callcenter-disable-next-line duplicate-item -->\n',
  );
  const [found] = service.findings(sourceOf(text)).filter(({ rule }) => rule === 'unused-suppression');
  assert.match(found?.message ?? '', /no rule no-such-rule/);
});

test('broken XML stays broken', () => {
  const text = twice('    <!-- callcenter-disable-file xml-syntax, duplicate-item -->\n', '').replace('>1<', '>a & b<');
  assert.ok(own(text).includes('4 xml-syntax'));
});

test('a quick fix writes the comment, and the finding is gone', () => {
  const source = sourceOf(twice('', ''));
  const finding = service.findings(source).find(({ rule }) => rule === 'duplicate-item');
  assert.ok(finding);
  const fix = service.quickFixes(source, finding.at).find(({ title }) => title.includes('Silence'));
  assert.ok(fix && !fix.preferred);
  const text = applyEdits(source.text, fix.edits);
  assert.equal(text, twice('', '    <!-- callcenter-disable-next-line duplicate-item: -->\n'));
  assert.deepEqual(own(text), []);
});

test('no quick fix writes the comment into another one, into a value or into a CDATA section', () => {
  const texts = [
    twice('', '    <!-- was here:\n    <item>1</item>\n    <item --> stray\n'),
    twice('', '    <item sortOrder="1" name="x" label="X">1\n    <!-- y -->\n    <b/> </item>\n'),
    twice('', '    <item sortOrder="1" name="x" label="X"><![CDATA[\n    <b> ]]> &lt;domain&gt;/phone</item>\n'),
  ];
  let silencing = 0;
  for (const text of texts) {
    const source = sourceOf(text);
    const values = () => definitionOf(source).sections.flatMap(({ items }) => items.map(({ value }) => value.text));
    for (const { at } of service.findings(source)) {
      for (const { title, edits } of service.quickFixes(source, at)) {
        if (!title.includes('Silence')) continue;
        silencing++;
        const after = sourceOf(applyEdits(text, edits));
        assert.equal(verdictOf(after).kind, 'well-formed', after.text);
        const valuesAfter = definitionOf(after).sections.flatMap(({ items }) => items.map(({ value }) => value.text));
        assert.deepEqual(valuesAfter, values());
      }
    }
  }
  assert.ok(silencing > 0);
});

test('a comment is not called idle where its rule was not asked: in a broken text, when it is off, or when nothing is known of the import that it is about', () => {
  const idle = (text: string, options = {}) =>
    service.findings(sourceOf(text), options).filter(({ rule }) => rule === 'unused-suppression').length;
  const silenced = twice('    <!-- callcenter-disable-section misspelt-name: meant so -->\n', '');
  assert.equal(idle(silenced), 1);
  assert.equal(idle(silenced, { severities: { 'misspelt-name': 'off' } }), 0);
  assert.equal(idle(silenced.replace('</item>', '')), 0);
  const added = twice('    <!-- callcenter-disable-section item-added: agreed -->\n', '');
  assert.equal(idle(added), 0);
  assert.equal(idle(added, { imported: { other: { source: sourceOf(added), title: 'as it was' } } }), 1);
});

/** Very many of one kind, each under a comment of its own or all under one. */
const many = (before: string, each: (index: number) => string) =>
  `<callCenter>\n  <section sortOrder="0" name="Own" label="Own">\n${before}${Array.from({ length: 300 }, (_, index) => each(index)).join('')}  </section>\n  <section sortOrder="1" name="Last" label="Last">\n    <item sortOrder="0" name="reqA" label="A">1</item>\n    <item sortOrder="1" name="reqA" label="B">2</item>\n  </section>\n</callCenter>\n`;
const namesake = (index: number) => `    <item sortOrder="${index}" name="team" label="Team">${index}</item>\n`;

test('what comments have silenced takes no place of what they have not', () => {
  const text = many('    <!-- callcenter-disable-section duplicate-item: a list -->\n', namesake);
  assert.deepEqual(
    own(text).filter((line) => / duplicate-item| unused-/.test(line)),
    ['307 duplicate-item'],
  );
});

test('of very many comments that silence something none is called idle', () => {
  const text = many(
    '',
    (index) => `    <!-- callcenter-disable-next-line duplicate-item: a list -->\n${namesake(index)}`,
  );
  assert.deepEqual(
    own(text).filter((line) => / duplicate-item| unused-/.test(line)),
    ['3 unused-suppression', '606 duplicate-item'],
  );
});

test('where a rule has found as much as anybody reads, no comment about the rest of the text is called idle', () => {
  const text = many('', namesake).replace(
    '<item sortOrder="0" name="reqA"',
    '<!-- callcenter-disable-file duplicate-item: x -->\n<item sortOrder="0" name="reqA"',
  );
  const next = text.replace('callcenter-disable-file', 'callcenter-disable-next-line');
  assert.deepEqual(
    own(text).filter((line) => line.includes('unused-')),
    [],
  );
  assert.deepEqual(
    own(next).filter((line) => line.includes('unused-')),
    [],
  );
});

test('of comments that silence nothing as many are reported as anybody reads', () => {
  const idle = many('', () => '    <!-- callcenter-disable-next-line no-such-rule -->\n');
  assert.equal(own(idle).filter((line) => line.includes('unused-')).length, 250);
});
