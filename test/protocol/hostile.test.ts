import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { definition } from '../support/protocol.ts';
import { frame, hello, open, type RawProcess, startProcess } from '../support/raw-protocol.ts';

const megabyte = 1024 * 1024;
const body = definition();
const withLabel = (label: string) => body.replace('label="Display Name"', `label="${label}"`);

/** What nobody would write, and a rule that has to speak of it. */
const texts: Readonly<Record<string, () => readonly [text: string, rule: string]>> = {
  'an attribute of 20 MB': () => [withLabel('v'.repeat(20 * megabyte)), 'large-file'],
  '100,000 attributes': () => [
    withLabel(`x" ${Array.from({ length: 100_000 }, (_, at) => `a${at}="1"`).join(' ')} b="`),
    'unknown-attribute',
  ],
  '100,000 levels': () => [`<callCenter>${'<section>'.repeat(100_000)}`, 'xml-syntax'],
  '100,000 levels, all of them closed': () => [
    `<callCenter>${'<section>'.repeat(100_000)}\n\n\n${' '.repeat(40)}${'</section>'.repeat(100_000)}</callCenter>`,
    'misplaced-element',
  ],
  'a run of <': () => [body.replace('</callCenter>', '<'.repeat(megabyte)), 'xml-syntax'],
  'comments without an end': () => [body.replace('</callCenter>', '<!--'.repeat(megabyte / 4)), 'xml-syntax'],
  'zero bytes': () => [withLabel('\u0000'.repeat(megabyte)), 'xml-syntax'],
  'halves of surrogate pairs': () => [withLabel('\ud83d'.repeat(megabyte)), 'label-too-long'],
  'an entity bomb': () => [
    `<!DOCTYPE callCenter [<!ENTITY a "&b;&b;"><!ENTITY b "ha">]>\n${withLabel('&a;')}`,
    'doctype',
  ],
};

describe('a text that nobody would write', () => {
  let server: RawProcess;
  before(() => {
    server = startProcess();
    server.write(hello({ textDocument: { diagnostic: {} } }));
  });
  after(() => server.kill());

  for (const [what, make] of Object.entries(texts)) {
    it(`is checked, and the server goes on: ${what}`, async () => {
      const uri = `file:///${encodeURIComponent(what)}.xml`;
      const textDocument = { uri };
      const position = { line: 3, character: 30 };
      const [text, rule] = make();
      const asked = {
        'textDocument/hover': { textDocument, position },
        'textDocument/completion': { textDocument, position },
        'textDocument/documentSymbol': { textDocument },
        'textDocument/foldingRange': { textDocument },
        'textDocument/semanticTokens/full': { textDocument },
        'textDocument/selectionRange': { textDocument, positions: [position] },
        'textDocument/formatting': { textDocument, options: { tabSize: 2, insertSpaces: true } },
      };
      server.write(open(uri, text), frame({ id: what, method: 'textDocument/diagnostic', params: { textDocument } }));
      for (const [method, params] of Object.entries(asked)) {
        const id = `${what} ${method}`;
        server.write(frame({ id, method, params }));
        assert.equal((await server.answer(id)).error, undefined, id);
      }
      const { items } = (await server.answer(what)).result as { items: readonly { code: string }[] };
      const codes = items.map(({ code }) => code);
      assert.ok(codes.includes(rule), `${rule} is not among ${[...new Set(codes)].join()}`);
      server.write(frame({ method: 'textDocument/didClose', params: { textDocument } }));
      assert.ok(
        !JSON.stringify(server.received.filter(({ method }) => method === 'window/logMessage')).includes('failed'),
      );
    });
  }
});
