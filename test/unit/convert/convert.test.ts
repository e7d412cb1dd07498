import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Conversion, TargetForm } from '../../../server/src/language/convert/conversion.ts';
import { createSource } from '../../../server/src/language/index.ts';
import { service } from '../../support/language.ts';
import { marked } from '../../support/marked.ts';

function converted(text: string, target: TargetForm, fileName = 'Northwind.callCenter-meta.xml'): Conversion {
  return service.convert(createSource(`file:///callCenters/${fileName}`, 1, text), target);
}

/** `code: the characters it stands on` of each loss. */
function losses(text: string, target: TargetForm, fileName?: string): string[] {
  const result = converted(text, target, fileName);
  assert.ok(result.kind === 'converted', result.kind === 'refused' ? result.reason : '');
  for (const { message } of result.losses) assert.match(message, /^\S.*\.$/s);
  return result.losses.map(({ code, at }) => `${code}: ${text.slice(at.start, at.end)}`);
}

/** An import file: the general section with the two names and these lines. */
function setup(...lines: readonly string[]): string {
  return [
    '<callCenter>',
    '<section sortOrder="0" name="reqGeneralInfo" label="General">',
    '<item sortOrder="0" name="reqInternalName" label="Internal Name">Northwind</item>',
    '<item sortOrder="1" name="reqDisplayName" label="Display Name">Northwind Phone</item>',
    ...lines,
    '</section>',
    '</callCenter>',
  ].join('\n');
}

function component(...lines: readonly string[]): string {
  return [
    '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">',
    '<displayName>Northwind Phone</displayName>',
    '<displayNameLabel>Display Name</displayNameLabel>',
    '<internalNameLabel>Internal Name</internalNameLabel>',
    ...lines,
    '</CallCenter>',
  ].join('\n');
}

function section(name: string, ...items: readonly (readonly [string, string])[]): string {
  const lines = items.map(
    ([item, value]) => `<items><label>${item}</label><name>${item}</name><value>${value}</value></items>`,
  );
  return `<sections>${lines.join('')}<label>${name}</label><name>${name}</name></sections>`;
}

describe('an import file as a component', () => {
  test('the internal name becomes the name of the file', () => {
    const result = converted(setup(), 'metadata', 'callcenter.xml');
    assert.ok(result.kind === 'converted');
    assert.equal(result.fileName, 'Northwind.callCenter-meta.xml');
    assert.deepEqual(result.losses, []);
  });

  test('line ends are kept', () => {
    const result = converted(setup().replaceAll('\n', '\r\n'), 'metadata');
    assert.ok(result.kind === 'converted');
    assert.ok(!/(?<!\r)\n/.test(result.text));
  });

  test('a value that was not taken is told, the beginning of it where it is long', () => {
    const address = `https://phone.acme.test/${'a'.repeat(100)}`;
    const text = component(
      `<adapterUrl>${address}</adapterUrl>`,
      section('reqGeneralInfo', ['reqAdapterUrl', '/apex/b']),
    );
    const result = converted(text, 'import');
    assert.deepEqual(result.kind === 'converted' && result.losses.map(({ message }) => message), [
      `adapterUrl says “${address.slice(0, 80)}…”, the item reqAdapterUrl says “/apex/b”: the value of the item was taken. If the other one is right, write it there.`,
    ]);
  });

  test('what cannot cross is named, where it stands', () => {
    assert.deepEqual(losses(setup('<item sortOrder="4" name="own" label="Own">1</item>'), 'metadata'), [
      'sort-order: reqGeneralInfo',
    ]);
    assert.deepEqual(
      losses(
        setup('<item sortOrder="3" name="b" label="B">1</item><item sortOrder="2" name="a" label="A">2</item>'),
        'metadata',
      ),
      ['document-order: reqGeneralInfo'],
    );
    assert.deepEqual(losses(setup('<item sortOrder="2" name="own">1</item>'), 'metadata'), ['label-added: own']);
    assert.deepEqual(losses(setup('<item sortOrder="2" name="own" label="x" color="red">1</item>'), 'metadata'), [
      'attribute: color="red"',
    ]);
    assert.deepEqual(losses(setup('<item sortOrder="2" name="own" label="x">a<!-- why -->b</item>'), 'metadata'), [
      'comment-moved: <!-- why -->',
    ]);
    assert.deepEqual(losses(`<?pi?>${setup()}`, 'metadata'), ['instruction: <?pi?>']);
    assert.deepEqual(
      losses(setup('<item sortOrder="2" name="reqVendorInfoApiName" label="V">c__Fabrikam</item>'), 'metadata'),
      ['settings-key-added: callCenter'],
    );
    assert.deepEqual(
      losses(setup('<item sortOrder="2" name="reqVendorInfoApiName" label="V">c__AMAZON_CONNECT</item>'), 'metadata'),
      [],
    );
    assert.deepEqual(losses(setup().replace('>Northwind Phone<', '><'), 'metadata'), ['display-name: ']);
    assert.deepEqual(
      losses(
        setup()
          .replace('sortOrder="0" name="reqI', 'sortOrder="1" name="reqI')
          .replace('"1" name="reqD', '"0" name="reqD'),
        'metadata',
      ),
      ['document-order: reqGeneralInfo', 'sort-order: 1', 'sort-order: 0'],
    );
  });
});

