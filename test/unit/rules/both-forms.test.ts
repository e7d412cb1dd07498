import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/src/language/index.ts';
import type { Field } from '../../../server/src/language/model/definition.ts';
import { definitionOf } from '../../../server/src/language/model/read.ts';
import { component, items, sections } from '../../../server/src/language/rules/example-metadata.ts';
import { optionsOfExamples } from '../../../server/src/language/rules/example-options.ts';
import { inGeneralInfo, inSection, inVoice, item } from '../../../server/src/language/rules/example-text.ts';
import { checkWellFormed } from '../../../server/src/language/xml/well-formed.ts';
import { findingsOf, fixAllIn, service, sourceOf } from '../../support/language.ts';
import { marked } from '../../support/marked.ts';
import { parse } from '../../support/tree.ts';

/** Rules whose finding in the import form has another reason or another name in the metadata form. */
const differently: ReadonlyMap<string, string> = new Map([
  ['unknown-element', 'each form has elements of its own'],
  ['misplaced-element', 'each form has places of its own'],
  ['unknown-attribute', 'attributes are a matter of the import form'],
  ['missing-label', 'a label that is not there at all is a missing element'],
  ['stray-text', 'sections and items alone are carried over'],
  ['unused-suppression', 'sections and items alone are carried over'],
  ['internal-name-not-unique', 'it speaks of the files around'],
]);

/** The same sections and items in the other form, written down by hand: values and labels character for character. */
function twinOf(text: string): string | undefined {
  const source = sourceOf(text);
  const { form, sections } = definitionOf(source);
  if (form !== 'import' || sections.length === 0 || checkWellFormed(text, parse(text)).kind !== 'well-formed')
    return undefined;
  const element = (name: string, field: Field | undefined) =>
    field ? [`<${name}>${text.slice(field.span.start, field.span.end)}</${name}>`] : [];
  const lines = sections.flatMap((section) => {
    const items = section.items.flatMap(({ label, name, value }) => [
      '<items>',
      ...[...element('label', label ?? name), ...element('name', name), ...element('value', value)],
      '</items>',
    ]);
    return [
      '<sections>',
      ...items,
      ...element('label', section.label ?? section.name),
      ...element('name', section.name),
      '</sections>',
    ];
  });
  return component(lines);
}

const uri = 'file:///test/Twin.callCenter-meta.xml';

for (const rule of service.rules) {
  if (!rule.forms.includes('import') || !rule.forms.includes('metadata') || differently.has(rule.id)) continue;
  const { options } = optionsOfExamples(rule);
  const own = (text: string, at?: string) =>
    findingsOf(text, options, at).filter((finding) => finding.rule === rule.id);
  for (const [index, example] of rule.examples.bad.entries()) {
    const { text } = marked(example);
    const twin = twinOf(text);
    if (twin === undefined) continue;

    test(`${rule.id}: bad example ${index + 1} is found in its metadata twin, too`, () => {
      assert.equal(own(twin, uri).length, own(text).length, twin);
    });

    // What was imported long ago is the very subject of some.
    if (!options.imported)
      test(`${rule.id}: bad example ${index + 1} is told in its metadata twin without a word of an import`, () => {
        for (const { message } of own(twin, uri)) assert.doesNotMatch(message, /import|upload/i);
      });

    test(`${rule.id}: the fixes of bad example ${index + 1} write elements in its metadata twin`, () => {
      const before = own(twin, uri).length;
      const twinSource = sourceOf(twin, uri);
      for (const { at } of own(twin, uri)) {
        for (const fix of service
          .quickFixes(twinSource, at, options)
          .filter((candidate) => candidate.rule === rule.id)) {
          const after = applyEdits(twin, fix.edits);
          assert.equal(checkWellFormed(after, parse(after)).kind, 'well-formed', after);
          assert.equal(definitionOf(sourceOf(after, uri)).form, 'metadata', after);
          assert.ok(own(after, uri).length < before, `“${fix.title}”\n${after}`);
          const made = findingsOf(after, options, uri).filter(({ rule: id }) => /element|attribute|text/.test(id));
          assert.deepEqual(made, [], after);
        }
      }
      const fixed = fixAllIn(twin, options, uri);
      assert.equal(fixAllIn(fixed, options, uri), fixed);
    });
  }
}

test('what a deployment meets is told in its own words, and what Setup meets in those of the import', () => {
  const wide = (body: string) => body.replace('label="Own"', 'label="Own  label"');
  const pairs: readonly (readonly [string, string, RegExp | undefined])[] = [
    ['label-whitespace', wide(inSection(item(0, 'team', 'a'))), /after the import/],
    ['invalid-name', inSection(item(0, 'my-team', 'a')), /after the import/],
    ['vendor-api-name', inGeneralInfo(item(0, 'reqVendorInfoApiName', 'AcmeVoice')), /before the upload/],
    ['certificate', inVoice(item(0, 'reqTelephonyIntegrationCertificate', '')), undefined],
    ['placeholder', inSection(item(0, 'host', 'YOUR-DOMAIN')), undefined],
    ['value-whitespace', inSection(item(0, 'team', 'a ')), undefined],
  ];
  for (const [id, text, words] of pairs) {
    const told = (body: string, at?: string) =>
      findingsOf(body, undefined, at)
        .filter(({ rule }) => rule === id)
        .map(({ message }) => message);
    const [here, ...more] = told(text);
    assert.deepEqual(more, [], id);
    const [there] = told(twinOf(text) ?? '', uri);
    if (words) assert.match(here ?? '', words, id);
    else assert.equal(there, here, id);
    assert.doesNotMatch(there ?? 'nothing about an import', /import|upload/i, id);
  }
  const empty = component(sections('Own', ...items('team', 'a', '')));
  const [label] = findingsOf(empty, undefined, uri).filter(({ rule }) => rule === 'missing-label');
  assert.equal(label?.message, '“team” has no label: administrators will see nothing that explains it.');
});

test('a value that is still a placeholder is told as one, and not as a wrong value, too', () => {
  for (const name of [
    'reqUseApi',
    'reqSalesforceCompatibilityMode',
    'reqSoftphoneHeight',
    'reqTimeout',
    'reqStandbyUrl',
  ]) {
    const text = inGeneralInfo(item(0, 'reqUseApi', 'true'), item(1, name, '{{VALUE}}'));
    for (const [body, at] of [
      [text, undefined],
      [twinOf(text) ?? '', uri],
    ] as const) {
      const place = body.indexOf('{{VALUE}}');
      const found = findingsOf(body, undefined, at).filter((one) => one.at.start <= place && place < one.at.end);
      assert.deepEqual(
        found.map(({ rule }) => rule),
        ['placeholder'],
        name,
      );
    }
  }
});
