import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Baseline, baselineOf, fieldSetOfBaseline } from '../../../server/src/language/baseline/baseline.ts';
import { valueFingerprint } from '../../../server/src/language/baseline/fingerprint.ts';
import { readBaseline } from '../../../server/src/language/baseline/read-baseline.ts';
import { writeBaseline } from '../../../server/src/language/baseline/write-baseline.ts';
import { flavours } from '../../../server/src/language/catalog/types.ts';
import { catalog } from '../../support/features.ts';
import { fieldsOf, northwind, northwindText, readable, unreadable } from './support.ts';

const imported = { takenFrom: { kind: 'file', what: 'northwind.xml' }, importedOn: '2026-11-20' } as const;

/** Objects as literals make them. */
function recordOf<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record(model, { noNullPrototype: true });
}

/** Any text, halves of characters included. */
const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const print = fc.stringMatching(/^[0-9a-f]{12}$/);
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const item = recordOf({
  name: anyText,
  label: maybe(anyText),
  value: maybe(fc.oneof(recordOf({ text: anyText }), recordOf({ fingerprint: print }))),
});
const anyBaseline: fc.Arbitrary<Baseline> = recordOf({
  internalName: maybe(anyText),
  flavour: maybe(fc.constantFrom(...flavours)),
  takenFrom: recordOf({ kind: fc.constantFrom('file', 'definition', 'git', 'org'), what: anyText }),
  importedOn: day,
  sections: fc.array(recordOf({ name: anyText, label: maybe(anyText), items: fc.array(item, { maxLength: 4 }) }), {
    maxLength: 4,
  }),
  accepted: fc.array(
    recordOf({
      fingerprint: print,
      rule: anyText,
      from: maybe(anyText),
      to: maybe(anyText),
      reason: anyText,
      by: anyText,
      on: day,
    }),
    { maxLength: 3 },
  ),
});

describe('the text of a baseline', () => {
  test('has one item or acceptance on a line', () => {
    assert.equal(writeBaseline(northwind), northwindText);
  });

  test('holds all of it, and is written again as it was', () => {
    fc.assert(
      fc.property(anyBaseline, (baseline) => {
        const text = writeBaseline(baseline);
        const file = readable(text);
        assert.deepEqual(file.baseline, baseline);
        assert.equal(writeBaseline(file.baseline), text);
      }),
    );
  });

  test('is JSON for everybody', () => {
    fc.assert(fc.property(anyBaseline, (baseline) => JSON.parse(writeBaseline(baseline)).formatVersion === 1));
  });

  test('changes by the line of an item that comes', () => {
    const added = {
      ...northwind,
      sections: northwind.sections.map((section, index) => ({
        ...section,
        items:
          index === 0
            ? section.items.flatMap((one, place) => (place === 0 ? [one, { ...one, name: 'x' }] : [one]))
            : section.items,
      })),
    };
    const before = new Set(northwindText.split('\n'));
    assert.equal(
      writeBaseline(added)
        .split('\n')
        .filter((line) => !before.has(line)).length,
      1,
    );
  });
});

describe('the places of a baseline', () => {
  test('are those of the text', () => {
    const { places } = readable(northwindText);
    const shown = (span: { start: number; end: number } | undefined) =>
      span && northwindText.slice(span.start, span.end);
    assert.equal(shown(places.internalName), '"Northwind"');
    assert.equal(shown(places.flavour), '"openCti"');
    assert.equal(shown(places.importedOn), '"2026-11-20"');
    assert.deepEqual(
      places.sections.map(({ at }) => shown(at)),
      ['"reqGeneralInfo"', '"own"'],
    );
    assert.equal(
      shown(places.sections[0]?.items[1]),
      '{ "name": "reqUseApi", "label": "Use CTI API", "value": "true" }',
    );
    assert.match(shown(places.accepted[1]) ?? '', /^\{ "fingerprint": "bbbbbbbbbbbb".*\}$/);
    assert.match(shown(places.acceptedList) ?? '', /^\[[^[\]]*\]$/);
  });

  test('count a byte order mark and comments in', () => {
    const text = `\ufeff// ours\n${northwindText.replace('"accepted": [', '"accepted": [ /* why */')}`;
    const { baseline, places, warnings } = readable(text);
    assert.deepEqual(baseline, northwind);
    assert.deepEqual(warnings, []);
    assert.equal(text.slice(places.internalName?.start, places.internalName?.end), '"Northwind"');
  });
});