describe('a component as a file for Setup', () => {
  test('the name of the file, or its full name, becomes the internal name', () => {
    const nameOf = (fileName: string, text = component()) => {
      const result = converted(text, 'import', fileName);
      return result.kind === 'converted' ? result.fileName : result.reason;
    };
    assert.equal(nameOf('Fabrikam.callCenter'), 'Fabrikam.xml');
    assert.equal(nameOf('Fabrikam.callCenter-meta.xml'), 'Fabrikam.xml');
    assert.equal(nameOf('Fabrikam.callCenter', component('<fullName>Contoso</fullName>')), 'Contoso.xml');
    assert.equal(nameOf('anything.xml'), 'NorthwindPhone.xml');
    assert.match(
      nameOf('anything.xml', '<CallCenter><adapterUrl/></CallCenter>'),
      /does not say what the call center is called/,
    );
  });

  test('a value that was not taken is told, the beginning of it where it is long', () => {
    const address = `https://phone.acme.test/${'a'.repeat(100)}`;
    const text = component(
      `<adapterUrl>${address}</adapterUrl>`,
      section('reqGeneralInfo', ['reqAdapterUrl', '/apex/b']),
    );
    const result = converted(text, 'import');
    assert.deepEqual(result.kind === 'converted' && result.losses.map(({ message }) => message), [
      `adapterUrl says “${address.slice(0, 80)}…”, the item reqAdapterUrl says “/apex/b”: the value of the item was taken. If the other one is right, write it there.`,
    ]);
  });

  test('what cannot cross is named, where it stands', () => {
    assert.deepEqual(losses(component('<version>5</version>'), 'import'), ['version: 5']);
    assert.deepEqual(
      losses(component('<contactCenterChannels><channel>a</channel></contactCenterChannels>'), 'import'),
      ['contact-center-channels: <contactCenterChannels><channel>a</channel></contactCenterChannels>'],
    );
    assert.deepEqual(losses(component('<vendorCallCenterStatusMaps/>'), 'import'), [
      'status-maps: <vendorCallCenterStatusMaps/>',
    ]);
    assert.deepEqual(losses(component('<customSettings>{"reqCallCenterType":"SCVBYOT"}</customSettings>'), 'import'), [
      'settings-key: "reqCallCenterType":"SCVBYOT"',
    ]);
    assert.deepEqual(losses(component('<adapterUrl>/apex/a</adapterUrl>'), 'import'), ['item-added: /apex/a']);
    assert.deepEqual(
      losses(
        component('<adapterUrl>/apex/a</adapterUrl>', section('reqGeneralInfo', ['reqAdapterUrl', '/apex/b'])),
        'import',
      ),
      ['value-differs: /apex/a'],
    );
    assert.deepEqual(losses(component(), 'import', 'North_wind.callCenter'), ['internal-name: CallCenter']);
    assert.deepEqual(losses(component(), 'import', 'any.xml'), ['internal-name: Northwind Phone']);
  });

  test('where there is no general section one is made, with what the file says elsewhere', () => {
    const result = converted(
      component('<customSettings>{"reqUseApi":"true"}</customSettings>', section('own', ['a', '1'])),
      'import',
    );
    assert.ok(result.kind === 'converted');
    assert.match(result.text, /<section sortOrder="0" name="reqGeneralInfo" label="General Information">/);
    assert.match(result.text, /<item sortOrder="2" name="reqUseApi" label="Use CTI API">true<\/item>/);
    assert.match(result.text, /<section sortOrder="1" name="own" label="own">/);
  });
});

