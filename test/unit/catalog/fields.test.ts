// The catalog against the list of facts it was filled from, where that list is there.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createCatalog } from '../../../server/src/language/catalog/catalog.ts';
import { kindPattern } from '../../../server/src/language/catalog/kind-pattern.ts';
import type { Confidence, ItemEntry, Requiredness, SectionEntry } from '../../../server/src/language/catalog/types.ts';
import { flavours } from '../../../server/src/language/catalog/types.ts';

type Fact = Readonly<Record<string, unknown>> & {
  readonly name: string;
  readonly kind: 'section' | 'item';
  readonly section: string | null;
  readonly sources: readonly string[];
  readonly flavours: Readonly<Record<string, string>>;
};

const file = path.join(process.cwd(), '..', 'shared', 'reference', 'fields.json');
const catalog = createCatalog();
const confidences: Readonly<Record<string, Confidence>> = { D: 'documented', W: 'observed', I: 'inferred' };
const requirednesses: Readonly<Record<string, Requiredness>> = {
  required: 'required',
  optional: 'optional',
  'n/a': 'notApplicable',
};
/** What the list says in words of its own, and what need not be in the catalog: how sure single values of it are. */
const notCompared = ['summary', 'kind', 'section', 'name'];
const comparisons: Readonly<Record<string, (fact: Fact, entry: ItemEntry | SectionEntry) => void>> = {
  flavours: (fact, entry) => {
    for (const flavour of flavours) {
      assert.equal(entry.flavours[flavour], requirednesses[fact.flavours[flavour] ?? '']);
    }
  },
  defaultLabel: (fact, entry) => assert.equal(entry.label, fact['defaultLabel'] ?? entry.name),
  confidence: (fact, entry) => assert.equal(entry.confidence, confidences[String(fact['confidence'])]),
  classic: (fact, entry) => assert.equal(entry.classic, fact['classic']),
  lightning: (fact, entry) => assert.equal(entry.lightning, fact['lightning']),
  sampleOnly: (fact, entry) => assert.equal(entry.sampleOnly, fact['sampleOnly']),
  fixedSortOrder: (fact, entry) => assert.equal(entry.fixedSortOrder?.value, fact['fixedSortOrder']),
  sources: (fact, entry) => {
    const known: readonly (string | undefined)[] = entry.sources.flatMap((source) => [source.url, source.title]);
    for (const source of fact.sources) assert.ok(known.includes(source), `source ${source} is missing`);
  },
  valueType: (fact, entry) => {
    if (entry.kind === 'section') return assert.equal(fact['valueType'], 'section');
    const vendor = entry.name === 'reqVendorInfoApiName';
    assert.equal(entry.value.kind, vendor ? 'vendorApiName' : fact['valueType']);
  },
  requiresWith: (fact, entry) => {
    if (entry.kind === 'item') assert.deepEqual(entry.requiresWith, fact['requiresWith']);
    else assert.deepEqual(fact['requiresWith'], []);
  },
  pattern: item((fact, entry) =>
    assert.equal(kindPattern(entry.value)?.source.replaceAll('\\/', '/'), fact['pattern']),
  ),
  enum: item((fact, entry) => {
    if (entry.value.kind === 'boolean') return assert.deepEqual(fact['enum'], ['true', 'false']);
    assert.ok(entry.value.kind === 'enum');
    assert.deepEqual(
      entry.value.values.map((value) => value.value),
      fact['enum'],
    );
  }),
  min: item((fact, entry) => assert.equal(entry.value.kind === 'pixels' && entry.value.min, fact['min'])),
  max: item((fact, entry) => assert.equal(entry.value.kind === 'pixels' && entry.value.max, fact['max'])),
  minLength: item((_, entry) => assert.equal(entry.valueRequired, true)),
  maxLength: item((fact, entry) => {
    assert.ok(entry.value.kind === 'text' || entry.value.kind === 'internalName');
    assert.equal(entry.value.maxLength, fact['maxLength']);
  }),
  warnLength: item((fact, entry) =>
    assert.equal(entry.value.kind === 'text' && entry.value.warnLength, fact['warnLength']),
  ),
  allowRelative: item((fact, entry) =>
    assert.equal(entry.value.kind === 'url' && entry.value.allowRelative, fact['allowRelative']),
  ),
  httpsRequiredFor: item((_, entry) => assert.equal(entry.value.kind === 'url' && entry.value.httpsForLightning, true)),
  relativePattern: item((fact, entry) => {
    const pattern = entry.value.kind === 'url' ? entry.value.relativePattern : undefined;
    assert.equal(pattern?.source.replaceAll('\\/', '/'), fact['relativePattern']);
  }),
  default: item((fact, entry) => assert.equal(entry.default, fact['default'])),
  misspellings: item((fact, entry) => assert.deepEqual(entry.misspellings, fact['misspellings'])),
  example: item((fact, entry) => {
    // The list keeps the examples of both flavours of reqVersion in one text.
    const examples = [entry.example ?? '', ...Object.values(entry.exampleFor ?? {})];
    for (const example of examples) assert.ok(String(fact['example']).includes(example), example);
  }),
  sampleValue: item((fact, entry) => assert.equal(entry.sampleValue, fact['sampleValue'])),
  typicalValues: item((fact, entry) =>
    assert.deepEqual(entry.value.kind === 'dialPrefix' && entry.value.typical, fact['typicalValues']),
  ),
  amazonConnectValue: item((fact, entry) => assert.equal(entry.prescribed?.amazonConnect, fact['amazonConnectValue'])),
  unpackagedPrefix: item((fact, entry) =>
    assert.equal(entry.value.kind === 'vendorApiName' && entry.value.unpackagedPrefix, fact['unpackagedPrefix']),
  ),
  valueRequired: item((fact, entry) => assert.equal(entry.valueRequired, fact['valueRequired'])),
  uniqueInOrg: item((fact, entry) => assert.equal(entry.uniqueInOrg, fact['uniqueInOrg'])),
  editableAfterImport: item((fact, entry) => assert.equal(entry.editableAfterImport, fact['editableAfterImport'])),
  vendorOnly: item((fact, entry) => assert.equal(entry.vendorOnly, fact['vendorOnly'])),
  metadataOnly: item((fact, entry) => assert.equal(entry.metadataOnly, fact['metadataOnly'])),
  metadataLocation: item((fact, entry) => {
    assert.equal(fact['metadataLocation'], 'customSettings');
    assert.equal(entry.section, undefined);
  }),
  sameValueAs: item((fact, entry) => assert.equal(entry.sameValueAs, fact['sameValueAs'])),
  multiline: item((_, entry) => assert.equal(entry.value.kind, 'certificate')),
  rangeAppliesTo: item((fact, entry) => {
    // What the kind says by its definition.
    assert.equal(fact['rangeAppliesTo'], 'lightning');
    assert.equal(entry.value.kind, 'pixels');
  }),
};