describe('what a baseline keeps of a definition', () => {
  const certificate = '-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIU\n-----END CERTIFICATE-----';
  const textOf = (xml: string) => writeBaseline(baselineOf(fieldsOf(xml), imported, catalog));

  test('is what is frozen, what is closed, and fingerprints of the rest', () => {
    const fields = fieldsOf(`<callCenter>
      <section sortOrder="0" name="reqGeneralInfo" label="General">
        <item sortOrder="1" name="reqDisplayName" label="Display"> Northwind Phone </item>
        <item sortOrder="0" name="reqInternalName" label="Internal">Northwind</item>
        <item sortOrder="2" name="reqAdapterUrl">https://cti.example.com</item>
        <item sortOrder="3" name="reqUseApi" label="Api">true</item>
        <item sortOrder="4" name="reqSoftphoneHeight" label="Height">a secret number</item>
        <item sortOrder="5" name="reqSalesforceCompatibilityMode" label="Mode">Lightning</item>
      </section>
      <section sortOrder="1" name="own" label="Own"><item sortOrder="0" name="colour" label="Colour">red</item></section>
    </callCenter>`);
    const baseline = baselineOf(fields, imported, catalog);
    assert.deepEqual(baseline, {
      internalName: 'Northwind',
      flavour: 'openCti',
      ...imported,
      sections: [
        {
          name: 'reqGeneralInfo',
          label: 'General',
          items: [
            { name: 'reqInternalName', label: 'Internal', value: { fingerprint: valueFingerprint('Northwind') } },
            { name: 'reqDisplayName', label: 'Display', value: { fingerprint: valueFingerprint('Northwind Phone') } },
            {
              name: 'reqAdapterUrl',
              label: undefined,
              value: { fingerprint: valueFingerprint('https://cti.example.com') },
            },
            { name: 'reqUseApi', label: 'Api', value: { text: 'true' } },
            {
              name: 'reqSoftphoneHeight',
              label: 'Height',
              value: { fingerprint: valueFingerprint('a secret number') },
            },
            { name: 'reqSalesforceCompatibilityMode', label: 'Mode', value: { text: 'Lightning' } },
          ],
        },
        { name: 'own', label: 'Own', items: [{ name: 'colour', label: 'Colour', value: undefined }] },
      ],
      accepted: [],
    });
    assert.deepEqual(
      fieldSetOfBaseline(baseline, catalog).sections.map(({ items }) => items.map(({ kind }) => kind)),
      fields.sections.map(({ items }) => items.map(({ kind }) => kind)),
    );
  });

  test('is never a certificate, a token or what an own item holds, wherever it stands', () => {
    const platform = catalog.sections.flatMap((section) =>
      section.items.map(({ name }) => ({ section: section.name, name })),
    );
    const places = fc.oneof(
      fc.constantFrom(...platform),
      fc.record({
        section: fc.constantFrom('reqHvcc', 'own'),
        name: fc.constantFrom('apiToken', 'password', 'anything'),
      }),
    );
    const token = fc.stringMatching(/^[A-Za-z0-9_-]{16,40}$/);
    const secret = fc.oneof(
      fc.constant(certificate),
      token,
      token.map((text) => `eyJhbGciOiJIUzI1NiJ9.${text}.${text}`),
      token.map((text) => `https://user:${text}@cti.example.com/?token=${text}`),
      fc.stringMatching(/^[0-9]{25,30}$/),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(places, secret), { minLength: 1, maxLength: 6 }), (items) => {
        const xml = items.map(
          ([{ section, name }, value], index) =>
            `<section sortOrder="${index}" name="${section}"><item sortOrder="0" name="${name}">${value}</item></section>`,
        );
        const text = textOf(`<callCenter>${xml.join('')}</callCenter>`);
        for (const [{ name }, value] of items) {
          // Tokens of letters and digits may be names, which is what a name is for.
          if (name === 'reqInternalName') continue;
          for (const part of value.split(/[\n.@/?=:]+/)) {
            if (part.length >= 16) assert.ok(!text.includes(part), `${name}: ${part}`);
          }
        }
      }),
    );
    const hvcc = `<item sortOrder="0" name="reqTelephonyIntegrationCertificate">${certificate}</item>`;
    const text = textOf(`<callCenter><section sortOrder="0" name="reqHvcc">${hvcc}</section></callCenter>`);
    assert.match(text, /\{ "name": "reqTelephonyIntegrationCertificate" \}/);
  });

  test('names no place of one machine', () => {
    const what = (given: string) =>
      baselineOf(fieldsOf('<callCenter/>'), { ...imported, takenFrom: { kind: 'file', what: given } }, catalog)
        .takenFrom.what;
    assert.equal(what('/home/ann/centers/a.xml'), 'a.xml');
    assert.equal(what('C:\\Users\\ann\\a.xml'), 'a.xml');
    assert.equal(what('file:///home/ann/a.xml'), 'a.xml');
    assert.equal(what('../centers/a.xml'), '../centers/a.xml');
    assert.equal(what('origin/main:centers/a.xml'), 'origin/main:centers/a.xml');
  });
});

