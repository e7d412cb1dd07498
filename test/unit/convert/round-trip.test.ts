import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Conversion, LossCode, TargetForm } from '../../../server/src/language/convert/conversion.ts';
import { convert } from '../../../server/src/language/convert/convert.ts';
import type { ItemPlan, MetadataPlan, SectionPlan } from '../../../server/src/language/convert/plan.ts';
import { serialiseDefinition, serialiseMetadata } from '../../../server/src/language/convert/serialise.ts';
import { inferFlavour } from '../../../server/src/language/model/flavour.ts';
import { definitionOf } from '../../../server/src/language/model/read.ts';
import { createSource } from '../../../server/src/language/text/source.ts';
import { catalog } from '../../support/features.ts';
import { corpus, fixturesIn } from '../../support/fixtures.ts';

function converted(text: string, target: TargetForm, fileName = 'Northwind.callCenter-meta.xml'): Conversion {
  const definition = definitionOf(createSource(`file:///force-app/callCenters/${fileName}`, 1, text));
  return convert(definition, target, definition.body ? inferFlavour(definition) : 'openCti', catalog);
}

interface Done {
  readonly text: string;
  readonly fileName: string;
  readonly losses: readonly LossCode[];
}

function done(result: Conversion): Done {
  assert.ok(result.kind === 'converted', result.kind === 'refused' ? result.reason : '');
  return { text: result.text, fileName: result.fileName, losses: result.losses.map(({ code }) => code) };
}

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,12}$/);
/** Any characters that XML can carry. */
const xmlText = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map((text) => text.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd]/gu, '?'));
const label = xmlText.filter((text) => text !== '');
const comment = fc
  .string({ maxLength: 10 })
  .filter((text) => !text.includes('--') && !text.endsWith('-') && !/[^\t\n -\ud7ff]/.test(text));
const comments = fc.array(comment, { maxLength: 2 });

const item: fc.Arbitrary<ItemPlan> = fc.record({ name, label, value: xmlText, comments });
const unique = <T extends { readonly name: string }>(list: readonly T[]): T[] =>
  list.filter((part, index) => list.findIndex((other) => other.name === part.name) === index);
const ownItems = fc.array(item, { maxLength: 5 }).map(unique);
const ownSection: fc.Arbitrary<SectionPlan> = fc.record({ name, label, comments, items: ownItems, trailing: comments });

const platformItems = fc
  .subarray(['reqAdapterUrl', 'reqUseApi', 'reqSoftphoneHeight', 'reqStandbyUrl', 'reqProgId', 'reqDescription'])
  .chain((names) =>
    fc.tuple(
      ...names.map((platformName) => fc.record({ name: fc.constant(platformName), label, value: xmlText, comments })),
    ),
  );

const general = fc.record({ items: fc.tuple(platformItems, ownItems), label, comments, trailing: comments });

/** Definitions that both forms can hold whole. */
const definition = fc.record({
  internal: fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,10}$/),
  display: xmlText.filter((text) => text.trim() !== ''),
  labels: fc.tuple(label, label),
  general,
  before: fc.array(ownSection, { maxLength: 1 }),
  behind: fc.array(ownSection, { maxLength: 3 }),
  comments,
  trailing: comments,
  after: comments,
});

describe('there and back again', () => {
  test('an import file comes back as it was, character for character', () => {
    fc.assert(
      fc.property(definition, (given) => {
        const generalPlan: SectionPlan = {
          ...given.general,
          name: 'reqGeneralInfo',
          items: [
            { name: 'reqInternalName', label: given.labels[0], value: given.internal },
            { name: 'reqDisplayName', label: given.labels[1], value: given.display },
            ...unique([...given.general.items[0], ...given.general.items[1]]),
          ],
        };
        // Where there is no other item, what is said inside the section still has its place.
        const plan = { ...given, sections: unique([...given.before, generalPlan, ...given.behind]) };
        const text = serialiseDefinition(plan);
        const there = done(converted(text, 'metadata', 'any.xml'));
        assert.equal(there.fileName, `${given.internal}.callCenter-meta.xml`);
        assert.deepEqual(there.losses, []);
        const back = done(converted(there.text, 'import', there.fileName));
        assert.deepEqual(back.losses, []);
        assert.equal(back.text, text);
      }),
      { seed: 20_281_128, numRuns: 400 },
    );
  });

  test('a metadata file comes back as it was, character for character', () => {
    fc.assert(
      fc.property(definition, (given) => {
        const items = unique([...given.general.items[0], ...given.general.items[1]]);
        const generalPlan: SectionPlan = { ...given.general, name: 'reqGeneralInfo', items };
        const settings = items.filter(
          ({ name: key, value }) => catalog.itemsInCustomSettings.includes(key) && value !== '',
        );
        const adapterUrl = items.find(({ name: key }) => key === 'reqAdapterUrl')?.value;
        const plan: MetadataPlan = {
          ...given,
          ...(adapterUrl && { adapterUrl }),
          ...(settings.length > 0 && {
            customSettings: JSON.stringify(Object.fromEntries(settings.map(({ name: key, value }) => [key, value]))),
          }),
          displayName: given.display,
          displayNameLabel: given.labels[1],
          internalNameLabel: given.labels[0],
          sections: unique([...given.before, generalPlan, ...given.behind]),
        };
        const text = serialiseMetadata(plan);
        const there = done(converted(text, 'import', `${given.internal}.callCenter`));
        assert.equal(there.fileName, `${given.internal}.xml`);
        assert.deepEqual(there.losses, []);
        const back = done(converted(there.text, 'metadata', there.fileName));
        assert.deepEqual(back.losses, []);
        assert.equal(back.text, text);
        assert.equal(back.fileName, `${given.internal}.callCenter-meta.xml`);
      }),
      { seed: 20_281_128, numRuns: 400 },
    );
  });

  /** What a definition says, without how it is written down. */
  const content = (text: string, fileName: string) => {
    const { sections, metadata } = definitionOf(createSource(`file:///${fileName}`, 1, text));
    const ordered = sections.map(({ name: section, items }) => [
      section?.text,
      items.map((one) => [one.name?.text, one.value.text]).sort(),
    ]);
    return { ordered: ordered.sort(), displayName: metadata?.displayName?.text };
  };

  for (const { name: file, text } of [
    ...fixturesIn('fixtures/ok'),
    ...fixturesIn('samples'),
    ...corpus('import'),
    ...corpus('metadata'),
  ]) {
    test(`${file} comes back with every section, item and value, but for what the report names`, () => {
      const fileName = file.slice(file.lastIndexOf('/') + 1);
      const { body } = definitionOf(createSource(`file:///${fileName}`, 1, text));
      if (!body) return;
      const other = body === 'import' ? 'metadata' : 'import';
      const first = converted(text, other, fileName);
      if (first.kind === 'refused') {
        assert.match(first.reason, /\.$/);
        return;
      }
      const second = done(converted(first.text, body, first.fileName));
      const third = done(converted(second.text, other, second.fileName));
      // From the first conversion on nothing more gets lost, whichever way.
      assert.equal(third.text, first.text);
      if (first.losses.some(({ code }) => ['value-differs', 'item-added'].includes(code))) return;
      assert.deepEqual(content(second.text, second.fileName).ordered, content(text, fileName).ordered);
    });
  }
});
