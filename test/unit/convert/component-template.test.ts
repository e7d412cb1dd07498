// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flavours } from '../../../server/src/language/catalog/types.ts';
import {
  componentSectionSnippet,
  componentSnippet,
  newComponent,
} from '../../../server/src/language/convert/component-template.ts';
import { catalog, expand } from '../../support/features.ts';
import { findingsOf } from '../../support/language.ts';

const uri = 'file:///test/MyCallCenter.callCenter-meta.xml';

for (const flavour of flavours) {
  test(`a new ${flavour} component has nothing that the rules object to`, () => {
    const found = findingsOf(newComponent(flavour, catalog), { flavour }, uri);
    assert.deepEqual(
      found.filter(({ severity }) => severity === 'error' || severity === 'warning'),
      [],
    );
  });

  test(`a new ${flavour} component is in the words of its form`, () => {
    const text = newComponent(flavour, catalog);
    assert.doesNotMatch(text, /sortOrder|import|reqInternalName|reqDisplayName|[\ue000-\uf8ff]/i);
    assert.match(text, /<displayName>My Call Center<\/displayName>/);
  });

  test(`the ${flavour} snippet, left as it is, gives the new component`, () => {
    const { text, stops } = expand(componentSnippet(flavour, catalog));
    assert.equal(text, newComponent(flavour, catalog));
    const numbers = [...new Set(stops.map(({ number }) => number))];
    assert.deepEqual(numbers, [...numbers.slice(0, -1).map((_, index) => index + 1), 0]);
    assert.ok(numbers.length > 4);
  });
}

test('what an Open CTI component says in an item and beside it is typed once', () => {
  const snippet = componentSnippet('openCti', catalog);
  assert.match(snippet, /<adapterUrl>\$\{1:https:[^}]+\}<[\s\S]*<name>reqAdapterUrl<\/name>\n *<value>\$\{1\}</);
  assert.match(snippet, /&quot;reqSoftphoneHeight&quot;:&quot;\$\{2:500\}&quot;/);
  assert.match(snippet, /<name>reqSoftphoneHeight<\/name>\n *<value>\$\{2\}</);
  assert.match(snippet, /Mode&quot;:&quot;\$\{4\|Classic_and_Lightning,Classic,Lightning\|\}&quot;\\\}/);
});

test('a Partner Telephony component has the key without which a deployment fails', () => {
  assert.match(
    newComponent('partnerTelephony', catalog),
    /<customSettings>\{&quot;reqCallCenterType&quot;:&quot;SCVBYOT&quot;\}<\/customSettings>/,
  );
});

test('a section snippet gives the section of a new component', () => {
  const section = catalog.section('reqDialingOptions');
  assert.ok(section);
  const item = (label: string, name: string, stop: number) => [
    '    <items>',
    `        <label>${label}</label>`,
    `        <name>${name}</name>`,
    `        <value>\${${stop}}</value>`,
    '    </items>',
  ];
  assert.equal(
    componentSectionSnippet(section, 'openCti'),
    [
      '<sections>',
      ...item('Outside Prefix', 'reqOutsidePrefix', 1),
      ...item('Long Distance Prefix', 'reqLongDistPrefix', 2),
      ...item('International Prefix', 'reqInternationalPrefix', 3),
      '    <label>Dialing Options</label>',
      '    <name>reqDialingOptions</name>',
      '</sections>$0',
    ].join('\n'),
  );
});
