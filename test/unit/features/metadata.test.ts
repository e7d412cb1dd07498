import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../../server/src/language/features/hover.ts';
import { createSource } from '../../../server/src/language/text/source.ts';
import { atCursor, catalog, labels, offers, offersAt, take } from '../../support/features.ts';
import { findingsOf } from '../../support/language.ts';

const openCti = { flavour: 'openCti' } as const;

function lines(...list: readonly string[]): string {
  return list.map((line) => `${line}\n`).join('');
}

const root = '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">';
const names = [
  '    <displayName>Acme</displayName>',
  '    <displayNameLabel>Display Name</displayNameLabel>',
  '    <internalNameLabel>Internal Name</internalNameLabel>',
];

/** The lines stand in `reqGeneralInfo`. */
function inGeneral(...inner: readonly string[]): string {
  const ends = ['        <label>General Information</label>', '        <name>reqGeneralInfo</name>', '    </sections>'];
  return lines(root, ...names, '    <sections>', ...inner, ...ends, '</CallCenter>');
}

test('in the root there are whole sections and the elements that are missing, required ones before others', () => {
  const found = labels(lines(root, names[0] ?? '', '    |', '</CallCenter>'), openCti);
  assert.equal(found[0], 'reqGeneralInfo');
  assert.deepEqual(found.slice(found.indexOf('displayNameLabel')), [
    ...['displayNameLabel', 'internalNameLabel', 'adapterUrl', 'customSettings', 'version', 'sections'],
  ]);
});

test('nothing is offered where nothing is for an author to write', () => {
  for (const marked of [
    lines(root, '    <vendorCallCenterStatusMaps>', '        |', '    </vendorCallCenterStatusMaps>', '</CallCenter>'),
    lines(root, '    <displayName>|</displayName>', '</CallCenter>'),
    inGeneral('        <items |>', '        </items>'),
    inGeneral(
      '        <items>',
      '            <label>A</label>',
      '            <name>a</name>',
      '            <value>1</value>',
      '            |',
      '        </items>',
    ),
  ])
    assert.deepEqual(labels(marked, openCti), [], marked);
});

test('what a retrieve writes is not offered, but known to who writes in it', () => {
  assert.ok(!labels(lines(root, '    |', '</CallCenter>'), openCti).includes('contactCenterChannels'));
  const channel = (...inner: readonly string[]) =>
    lines(root, '    <contactCenterChannels>', ...inner, '    </contactCenterChannels>', '</CallCenter>');
  assert.deepEqual(labels(channel('        <channel>Phone</channel>', '        |'), openCti), [
    ...['contactCenter', 'omniCallbackFallbackQueue', 'omniCallbackHandler', 'voiceMailFallbackQueue'],
    'voiceMailHandler',
  ]);
  assert.match(hoverAt(channel('        <voiceMail|Handler>x</voiceMailHandler>'))?.markdown ?? '', /deleted before/);
});

test('a whole item is written as elements, without those that the form has in its root', () => {
  const expected = inGeneral(
    ...['        <items>', '            <label>Use CTI API</label>', '            <name>reqUseApi</name>'],
    ...['            <value>|true</value>', '        </items>'],
  );
  for (const typed of ['|', 'req|', '<|', '<it|', '<items|></items>'])
    assert.equal(take(inGeneral(`        ${typed}`), 'reqUseApi', openCti), expected, typed);
  assert.ok(!labels(inGeneral('        |'), openCti).includes('reqInternalName'));
});

test('a whole section brings the items of its flavour, before its label and name', () => {
  const text = take(lines(root, ...names, '    |', '</CallCenter>'), 'reqGeneralInfo', openCti).replace('|', '');
  assert.match(text, /\n {4}<sections>\n {8}<items>\n {12}<label>/);
  assert.match(
    text,
    /<\/items>\n {8}<label>General Information<\/label>\n {8}<name>reqGeneralInfo<\/name>\n {4}<\/sections>\n/,
  );
  assert.doesNotMatch(text, /reqDisplayName|sortOrder/);
});

