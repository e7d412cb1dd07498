// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { createCatalog } from '../../../server/src/language/catalog/catalog.ts';
import { kindPattern } from '../../../server/src/language/catalog/kind-pattern.ts';
import { type Flavour, flavours } from '../../../server/src/language/catalog/types.ts';
import { newDefinition, sectionSnippet, templateSnippet } from '../../../server/src/language/convert/template.ts';

const catalog = createCatalog();

interface ReadItem {
  readonly section: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

function children(parent: Element, tag: string): Element[] {
  return [...parent.childNodes].filter((node) => node.nodeName === tag) as Element[];
}

/** The items of a definition, after checking that it is well formed and numbered without gaps in document order. */
function itemsIn(xml: string): ReadItem[] {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], { input: xml, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  assert.ok(root);
  assert.equal(root.nodeName, 'callCenter');
  const items: ReadItem[] = [];
  for (const [place, section] of children(root, 'section').entries()) {
    assert.equal(section.getAttribute('sortOrder'), String(place));
    for (const [index, item] of children(section, 'item').entries()) {
      assert.equal(item.getAttribute('sortOrder'), String(index));
      items.push({
        section: section.getAttribute('name') ?? '',
        name: item.getAttribute('name') ?? '',
        label: item.getAttribute('label') ?? '',
        value: item.textContent ?? '',
      });
    }
  }
  return items;
}

/** What an editor makes of a snippet when every tab stop is left as it is. */
function expandSnippet(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^|\\])*)\|\}/g, (_, choices: string) => choices.split(',')[0] ?? '')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\{\d+\}|(?<!\\)\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

function tabStops(snippet: string): number[] {
  return [...snippet.matchAll(/(?<!\\)\$\{?(\d+)/g)].map((found) => Number(found[1]));
}

for (const flavour of flavours) {
  const text = newDefinition(flavour, catalog);
  const items = itemsIn(text);

  test(`a new ${flavour} definition has every section and item that is required`, () => {
    for (const section of catalog.sections) {
      for (const item of section.items) {
        const present = items.some((found) => found.section === section.name && found.name === item.name);
        if (item.flavours[flavour] === 'required') assert.ok(present, item.name);
        if (item.flavours[flavour] === 'notApplicable') assert.ok(!present, item.name);
      }
    }
    assert.deepEqual(
      items.slice(0, 2).map((item) => item.name),
      ['reqInternalName', 'reqDisplayName'],
    );
  });

  test(`a new ${flavour} definition holds values of the right kind`, () => {
    for (const found of items) {
      const entry = catalog.item(found.section, found.name);
      assert.ok(entry, found.name);
      assert.equal(found.label, entry.label);
      assert.equal(found.value, found.value.trim());
      if (found.value === '') assert.equal(entry.valueRequired, false, found.name);
      else assert.match(found.value, kindPattern(entry.value) ?? /(?:)/, found.name);
      const { value } = entry;
      if (value.kind === 'pixels') {
        assert.ok(Number(found.value) >= value.min && Number(found.value) <= value.max, found.name);
      }
      const prescribed = entry.prescribed?.[flavour];
      if (prescribed !== undefined) assert.equal(found.value, prescribed);
    }
  });

  test(`a new ${flavour} definition is text as every tool likes it`, () => {
    assert.match(text, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<!-- /);
    assert.match(text, /<\/callCenter>\n$/);
    assert.doesNotMatch(text, /\r|\t|[ ]$|[\ue000-\uf8ff]/m);
    assert.ok(text.includes(catalog.flavourInfo[flavour].importedAt));
  });

  test(`the ${flavour} snippet, left as it is, gives the new definition`, () => {
    const snippet = templateSnippet(flavour, catalog);
    assert.equal(expandSnippet(snippet), text);
    const stops = tabStops(snippet);
    assert.deepEqual(stops, [...stops.slice(0, -1).map((_, index) => index + 1), 0]);
    assert.ok(stops.length > 4);
    assert.match(snippet, /\$\{1:MyCallCenter\}/);
  });
}

test('a new Open CTI definition shows in both user interfaces and copies no sample prefixes', () => {
  const values = new Map(itemsIn(newDefinition('openCti', catalog)).map((item) => [item.name, item.value]));
  assert.equal(values.get('reqUseApi'), 'true');
  assert.equal(values.get('reqSalesforceCompatibilityMode'), 'Classic_and_Lightning');
  assert.match(values.get('reqAdapterUrl') ?? '', /^https:/);
  for (const prefix of ['reqOutsidePrefix', 'reqLongDistPrefix', 'reqInternationalPrefix']) {
    assert.equal(values.get(prefix), '');
  }
});

test('a new Voice definition leaves the certificate blank and names the vendor with its namespace', () => {
  const vendors: readonly (readonly [Flavour, string])[] = [
    ['partnerTelephony', 'c__MyVendor'],
    ['amazonConnect', 'c__AMAZON_CONNECT'],
  ];
  for (const [flavour, vendor] of vendors) {
    const items = itemsIn(newDefinition(flavour, catalog));
    assert.equal(items.find((item) => item.name === 'reqTelephonyIntegrationCertificate')?.value, '');
    assert.equal(items.find((item) => item.name === 'reqVendorInfoApiName')?.value, vendor);
  }
});

test('the mode is a choice in the snippet, the one to prefer first', () => {
  assert.match(templateSnippet('openCti', catalog), />\$\{6\|Classic_and_Lightning,Classic,Lightning\|\}<\/item>/);
});

test('a section snippet gives the section of a new definition', () => {
  const section = catalog.section('reqDialingOptions');
  assert.ok(section);
  assert.equal(
    sectionSnippet(section, 'openCti'),
    [
      '<section sortOrder="${1:0}" name="reqDialingOptions" label="Dialing Options">',
      '    <item sortOrder="0" name="reqOutsidePrefix" label="Outside Prefix">${2}</item>',
      '    <item sortOrder="1" name="reqLongDistPrefix" label="Long Distance Prefix">${3}</item>',
      '    <item sortOrder="2" name="reqInternationalPrefix" label="International Prefix">${4}</item>',
      '</section>$0',
    ].join('\n'),
  );
});

test('every section snippet, put into a call center, is well formed and holds all that is required', () => {
  for (const section of catalog.sections) {
    for (const flavour of flavours) {
      if (section.flavours[flavour] === 'notApplicable') continue;
      const items = itemsIn(`<callCenter>${expandSnippet(sectionSnippet(section, flavour))}</callCenter>`);
      const required = section.items.filter((item) => item.flavours[flavour] === 'required');
      for (const item of required) assert.ok(items.some((found) => found.name === item.name));
      assert.ok(items.length > 0);
    }
  }
});
