import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { diffFieldSets } from '../../../../server/src/language/baseline/diff.ts';
import { fieldSetOf } from '../../../../server/src/language/baseline/field-set.ts';
import type { DocumentOptions } from '../../../../server/src/language/index.ts';
import { definitionOf } from '../../../../server/src/language/model/read.ts';
import { catalog } from '../../../support/features.ts';
import { service, sourceOf } from '../../../support/language.ts';

interface Part {
  readonly name: string;
  readonly items: readonly string[];
}

/** A definition with the internal name, and sections of own items. */
function written(internalName: string, parts: readonly Part[]): string {
  const general = `  <section sortOrder="0" name="reqGeneralInfo" label="General">\n    <item sortOrder="0" name="reqInternalName" label="Internal Name">${internalName}</item>\n  </section>\n`;
  const sections = parts.map(({ name, items }, index) => {
    const lines = items.map(
      (item, place) =>
        `    <!-- ${place} --><item sortOrder="${place}" name="${item}" label="${item} label">v</item>\n`,
    );
    return `  <section sortOrder="${index + 1}" name="${name}" label="${name} label">\n${lines.join('')}  </section>\n`;
  });
  return `<callCenter>\n${general}${sections.join('')}</callCenter>\n`;
}

const was = written('AcmeV3', [
  { name: 'Agents', items: ['teamName', 'siteCode', 'greeting'] },
  { name: 'Screens', items: ['popTarget', 'colour'] },
]);

/** Compared with a baseline file of `was`. */
function importedOf(text: string): DocumentOptions {
  const takenFrom = { kind: 'file', what: 'callcenter.xml' } as const;
  const mark = service.markImported(sourceOf(text), undefined, { takenFrom, importedOn: '2026-03-09' });
  assert.equal(mark.kind, 'written');
  const file = sourceOf(mark.kind === 'written' ? mark.text : '', 'file:///test/callcenter.callcenter-baseline.json');
  return { imported: { file }, now: Date.UTC(2026, 10, 23) };
}

const options = importedOf(was);

function titles(text: string): readonly string[] {
  return service.changes(sourceOf(text), options)?.changes.map(({ title }) => title) ?? [];
}

function fieldsOf(text: string) {
  return fieldSetOf(definitionOf(sourceOf(text)), catalog);
}

describe('what has changed since the import', () => {
  test('is nothing for the definition that was imported', () => {
    assert.deepEqual(service.changes(sourceOf(was), options)?.changes, []);
    assert.deepEqual(service.removedFields(sourceOf(was), options), []);
  });

  test('is not known without an import', () => {
    assert.equal(service.changes(sourceOf(was)), undefined);
    assert.equal(service.importedText(sourceOf(was)), undefined);
    assert.equal(service.reimportPlan(sourceOf(was), []), undefined);
  });

  test('is told with keys, and the collision first of all', () => {
    assert.deepEqual(titles(was.replace('name="greeting"', 'name="greetingText"')), [
      'Fields have changed under the internal name AcmeV3',
      '/Agents/greeting was renamed to /Agents/greetingText',
    ]);
    assert.deepEqual(titles(was.replace('AcmeV3', 'AcmeV4')), ['The internal name was changed from AcmeV3 to AcmeV4']);
  });
});