describe('a body in the clothing of the other form', () => {
  const body = '\n  <section sortOrder="0" name="a"><item sortOrder="0" name="b">x</item></section> <!-- kept -->\n';
  const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

  test('changes its clothes and nothing else', () => {
    const text = `<?xml version="1.0"?>\n<CallCenter  ${namespace} >${body}</CallCenter>\n`;
    const result = converted(text, 'import', 'Acme%20West.callCenter-meta.xml');
    assert.ok(result.kind === 'converted');
    assert.equal(result.text, `<?xml version="1.0"?>\n<callCenter >${body}</callCenter>\n`);
    assert.equal(result.fileName, 'Acme West.xml');
  });

  test('a metadata body under a small letter, without its namespace', () => {
    const result = converted('<callCenter><adapterUrl/></callCenter>', 'metadata', 'callcenter.xml');
    assert.ok(result.kind === 'converted');
    assert.equal(result.text, `<CallCenter ${namespace}><adapterUrl/></CallCenter>`);
    assert.equal(result.fileName, 'callcenter.callCenter-meta.xml');
  });

  test('a metadata body is to be saved under a name that can be deployed', () => {
    const nameOf = (fileName: string, fullName = '') => {
      const result = converted(`<callCenter>${fullName}<adapterUrl/></callCenter>`, 'metadata', fileName);
      return result.kind === 'converted' ? result.fileName : result.reason;
    };
    assert.equal(nameOf('my-call-center.xml'), 'mycallcenter.callCenter-meta.xml');
    assert.equal(nameOf('my-call-center.xml', '<fullName>Acme</fullName>'), 'Acme.callCenter-meta.xml');
    assert.equal(nameOf('2.xml'), '2.callCenter-meta.xml');
  });
});

describe('nothing is dropped: what is not understood is refused, with the reason and the place', () => {
  const cases: readonly (readonly [what: string, text: string, target: TargetForm, reason: RegExp])[] = [
    ['no definition', '«»<project/>', 'import', /no call center definition/],
    ['broken XML', setup('<item sortOrder="2" name="own">1</itm«>»'), 'metadata', /not well-formed/],
    ['a DOCTYPE', `«<»!DOCTYPE callCenter>${setup()}`, 'metadata', /DOCTYPE/],
    ['an unknown element', setup('<«entry» name="a"/>'), 'metadata', /<entry> has no place in <section>/],
    ['text between items', setup('«\nlost\n»'), 'metadata', /text in <section>/],
    ['an item without a name', setup('«<item sortOrder="2">»1</item>'), 'metadata', /no name/],
    [
      'a value that holds an element',
      setup('<item sortOrder="2" name="a">«1<b/>»</item>'),
      'metadata',
      /not text alone/,
    ],
    ['no internal name', setup().replace('>Northwind<', '>«»<'), 'metadata', /no internal name/],
    [
      'a name that no file can have',
      setup().replace('>Northwind<', '>«North wind»<'),
      'metadata',
      /cannot be the name/,
    ],
    ['JSON that is broken', component('<customSettings>«{"a":»</customSettings>'), 'import', /not JSON/],
    ['JSON that is a list', component('<customSettings>«[]»</customSettings>'), 'import', /not a JSON object/],
    [
      'two names in one item',
      component('<sections><name>s</name><items><name>a</name><«name»>b</name></items></sections>'),
      'import',
      /<name> stands twice/,
    ],
    [
      'two sections of one name',
      component(section('a'), section('a').replace('<name>a<', '<name>«a»<')),
      'import',
      /two sections “a”/,
    ],
    [
      'a half-converted item',
      component('<sections><name>s</name><«item»/></sections>'),
      'import',
      /<item> has no place/,
    ],
    ['the form that is asked for', setup().replace('<callCenter', '<«callCenter»'), 'import', /already/],
  ];
  for (const [what, given, target, reason] of cases) {
    test(what, () => {
      const { text, spans } = marked(given);
      const result = converted(text, target);
      assert.ok(result.kind === 'refused', 'it was converted');
      assert.match(result.reason, reason);
      const [at] = spans;
      // The verdict on broken XML is a point.
      assert.ok(at && at.start - 1 <= result.at.start && result.at.start <= at.end, `${result.at.start} ${at?.start}`);
    });
  }
});

test('the invented form becomes either', () => {
  const text =
    '<CallCenter>\n  <InternalName>Acme</InternalName>\n  <DisplayName>Acme Phone</DisplayName>\n</CallCenter>\n';
  const first = converted(text, 'import', 'acme.xml');
  assert.ok(first.kind === 'converted');
  assert.match(first.text, /name="reqInternalName" label="Internal Name">Acme</);
  const second = converted(text, 'metadata', 'acme.xml');
  assert.ok(second.kind === 'converted');
  assert.match(second.text, /<displayName>Acme Phone<\/displayName>/);
  assert.equal(second.fileName, 'Acme.callCenter-meta.xml');
});
