import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { definitionOf } from '../../../server/src/language/model/read.ts';
import { straysOf } from '../../../server/src/language/rules/strays.ts';
import { sourceOf } from '../../support/language.ts';

function strays(text: string) {
  const { elements, texts, tags } = straysOf(definitionOf(sourceOf(text)));
  const inText = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end);
  return {
    elements: elements.map(({ name, parent }) => `${parent?.name ?? ''}>${name}`),
    texts: texts.map(({ node, holder }) => `${holder.name}: ${inText(node.span).trim()}`),
    tags: tags.map(({ openTag }) => inText(openTag)),
  };
}

describe('what may be wrong with the elements of an import body', () => {
  test('is nothing where all of them stand in their places', () => {
    const { elements, texts } = strays(
      '<callCenter>\n <!-- a --><section sortOrder="0" name="a">\n  <item sortOrder="0" name="b">x</item>\n </section>\n</callCenter>',
    );
    assert.deepEqual({ elements, texts }, { elements: [], texts: [] });
  });

  test('is each that stands elsewhere or has another name, at any depth, in text order', () => {
    const { elements } = strays(
      '<callCenter><item/><section><x><section><item><value/></item></section></x><section/></section><y/></callCenter>',
    );
    assert.deepEqual(elements, [
      'callCenter>item',
      'section>x',
      'x>section',
      'item>value',
      'section>section',
      'callCenter>y',
    ]);
  });

  test('is the text that stands directly in the root or a section, and not that of an item', () => {
    const { texts } = strays('<callCenter>a<section>b<item>c</item><![CDATA[d]]></section> <section/>e</callCenter>');
    assert.deepEqual(texts.sort(), ['callCenter: a', 'callCenter: e', 'section: <![CDATA[d]]>', 'section: b']);
  });

  test('has one tag for each list of attribute names, though section and item share a list', () => {
    const { tags } = strays(
      '<callCenter><section name="a"><item name="b"/><item name="c"/></section><section name="d"><item/></section></callCenter>',
    );
    assert.deepEqual(tags, ['<callCenter>', '<section name="a">', '<item name="b"/>', '<item/>']);
  });
});
