import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { insertEntry, removeEntry, setValue } from '../../../server/src/language/custom-settings/edits.ts';
import {
  type CustomSettings,
  customSettingsOf,
  entryOfKey,
  parseJson,
  placeOf,
} from '../../../server/src/language/custom-settings/read.ts';
import { repairOf } from '../../../server/src/language/custom-settings/repair.ts';
import { component } from '../../../server/src/language/rules/example-metadata.ts';
import { applyEdits, type TextEdit } from '../../../server/src/language/text/edits.ts';
import { corpus } from '../../support/fixtures.ts';
import { findingsOf, sourceOf } from '../../support/language.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const document = (settings: string) => component(`<customSettings>${settings}</customSettings>`);

function settingsIn(settings: string): CustomSettings {
  const found = customSettingsOf(sourceOf(document(settings)));
  assert.ok(found);
  return found;
}

/** What stands in the element after edits. */
function edited(settings: string, edits: (found: CustomSettings) => readonly TextEdit[]): string {
  const after = applyEdits(document(settings), edits(settingsIn(settings)));
  const [, inner] = /<customSettings>([\s\S]*)<\/customSettings>/.exec(after) ?? [];
  assert.ok(inner !== undefined, after);
  return inner;
}

describe('the JSON of customSettings', () => {
  test('is as strict as JSON.parse', () => {
    const tokens = ['{', '}', '[', ']', ':', ',', '"', '"a"', '1', '01', '1.', '-', 'true', 'nul', ' ', '\n', '\u00a0'];
    const more = ['\\', '\\u12', '\u0001', '//', '/*', "'", '"\\n"', '"\\q"', '\ufeff', '{"a":', '"b",'];
    const text = fc.array(fc.constantFrom(...tokens, ...more), { maxLength: 7 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, (json) => assert.equal(parseJson(json).errors.length === 0, isJson(json))));
    for (const json of ['{"a":"1"}', '{}', '[]', '""', '-1e5']) assert.deepEqual(parseJson(json).errors, []);
  });

  test('may be nested as deep as it likes', () => {
    assert.ok(parseJson('['.repeat(100_000)).errors.length > 0);
  });

  test('has its entries where they stand in the document', () => {
    const text = document('{&quot;a&quot;:&quot;1&quot;,<!-- b -->&quot;b&quot; : &quot;x &amp;amp; y&quot;}');
    const found = customSettingsOf(sourceOf(text));
    const places = found?.entries.map(({ keyNode, value }) =>
      [keyNode, value].map((node) => {
        const { start, end } = node ? placeOf(found, node) : { start: 0, end: 0 };
        return text.slice(start, end);
      }),
    );
    assert.deepEqual(places, [
      ['&quot;a&quot;', '&quot;1&quot;'],
      ['&quot;b&quot;', '&quot;x &amp;amp; y&quot;'],
    ]);
    assert.equal(found?.entries[1]?.value?.value, 'x &amp; y');
  });
});

describe('edits of customSettings', () => {
  const value = (found: CustomSettings, key: string) => {
    const node = entryOfKey(found, key)?.value;
    assert.ok(node);
    return node;
  };

  test('replace a value in the way the text is written', () => {
    const set = (found: CustomSettings) => setValue(found, value(found, 'a'), 'x&"y');
    assert.equal(edited('{&quot;a&quot;:&quot;1&quot;}', set), '{&quot;a&quot;:&quot;x&amp;\\&quot;y&quot;}');
    assert.equal(edited('{"a":"1"}', set), '{"a":"x&amp;\\"y"}');
    assert.equal(edited('<![CDATA[{"a":"1"}]]>', set), '<![CDATA[{"a":"x&\\"y"}]]>');
    assert.equal(edited('{"a":1}', set), '{"a":"x&amp;\\"y"}');
  });

  test('insert an entry as the others are spaced', () => {
    const insert = (found: CustomSettings) => (found.root ? insertEntry(found, found.root, 'k', 'v') : []);
    assert.equal(edited('{}', insert), '{&quot;k&quot;:&quot;v&quot;}');
    assert.equal(edited('{"a":"1"}', insert), '{"k":"v","a":"1"}');
    assert.equal(edited('{ "a": "1", "b": "2" }', insert), '{ "k": "v", "a": "1", "b": "2" }');
    assert.equal(edited('{\n  "a": "1"\n}', insert), '{\n  "k": "v",\n  "a": "1"\n}');
  });

  test('remove an entry with its comma', () => {
    const remove = (key: string) => (found: CustomSettings) => {
      const entry = entryOfKey(found, key);
      return entry ? removeEntry(found, entry) : [];
    };
    assert.equal(edited('{"a":"1","b":"2"}', remove('a')), '{"b":"2"}');
    assert.equal(edited('{"a":"1","b":"2"}', remove('b')), '{"a":"1"}');
    assert.equal(edited('{"a":"1"}', remove('a')), '{}');
  });
});

describe('a slip in the JSON', () => {
  for (const [what, broken, mended] of [
    ['a missing comma', '{"a":"1" "b":"2"}', '{"a":"1", "b":"2"}'],
    ['a comma too many', '{"a":"1",}', '{"a":"1"}'],
    ['two commas', '{"a":"1",,"b":"2"}', '{"a":"1","b":"2"}'],
    ['a missing colon', '{"a" "1"}', '{"a": "1"}'],
    ['a missing brace', '{"a":"1"', '{"a":"1"}'],
    ['a brace too many', '{"a":"1"}}', '{"a":"1"}'],
    ['a missing quote before a key', '{"a":"1",b":"2"}', '{"a":"1","b":"2"}'],
    ['a missing quote behind the last value', '{"a":"1}', '{"a":"1"}'],
    ['a key without quotes', '{a:"1"}', '{"a":"1"}'],
    ['single quotes', "{'a':'1'}", '{"a":"1"}'],
    ['quotes of a word processor', '{“a”:“1”}', '{"a":"1"}'],
  ] as const) {
    test(`is mended: ${what}`, () => {
      const [error] = parseJson(broken).errors;
      assert.ok(error);
      assert.equal(applyEdits(broken, repairOf(broken, error) ?? []), mended);
    });
  }

  test('is left alone when it is not clear what was meant', () => {
    for (const broken of ['{"a":', 'hello', '{"a" : , "b" }', '{"a":"1" "b":"2" "c":"3"}']) {
      const [error] = parseJson(broken).errors;
      assert.ok(error);
      assert.equal(repairOf(broken, error), undefined, broken);
    }
  });
});

test('of the real files, those disagree with their items that are known to, and nothing else is said of their JSON', () => {
  const known = [
    '001-scv-hvcc.callCenter reqSoftphoneHeight reqSoftphoneWidth',
    '002-scv-sample-a.callCenter reqSoftphoneHeight reqSoftphoneWidth',
    '005-demo-opencti-2018.callCenter reqStandbyUrl',
    '030-nicolas-opencti.callCenter reqStandbyUrl',
    '051-upsell-ja-redacted.callCenter reqStandbyUrl',
  ];
  const files = corpus('metadata');
  const found = files.flatMap(({ name, text }) => {
    const own = findingsOf(text).filter(({ rule }) => rule.startsWith('custom-settings-'));
    for (const { rule, message } of own) assert.equal(rule, 'custom-settings-mismatch', `${name}: ${message}`);
    const keys = own.map(({ message }) => message.split(' ')[0]).sort();
    return keys.length > 0 ? [`${name} ${keys.join(' ')}`] : [];
  });
  assert.deepEqual(found, files.length > 0 ? known : []);
});
