import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCatalog } from '../../../server/src/language/catalog/catalog.ts';
import { prose } from '../../../server/src/language/catalog/define.ts';
import { kindPattern } from '../../../server/src/language/catalog/kind-pattern.ts';
import {
  flavours,
  type ItemEntry,
  type Requiredness,
  type SourceLink,
} from '../../../server/src/language/catalog/types.ts';

const catalog = createCatalog();
const sectionItems = catalog.sections.flatMap((section) => section.items);
const items: readonly ItemEntry[] = [...sectionItems, ...catalog.customSettingsKeys];
const requiredness: readonly Requiredness[] = ['required', 'optional', 'notApplicable'];
/** What would break an XML comment, a message of l10n, or a line. */
const unfit = /--|\{|\s$|^\s| {2}|\ue000/;

function pathOf(item: ItemEntry): string {
  return `${item.section ?? 'customSettings'}/${item.name}`;
}

function checkTexts(where: string, entry: { summary: string; details: string; sources: readonly SourceLink[] }): void {
  assert.notEqual(entry.summary, '', `${where}: no summary`);
  assert.notEqual(entry.details, '', `${where}: no details`);
  assert.match(entry.summary, /[.]$/, `${where}: the summary is a sentence`);
  assert.doesNotMatch(entry.summary, /\n/, `${where}: the summary is one line`);
  assert.doesNotMatch(entry.summary, unfit, where);
  assert.equal(entry.details, entry.details.trim(), where);
  assert.doesNotMatch(entry.details, /\{| {2}|\n{3}/, where);
  assert.equal((entry.details.match(/`/g) ?? []).length % 2, 0, `${where}: code marks of the details are in pairs`);
  assert.notEqual(entry.sources.length, 0, `${where}: no source`);
  assert.equal(
    new Set(entry.sources.map((source) => source.title)).size,
    entry.sources.length,
    `${where}: source twice`,
  );
  for (const source of entry.sources) {
    assert.notEqual(source.title, '', `${where}: a source has no title`);
    if (source.url !== undefined) assert.equal(new URL(source.url).protocol, 'https:', `${where}: ${source.url}`);
  }
}

test('every entry explains itself and names its sources', () => {
  for (const element of catalog.elements) {
    checkTexts(element.name, element);
    for (const attribute of element.attributes) checkTexts(`${element.name}@${attribute.name}`, attribute);
  }
  for (const section of catalog.sections) checkTexts(section.name, section);
  for (const item of items) checkTexts(pathOf(item), item);
  for (const flavour of flavours) {
    const info = catalog.flavourInfo[flavour];
    checkTexts(flavour, { ...info, details: info.importedAt });
    assert.notEqual(info.title, '');
  }
});

test('every section and item has a label and a requiredness for each flavour', () => {
  for (const entry of [...catalog.sections, ...items]) {
    assert.notEqual(entry.label.trim(), '', entry.name);
    assert.doesNotMatch(entry.label, /[<>&"]/, entry.name);
    assert.deepEqual(Object.keys(entry.flavours).sort(), [...flavours].sort(), entry.name);
    for (const flavour of flavours) assert.ok(requiredness.includes(entry.flavours[flavour]), entry.name);
    assert.ok(entry.classic || entry.lightning, `${entry.name} belongs to no user interface`);
    assert.notEqual(catalog.confidenceLabels[entry.confidence], '', entry.name);
  }
});

test('names are unique where they must be, and the look-ups find every entry', () => {
  const unique = (names: readonly string[]) => assert.equal(new Set(names).size, names.length, names.join(' '));
  unique(catalog.elements.map((element) => element.name));
  unique(catalog.sections.map((section) => section.name));
  unique(catalog.customSettingsKeys.map((key) => key.name));
  for (const element of catalog.elements) {
    unique(element.attributes.map((attribute) => attribute.name));
    assert.equal(catalog.element(element.name), element);
  }
  for (const section of catalog.sections) {
    unique(section.items.map((item) => item.name));
    assert.equal(catalog.section(section.name), section);
    for (const item of section.items) {
      assert.equal(item.section, section.name);
      assert.equal(catalog.item(section.name, item.name), item);
      assert.ok(catalog.itemsNamed(item.name).includes(item));
    }
  }
  assert.equal(catalog.itemsNamed('reqLongDistPrefix').length, 2);
  for (const key of catalog.customSettingsKeys) assert.equal(key.section, undefined);
});

test('look-ups of names that nobody knows find nothing, names of Object.prototype included', () => {
  for (const name of ['', 'nobody', 'constructor', '__proto__', 'toString']) {
    assert.equal(catalog.element(name), undefined);
    assert.equal(catalog.section(name), undefined);
    assert.equal(catalog.item('reqGeneralInfo', name), undefined);
    assert.equal(catalog.item(name, 'reqInternalName'), undefined);
    assert.deepEqual(catalog.itemsNamed(name), []);
  }
});

test('the elements form one tree that agrees with itself', () => {
  for (const element of catalog.elements) {
    for (const parent of element.parents) assert.ok(catalog.element(parent)?.children.includes(element.name));
    for (const child of element.children) assert.ok(catalog.element(child)?.parents.includes(element.name));
    for (const attribute of element.attributes) {
      assert.ok(attribute.pattern === undefined || !attribute.pattern.global, attribute.name);
    }
  }
  assert.deepEqual(
    catalog.elements.filter((element) => element.parents.length === 0).map((element) => element.name),
    ['callCenter'],
  );
});

test('values that an entry names itself are of its own kind and within its bounds', () => {
  for (const item of items) {
    const pattern = kindPattern(item.value);
    const starters = Object.values(item.starter ?? {}).map((starter) => starter.value);
    const named = [
      item.default,
      item.example,
      item.sampleValue,
      ...Object.values(item.exampleFor ?? {}),
      ...Object.values(item.prescribed ?? {}),
      ...(item.value.kind === 'dialPrefix' ? item.value.typical : []),
      ...starters,
    ].filter((value) => value !== undefined);
    for (const value of named) {
      if (value === '') {
        assert.equal(item.valueRequired, false, pathOf(item));
        continue;
      }
      assert.equal(value, value.trim(), pathOf(item));
      if (pattern !== undefined) assert.match(value, pattern, pathOf(item));
      if (item.value.kind === 'url' && value.startsWith('http')) assert.equal(new URL(value).protocol, 'https:');
      if (item.value.kind === 'pixels') {
        assert.ok(Number(value) >= item.value.min && Number(value) <= item.value.max, pathOf(item));
      }
      if (item.value.kind === 'text' && item.value.warnLength !== undefined) {
        assert.ok(value.length <= item.value.warnLength, pathOf(item));
      }
    }
    if (pattern !== undefined) {
      assert.ok(!pattern.global && !pattern.sticky, `${pathOf(item)}: a pattern keeps no state`);
      assert.match(pattern.source, /^\^.*\$$/, `${pathOf(item)}: a pattern covers the whole value`);
    }
    if (item.value.kind === 'enum') {
      for (const value of item.value.values) assert.notEqual(value.summary, '', `${pathOf(item)}: ${value.value}`);
    }
  }
});

test('the internal name is the only value that must be there, that cannot be edited, and that is unique', () => {
  const special = items.filter((item) => item.valueRequired || !item.editableAfterImport || item.uniqueInOrg);
  assert.deepEqual(
    special.map((item) => item.name),
    ['reqInternalName'],
  );
  for (const refused of ['', '1Center', 'My_Center', 'My Center', 'Zentrale\u00dc', 'a'.repeat(41)]) {
    assert.doesNotMatch(refused, kindPattern(special[0]?.value ?? { kind: 'text' }) ?? /(?:)/);
  }
});

test('certificates may be blank, and are PEM blocks otherwise', () => {
  const pattern = kindPattern({ kind: 'certificate' }) ?? /(?!)/;
  const body = 'TUlJRmFrZTE=\nTUlJRmFrZTI=';
  assert.match('', pattern);
  assert.match('\n    \n', pattern);
  assert.match(`\n-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`, pattern);
  assert.match(`-----BEGIN PUBLIC KEY-----${body}-----END PUBLIC KEY-----`, pattern);
  assert.doesNotMatch(`-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----`, pattern);
  assert.doesNotMatch(`-----BEGIN CERTIFICATE-----\n${body}`, pattern);
});

test('items that go together name each other, in the same section', () => {
  for (const item of items) {
    for (const name of item.requiresWith) {
      const other = item.section === undefined ? undefined : catalog.item(item.section, name);
      assert.ok(other, `${pathOf(item)} needs ${name}, which nobody knows`);
      assert.ok(other.requiresWith.includes(item.name), `${name} does not name ${item.name}`);
    }
    if (item.sameValueAs !== undefined) {
      assert.ok(item.section !== undefined && catalog.item(item.section, item.sameValueAs), pathOf(item));
    }
  }
});

test('misspellings are the names of nothing else', () => {
  const misspellings = items.flatMap((item) => item.misspellings);
  assert.equal(new Set(misspellings).size, misspellings.length);
  for (const name of misspellings) assert.deepEqual(catalog.itemsNamed(name), []);
  assert.ok(misspellings.includes('reqSalesforceCompatabilityMode'));
});

test('a section that a flavour does not know holds no item of that flavour', () => {
  for (const section of catalog.sections) {
    for (const flavour of flavours) {
      if (section.flavours[flavour] !== 'notApplicable') continue;
      for (const item of section.items) assert.equal(item.flavours[flavour], 'notApplicable', pathOf(item));
    }
  }
});

test('every flavour demands reqGeneralInfo with the two names first', () => {
  for (const flavour of flavours) {
    const required = sectionItems.filter((item) => item.flavours[flavour] === 'required').map((item) => item.name);
    assert.deepEqual(required.slice(0, 2), ['reqInternalName', 'reqDisplayName']);
    assert.ok(required.length >= 4, `${flavour} requires ${required.join(' ')}`);
    assert.equal(catalog.section('reqGeneralInfo')?.flavours[flavour], 'required');
  }
});

test('prescribed sort orders are the places in which the catalog lists the entries', () => {
  for (const [place, section] of catalog.sections.entries()) {
    if (section.fixedSortOrder) assert.equal(section.fixedSortOrder.value, place);
    for (const [index, item] of section.items.entries()) {
      if (item.fixedSortOrder) assert.equal(item.fixedSortOrder.value, index, pathOf(item));
    }
  }
});

test('starters belong to flavours that know the item, and their notes fit into an XML comment', () => {
  for (const item of items) {
    for (const flavour of flavours) {
      const starter = item.starter?.[flavour];
      if (starter === undefined) continue;
      assert.notEqual(item.flavours[flavour], 'notApplicable', pathOf(item));
      if (starter.note !== undefined) assert.doesNotMatch(starter.note, /--|-$|\{|\s$|^\s/, pathOf(item));
    }
  }
});

test('metadata-only, sample-only and vendor-only entries are required nowhere', () => {
  for (const item of items) {
    if (!item.metadataOnly && !item.sampleOnly && !item.vendorOnly) continue;
    for (const flavour of flavours) assert.notEqual(item.flavours[flavour], 'required', pathOf(item));
  }
});

test('the catalog is frozen to the last entry', () => {
  const loose: string[] = [];
  const walk = (value: unknown, where: string) => {
    if (typeof value !== 'object' || value === null || value instanceof RegExp) return;
    if (!Object.isFrozen(value)) loose.push(where);
    for (const [key, child] of Object.entries(value)) walk(child, `${where}.${key}`);
  };
  walk(catalog, 'catalog');
  assert.deepEqual(loose, []);
});

test('prose joins lines to paragraphs and keeps list entries apart', () => {
  assert.equal(prose('one', 'two', '', '- a', 'b', '- c', '', 'end'), 'one two\n\n- a b\n- c\n\nend');
  assert.equal(prose('- a', '- b'), '- a\n- b');
});
