import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../../server/src/language/index.ts';
import { findingsOf, fixAllIn, service, sourceOf } from '../../support/language.ts';
import { marked } from '../../support/marked.ts';

/** Title -> text after the fix, for the fixes at the first «place» of the text. */
function fixesOf(text: string, rule: string): ReadonlyMap<string, string> {
  const { text: plain, spans } = marked(text);
  const [at] = spans;
  assert.ok(at);
  const fixes = service.quickFixes(sourceOf(plain), at).filter((fix) => fix.rule === rule);
  return new Map(
    fixes.filter(({ title }) => !title.startsWith('Silence')).map((fix) => [fix.title, applyEdits(plain, fix.edits)]),
  );
}

describe('a section that stands twice', () => {
  const text = `<callCenter>
  <section sortOrder="0" name="Own" label="Own">
    <item sortOrder="0" name="a" label="A">1</item>
  </section>
  <section sortOrder="1" name="«Own»" label="Own">
    <item sortOrder="0" name="b" label="B">2</item>
    <item name="c" label="C">3</item>
  </section>
</callCenter>
`;

  test('gives its items to the first one, numbered on', () => {
    assert.equal(
      fixesOf(text, 'duplicate-section').get('Move its items into the first section'),
      `<callCenter>
  <section sortOrder="0" name="Own" label="Own">
    <item sortOrder="0" name="a" label="A">1</item>
    <item sortOrder="1" name="b" label="B">2</item>
    <item sortOrder="2" name="c" label="C">3</item>
  </section>
</callCenter>
`,
    );
  });

  test('stays where a comment would be lost, and can still be renamed', () => {
    const remark = text.replace('<item name="c"', '<!-- why --><item name="c"');
    assert.deepEqual([...fixesOf(remark, 'duplicate-section').keys()], ['Rename it to Own2']);
  });

  test('takes a name that is free', () => {
    const third = text.replace(
      '</callCenter>',
      '  <section sortOrder="2" name="Own2" label="x"></section>\n</callCenter>',
    );
    assert.match(
      fixesOf(third, 'duplicate-section').get('Rename it to Own3') ?? '',
      /<section sortOrder="1" name="Own3"/,
    );
  });

  test('keeps its name when it is one of the platform', () => {
    const platform = text.replaceAll('Own"', 'reqDialingOptions"').replace('«Own»', '«reqDialingOptions»');
    const titles = [...fixesOf(platform, 'duplicate-section').keys()];
    assert.ok(
      titles.every((title) => !title.startsWith('Rename')),
      titles.join(),
    );
  });
});

describe('an item that stands twice', () => {
  const text = (name: string) => `<callCenter>
  <section sortOrder="0" name="Own" label="Own">
    <item sortOrder="0" name="${name}" label="A">1</item>
    <item sortOrder="1" name="«${name}»" label="B">2</item>
  </section>
</callCenter>
`;

  test('can be removed or renamed', () => {
    const fixes = fixesOf(text('team'), 'duplicate-item');
    assert.deepEqual([...fixes.keys()], ['Remove this item', 'Rename it to team2']);
    assert.match(fixes.get('Rename it to team2') ?? '', /name="team" .*\n.*name="team2" label="B">2</);
  });

  test('keeps its name when it is one of the platform', () => {
    assert.deepEqual([...fixesOf(text('reqTeam'), 'duplicate-item').keys()], ['Remove this item']);
  });
});

describe('an item that stands twice', () => {
  const twice = (first: string, second: string) => `<callCenter>
  <section sortOrder="0" name="Own" label="Own">
    <item sortOrder="0" name="queue" ${first}</item>
    <item sortOrder="1" name="queue" ${second}</item>
  </section>
</callCenter>
`;
  const removed = (text: string) => fixAllIn(text).split('name="queue"').length === 2;

  test('goes by itself where it is a true copy', () => {
    assert.ok(removed(twice('label="Queue">a', 'label="Queue">a')));
  });

  test('stays where it says something else: a slip in the name is likelier', () => {
    assert.ok(!removed(twice('label="Queue">a', 'label="Queue">b')));
    assert.ok(!removed(twice('label="Queue of the service desk">', 'label="Queue of sales">')));
    assert.ok(!removed(twice('label="Queue">a', 'label="Queue"><b>a</b>')));
  });
});

test('what stands in the second of two sections with one name is not missing', () => {
  const text = `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Acme</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Acme</item>
    <item sortOrder="2" name="reqUseApi" label="Use CTI API">true</item>
    <item sortOrder="3" name="reqStandbyUrl" label="Standby">https://standby.acme.test/</item>
  </section>
  <section sortOrder="1" name="reqGeneralInfo" label="Softphone">
    <item sortOrder="0" name="reqAdapterUrl" label="CTI Adapter URL">https://phone.acme.test/</item>
    <item sortOrder="1" name="reqSoftphoneHeight" label="Softphone Height">400</item>
    <item sortOrder="2" name="reqSoftphoneWidth" label="Softphone Width">400</item>
    <item sortOrder="3" name="reqSalesforceCompatibilityMode" label="Mode">Lightning</item>
    <item sortOrder="4" name="reqTimeout" label="Timeout">5000</item>
  </section>
</callCenter>
`;
  // That it uses Open CTI may stand in the second, too.
  const use = '    <item sortOrder="2" name="reqUseApi" label="Use CTI API">true</item>\n';
  const moved = text
    .replace(use, '')
    .replace('sortOrder="3" name="reqStandbyUrl"', 'sortOrder="2" name="reqStandbyUrl"')
    .replace('Timeout">5000</item>\n', `$&${use.replace('"2"', '"5"')}`);
  for (const split of [text, moved]) {
    assert.deepEqual(
      findingsOf(split).map(({ rule }) => rule),
      ['sort-order-fixed', 'duplicate-section'],
    );
    assert.equal(fixAllIn(split), split);
  }
});

test('a section of the platform that stands twice is an error only where two of its items collide', () => {
  const hvcc = (...items: readonly string[]) => `<callCenter>
${items
  .map(
    (item, index) => `  <section sortOrder="${index}" name="reqHvcc" label="SCV Settings">
    <item sortOrder="0" name="${item}" label="Item"></item>
  </section>
`,
  )
  .join('')}</callCenter>
`;
  const severities = (text: string) =>
    findingsOf(text)
      .filter(({ rule }) => rule === 'duplicate-section')
      .map(({ severity }) => severity);
  assert.deepEqual(severities(hvcc('reqRelayState', 'reqRelayState')), ['error']);
  assert.deepEqual(severities(hvcc('reqRelayState', 'reqIdentityUrl')), ['warning']);
  assert.deepEqual(severities(hvcc('reqRelayState', 'own').replaceAll('reqHvcc', 'Own')), ['warning']);
});
