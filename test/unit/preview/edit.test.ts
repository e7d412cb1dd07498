import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits, type DocumentOptions, type PreviewOperation } from '../../../server/src/language/index.ts';
import { verdictOf } from '../../../server/src/language/model/read.ts';
import { service, sourceOf } from '../../support/language.ts';

function after(text: string, operation: PreviewOperation, options?: DocumentOptions): string {
  const result = service.previewEdit(sourceOf(text), operation, options);
  assert.ok(result.kind === 'edits', JSON.stringify(result));
  const next = applyEdits(text, result.edits);
  assert.equal(verdictOf(sourceOf(next)).kind, verdictOf(sourceOf(text)).kind);
  return next;
}

function reason(text: string, operation: PreviewOperation): string {
  const result = service.previewEdit(sourceOf(text), operation);
  assert.ok(result.kind === 'refused', JSON.stringify(result));
  return result.reason;
}

const item = (order: number, name: string, value = '') =>
  `    <item sortOrder="${order}" name="${name}" label="${name}">${value}</item>`;

const text = [
  '<callCenter>',
  '  <section sortOrder="0" name="reqGeneralInfo" label="General">',
  item(0, 'reqInternalName', 'Acme'),
  item(1, 'reqDisplayName', 'Acme'),
  item(2, 'reqUseApi', 'true'),
  item(3, 'reqSoftphoneWidth', '300'),
  '  </section>',
  '  <!-- of our own -->',
  '  <section sortOrder="1" name="Own" label="Own">',
  `${item(0, 'a', 'one <!-- kept --> two')} <!-- remark -->`,
  item(1, 'b', '<![CDATA[x < y]]>'),
  item(2, 'c', 'a &amp; "b"'),
  '  </section>',
  '</callCenter>',
  '',
].join('\n');

describe('a value', () => {
  for (const [what, id, value, from, to] of [
    ['keeps the comment in it', '/Own/a', 'one  three', ' two</item>', ' three</item>'],
    ['stays in its CDATA', '/Own/b', 'x < z', 'x < y', 'x < z'],
    ['keeps how the rest of it is written', '/Own/c', 'a & "d"', '; "b"', '; "d"'],
    ['goes into an empty pair of tags', '/Own/b', '', '<![CDATA[x < y]]>', '<![CDATA[]]>'],
  ] as const) {
    test(what, () => assert.equal(after(text, { kind: 'setValue', id, value }), text.replace(from, to)));
  }

  test('needs no edit where it is there already', () => {
    const result = service.previewEdit(sourceOf(text), { kind: 'setValue', id: '/Own/c', value: 'a & "b"' });
    assert.deepEqual(result, { kind: 'edits', edits: [], id: '/Own/c' });
  });

  test('opens an item that closes itself', () => {
    const closed =
      '<callCenter><section sortOrder="0" name="a" label="A"><item sortOrder="0" name="b"/></section></callCenter>';
    assert.equal(
      after(closed, { kind: 'setValue', id: '/a/b', value: 'x' }),
      closed.replace('<item sortOrder="0" name="b"/>', '<item sortOrder="0" name="b">x</item>'),
    );
  });

  test('takes the line ends of the file, whatever they are in the page', () => {
    const crlf = text.replaceAll('\n', '\r\n');
    for (const value of ['1\n2', '1\r\n2']) {
      assert.equal(after(crlf, { kind: 'setValue', id: '/Own/c', value }), crlf.replace('a &amp; "b"', '1\r\n2'));
    }
  });

  test('never ends a CDATA section that is none', () => {
    const odd = text.replace('a &amp; "b"', ']]a>');
    const next = after(odd, { kind: 'setValue', id: '/Own/c', value: ']]>' });
    assert.equal(service.fieldValue(sourceOf(next), '/Own/c'), ']]>');
  });

  test('is refused with characters that XML has not', () => {
    assert.match(reason(text, { kind: 'setValue', id: '/Own/c', value: 'a\u0001' }), /U\+0001/);
    assert.match(reason(text, { kind: 'setValue', id: '/Own/c', value: 'a\ud800' }), /U\+D800/);
  });

  test('is refused where the field is gone, or more than text', () => {
    assert.match(reason(text, { kind: 'setValue', id: '/Own/z', value: '' }), /not in the definition/);
    const mixed = text.replace('a &amp; "b"', 'a<b/>');
    assert.match(reason(mixed, { kind: 'setValue', id: '/Own/c', value: '' }), /edit it in the text/);
  });

  test('is refused where the text is broken, and only there', () => {
    const raw = text.replace('a &amp; "b"', 'a & b');
    assert.match(reason(raw, { kind: 'setValue', id: '/Own/c', value: 'x' }), /not well-formed there/);
    assert.equal(after(raw, { kind: 'setValue', id: '/Own/b', value: 'y' }), raw.replace('x < y', 'y'));
    const open = text.replace('  </section>\n', '');
    assert.match(reason(open, { kind: 'setValue', id: '/Own/b', value: 'x' }), /not well-formed/);
    assert.match(reason('<project/>', { kind: 'addSection', name: 'a' }), /no call center definition/);
  });
});

