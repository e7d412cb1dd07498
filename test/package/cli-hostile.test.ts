import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { after, before, describe, test } from 'node:test';
import { seeded } from '../support/random.ts';
import { check, checkJson, definition } from './cli.ts';

const megabytes = 10 * 1024 * 1024;

let folder = '';
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A section of as many items as fit; `line` makes each of them. */
function manyItems(line: (index: number) => string): string {
  const lines: string[] = [];
  for (let index = 0, length = 0; length < megabytes; index++) {
    const next = `    ${line(index)}\n`;
    lines.push(next);
    length += next.length;
  }
  return definition({ more: `  <section sortOrder="1" name="own" label="Own">\n${lines.join('')}  </section>\n` });
}

function item(index: number, changes: { sortOrder?: number; name?: string; value?: string } = {}): string {
  const { sortOrder = index, name = `own${index}`, value = `value ${index}` } = changes;
  return `<item sortOrder="${sortOrder}" name="${name}" label="Label ${index}">${value}</item>`;
}

function randomBytes(below: number): Uint8Array {
  const random = seeded(20_261_124);
  return Uint8Array.from({ length: megabytes }, () => Math.floor(random() * below));
}

const entities = Array.from(
  { length: 20 },
  (_, index) => `<!ENTITY e${index} "${index === 0 ? 'ha' : `&e${index - 1};`.repeat(10)}">`,
).join('\n');

interface Case {
  readonly what: string;
  readonly content: () => string | Uint8Array;
  readonly code: 0 | 1;
  /** Rules that must be named; none means that nothing is found. */
  readonly rules: readonly string[];
}