function item(compare: (fact: Fact, entry: ItemEntry) => void): (fact: Fact, entry: ItemEntry | SectionEntry) => void {
  return (fact, entry) => {
    assert.ok(entry.kind === 'item', `${fact.name} is no section`);
    compare(fact, entry);
  };
}

function entryOf(fact: Fact): ItemEntry | SectionEntry | undefined {
  if (fact.kind === 'section') return catalog.section(fact.name);
  if (fact.section === null) return catalog.customSettingsKeys.find((key) => key.name === fact.name);
  return catalog.item(fact.section, fact.name);
}

if (fs.existsSync(file)) {
  const facts: readonly Fact[] = JSON.parse(fs.readFileSync(file, 'utf8'));

  for (const fact of facts) {
    test(`the catalog says what is known of ${fact.section ?? fact.kind} ${fact.name}`, () => {
      const entry = entryOf(fact);
      assert.ok(entry, 'the catalog does not know it');
      for (const key of Object.keys(fact)) {
        if (notCompared.includes(key) || key.endsWith('Confidence')) continue;
        const compare = comparisons[key];
        assert.ok(compare, `nothing compares "${key}": say here how the catalog holds it`);
        compare(fact, entry);
      }
    });
  }

  test('the catalog knows nothing that is not known', () => {
    const known = catalog.sections.length + catalog.sections.flatMap((section) => section.items).length;
    assert.equal(known + catalog.customSettingsKeys.length, facts.length);
  });
} else {
  test('the catalog without the list of facts', () => {
    console.log(
      'The list of facts is not here (../shared/reference/fields.json): the catalog was not compared with it.',
    );
    assert.ok(catalog.sections.length > 0);
  });
}