describe('a file that is no baseline', () => {
  /** Reason, text it stands on, message. */
  const told = (text: string): readonly string[] => {
    const { reason, at, message } = unreadable(text);
    assert.ok(0 <= at.start && at.start <= at.end && at.end <= text.length, 'the place is in the text');
    return [reason, text.slice(at.start, at.end), message];
  };
  const having = (change: (text: string) => string) => {
    const text = change(northwindText);
    assert.notEqual(text, northwindText);
    return told(text);
  };

  test('is empty, or holds nothing but blanks', () => {
    for (const text of ['', '\ufeff', ' \n']) assert.equal(unreadable(text).reason, 'empty');
  });

  test('is no JSON', () => {
    assert.deepEqual(told('{ "formatVersion": 1, sections: [] }').slice(0, 2), ['syntax', 'sections']);
    assert.equal(told('// nothing')[0], 'syntax');
    assert.equal(told('<callCenter/>')[0], 'syntax');
    // What merging lines without a conflict leaves behind.
    assert.match(
      having((text) => text.replace('"0123456789ab" },', '"0123456789ab" }'))[2] ?? '',
      /a comma is expected/,
    );
    assert.match(having((text) => text.slice(0, -20))[2] ?? '', /^The baseline is no JSON: /);
  });

  test('holds a merge conflict, which is explained', () => {
    const text = northwindText.replace(
      '    { "fingerprint": "bbbb',
      '<<<<<<< HEAD\n    { },\n=======\n    { "x": 1 },\n>>>>>>> feature/phones\n    { "fingerprint": "bbbb',
    );
    const [reason, place, message] = told(text);
    assert.equal(reason, 'merge-conflict');
    assert.match(place ?? '', /^<{7} HEAD[\s\S]+>{7} feature\/phones$/);
    assert.match(message ?? '', /in lines 25 to 29: .*this side says \(HEAD\), .*other side says \(feature\/phones\)/);
    assert.equal(told(text.replaceAll('\n', '\r\n'))[0], 'merge-conflict');
    assert.deepEqual(told(text.replace('<<<<<<< HEAD\n', '')).slice(0, 2), ['merge-conflict', '=======']);
    assert.deepEqual(told(`<<<<<<< \n${northwindText}`).slice(0, 2), ['merge-conflict', '<<<<<<< ']);
  });

  test('is JSON of something else', () => {
    for (const text of ['[]', '1', 'null', '"x"', '{}', '{ "name": "app", "version": "1.0.0" }']) {
      assert.equal(told(text)[0], 'foreign', text);
    }
  });

  test('was written by a newer version', () => {
    const [reason, place, message] = having((text) => text.replace('"formatVersion": 1', '"formatVersion": 2'));
    assert.deepEqual([reason, place], ['future-version', '2']);
    assert.match(message ?? '', /format version 2.*this one knows version 1.*left alone/);
    for (const wrong of ['"1"', '0', '1.5', 'null', '-1']) {
      assert.equal(
        having((text) => text.replace('"formatVersion": 1', `"formatVersion": ${wrong}`))[0],
        'wrong-content',
      );
    }
  });

  test('was changed by hand', () => {
    const cases: readonly (readonly [string, string, string, string])[] = [
      ['"internalName": "Northwind"', '"internalName": 7', '7', '“internalName” must be a text'],
      ['"flavour": "openCti"', '"flavour": "open"', '"open"', '“flavour” must be one of openCti, '],
      ['"2026-11-20"', '"2026-02-30"', '"2026-02-30"', '“importedOn” must be a date such as'],
      ['"importedOn": "2026-11-20",', '', '*', '“importedOn” is missing in the baseline'],
      ['{ "kind": "file", "what"', '{ "kind": "web", "what"', '"web"', '“takenFrom.kind” must be one of file, '],
      [
        '"takenFrom": { "kind": "file", "what": "northwind.xml" }',
        '"takenFrom": []',
        '[]',
        '“takenFrom” must be an object',
      ],
      ['"name": "own",', '', '*', '“name” is missing in “sections[1]”'],
      ['{ "name": "color", "label"', '{ "label"', '*', '“name” is missing in “sections[1].items[0]”'],
      ['"Use CTI API"', 'null', 'null', '“sections[0].items[1].label” must be a text'],
      ['"value": "true"', '"value": true', 'true', '“sections[0].items[1].value” must be a text'],
      ['"0123456789ab"', '"0123"', '"0123"', 'A fingerprint has 12 digits'],
      ['"value": "true"', '"value": "true", "fingerprint": "0123456789ab"', '*', 'either a “value” or a “fingerprint”'],
      ['"by": "Ann"', '"by": "Ann", "by": "Bob"', '"by"', '“accepted[0].by” stands here twice'],
      ['"on": "2026-11-21"', '"on": ""', '""', '“on” must be a date'],
      ['"reason": "new phone", ', '', '*', '“reason” is missing in “accepted[0]”'],
      [
        '{ "name": "color", "label": "Colour “A”\\n" }',
        '"color"',
        '"color"',
        '“sections[1].items[0]” must be an object',
      ],
    ];
    for (const [good, bad, place, words] of cases) {
      const [reason, at, message = ''] = having((text) => text.replace(good, bad));
      assert.equal(reason, 'wrong-content', bad);
      if (place !== '*') assert.equal(at, place);
      assert.ok(message.includes(words), message);
    }
    assert.equal(
      having((text) => text.replace(/"sections": \[[\s\S]*\n {2}\],\n/, ''))[2],
      '“sections” is missing in the baseline.',
    );
  });

  test('is absurd: too large, or nested as deep as no stack goes', () => {
    assert.equal(unreadable(`${northwindText}${' '.repeat(16_000_000)}`).reason, 'too-large');
    const deep = '['.repeat(200_000);
    assert.equal(unreadable(`{ "formatVersion": 1, "x": ${deep}`).reason, 'too-deep');
  });

  test('never throws, whatever a text holds', () => {
    const pieces = fc.constantFrom(
      ...northwindText.split(/(?<=[,:{}[\]])/),
      '<<<<<<< x\n',
      '"',
      '\\',
      'null',
      '1e999',
      '{',
      ']',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const file = readBaseline(parts.join(''));
        assert.ok(file.kind === 'baseline' || file.message !== '');
      }),
    );
  });
});