const cases: readonly Case[] = [
  { what: 'a definition of 10 MB', content: () => manyItems((index) => item(index)), code: 0, rules: [] },
  {
    what: 'a value of 10 MB',
    content: () => definition({ useApi: 'v'.repeat(megabytes) }),
    code: 1,
    rules: ['invalid-boolean'],
  },
  {
    what: 'a raw & in every item of 10 MB',
    content: () => manyItems((index) => item(index, { value: 'a & b' })),
    code: 1,
    rules: ['xml-syntax'],
  },
  {
    what: 'one sort order for all items of 10 MB',
    content: () => manyItems((index) => item(index, { sortOrder: 0 })),
    code: 0,
    rules: ['sort-order-duplicate'],
  },
  {
    what: 'one name for all items of 10 MB',
    content: () => manyItems((index) => item(index, { name: 'reqOwn' })),
    code: 1,
    rules: ['duplicate-item'],
  },
  {
    what: 'an unknown element in place of every item of 10 MB',
    content: () => manyItems((index) => item(index).replaceAll('item', 'itm')),
    code: 1,
    rules: ['unknown-element'],
  },
  {
    what: 'a half-typed tag on every line of 10 MB',
    content: () => manyItems((index) => `<item sortOrder="${index}" name="re`),
    code: 1,
    rules: ['xml-syntax'],
  },
  { what: '10 MB of binary rubbish', content: () => randomBytes(256), code: 1, rules: ['not-utf-8'] },
  { what: '10 MB of rubbish letters', content: () => randomBytes(128), code: 1, rules: ['not-a-definition'] },
  { what: '10 MB of zeros', content: () => new Uint8Array(megabytes), code: 1, rules: ['not-a-definition'] },
  {
    what: '10 MB of rubbish in a definition',
    content: () => Buffer.concat([Buffer.from(definition({}).slice(0, -15)), randomBytes(128)]),
    code: 1,
    rules: ['xml-syntax'],
  },
  {
    what: '100,000 nested sections',
    content: () =>
      `<callCenter>${'<section sortOrder="0" name="a">'.repeat(100_000)}${'</section>'.repeat(100_000)}</callCenter>`,
    code: 1,
    rules: ['missing-section'],
  },
  {
    what: '100,000 nested sections without an end',
    content: () => `<callCenter>${'<section sortOrder="0" name="a">'.repeat(100_000)}`,
    code: 1,
    rules: ['xml-syntax'],
  },
  {
    what: '100,000 nested elements of another format',
    content: () => '<a>'.repeat(100_000) + '</a>'.repeat(100_000),
    code: 1,
    rules: ['not-a-definition'],
  },
  {
    what: 'an entity bomb',
    content: () =>
      definition({ label: '&e19;' }).replace('<callCenter>', `<!DOCTYPE callCenter [\n${entities}\n]>\n<callCenter>`),
    code: 0,
    rules: ['doctype'],
  },
  {
    what: 'an external entity',
    content: () =>
      definition({ label: '&file;' }).replace(
        '<callCenter>',
        '<!DOCTYPE callCenter [<!ENTITY file SYSTEM "secret.txt">]>\n<callCenter>',
      ),
    code: 0,
    rules: ['doctype'],
  },
  {
    what: 'an attribute of 50 MB',
    content: () => definition({ label: 'v'.repeat(5 * megabytes) }),
    code: 1,
    rules: ['label-too-long'],
  },
  {
    what: '100,000 attributes',
    content: () =>
      definition({ label: `x" ${Array.from({ length: 100_000 }, (_, at) => `a${at}="1"`).join(' ')} b="` }),
    code: 0,
    rules: ['unknown-attribute'],
  },
  {
    what: 'one attribute 100,000 times',
    content: () => definition({ label: `x" ${'label="1" '.repeat(100_000)} b="` }),
    code: 1,
    rules: ['xml-syntax'],
  },
  { what: 'UTF-16', content: () => Buffer.from(`\ufeff${definition({})}`, 'utf16le'), code: 1, rules: ['not-utf-8'] },
  {
    what: 'half of a surrogate pair',
    content: () => Buffer.from(definition({ label: '\u0001' })).map((byte) => (byte === 1 ? 0xed : byte)),
    code: 1,
    rules: ['not-utf-8'],
  },
  {
    what: 'a declaration that nobody knows',
    content: () => definition({}).replace('version="1.0" encoding="UTF-8"', 'version="9.9" encoding="klingon"'),
    code: 1,
    rules: ['xml-syntax'],
  },
  { what: 'a zero byte in a value', content: () => definition({ label: 'a\u0000b' }), code: 1, rules: ['xml-syntax'] },
  ...['<', '<!', '<!--', '<?', '<![CDATA[', '&', '<item ', '<item sortOrder=', '</item>', 'name="', '\r'].map(
    (piece) => ({
      what: `a definition that goes on with 10 MB of ${JSON.stringify(piece)}`,
      content: () => definition({}).replace('</callCenter>\n', piece.repeat(megabytes / piece.length)),
      code: 1 as const,
      rules: ['xml-syntax'],
    }),
  ),
];

describe('hostile files are checked without ado', () => {
  for (const { what, content, code, rules } of cases) {
    test(what, (context) => {
      fs.writeFileSync(path.join(folder, 'secret.txt'), 'do not read me');
      const file = path.join(folder, 'file.xml');
      fs.writeFileSync(file, content());
      const started = performance.now();
      const text = check([file]);
      const took = performance.now() - started;
      context.diagnostic(`${Math.round(took)} ms`);
      assert.equal(text.code, code, text.out.slice(0, 500) + text.error);
      assert.match(text.error, /^\d+ errors?, \d+ warnings? in 1 file\n$/);
      assert.doesNotMatch(text.out, /do not read me|hahaha/);
      const lines = text.out.split('\n');
      assert.ok(lines.length <= 1002);
      for (const line of lines) assert.ok(line.length < 2000, `a line of ${line.length} characters`);

      const found = new Set(checkJson([file]).files[0]?.findings.map(({ rule }) => rule));
      if (rules.length === 0) assert.equal(found.size, 0, [...found].join());
      for (const rule of rules) assert.ok(found.has(rule), `${rule} is not among ${[...found].join()}`);
    });
  }

  test('mending 10 MB ends, and mends', () => {
    const file = path.join(folder, 'fix.xml');
    fs.writeFileSync(
      file,
      manyItems((index) => item(index, { sortOrder: index | 1 })),
    );
    const { error } = check(['--fix', file]);
    assert.match(error, /^0 errors, 0 warnings in 1 file; 1 file changed\n$/);
  });
});
