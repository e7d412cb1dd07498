import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Form } from '../../../server/src/language/model/definition.ts';
import { detectForm } from '../../../server/src/language/model/detect.ts';
import { definitionOf } from '../../../server/src/language/model/read.ts';
import { fixturesIn } from '../../support/fixtures.ts';
import { sourceOf } from '../../support/language.ts';
import { parse } from '../../support/tree.ts';

type Body = 'import' | 'metadata' | undefined;

const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const section = '<section sortOrder="0" name="reqGeneralInfo"/>';

const cases: readonly (readonly [what: string, text: string, form: Form, body: Body])[] = [
  ['the import form', `<callCenter>${section}</callCenter>`, 'import', 'import'],
  ['an item that has lost its section', '<callCenter><item name="a"/></callCenter>', 'import', 'import'],
  ['an empty import root', '<callCenter></callCenter>', 'import', 'import'],
  ['an unfinished import root', '<callCenter', 'import', 'import'],
  ['a half-typed child', '<callCenter>\n  <sec', 'import', 'import'],
  ['the import form with a namespace', `<callCenter ${namespace}>${section}</callCenter>`, 'hybrid', 'import'],
  ['an import body under the metadata root', `<CallCenter ${namespace}>${section}</CallCenter>`, 'hybrid', 'import'],
  ['an import body under a capital root', `<CallCenter>${section}</CallCenter>`, 'hybrid', 'import'],
  ['the metadata form', `<CallCenter ${namespace}><sections/></CallCenter>`, 'metadata', 'metadata'],
  ['the metadata form without a namespace', '<CallCenter><displayName/></CallCenter>', 'metadata', 'metadata'],
  ['an empty metadata root', `<CallCenter ${namespace}/>`, 'metadata', 'metadata'],
  ['an empty small root with the namespace', `<callCenter ${namespace}/>`, 'metadata', 'metadata'],
  ['a metadata body under the import root', '<callCenter><sections/></callCenter>', 'hybrid', 'metadata'],
  ['the invented form', '<CallCenter><InternalName>A</InternalName></CallCenter>', 'invented', undefined],
  [
    'the invented form under a small root',
    '<callCenter><CTIVersion>4</CTIVersion></callCenter>',
    'invented',
    undefined,
  ],
  ['a platform section under another root', `<CallCentre>${section}</CallCentre>`, 'import', 'import'],
  ['a platform section without a root', section, 'import', 'import'],
  ["somebody else's call center", '<callCenter><agent>1</agent></callCenter>', 'none', undefined],
  ['another root with sections of its own', '<book><section name="a"/></book>', 'none', undefined],
  ['another case of the root', '<callcenter/>', 'none', undefined],
  ['no element', '<!-- callCenter -->', 'none', undefined],
  ['nothing', '', 'none', undefined],
];

describe('the form of a document', () => {
  for (const [what, text, form, body] of cases) {
    test(`${what}: ${form}`, () => assert.deepEqual(detectForm(parse(text)), { form, body }));
  }

  test('goes by the children: where both kinds stand, sections of the import form count', () => {
    assert.equal(detectForm(parse(`<callCenter>${section}<sections/></callCenter>`)).body, 'import');
  });

  test('does not change when a definition is cut behind its first section tag', () => {
    const text = `<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="G">\n    <item sortOrder="0" name="a">1</item>\n  </section>\n</callCenter>\n`;
    for (let end = text.indexOf('<section') + 9; end <= text.length; end++)
      assert.equal(detectForm(parse(text.slice(0, end))).form, 'import', text.slice(0, end));
  });
});

/** What the fixtures show that are not of the import form. */
const forms: ReadonlyMap<string, readonly [Form, Body]> = new Map([
  ['fixtures/err/hybrid-import-body.xml', ['hybrid', 'import']],
  ['fixtures/err/hybrid-metadata-body.xml', ['hybrid', 'metadata']],
  ['fixtures/ok/namespace-on-root.xml', ['hybrid', 'import']],
  ['fixtures/ok/VoiceSettings.callCenter-meta.xml', ['metadata', 'metadata']],
  ['fixtures/err/Settings.callCenter-meta.xml', ['metadata', 'metadata']],
  ['fixtures/ok/Litware.callCenter-meta.xml', ['metadata', 'metadata']],
  ['fixtures/err/Deployed.callCenter-meta.xml', ['hybrid', 'import']],
  ['fixtures/err/Half.callCenter-meta.xml', ['metadata', 'metadata']],
  ['fixtures/err/two-names.xml', ['metadata', 'metadata']],
  ['fixtures/err/invented.xml', ['invented', undefined]],
]);

describe('each fixture is of the form that it is meant to show', () => {
  for (const folder of ['fixtures/ok', 'fixtures/err', 'samples']) {
    for (const { name, text } of fixturesIn(folder)) {
      test(`${folder}/${name}`, () => {
        const other: readonly [Form, Body] = name.startsWith('unrelated-') ? ['none', undefined] : ['import', 'import'];
        const [form, body] = forms.get(`${folder}/${name}`) ?? other;
        const definition = definitionOf(sourceOf(text));
        assert.deepEqual([definition.form, definition.body], [form, body]);
        assert.equal(definition.sections.length > 0, body !== undefined, 'a body has sections');
      });
    }
  }
});