describe('a label', () => {
  test('is written as an attribute can hold it', () => {
    assert.equal(
      after(text, { kind: 'setLabel', id: '/Own', label: 'A "B" & <C>\nD' }),
      text.replace('label="Own"', 'label="A &quot;B&quot; &amp; &lt;C>&#10;D"'),
    );
  });

  test('is given to what has none', () => {
    const bare = text.replace(' label="c"', '');
    assert.equal(
      after(bare, { kind: 'setLabel', id: '/Own/c', label: 'C' }),
      bare.replace('<item sortOrder="2" name="c"', '<item label="C" sortOrder="2" name="c"'),
    );
  });
});

describe('a move', () => {
  test('changes numbers only, and back again gives the old text', () => {
    const down = after(text, { kind: 'move', id: '/Own/a', by: 1 });
    assert.equal(down, text.replace('"0" name="a"', '"1" name="a"').replace('"1" name="b"', '"0" name="b"'));
    assert.equal(after(down, { kind: 'move', id: '/Own/a', by: -1 }), text);
    assert.equal(after(text, { kind: 'move', id: '/Own/a', by: -1 }), text);
  });

  test('mends numbers that give no order', () => {
    const odd = text.replace('"1" name="b"', '"0" name="b"');
    const next = after(odd, { kind: 'moveTo', id: '/Own/c', place: 0 });
    assert.deepEqual(
      [...next.matchAll(/sortOrder="(\d)" name="([abc])"/g)].map(([, order, name]) => `${order}${name}`),
      ['1a', '2b', '0c'],
    );
  });

  test('to another section takes the line along and leaves no gap', () => {
    const next = after(text, { kind: 'moveTo', id: '/Own/b', place: 2, section: '/reqGeneralInfo' });
    assert.equal(
      next,
      text
        .replace('"3" name="reqSoftphoneWidth"', '"4" name="reqSoftphoneWidth"')
        .replace('"2" name="reqUseApi"', '"3" name="reqUseApi"')
        .replace(`${item(1, 'b', '<![CDATA[x < y]]>')}\n`, '')
        .replace('"2" name="c"', '"1" name="c"')
        .replace('300</item>\n', `300</item>\n${item(2, 'b', '<![CDATA[x < y]]>')}\n`),
    );
  });

  test('does not take a place that the platform has given away', () => {
    for (const operation of [
      { kind: 'move', id: '/reqGeneralInfo/reqInternalName', by: 1 },
      { kind: 'move', id: '/reqGeneralInfo/reqUseApi', by: -1 },
      { kind: 'moveTo', id: '/Own/a', section: '/reqGeneralInfo', place: 0 },
      { kind: 'moveTo', id: '/reqGeneralInfo/reqDisplayName', section: '/Own', place: 0 },
    ] as const)
      assert.match(reason(text, operation), /place/);
  });

  test('does not put two of a name into a section', () => {
    const twice = text.replace('name="reqUseApi"', 'name="a"');
    assert.match(reason(twice, { kind: 'moveTo', id: '/Own/a', section: '/reqGeneralInfo', place: 3 }), /already/);
  });

  test('of a section changes its number', () => {
    assert.equal(
      after(text, { kind: 'move', id: '/Own', by: -1 }),
      text
        .replace('"0" name="reqGeneralInfo"', '"1" name="reqGeneralInfo"')
        .replace('"1" name="Own"', '"0" name="Own"'),
    );
  });
});

