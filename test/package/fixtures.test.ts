import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fixturesIn } from '../support/fixtures.ts';

const ok = fixturesIn('fixtures/ok');
const err = fixturesIn('fixtures/err');

function wellFormed(text: string): boolean {
  return spawnSync('xmllint', ['--noout', '-'], { input: text, encoding: 'utf8' }).status === 0;
}

test('every fixture says in a comment what it is for', () => {
  for (const { name, text } of [...ok, ...err]) assert.match(text, /<!--\s+[A-Z][\s\S]{20,}?-->/, name);
});

test('the fixtures without problems are well formed, and of many shapes', () => {
  for (const { name, text } of ok) assert.ok(wellFormed(text), name);
  const shape = (name: string, expected: RegExp) => {
    assert.match(ok.find((fixture) => fixture.name === name)?.text ?? '', expected, name);
  };
  // A checkout or an editor that changes line ends would make these tests of nothing.
  shape('crlf.xml', /^[^\n]*\r\n(?:[^\r\n]*\r\n)*$/);
  shape('cr.xml', /^[^\n]*\r[^\n]*$/);
  shape('bom.xml', /^\ufeff<\?xml/);
  shape('one-line.xml', /^.*$/);
  shape('tabs.xml', /\n\t\t</);
});

test('the fixtures with problems name the rules that find them, with lines that exist', () => {
  for (const { name, text } of err) {
    const lines = text.split('\n');
    const expected = [...text.matchAll(/expect (\d+) ([a-z-]+)/g)];
    assert.notEqual(expected.length, 0, name);
    for (const [, line] of expected) assert.match(lines[Number(line) - 1] ?? '', /\S/, `${name}: line ${line}`);
    const syntax = expected.some(([, , rule]) => rule === 'xml-syntax');
    assert.equal(wellFormed(text), !syntax, name);
  }
});
