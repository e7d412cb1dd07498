import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import type { DefinitionPlan } from '../../../server/src/language/convert/plan.ts';
import { serialiseDefinition, serialiseMetadata } from '../../../server/src/language/convert/serialise.ts';

function oneItem(value: string, more: { name?: string; label?: string; comments?: string[] } = {}): DefinitionPlan {
  return { sections: [{ name: 'demo', label: 'Demo', items: [{ name: 'note', label: 'Note', value, ...more }] }] };
}

/** Values, by the order of the items, as a reader gets them. */
function valuesIn(xml: string): string[] {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  return [...document.getElementsByTagName('item')].map((item) => item.textContent ?? '');
}

function assertWellFormed(xml: string): void {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], { input: xml, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

test('a definition is written with declaration, numbers, comments and four spaces a level', () => {
  const text = serialiseDefinition({
    comments: [' About the file. '],
    sections: [
      {
        name: 'reqGeneralInfo',
        label: 'General Information',
        items: [
          { name: 'reqInternalName', label: 'Internal Name', value: 'Northwind', comments: [' Cannot be changed. '] },
          { name: 'reqDisplayName', value: '' },
        ],
      },
      {
        name: 'own',
        label: 'Own',
        comments: ['\n        One line\n        and another\n    '],
        items: [{ name: 'a', label: 'A', value: '1' }],
      },
      { name: 'bare', items: [] },
    ],
  });
  assert.equal(
    text,
    `<?xml version="1.0" encoding="UTF-8"?>
<!-- About the file. -->
<callCenter>
    <section sortOrder="0" name="reqGeneralInfo" label="General Information">
        <!-- Cannot be changed. -->
        <item sortOrder="0" name="reqInternalName" label="Internal Name">Northwind</item>
        <item sortOrder="1" name="reqDisplayName"></item>
    </section>
    <!--
        One line
        and another
    -->
    <section sortOrder="1" name="own" label="Own">
        <item sortOrder="0" name="a" label="A">1</item>
    </section>
    <section sortOrder="2" name="bare">
    </section>
</callCenter>
`,
  );
  assertWellFormed(text);
});

test('a call center without sections is still a document', () => {
  const text = serialiseDefinition({ sections: [] });
  assert.equal(text, '<?xml version="1.0" encoding="UTF-8"?>\n<callCenter/>\n');
  assertWellFormed(text);
});

test('a reader gets back exactly the value that was given', () => {
  const values = [
    'https://softphone.example.com/?a=1&b=<2>&c="3"',
    "it's ]]> the end",
    '  blanks around  ',
    '-----BEGIN CERTIFICATE-----\nTUlJRmFrZTE=\nTUlJRmFrZTI=\n-----END CERTIFICATE-----\n',
    'carriage\r\nreturns\rtoo',
    '{"queue": ["a", "b"]}',
    'コールセンター ☎ 📞 \u0085\u2028',
    '\t\n',
    '',
  ];
  const text = serialiseDefinition({
    sections: [{ name: 'demo', items: values.map((value, index) => ({ name: `value${index}`, value })) }],
  });
  assertWellFormed(text);
  assert.deepEqual(valuesIn(text), values);
});

test('no white space is added to a value of several lines', () => {
  const pem = '-----BEGIN PUBLIC KEY-----\nTUlJRmFrZTE=\n-----END PUBLIC KEY-----';
  assert.ok(serialiseDefinition(oneItem(pem)).includes(`>${pem}</item>`));
});

test('labels carry any characters through an attribute', () => {
  const label = ' "A" & <B>\n\'C\'\t電話 ';
  const text = serialiseDefinition(oneItem('', { label }));
  assertWellFormed(text);
  const item = new DOMParser().parseFromString(text, 'text/xml').getElementsByTagName('item')[0];
  assert.equal(item?.getAttribute('label'), label);
});

test('characters that XML cannot carry are refused by name, wherever they stand', () => {
  const refused = ['\u0000', '\u0001', '\u000b', '\u001f', '\ud800', '\udc00x', '\ufffe', '\uffff'];
  for (const character of refused) {
    const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    const expected = (what: string) => ({
      name: 'RangeError',
      message: `${what} holds the character ${code}, which XML cannot carry`,
    });
    const bad = `a${character}`;
    assert.throws(() => serialiseDefinition(oneItem(bad)), expected('the value of note'));
    assert.throws(() => serialiseDefinition(oneItem('', { label: bad })), expected('the label of note'));
    assert.throws(() => serialiseDefinition(oneItem('', { name: bad })), expected('the name of a item'));
    assert.throws(() => serialiseDefinition(oneItem('', { comments: [bad] })), expected('a comment'));
  }
});

test('comments that XML cannot hold are refused', () => {
  for (const comment of ['a -- b', 'ends with -', '---']) {
    assert.throws(() => serialiseDefinition(oneItem('', { comments: [comment] })), RangeError);
    assert.throws(() => serialiseDefinition({ comments: [comment], sections: [] }), RangeError);
  }
});

test('comments stand where they are given, character for character, but for their line ends', () => {
  const text = serialiseDefinition({
    comments: [' 1 ', '2'],
    sections: [{ name: 's', comments: ['\r\n  3\r4 \u2028 &amp; <b>'], items: [], trailing: ['5'] }],
    trailing: ['6'],
    after: ['7'],
  });
  assert.equal(
    text,
    `<?xml version="1.0" encoding="UTF-8"?>
<!-- 1 -->
<!--2-->
<callCenter>
    <!--
  3
4 \u2028 &amp; <b>-->
    <section sortOrder="0" name="s">
        <!--5-->
    </section>
    <!--6-->
</callCenter>
<!--7-->
`,
  );
  assertWellFormed(text);
});

test('the metadata form is written as Salesforce writes it', () => {
  const text = serialiseMetadata({
    comments: [' a '],
    adapterUrl: '/apex/phone?a=1&b=2',
    customSettings: '{"reqUseApi":"true"}',
    displayName: 'Northwind <Phone>',
    displayNameLabel: 'Display Name',
    internalNameLabel: 'Internal Name',
    sections: [
      {
        name: 'own',
        label: 'Own',
        comments: [' b '],
        items: [
          { name: 'team', label: 'Team', value: ' 1 ', comments: [' c '] },
          { name: 'empty', value: '' },
        ],
        trailing: [' d '],
      },
    ],
    trailing: [' e '],
  });
  assert.equal(
    text,
    `<?xml version="1.0" encoding="UTF-8"?>
<!-- a -->
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <adapterUrl>/apex/phone?a=1&amp;b=2</adapterUrl>
    <customSettings>{&quot;reqUseApi&quot;:&quot;true&quot;}</customSettings>
    <displayName>Northwind &lt;Phone&gt;</displayName>
    <displayNameLabel>Display Name</displayNameLabel>
    <internalNameLabel>Internal Name</internalNameLabel>
    <!-- b -->
    <sections>
        <!-- c -->
        <items>
            <label>Team</label>
            <name>team</name>
            <value> 1 </value>
        </items>
        <items>
            <label>empty</label>
            <name>empty</name>
            <value xsi:nil="true"/>
        </items>
        <!-- d -->
        <label>Own</label>
        <name>own</name>
    </sections>
    <!-- e -->
</CallCenter>
`,
  );
  assertWellFormed(text);
});

test('the quotes of a comment that shows customSettings stay as they are, and those of the element do not', () => {
  const text = serialiseMetadata({
    comments: [' as in <customSettings>{"a":1}</customSettings> '],
    customSettings: '{"b":2}',
    displayName: 'A',
    displayNameLabel: 'Display Name',
    internalNameLabel: 'Internal Name',
    sections: [],
  });
  assert.ok(text.includes('<!-- as in <customSettings>{"a":1}</customSettings> -->'), text);
  assert.ok(text.includes('    <customSettings>{&quot;b&quot;:2}</customSettings>'), text);
});
