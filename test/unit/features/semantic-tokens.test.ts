import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { flavours } from '../../../server/src/language/catalog/types.ts';
import { semanticTokens } from '../../../server/src/language/features/semantic-tokens.ts';
import { catalog } from '../../support/features.ts';
import { fixturesIn } from '../../support/fixtures.ts';
import { sourceOf } from '../../support/language.ts';
import { mutants } from '../../support/mutants.ts';

type Shown = readonly [text: string, type: string, modifier: string | undefined];

function tokens(text: string, flavour: (typeof flavours)[number] = 'openCti'): Shown[] {
  return semanticTokens(sourceOf(text), catalog, flavour).map(({ at, type, modifiers }) => [
    text.slice(at.start, at.end),
    type.replace('callCenter', ''),
    modifiers.join(' ') || undefined,
  ]);
}

function definition(items: string, section = 'reqGeneralInfo'): string {
  return `<callCenter>\n<section sortOrder="0" name="${section}">\n${items}\n</section>\n</callCenter>`;
}

describe('names are coloured by what the flavour makes of them', () => {
  const text = definition(
    '<item name="reqProgId">A.B</item><item name="reqUseApi">true</item><item name="reqTimeout">1</item><item name="own">x</item>',
  );

  test('Open CTI', () => {
    assert.deepEqual(tokens(text), [
      ['reqGeneralInfo', 'Section', 'required'],
      ['reqProgId', 'Item', 'optional'],
      ['reqUseApi', 'Item', 'required'],
      ['reqTimeout', 'Item', 'optional'],
      ['own', 'Item', 'custom'],
    ]);
  });

  test('CTI Toolkit', () => {
    const modifiers = tokens(text, 'ctiToolkit').map(([name, , modifier]) => `${name} ${modifier}`);
    assert.ok(modifiers.includes('reqProgId required'), modifiers.join());
    assert.ok(modifiers.includes('reqUseApi optional'), modifiers.join());
  });

  test('a known name in a section that is not its own is custom', () => {
    assert.deepEqual(tokens(definition('<item name="reqUseApi">true</item>', 'own')), [
      ['own', 'Section', 'custom'],
      ['reqUseApi', 'Item', 'custom'],
    ]);
  });
});

describe('what is still to be filled in', () => {
  const cases: readonly (readonly [value: string, placeholders: readonly string[]])[] = [
    ['https://{{domain}}/x', ['{{domain}}']],
    ['&lt;Presence Status Id&gt;', ['&lt;Presence Status Id&gt;']],
    ['https://domain:port', ['domain:port']],
    ['{direction} Call', []],
    ['https://phone.litware.test', []],
  ];
  for (const [value, placeholders] of cases) {
    test(JSON.stringify(value), () => {
      const found = tokens(definition(`<item name="own">${value}</item>`))
        .filter(([, type]) => type === 'Placeholder')
        .map(([text]) => text);
      assert.deepEqual(found, placeholders);
    });
  }
});

describe('no tokens', () => {
  test('in another format, and in the form that nothing accepts', () => {
    assert.deepEqual(tokens('<project name="a"/>'), []);
    assert.deepEqual(tokens('<CallCenter><InternalName>{{x}}</InternalName></CallCenter>'), []);
  });

  test('without a flavour', () => assert.deepEqual(semanticTokens(sourceOf(definition('')), catalog, undefined), []));

  test('for a name over several lines, and for one without letters', () =>
    assert.deepEqual(tokens(definition('<item name="a\nb">x</item><item name="">x</item>')).length, 1));
});

test('tokens stand on one line each, in text order, and never overlap', () => {
  const texts = [...fixturesIn('fixtures'), ...fixturesIn('samples')].map(({ text }) => text);
  for (const text of [...texts, ...mutants(texts, 500, 20_261_202)]) {
    const source = sourceOf(text);
    for (const flavour of flavours) {
      let end = 0;
      for (const { at } of semanticTokens(source, catalog, flavour)) {
        assert.ok(end <= at.start && at.start < at.end && at.end <= text.length, text.slice(at.start, at.end));
        assert.equal(source.positionAt(at.start).line, source.positionAt(at.end).line);
        end = at.end;
      }
    }
  }
});