test('members that mean nothing are warnings, and change nothing', () => {
  const text = northwindText
    .replace('"formatVersion"', '"$schema": "./x.json", "owner": { "team": "voice" }, "formatVersion"')
    .replace('"by": "Ann"', '"by": "Ann", "ticket": "V-1"');
  const { baseline, warnings, kept } = readable(text);
  assert.deepEqual(baseline, northwind);
  assert.deepEqual(kept, ['"$schema": "./x.json"', '"owner": { "team": "voice" }']);
  assert.deepEqual(
    warnings.map(({ at, message }) => [text.slice(at.start, at.end), message.replace(/;.*/, '')]),
    [
      ['"owner"', '“owner” means nothing here'],
      ['"ticket"', '“accepted[0].ticket” means nothing here'],
    ],
  );
});

test('500 sections with 1,000 items are read and written in under a second', () => {
  const items = ['first', 'second'].map((name) => ({ name, label: `The ${name}`, value: undefined }));
  const sections = Array.from({ length: 500 }, (_, index) => ({ name: `section${index}`, label: 'Section', items }));
  const started = performance.now();
  assert.equal(readable(writeBaseline({ ...northwind, sections })).baseline.sections.length, 500);
  assert.ok(performance.now() - started < 1000, `${Math.round(performance.now() - started)} ms`);
});