describe('what is added', () => {
  test('stands behind the others, a known item with its label', () => {
    const next = after(text, { kind: 'addItem', section: '/reqGeneralInfo', name: 'reqTimeout', value: '5000' });
    const line = '    <item sortOrder="4" name="reqTimeout" label="Timeout">5000</item>\n';
    assert.equal(next, text.replace('300</item>\n', `300</item>\n${line}`));
    const own = after(text, { kind: 'addItem', section: '/Own', name: 'screenPop' });
    assert.match(own, /<item sortOrder="3" name="screenPop" label="Screen Pop"><\/item>/);
  });

  test('has a name that may be one and is free', () => {
    for (const name of ['', 'a b', 'a-b', 'label', 'b'])
      assert.ok(reason(text, { kind: 'addItem', section: '/Own', name }).length > 10, name);
    assert.match(reason(text, { kind: 'addSection', name: 'Own' }), /taken/);
  });

  test('is a whole section of the catalog', () => {
    const next = after(text, { kind: 'addSection', name: 'reqDialingOptions' });
    assert.match(
      next,
      /<section sortOrder="2" name="reqDialingOptions" label="Dialing Options">\n {4}<item sortOrder="0" name="reqOutsidePrefix"/,
    );
    assert.deepEqual(
      service
        .findings(sourceOf(next))
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule)
        .sort(),
      service
        .findings(sourceOf(text))
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule)
        .sort(),
    );
  });

  test('goes into a definition without sections', () => {
    assert.equal(
      after('<callCenter>\n</callCenter>\n', { kind: 'addSection', name: 'own' }),
      '<callCenter>\n    <section sortOrder="0" name="own" label="Own">\n    </section>\n</callCenter>\n',
    );
  });
});

describe('what is removed', () => {
  test('leaves no gap where there was none, and every comment', () => {
    assert.equal(
      after(text, { kind: 'remove', id: '/Own/a' }),
      text
        .replace(`${item(0, 'a', 'one <!-- kept --> two')} `, '    ')
        .replace('"1" name="b"', '"0" name="b"')
        .replace('"2" name="c"', '"1" name="c"'),
    );
  });

  test('is the same again when it is added again', () => {
    const next = after(text, { kind: 'remove', id: '/Own/c' });
    assert.equal(after(next, { kind: 'addItem', section: '/Own', name: 'c', label: 'c', value: 'a & "b"' }), text);
  });
});

describe('mode, size and prefixes', () => {
  test('are set where they are, and added where they are not, in one go', () => {
    const next = after(text, { kind: 'setSize', width: 400, height: 500 });
    assert.equal(
      next,
      text.replace(
        '300</item>\n',
        '400</item>\n    <item sortOrder="4" name="reqSoftphoneHeight" label="Softphone Height">500</item>\n',
      ),
    );
    assert.match(
      after(text, { kind: 'setMode', mode: 'Lightning' }),
      /sortOrder="4" name="reqSalesforceCompatibilityMode" label="[^"]+">Lightning</,
    );
    const dialing = after(text, { kind: 'setPrefixes', outside: '9', international: '011' });
    assert.match(
      dialing,
      /name="reqDialingOptions" label="Dialing Options">\n.*"0" name="reqOutsidePrefix".*>9<.*\n.*"1" name="reqInternationalPrefix".*>011</,
    );
    assert.match(
      after(dialing, { kind: 'setPrefixes', longDistance: '1' }),
      /"2" name="reqLongDistPrefix" label="[^"]+">1</,
    );
  });

  test('are refused out of their bounds and where nobody reads them', () => {
    const lightning = after(text, { kind: 'setMode', mode: 'Lightning' });
    assert.match(reason(lightning, { kind: 'setSize', width: 100 }), /200 to 1920/);
    assert.match(after(text, { kind: 'setSize', width: 100 }), />100</);
    assert.match(reason(text, { kind: 'setSize', width: 1.5 }), /whole number/);
    const voice = text.replace('name="reqUseApi"', 'name="reqVendorInfoApiName"').replace('>true<', '>c__Acme<');
    for (const operation of [
      { kind: 'setMode', mode: 'Lightning' },
      { kind: 'setSize', width: 300 },
      { kind: 'setPrefixes', outside: '9' },
    ] as const)
      assert.match(reason(voice, operation), /does not use/);
  });
});

