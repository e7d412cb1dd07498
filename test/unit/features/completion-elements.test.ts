// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labels, offers, take } from '../../support/features.ts';

const openCti = { flavour: 'openCti' } as const;

function lines(...list: readonly string[]): string {
  return list.map((line) => `${line}\n`).join('');
}

const head = ['<callCenter>', '    <section sortOrder="0" name="reqGeneralInfo" label="General Information">'];
const first = '        <item sortOrder="0" name="reqInternalName" label="Internal Name">Acme</item>';
const tail = ['    </section>', '</callCenter>'];
const useApi = '        <item sortOrder="1" name="reqUseApi" label="Use CTI API">|true</item>';

test('in a section there are items, in the root sections, in an item nothing', () => {
  const kinds = (marked: string) => [...new Set(offers(marked, openCti).map(({ kind }) => kind))];
  assert.deepEqual(kinds(lines(...head, '        |', ...tail)), ['item', 'element']);
  assert.deepEqual(kinds(lines('<callCenter>', '    |', '</callCenter>')), ['section', 'element']);
  assert.deepEqual(kinds(lines(...head, '        <item sortOrder="0" name="own">|</item>', ...tail)), []);
  assert.deepEqual(kinds(lines(...head, '        <item sortOrder="0" name="own"><|</item>', ...tail)), []);
  assert.equal(labels(lines(...head, '        <|', ...tail), openCti).at(-1), 'item');
  assert.equal(labels(lines('<callCenter>', '    <|', '</callCenter>'), openCti).at(-1), 'section');
});

test('items that are there are not offered again', () => {
  const found = labels(lines(...head, first, '        |', ...tail), openCti);
  assert.equal(found[0], 'reqDisplayName');
  assert.ok(!found.includes('reqInternalName'));
});

test('a whole item takes the place of half a word, of half a tag, of nothing', () => {
  for (const typed of [
    '',
    'req',
    'reqUse',
    '<',
    '<it',
    '<item',
    '<req',
    '<it>',
    '<it></it>',
    '<item></item>',
    '<it/>',
  ]) {
    const cursor = typed.startsWith('<') && typed.includes('>') ? typed.replace(/^<(\w+)/, '<$1|') : `${typed}|`;
    assert.equal(
      take(lines(...head, first, `        ${cursor}`, ...tail), 'reqUseApi', openCti),
      lines(...head, first, useApi, ...tail),
      typed,
    );
  }
});

test('what an editor filters by begins as what was typed does', () => {
  const filter = (typed: string) =>
    offers(lines(...head, `        ${typed}|`, ...tail), openCti).find(({ label }) => label === 'reqUseApi')
      ?.filterText;
  assert.equal(filter('<re'), '<item reqUseApi');
  assert.equal(filter('re'), 'item reqUseApi');
});

test('a new line is indented as its neighbours are, wherever the cursor stands', () => {
  const whole = lines(...head, first, useApi, ...tail);
  for (const blank of ['|', '  |', '            |', '\t|']) {
    assert.equal(take(lines(...head, first, blank, ...tail), 'reqUseApi', openCti), whole, JSON.stringify(blank));
  }
  assert.equal(take(lines(...head, `${first}|`, ...tail), 'reqUseApi', openCti), whole);
  assert.equal(take(lines(...head, `${first}  |`, ...tail), 'reqUseApi', openCti), whole);
  assert.equal(take(lines(...head, `${first} <|`, ...tail), 'reqUseApi', openCti), whole);
  assert.equal(
    take(lines(...head, first, '    |</section>', '</callCenter>'), 'reqUseApi', openCti),
    lines(...head, first, useApi, ...tail),
  );
  const moved = useApi.replace('|', '');
  assert.equal(
    take(lines(...head, `        |${first.trim()}`, ...tail), 'reqUseApi', openCti).replace('|', ''),
    lines(...head, moved, first, ...tail),
  );
});

test('the first child of an element is one step further in, or where its author has put the cursor', () => {
  const first = useApi.replace('sortOrder="1"', 'sortOrder="0"');
  for (const place of [['|'], ['        |']]) {
    assert.equal(take(lines(...head, ...place, ...tail), 'reqUseApi', openCti), lines(...head, first, ...tail));
  }
  assert.equal(
    take(lines('<callCenter>', `${head[1]}|</section>`, '</callCenter>'), 'reqUseApi', openCti),
    lines(...head, first, ...tail),
  );
  assert.equal(
    take(lines('<callCenter>', '  |', '</callCenter>'), 'section'),
    lines(
      '<callCenter>',
      '  <section sortOrder="0" name="|" label="">',
      '    <item sortOrder="0" name="" label=""></item>',
      '  </section>',
      '</callCenter>',
    ),
  );
});

