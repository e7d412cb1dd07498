import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { component, items, sections } from '../../../server/src/language/rules/example-metadata.ts';
import type { Completion } from '../../../server/src/language/service/editing.ts';
import type { WorkspaceFacts } from '../../../server/src/language/service.ts';
import { applyEdits } from '../../../server/src/language/text/edits.ts';
import { checkWellFormed } from '../../../server/src/language/xml/well-formed.ts';
import { atCursor, expand } from '../../support/features.ts';
import { service, sourceOf } from '../../support/language.ts';
import { parse } from '../../support/tree.ts';

const facts: WorkspaceFacts = {
  visualforcePages: ['Standby'],
  vendorApiNames: [],
  definitions: [],
  packageDirectories: [],
  forceIgnores: [],
};

const softphone = sections(
  'reqGeneralInfo',
  ...items('reqUseApi', 'true'),
  ...items('reqSoftphoneHeight', '412'),
  ...items('reqStandbyUrl', '/apex/Standby?a=1&amp;b=2'),
);
const voice = sections('reqGeneralInfo', ...items('reqVendorInfoApiName', 'acme__Phone'));

/** The document around a `customSettings` with a cursor. */
function around(settings: string, section = softphone): string {
  return component(`<customSettings>${settings}</customSettings>`, section);
}

async function offers(settings: string, section = softphone): Promise<readonly Completion[]> {
  const { source, offset } = atCursor(around(settings, section));
  const found = (await service.settingsCompletions(source, offset, facts)) ?? [];
  for (const { label, replace, snippet, plain } of found) {
    assert.ok(replace.start <= offset && offset <= replace.end, `${label} does not replace what the cursor is in`);
    assert.doesNotMatch(source.text.slice(replace.start, replace.end), /[\r\n]/, label);
    assert.equal(expand(snippet).text, plain, `${label}: snippet and plain text differ`);
    const after = applyEdits(source.text, [{ span: replace, newText: plain }]);
    assert.equal(checkWellFormed(after, parse(after)).kind, 'well-formed', after);
  }
  return found;
}

async function labels(settings: string, section?: readonly string[]): Promise<readonly string[]> {
  return (await offers(settings, section ? [...section] : softphone)).map(({ label }) => label);
}

/** What stands in `customSettings` after an offer was taken, the cursor `|` at its first tab stop or behind it. */
async function take(settings: string, label: string, section = softphone): Promise<string> {
  const all = await offers(settings, section);
  const offer = all.find((candidate) => candidate.label === label);
  if (!offer) throw new Error(`"${label}" is not offered, but: ${all.map((one) => one.label).join(', ')}`);
  const { source } = atCursor(around(settings, section));
  const { text, stops } = expand(offer.snippet);
  const at = stops[0]?.at ?? text.length;
  const newText = `${text.slice(0, at)}|${text.slice(at)}`;
  return settingsOf(applyEdits(source.text, [{ span: offer.replace, newText }]));
}

function settingsOf(text: string): string {
  const [, inner] = /<customSettings>([\s\S]*)<\/customSettings>/.exec(text) ?? [];
  assert.ok(inner !== undefined, text);
  return inner;
}