test('a name brings the label and the value that the item lacks', () => {
  assert.equal(
    take(inGeneral('        <items>', '            <name>|</name>', '        </items>'), 'reqUseApi', openCti),
    inGeneral(
      ...['        <items>', '            <label>Use CTI API</label>', '            <name>reqUseApi</name>'],
      ...['            <value>|true</value>', '        </items>'],
    ),
  );
  const whole = ['        <items>', '            <label>Mine</label>'];
  const value = ['            <value>false</value>', '        </items>'];
  assert.equal(
    take(inGeneral(...whole, '            <name>req|</name>', ...value), 'reqUseApi', openCti),
    inGeneral(...whole, '            <name>reqUseApi|</name>', ...value),
  );
});

test('a section is named with its label', () => {
  assert.equal(
    take(
      lines(root, '    <sections>', '        <name>|</name>', '    </sections>', '</CallCenter>'),
      'reqDialingOptions',
      openCti,
    ),
    lines(
      ...[root, '    <sections>', '        <label>Dialing Options</label>', '        <name>reqDialingOptions|</name>'],
      ...['    </sections>', '</CallCenter>'],
    ),
  );
});

test('values go by the kind of their item, the address of the root by that of reqAdapterUrl', () => {
  const item = (value: string) =>
    inGeneral(
      '        <items>',
      '            <label>M</label>',
      '            <name>reqSalesforceCompatibilityMode</name>',
      `            ${value}`,
      '        </items>',
    );
  assert.deepEqual(labels(item('<value>|</value>'), openCti).sort(), ['Classic', 'Classic_and_Lightning', 'Lightning']);
  assert.equal(take(item('<value>Cl|</value>'), 'Lightning', openCti), item('<value>Lightning|</value>'));
  const address = lines(root, '    <adapterUrl>|</adapterUrl>', '</CallCenter>');
  assert.equal(labels(address, { ...openCti, facts: { visualforcePages: ['Phone'] } })[0], '/apex/Phone');
});

test('a closing tag is offered for the element that lacks one', () => {
  assert.equal(offers(inGeneral('        <items>', '            <label>A</|'), openCti)[0]?.label, '</label>');
});

test('an empty file with the name of a component is offered whole components, which have no errors', () => {
  const source = createSource('file:///test/Acme.callCenter-meta.xml', 1, '');
  const found = offersAt(source, 0);
  assert.equal(found.length, 4);
  for (const { plain, snippet } of found) {
    assert.match(plain, /^<\?xml [^>]+>\n(?:<!--.*-->\n)*<CallCenter xmlns=/);
    assert.match(snippet, /<displayName>\$\{\d:My Call Center\}</);
    const bad = findingsOf(plain, undefined, source.uri).filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    );
    assert.deepEqual(bad, []);
  }
});

function hoverAt(marked: string) {
  const { source, offset } = atCursor(marked);
  const found = hover(source, offset, { catalog, flavour: 'openCti' });
  return found && { on: source.text.slice(found.at.start, found.at.end), markdown: found.markdown };
}

test('elements, names and values are explained, with the key at run time', () => {
  const item = [
    '        <items>',
    '            <label>Mode</label>',
    '            <name>reqSalesforceCompatibilityMode</name>',
    '            <value>Lightning</value>',
    '        </items>',
  ];
  const at = (index: number, from: string, to: string) =>
    hoverAt(inGeneral(...item.map((line, i) => (i === index ? line.replace(from, to) : line))));
  const key = '/reqGeneralInfo/reqSalesforceCompatibilityMode';
  for (const [found, on] of [
    [at(0, 'items', 'it|ems'), 'items'],
    [at(2, 'reqSales', 'req|Sales'), 'reqSalesforceCompatibilityMode'],
    [at(3, 'Lightning', 'Light|ning'), 'Lightning'],
    [at(3, 'value', 'val|ue'), 'value'],
  ] as const) {
    assert.equal(found?.on, on);
    assert.ok(found.markdown.includes(key), found.markdown);
  }
  assert.ok(at(1, 'Mode', 'Mo|de')?.markdown.includes(`${key}/label`));
  const own = hoverAt(inGeneral('        <items>', '            <name>te|am</name>', '        </items>'));
  assert.ok(own?.markdown.includes('/reqGeneralInfo/team'));
  assert.equal(hoverAt(lines(root, '    <disp|layName>Acme</displayName>', '</CallCenter>'))?.on, 'displayName');
  assert.equal(hoverAt(lines(root, '    <colo|ur>Acme</colour>', '</CallCenter>')), undefined);
});