test('line breaks and tabs are those of the document', () => {
  const text = lines(...head, first, '|', ...tail)
    .replaceAll('\n', '\r\n')
    .replaceAll('    ', '\t');
  assert.equal(
    take(text, 'reqUseApi', openCti),
    lines(...head, first, useApi, ...tail)
      .replaceAll('\n', '\r\n')
      .replaceAll('    ', '\t'),
  );
  const found = take('<callCenter>\r\t|\r</callCenter>\r', 'reqDialingOptions', openCti);
  assert.match(
    found,
    /^<callCenter>\r\t<section [^\r]*\r\t\t<item [^\r]*\r\t\t<item [^\r]*\r\t\t<item [^\r]*\r\t<\/section>\r/,
  );
});

test('where the neighbours share a line, so does the new element', () => {
  assert.equal(
    take('<callCenter><section sortOrder="0" name="reqGeneralInfo">|</section></callCenter>', 'reqUseApi', openCti),
    '<callCenter><section sortOrder="0" name="reqGeneralInfo"><item sortOrder="0" name="reqUseApi" label="Use CTI API">|true</item></section></callCenter>',
  );
  assert.equal(
    take(
      '<callCenter>\n<section sortOrder="0" name="reqGeneralInfo"><item sortOrder="0" name="a"/>|</section>\n</callCenter>',
      'reqUseApi',
      openCti,
    ),
    '<callCenter>\n<section sortOrder="0" name="reqGeneralInfo"><item sortOrder="0" name="a"/><item sortOrder="1" name="reqUseApi" label="Use CTI API">|true</item></section>\n</callCenter>',
  );
});

test('the cursor goes to what the author has to write, and on to behind the element', () => {
  const [found] = offers(lines(...head, `        |${first.trim()}`, ...tail), openCti).filter(
    ({ label }) => label === 'reqSalesforceCompatibilityMode',
  );
  assert.equal(
    found?.snippet,
    '<item sortOrder="1" name="reqSalesforceCompatibilityMode" label="Salesforce Compatibility Mode">${1|Classic_and_Lightning,Classic,Lightning|}</item>$0\n        ',
  );
  const section = offers(lines('<callCenter>', '  |', '</callCenter>')).at(-1);
  assert.equal(
    section?.snippet,
    '<section sortOrder="0" name="${1}" label="${2}">\n    <item sortOrder="0" name="${3}" label="${4}">${5}</item>\n  </section>$0',
  );
});

test('a name in a tag that has more to it is changed in both tags, and nothing else', () => {
  const known = '  <section sortOrder="0" name="a"/>';
  assert.equal(
    take(lines('<callCenter>', known, '  <sec|t name="b">', '    <item/>', '  </sect>', '</callCenter>'), 'section'),
    lines('<callCenter>', known, '  <section| name="b">', '    <item/>', '  </section>', '</callCenter>'),
  );
  assert.deepEqual(labels(lines(...head, '        <it|m name="a">v</itm>', ...tail)), ['item']);
});

test('a section that is open to more than one flavour comes with the items of each', () => {
  const found = offers(lines('<callCenter>', '    |', '</callCenter>'));
  const general = found.filter(({ label }) => label.startsWith('reqGeneralInfo'));
  assert.equal(general.length, 4);
  assert.ok(general.every(({ plain }) => plain.includes('sortOrder="0" name="reqGeneralInfo"')));
  assert.deepEqual(labels(lines('<callCenter>', '    |', '</callCenter>'), openCti), [
    'reqGeneralInfo',
    'reqDialingOptions',
    'reqPhoneDemoSettings',
    'section',
  ]);
});

test('closing tags: the one that belongs there, behind </ and in the tag', () => {
  const item = '        <item sortOrder="0" name="own">v';
  const cases: readonly (readonly [readonly string[], string])[] = [
    [[...head, `${item}</|`, ...tail], '</item>'],
    [[...head, `${item}</it|`, ...tail], '</item>'],
    [[...head, `${item}</it|em>`, ...tail], '</item>'],
    [[...head, `${item}</itm|>`, ...tail], '</item>'],
    [[...head, first, '    </|', '</callCenter>'], '</section>'],
    [[...head, first, '    </sec|', '</callCenter>'], '</section>'],
    [[...head, first, '    </section>', '</|'], '</callCenter>'],
    [[...head, first, '    </section>', '</call|'], '</callCenter>'],
  ];
  for (const [text, tag] of cases) {
    const marked = lines(...text);
    assert.deepEqual(labels(marked), [tag], marked);
    assert.ok(take(marked, tag).includes(`${tag}|`), marked);
  }
});

test('closing tags: none for what is closed', () => {
  assert.deepEqual(labels(lines(...head, first, '        </|', ...tail)), []);
  assert.deepEqual(labels(lines(...head, `${first}</|`, ...tail)), []);
  assert.ok(!labels(lines(...head, first, '        <|', ...tail)).some((label) => label.startsWith('</')));
});

test('closing tags: behind a lone < they stand before the elements', () => {
  const found = labels(lines(...head, first, '    <|'), openCti);
  assert.equal(found[0], '</section>');
  assert.ok(found.includes('reqUseApi'));
});
