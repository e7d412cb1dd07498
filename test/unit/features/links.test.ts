import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { links } from '../../../server/src/language/features/links.ts';
import { fixturesIn } from '../../support/fixtures.ts';
import { sourceOf } from '../../support/language.ts';
import { marked } from '../../support/marked.ts';
import { mutants } from '../../support/mutants.ts';

function definition(value: string): string {
  return `<callCenter><section sortOrder="0" name="s"><item sortOrder="0" name="i">${value}</item></section></callCenter>`;
}

describe('a value that is a web address is a link', () => {
  const cases: readonly (readonly [value: string, target: string])[] = [
    ['«https://phone.example.com/softphone»', 'https://phone.example.com/softphone'],
    ['«http://localhost:8080»', 'http://localhost:8080'],
    ['\n  «https://a.example»\n  ', 'https://a.example'],
    ['«https://a.example/?x=1&amp;y=2#z»', 'https://a.example/?x=1&y=2#z'],
    ['«https://a.example/日本?q=電話»', 'https://a.example/日本?q=電話'],
    ['«https://a.example/(x),[y]»', 'https://a.example/(x),[y]'],
  ];
  for (const [value, target] of cases) {
    test(JSON.stringify(value), () => {
      const { text, spans } = marked(definition(value));
      const found = links(sourceOf(text));
      assert.deepEqual(
        found.map(({ at }) => at),
        spans,
      );
      assert.equal(found[0]?.target, target);
      assert.notEqual(found[0]?.tooltip, '');
    });
  }

  test('in the metadata form, too', () => {
    const { text, spans } = marked(
      '<CallCenter><sections><items><name>i</name><value>«https://a.example»</value></items></sections></CallCenter>',
    );
    assert.deepEqual(
      links(sourceOf(text)).map(({ at }) => at),
      spans,
    );
  });
});

describe('no link', () => {
  for (const value of [
    '',
    '/apex/softphone',
    'see https://a.example',
    'https://a.example and more',
    'javascript:alert(1)',
    'command:workbench.action.quit',
    'file:///etc/passwd',
    'ftp://a.example',
    'https://',
    'https://{{domain}}/x',
    'https://&lt;your domain&gt;/x',
    'https://a.example/<b>x</b>',
    'https://&host;/x',
  ]) {
    test(JSON.stringify(value), () => assert.deepEqual(links(sourceOf(definition(value))), []));
  }

  test('in another format', () =>
    assert.deepEqual(links(sourceOf('<project><url>https://a.example</url></project>')), []));
});

test('links lie in the text, in text order, and lead to the web only', () => {
  const texts = fixturesIn('fixtures').map(({ text }) => text);
  for (const text of [...texts, ...mutants(texts, 500, 20_261_201)]) {
    let end = 0;
    for (const { at, target } of links(sourceOf(text))) {
      assert.ok(end <= at.start && at.start < at.end && at.end <= text.length);
      assert.match(target, /^https?:\/\/\S+$/);
      end = at.end;
    }
  }
});
