import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type SettingsFormat, settingsFormats } from '../../../server/src/language/preview/preview.ts';
import { service, sourceOf } from '../../support/language.ts';

const text = `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Acme</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Acme Phone</item>
    <item sortOrder="2" name="reqUseApi" label="Use CTI API">true</item>
  </section>
  <section sortOrder="1" name="Own" label="Own */ &amp; | &quot;q&quot;">
    <item sortOrder="1" name="apiToken" label="Token">h7Gk29sLq0</item>
    <item sortOrder="0" name="odd">=1+1, "a" | b
*c*</item>
  </section>
</callCenter>
`;

function settings(format: SettingsFormat, secrets: 'masked' | 'shown' = 'masked') {
  const found = service.previewSettings(sourceOf(text), format, secrets);
  assert.ok(found);
  return found;
}

describe('the settings as an adapter gets them', () => {
  const expected = {
    '/label': 'Acme Phone',
    '/internalNameLabel': 'Internal Name',
    '/displayNameLabel': 'Display Name',
    '/reqGeneralInfo/label': 'General Information',
    '/reqGeneralInfo/sortOrder': '0.0',
    '/reqGeneralInfo/reqInternalName': 'Acme',
    '/reqGeneralInfo/reqDisplayName': 'Acme Phone',
    '/reqGeneralInfo/reqUseApi': 'true',
    '/reqGeneralInfo/reqUseApi/label': 'Use CTI API',
    '/reqGeneralInfo/reqUseApi/sortOrder': '2.0',
    '/Own/label': 'Own */ & | "q"',
    '/Own/sortOrder': '1.0',
    '/Own/odd': '=1+1, "a" | b\n*c*',
    '/Own/odd/sortOrder': '0.0',
    '/Own/apiToken': '•••',
    '/Own/apiToken/label': 'Token',
    '/Own/apiToken/sortOrder': '1.0',
  };

  test('are an object in Lightning Experience and the same as one string in Classic', () => {
    const lightning = settings('lightning');
    assert.deepEqual(JSON.parse(lightning.text), expected);
    assert.equal(lightning.masked, 1);
    assert.equal(settings('classic').text, JSON.stringify(expected));
  });

  test('hold their secrets only for who asks for them', () => {
    for (const format of settingsFormats) assert.doesNotMatch(settings(format).text, /h7Gk29sLq0/, format);
    const open = settings('lightning', 'shown');
    assert.equal(open.masked, 0);
    assert.equal(JSON.parse(open.text)['/Own/apiToken'], 'h7Gk29sLq0');
    assert.match(settings('csv', 'shown').text, /h7Gk29sLq0/);
    assert.doesNotMatch(settings('declaration', 'shown').text, /h7Gk29sLq0/);
  });

  test('of a metadata body have their two names from its elements, and its items behind them', () => {
    const component =
      '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Acme</fullName><displayName>Phone</displayName><displayNameLabel>D</displayNameLabel><internalNameLabel>I</internalNameLabel><sections><items><label>U</label><name>reqUseApi</name><value>true</value></items><label>G</label><name>reqGeneralInfo</name></sections></CallCenter>';
    const found = service.previewSettings(sourceOf(component), 'lightning', 'masked');
    assert.deepEqual(JSON.parse(found?.text ?? ''), {
      '/label': 'Phone',
      '/internalNameLabel': 'I',
      '/displayNameLabel': 'D',
      '/reqGeneralInfo/label': 'G',
      '/reqGeneralInfo/sortOrder': '0.0',
      '/reqGeneralInfo/reqInternalName': 'Acme',
      '/reqGeneralInfo/reqDisplayName': 'Phone',
      '/reqGeneralInfo/reqUseApi': 'true',
      '/reqGeneralInfo/reqUseApi/label': 'U',
      '/reqGeneralInfo/reqUseApi/sortOrder': '2.0',
    });
  });

  for (const format of settingsFormats) {
    test(`are cut behind as many characters as are wanted, and in no character (${format})`, () => {
      const astral = text.replace('Acme Phone', '📞'.repeat(20));
      const all = service.previewSettings(sourceOf(astral), format, 'masked')?.text ?? '';
      for (let most = 0; most <= all.length; most++) {
        const some = service.previewSettings(sourceOf(astral), format, 'masked', {}, most);
        const whole = /[\ud800-\udbff]$/.test(all.slice(0, most)) ? most - 1 : most;
        assert.equal(some?.text, all.slice(0, whole));
        assert.equal(some.cut, most < all.length ? true : undefined);
      }
    });
  }

  test('are undefined for what is no definition', () =>
    assert.equal(service.previewSettings(sourceOf('<project/>'), 'lightning', 'masked'), undefined));
});

describe('the texts for people', () => {
  test('the tables of a metadata body begin with its two names, as those of a file for Setup', () => {
    const component = (items: string) =>
      `<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Acme</fullName><displayName>Phone</displayName><displayNameLabel>D</displayNameLabel><internalNameLabel>I</internalNameLabel><sections>${items}<label>G</label><name>reqGeneralInfo</name></sections></CallCenter>`;
    const item = (name: string) => `<items><label>L</label><name>${name}</name><value>v</value></items>`;
    const keysAndValues = (text: string) =>
      (service.previewSettings(sourceOf(text), 'csv', 'masked')?.text ?? '')
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(',').slice(0, 4).join());
    assert.deepEqual(keysAndValues(component(item('own'))), [
      'Key,Label,Value,Needed',
      '/reqGeneralInfo/reqInternalName,I,Acme,required',
      '/reqGeneralInfo/reqDisplayName,D,Phone,required',
      '/reqGeneralInfo/own,L,v,custom',
    ]);
    // Where one of them is an item, too, it is not told of twice.
    assert.deepEqual(keysAndValues(component(item('reqDisplayName'))), [
      'Key,Label,Value,Needed',
      '/reqGeneralInfo/reqInternalName,I,Acme,required',
      '/reqGeneralInfo/reqDisplayName,D,Phone,required',
    ]);
  });

  test('the declaration has every key, and no label ends its comment', () => {
    const declaration = settings('declaration').text;
    assert.match(declaration, /^\/\*\* .* \*\/\nexport interface AcmeSettings \{\n/);
    const keys = [...declaration.matchAll(/^ {2}readonly (".*"): string;$/gm)].map(([, key]) => JSON.parse(key ?? ''));
    assert.deepEqual(keys, Object.keys(JSON.parse(settings('lightning').text)));
    assert.match(declaration, /\/\*\* Own \*\\\/ & \| "q" \*\//);
  });

  test('a line of the table in Markdown is a line', () => {
    const markdown = settings('markdown').text;
    const lines = markdown.trimEnd().split('\n');
    assert.equal(lines.length, 2 + 5);
    for (const line of lines) assert.equal(line.replaceAll(/\\./g, '').split('|').length, 7, line);
    assert.match(markdown, /=1\+1, "a" \\\| b<br>\\\*c\\\*/);
  });

  test('the table in CSV holds the exact values', () => {
    const csv = settings('csv').text;
    assert.match(csv, /^Key,Label,Value,Needed,Description\r\n/);
    assert.ok(csv.includes('/Own/odd,,"=1+1, ""a"" | b\n*c*",custom,\r\n'), csv);
    assert.ok(csv.endsWith('\r\n'));
  });
});
