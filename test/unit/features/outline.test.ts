import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { outline } from '../../../server/src/language/features/outline.ts';
import type { OutlineSymbol } from '../../../server/src/language/service/editing.ts';
import type { Span } from '../../../server/src/language/text/span.ts';
import { catalog } from '../../support/features.ts';
import { corpus, fixturesIn } from '../../support/fixtures.ts';
import { sourceOf } from '../../support/language.ts';
import { mutants } from '../../support/mutants.ts';

function symbols(text: string): readonly OutlineSymbol[] {
  return outline(sourceOf(text), catalog);
}

function definition(items: string, section = 'name="reqGeneralInfo" label="General"'): string {
  return `<callCenter>\n  <section sortOrder="0" ${section}>\n${items}\n  </section>\n</callCenter>\n`;
}

/** The symbol of the only item. */
function item(written: string): OutlineSymbol | undefined {
  return symbols(definition(written))[0]?.children[0]?.children[0];
}

describe('the outline', () => {
  test('is the call center, its sections, their items', () => {
    const text = definition(
      '<item sortOrder="0" name="reqInternalName" label="Internal Name">Desk</item><item sortOrder="1" name="reqDisplayName" label="Display Name">Service Desk</item>',
    );
    const [callCenter] = symbols(text);
    assert.deepEqual(
      [callCenter?.name, callCenter?.detail, callCenter?.kind],
      ['Service Desk', 'callCenter', 'callCenter'],
    );
    const [section] = callCenter?.children ?? [];
    assert.deepEqual([section?.name, section?.detail, section?.kind], ['General', 'reqGeneralInfo', 'section']);
    assert.deepEqual(
      section?.children.map(({ name, kind }) => [name, kind]),
      [
        ['Internal Name', 'item'],
        ['Display Name', 'item'],
      ],
    );
    assert.equal(text.slice(section?.selection.start, section?.selection.end), 'name="reqGeneralInfo"');
  });

  test('keeps the order of the document, whatever the sort orders say', () => {
    const text = definition('<item sortOrder="1" name="b"/><item sortOrder="0" name="a"/>');
    assert.deepEqual(
      symbols(text)[0]?.children[0]?.children.map(({ name }) => name),
      ['b', 'a'],
    );
  });

  test('takes the internal name, or the root, where there is no display name', () => {
    const name = (items: string) => symbols(definition(items))[0]?.name;
    assert.equal(name('<item name="reqInternalName">Desk</item><item name="reqDisplayName"> </item>'), 'Desk');
    assert.equal(name(''), 'callCenter');
  });

  test('reads the metadata form, too', () => {
    const [root] = symbols(
      '<CallCenter><sections><items><label>URL</label><name>reqAdapterUrl</name><value>x</value></items><label>G</label><name>reqGeneralInfo</name></sections></CallCenter>',
    );
    assert.deepEqual(
      [root?.name, root?.children[0]?.name, root?.children[0]?.children[0]?.name],
      ['CallCenter', 'G', 'URL'],
    );
  });

  test('begins with the sections where the root is missing', () => {
    assert.deepEqual(
      symbols('<section name="reqGeneralInfo"><item name="a"/></section><section name="b"/>').map(({ kind, name }) => [
        kind,
        name,
      ]),
      [
        ['section', 'reqGeneralInfo'],
        ['section', 'b'],
      ],
    );
  });

  test('is empty for another format and for the form that nothing accepts', () => {
    assert.deepEqual(symbols('<project/>'), []);
    assert.deepEqual(symbols('<CallCenter><InternalName>A</InternalName></CallCenter>'), []);
    assert.deepEqual(symbols(''), []);
  });
});

describe('an item', () => {
  test('shows its name where it has no label, and says so where it has neither', () => {
    assert.equal(item('<item name="a" label="  ">1</item>')?.name, 'a');
    assert.equal(item('<item sortOrder="0">1</item>')?.name, 'item without a name');
    assert.equal(item('<item name=" ">1</item>')?.name, 'item without a name');
  });

  test('shows name and value, the value on one line', () => {
    const detail = item('<item name="a" label="A">\n one\n  two &amp; three </item>')?.detail ?? '';
    assert.ok(detail.includes('one two & three') && detail.includes('a'), detail);
    assert.doesNotMatch(detail, /\n/);
  });

  test('shows the beginning of a long value, and never half a character', () => {
    const detail = item(`<item name="a" label="A">${'x'.repeat(59)}${'😀'.repeat(50)}</item>`)?.detail ?? '';
    assert.ok(detail.length < 90, detail);
    assert.match(detail, /…/);
    assert.doesNotMatch(detail, /[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  for (const name of ['reqTelephonyIntegrationCertificate', 'vendorApiToken', 'clientSecret']) {
    test(`never shows the value of ${name}`, () => {
      const text = `<callCenter><section name="reqHvcc"><item name="${name}" label="L">hush</item></section></callCenter>`;
      assert.doesNotMatch(JSON.stringify(symbols(text)), /hush/);
    });
  }
});

test('every symbol has a name, holds its selection, and lies in its parent: fixtures, real files, damaged texts', () => {
  const texts = [...fixturesIn('fixtures'), ...fixturesIn('samples')].map(({ text }) => text);
  const real = [...corpus('import'), ...corpus('metadata')].map(({ text }) => text);
  for (const text of [...texts, ...real, ...mutants(texts, 500, 20_261_203)]) {
    const walk = (list: readonly OutlineSymbol[], outer: Span) => {
      for (const { name, span, selection, children } of list) {
        assert.notEqual(name.trim(), '');
        assert.ok(outer.start <= span.start && span.end <= outer.end, name);
        assert.ok(span.start <= selection.start && selection.end <= span.end, name);
        walk(children, span);
      }
    };
    walk(symbols(text), { start: 0, end: text.length });
  }
});