describe('the metadata form', () => {
  const part = (name: string, value: string) =>
    `        <items>\n            <label>${name}</label>\n            <name>${name}</name>\n            <value>${value}</value>\n        </items>\n`;
  const component = `<?xml version="1.0" encoding="UTF-8"?>
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <adapterUrl>/apex/a</adapterUrl>
    <customSettings>{&quot;reqUseApi&quot;:&quot;true&quot;,&quot;reqTimeout&quot;:&quot;5000&quot;}</customSettings>
    <displayName>Acme</displayName>
    <sections>
${part('reqAdapterUrl', '/apex/a')}${part('reqUseApi', 'true')}        <label>General</label>
        <name>reqGeneralInfo</name>
    </sections>
    <version>4</version>
</CallCenter>
`;

  test('goes on saying the same where it says a value twice', () => {
    assert.equal(
      after(component, { kind: 'setValue', id: '/reqGeneralInfo/reqAdapterUrl', value: '/apex/b' }),
      component.replaceAll('/apex/a', '/apex/b'),
    );
    assert.equal(
      after(component, { kind: 'setValue', id: '/reqGeneralInfo/reqUseApi', value: 'false' }),
      component.replaceAll('true', 'false'),
    );
    const differing = component.replace('/apex/a', '/apex/x');
    assert.equal(
      after(differing, { kind: 'setValue', id: '/reqGeneralInfo/reqAdapterUrl', value: '/apex/b' }),
      differing.replace('/apex/a', '/apex/b'),
    );
  });

  test('is edited beside its items', () => {
    assert.equal(
      after(component, { kind: 'setValue', id: '{reqTimeout}', value: '9 "s"' }),
      component.replace('5000', '9 \\&quot;s\\&quot;'),
    );
    assert.equal(
      after(component, { kind: 'setValue', id: '<displayName>', value: 'A & B' }),
      component.replace('>Acme<', '>A &amp; B<'),
    );
    assert.match(
      after(component, { kind: 'setLabel', id: '<displayName>', label: 'Name' }),
      /<displayName>Acme<\/displayName>\n {4}<displayNameLabel>Name<\/displayNameLabel>\n/,
    );
    assert.equal(
      after(component, { kind: 'remove', id: '{reqTimeout}' }),
      component.replace(',&quot;reqTimeout&quot;:&quot;5000&quot;', ''),
    );
    assert.match(reason(component, { kind: 'remove', id: '<displayName>' }), /Every call center/);
  });

  test('moves its lines, and back again gives the old text', () => {
    const next = after(component, { kind: 'move', id: '/reqGeneralInfo/reqUseApi', by: -1 });
    const [url, api] = [part('reqAdapterUrl', '/apex/a'), part('reqUseApi', 'true')];
    assert.equal(next, component.replace(url + api, api + url));
    assert.equal(after(next, { kind: 'move', id: '/reqGeneralInfo/reqUseApi', by: 1 }), component);
  });

  test('gets new settings in both places', () => {
    const next = after(component, { kind: 'setMode', mode: 'Lightning' });
    assert.match(next, /&quot;reqSalesforceCompatibilityMode&quot;:&quot;Lightning&quot;/);
    assert.match(next, /<name>reqSalesforceCompatibilityMode<\/name>\n {12}<value>Lightning<\/value>/);
  });

  test('gets a section where a retrieve has them', () => {
    const bare = component.replace(/ {4}<sections>[\s\S]*<\/sections>\n/, '');
    assert.match(
      after(bare, { kind: 'addSection', name: 'own' }),
      /<\/displayName>\n {4}<sections>\n[\s\S]*<\/sections>\n {4}<version>/,
    );
  });

  test('gets a label where a part has none', () => {
    const bare = component.replace('            <label>reqUseApi</label>\n', '');
    assert.equal(after(bare, { kind: 'setLabel', id: '/reqGeneralInfo/reqUseApi', label: 'reqUseApi' }), component);
  });
});