describe('the definition as it was imported', () => {
  test('differs from the present one in names, places and labels alone', () => {
    const now = was
      .replace('name="teamName" label="teamName label"', 'name="teamsName" label="Team"')
      .replace(/ *<!-- 1 --><item sortOrder="1" name="siteCode".*\n/, '');
    assert.equal(
      service.importedText(sourceOf(now), options),
      was.replace(/<!-- 1 -->(<item sortOrder="1" name="siteCode" label="siteCode label">)v/, '$1'),
    );
  });

  const section = (name: string, items: string) =>
    `<section sortOrder="0" name="${name}" label="S">\n${items}</section>\n`;
  const item = (order: number, name: string, end = '</item>') =>
    `  <item sortOrder="${order}" name="${name}" label="L">x${end}\n`;
  const taken: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'an item of another section with the same name': [
      section('s', '') + section('s', item(0, 'd') + item(1, 'c') + item(2, 'a')),
      section('s', item(0, 'd')),
    ],
    'items without an end that went to another section': [
      section('s', item(0, 'a') + item(1, 'b') + item(2, 'c')) + section('t', item(0, 'd')),
      section('s', '') + section('t', item(0, 'd') + item(1, 'a', '') + item(2, 'b', '') + item(3, 'c')),
    ],
  };
  for (const [what, [before, after]] of Object.entries(taken)) {
    test(`is there for ${what}`, () => {
      const inRoot = (sections: string) => sourceOf(`<callCenter>\n${sections}</callCenter>\n`);
      const compared: DocumentOptions = { imported: { other: { source: inRoot(before), title: 'imported' } } };
      const text = service.importedText(inRoot(after), compared) ?? '';
      for (const [name] of before.matchAll(/name="\w+"/g)) assert.ok(text.includes(name), text);
    });
  }

  const names = ['teamName', 'siteCode', 'greeting', 'popTarget', 'colour', 'queueList', 'wrapUpSeconds'];
  const part = fc.record({
    name: fc.constantFrom('Agents', 'Screens', 'AgentSettings', 'Reports'),
    items: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 5 }),
  });
  const definition = fc
    .tuple(fc.constantFrom('AcmeV3', 'AcmeV4'), fc.uniqueArray(part, { maxLength: 4, selector: ({ name }) => name }))
    .map(([name, parts]) => written(name, parts));

  test('has the fields of the import, whatever has become of them since', () => {
    fc.assert(
      fc.property(definition, definition, (before, after) => {
        const text = service.importedText(sourceOf(after), importedOf(before)) ?? '';
        assert.deepEqual(
          diffFieldSets(fieldsOf(before), fieldsOf(text)).map(({ kind }) => kind),
          [],
          text,
        );
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});

describe('what is gone', () => {
  test('is shown behind what came before it, under its new name too', () => {
    const now = was
      .replace('name="teamName"', 'name="teamsName"')
      .replace(/ *<!-- 1 --><item sortOrder="1" name="siteCode".*\n/, '');
    const source = sourceOf(now);
    const [gone, ...more] = service.removedFields(source, options);
    assert.equal(more.length, 0);
    assert.equal(gone?.text, 'siteCode was here');
    assert.match(now.slice(0, gone.at), /name="teamsName"[^\n]*$/);
  });

  test('is shown behind the section before it, or at the root', () => {
    const now = was.replace(/ {2}<section sortOrder="2"[\s\S]*<\/section>\n/, '');
    const [gone] = service.removedFields(sourceOf(now), options);
    assert.equal(gone?.key, '/Screens');
    assert.match(now.slice(0, gone.at), /<\/section>$/);
  });
});

describe('the re-import plan', () => {
  const plan = (text: string) => service.reimportPlan(sourceOf(text), [], options) ?? '';

  test('says that nothing is to be done where no field has changed', () => {
    assert.match(plan(was), /Nothing: the fields are those that were imported\..*No new import is needed/s);
    const relabelled = plan(was.replace('label="colour label"', 'label="Color"'));
    assert.match(relabelled, /No new import is needed\n\nLabels and order stay in the org/);
    assert.doesNotMatch(relabelled, /Step by step/);
  });

  test('proposes a name as vendors form theirs, and goes through all that hangs on the old one', () => {
    const text = plan(was.replace('name="colour"', 'name="color"'));
    assert.match(text, /`\/Screens\/colour` was renamed to `\/Screens\/color`/);
    assert.match(text, /for example `AcmeV4`/);
    for (const step of ['Move the users', 'directory numbers', 'softphone layouts', 'Delete the old call center'])
      assert.ok(text.includes(step), step);
  });

  test('names the fields whose values somebody has to put in', () => {
    const text = plan(
      was.replace(
        '</section>',
        '  <item sortOrder="1" name="reqAdapterUrl" label="URL">https://a.example.test</item>\n    <item sortOrder="2" name="apiToken" label="T"></item>\n  </section>',
      ),
    );
    assert.match(
      text,
      /no org has a value for them yet: `\/reqGeneralInfo\/reqAdapterUrl`, `\/reqGeneralInfo\/apiToken`\./,
    );
    assert.match(text, /differ from org to org: `\/reqGeneralInfo\/reqAdapterUrl`\./);
    assert.match(text, /Put in by hand: `\/reqGeneralInfo\/apiToken`\./);
  });

  test('takes a name that is new already', () => {
    assert.match(plan(was.replace('AcmeV3', 'AcmeNext')), /Keep the new internal name `AcmeNext`/);
  });

  test('lists code that reads the old keys', () => {
    const uses = [{ key: '/Screens/colour', places: [{ path: 'src/phone.js', line: 11 }] }];
    const text = service.reimportPlan(sourceOf(was.replace('name="colour"', 'name="color"')), uses, options);
    assert.match(text ?? '', /- `\/Screens\/colour`\n {2}- src\/phone\.js:12/);
  });
});

describe('a change that is accepted', () => {
  const now = sourceOf(
    was.replace(
      '</section>\n</callCenter>',
      '  <item sortOrder="2" name="x" label="X">1</item>\n  </section>\n</callCenter>',
    ),
  );
  const consent = { reason: 'Ships soon', by: 'Ann', on: '2026-04-01' };
  const present = options.imported?.file?.text ?? '';

  test('is silent, in every section that came with it, and with all of them the collision', () => {
    const result = service.acceptChanges(now, present, undefined, consent, options);
    assert.equal(result.kind, 'written');
    const accepted = { ...options, imported: { file: sourceOf(result.kind === 'written' ? result.text : '') } };
    assert.ok(service.changes(now, accepted)?.changes.every((change) => change.accepted));
    const spoken = service.findings(now, accepted).map(({ rule }) => rule);
    assert.ok(!spoken.includes('item-added') && !spoken.includes('field-set-changed-same-internal-name'));
  });

  test('is not taken out while the definition is compared with something else', () => {
    const other = { source: sourceOf(was), title: 'v1' };
    const result = service.pruneAcceptances(now, present, { ...options, imported: { ...options.imported, other } });
    assert.equal(result.kind, 'refused');
    assert.equal(service.pruneAcceptances(now, present, options).kind, 'written');
  });

  test('must be there', () => {
    const result = service.acceptChanges(now, present, ['0123456789ab'], consent, options);
    assert.equal(result.kind, 'refused');
    assert.equal(service.acceptChanges(sourceOf(was), present, undefined, consent, options).kind, 'refused');
  });

  test('is offered at its place, with the fingerprint that the report has', () => {
    const at = now.text.indexOf('"x"') + 1;
    const [offer] = service.acceptable(now, { start: at, end: at }, options);
    const change = service.changes(now, options)?.changes.find(({ rule }) => rule === 'item-added');
    assert.ok(offer);
    assert.equal(offer.fingerprint, change?.fingerprint());
  });
});