describe('completion in customSettings', () => {
  test('begins with the settings of the items', async () => {
    assert.deepEqual(await labels('|'), ['the settings of the items']);
    assert.equal(
      await take('|', 'the settings of the items'),
      '{&quot;reqUseApi&quot;:&quot;true&quot;,&quot;reqSoftphoneHeight&quot;:&quot;412&quot;,&quot;reqStandbyUrl&quot;:&quot;/apex/Standby?a=1&amp;b=2&quot;}|',
    );
  });

  test('offers the keys that are not there yet, those of items first', async () => {
    assert.deepEqual((await labels('{&quot;reqUseApi&quot;:&quot;true&quot;,|}')).slice(0, 3), [
      'reqSoftphoneHeight',
      'reqStandbyUrl',
      'reqCallCenterType',
    ]);
    assert.equal((await labels('{|}', voice))[0], 'reqCallCenterType');
  });

  for (const [how, before, after] of [
    ['with references', '{&quot;|}', '{&quot;reqSoftphoneHeight&quot;:&quot;|412&quot;}'],
    ['with plain quotes', '{"|}', '{"reqSoftphoneHeight":"|412"}'],
    ['with decimal references', '{&#34;reqSoft|}', '{&#34;reqSoftphoneHeight&#34;:&#34;|412&#34;}'],
    ['in CDATA', '<![CDATA[{"|"}]]>', '<![CDATA[{"reqSoftphoneHeight":"|412"}]]>'],
    ['before others', '{"|,"reqUseApi":"true"}', '{"reqSoftphoneHeight":"|412","reqUseApi":"true"}'],
    [
      'on a line of its own',
      '{\r\n  "reqUseApi": "true",\r\n  |\r\n}',
      '{\r\n  "reqUseApi": "true",\r\n  "reqSoftphoneHeight": "|412"\r\n}',
    ],
  ] as const) {
    test(`writes a key with the value of its item, ${how}`, async () => {
      assert.equal(await take(before, 'reqSoftphoneHeight'), after);
    });
  }

  test('offers values, that of the item first', async () => {
    assert.deepEqual(await labels('{&quot;reqUseApi&quot;:|}'), ['true', 'false']);
    assert.equal(await take('{&quot;reqUseApi&quot;:|}', 'false'), '{&quot;reqUseApi&quot;:&quot;false&quot;|}');
    assert.equal((await labels('{"reqStandbyUrl":"|"}'))[0], '/apex/Standby?a=1&b=2');
    assert.ok((await labels('{"reqStandbyUrl":"|"}')).includes('/apex/Standby'));
    assert.equal(
      await take('{"reqStandbyUrl":"|"}', '/apex/Standby?a=1&b=2'),
      '{"reqStandbyUrl":"/apex/Standby?a=1&amp;b=2"|}',
    );
    assert.deepEqual(await labels('{"reqCallCenterType":"|"}', voice), ['SCVBYOT', 'SCVOOTBTelephony']);
  });

  test('offers the other values in one that is complete', async () => {
    const [chosen, other] = await offers('{&quot;reqUseApi&quot;:&quot;tr|ue&quot;}');
    assert.equal(chosen?.preselect, true);
    assert.equal(other?.label, 'false');
    assert.match(other?.filterText ?? '', /^&quot;true&quot; /);
  });

  test('is silent where no JSON can go on', async () => {
    for (const settings of ['{&qu|ot;}', '{"reqUseApi":"true"|}', '{<!-- | -->}', '{"own":"|"}', '[|]'])
      assert.deepEqual(await labels(settings), [], settings);
  });

  test('survives JSON that is nested deeper than anybody reads', async () => {
    const deep = '[{"a":'.repeat(50_000);
    assert.deepEqual(await labels(`${deep}|`), []);
    const { source, offset } = atCursor(around(`${deep}|`));
    assert.equal(await service.settingsHover(source, offset), undefined);
  });

  test('leaves all other places to XML, without a promise', () => {
    const ask = (marked: string) => {
      const { source, offset } = atCursor(marked);
      return [service.settingsCompletions(source, offset, facts), service.settingsHover(source, offset)];
    };
    for (const marked of [
      around('{}').replace('<displayName>', '<displayName>|'),
      around('{}').replace('<customSettings>', '<custom|Settings>'),
      component('<customSettings|/>'),
      '<callCenter>|</callCenter>',
    ])
      assert.deepEqual(ask(marked), [undefined, undefined], marked);
  });
});

describe('hover in customSettings', () => {
  const hoverAt = async (settings: string) => {
    const { source, offset } = atCursor(around(settings));
    const hover = await service.settingsHover(source, offset);
    return hover && { on: source.text.slice(hover.at.start, hover.at.end), markdown: hover.markdown };
  };

  test('explains a key, whatever of it the pointer is on', async () => {
    for (const settings of ['{&quot;req|UseApi&quot;:&quot;true&quot;}', '{&qu|ot;reqUseApi&quot;:&quot;true&quot;}']) {
      const hover = await hoverAt(settings);
      assert.equal(hover?.on, '&quot;reqUseApi&quot;');
      assert.match(hover?.markdown ?? '', /^\*\*`reqUseApi`\*\*/);
    }
  });

  test('explains a value that the catalog knows, and repeats no other', async () => {
    assert.match((await hoverAt('{"reqCallCenterType":"SCV|BYOT"}'))?.markdown ?? '', /`SCVBYOT`: /);
    assert.doesNotMatch((await hoverAt('{"reqStandbyUrl":"/apex/S|ecret"}'))?.markdown ?? '', /Secret/);
    assert.equal(await hoverAt('{"own":"se|cret"}'), undefined);
    assert.equal(await hoverAt('{"reqUseApi" | : "true"}'), undefined);
  });
});

describe('formatting of customSettings', () => {
  const options = { tabSize: 2, insertSpaces: true };
  const formatted = (settings: string) => {
    const source = sourceOf(around(settings));
    const after = applyEdits(source.text, service.format(source, options));
    assert.equal(applyEdits(after, service.format(sourceOf(after), options)), after, 'once is enough');
    return settingsOf(after);
  };

  test('leaves one line as Salesforce writes it', () => {
    const settings = '{&quot;reqUseApi&quot;:&quot;true&quot;,&quot;reqTimeout&quot;:&quot;5000&quot;}';
    assert.equal(formatted(settings), settings);
    assert.equal(formatted(` ${settings}\n`), ` ${settings}\n`);
  });

  test('indents several lines below the element', () => {
    assert.equal(
      formatted('{&quot;reqUseApi&quot;:&quot;true&quot;,\n&quot;reqTimeout&quot;:   &quot;5 \\&quot; 0&quot;}'),
      '{\n    &quot;reqUseApi&quot;: &quot;true&quot;,\n    &quot;reqTimeout&quot;: &quot;5 \\&quot; 0&quot;\n  }',
    );
    assert.equal(
      formatted('\n<!-- why -->{"reqUseApi":"true",\n\n"reqTimeout":"1"}'),
      '\n    <!-- why -->{\n      "reqUseApi": "true",\n      "reqTimeout": "1"\n    }\n  ',
    );
    assert.equal(formatted('<![CDATA[\n{ "a":\n"1" }]]>'), '<![CDATA[\n    {\n      "a": "1"\n    }\n  ]]>');
  });

  test('leaves alone what is no JSON', () => {
    assert.equal(formatted('{"a":\n'), '{"a":\n');
    assert.equal(formatted('[\n"a"]'), '[\n"a"]');
  });
});
