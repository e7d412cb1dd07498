import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect, definition, type TestClient } from '../support/protocol.ts';
import { seeded } from '../support/random.ts';

const uri = 'file:///service-desk.xml';
const other = 'file:///the-same.xml';

/** What people, paste and broken tools put into such a file. */
const scraps = [
  ...['a', ' ', '\n', '\r\n', '\r', '\t', '&', '<', '>', '"', '😀', '\ud83d', '\udc00', '\u0000', '\u2028', '日本'],
  ...[
    '<item sortOrder="1" name="x" label="X">1</item>',
    '</section>',
    '<!-- ',
    ' -->',
    '<![CDATA[',
    ']]>',
    'Service_Desk',
  ],
];

/** Lines as an editor counts them. */
function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** Everything that shows of a document: what one and the same text gives must be one and the same. */
async function looksOf(client: TestClient, of: string): Promise<unknown> {
  const textDocument = { uri: of };
  const ask = (method: string, more: object = {}) =>
    client.connection.sendRequest<unknown>(`textDocument/${method}`, { textDocument, ...more });
  const tokens = (await ask('semanticTokens/full')) as { readonly data: readonly number[] };
  return {
    problems: await client.pull(of),
    symbols: await ask('documentSymbol'),
    tokens: tokens.data,
    folding: await ask('foldingRange'),
    formatted: await ask('formatting', { options: { tabSize: 4, insertSpaces: true } }),
    whole: await ask('selectionRange', { positions: [{ line: 0, character: 0 }] }),
  };
}

describe('edits', () => {
  it('of which there are 10,000 come to the same as the text in one piece', async () => {
    const random = seeded(20_261_123);
    const upTo = (limit: number) => Math.floor(random() * limit);
    const whole = definition();
    const client = await connect();
    let text = whole;
    await client.open(uri, text);
    for (let count = 0; count < 10_000; count++) {
      // Once in a while somebody begins anew, or takes everything back.
      if (count % 1000 === 500) {
        text = whole;
        await client.change(uri, text);
        continue;
      }
      const lines = linesOf(text);
      const line = upTo(lines.length);
      const character = upTo((lines[line]?.length ?? 0) + 1);
      const end = random() < 0.5 ? character : Math.min(lines[line]?.length ?? 0, character + upTo(20));
      const range = { start: { line, character }, end: { line, character: end } };
      const newText = random() < 0.4 ? '' : (scraps[upTo(scraps.length)] ?? '');
      await client.change(uri, newText, range);
      text = edited(text, range, newText);
    }
    await client.open(other, text);
    assert.deepEqual(await looksOf(client, uri), await looksOf(client, other));
    // What was typed on the way back to a whole definition left nothing behind either.
    await client.change(uri, whole);
    assert.deepEqual(await client.pull(uri), []);
    assert.deepEqual(client.log, []);
    await client.dispose();
  });

  it('between a question and its answer count for the answer', async () => {
    const client = await connect();
    await client.open(uri, definition());
    const answers: Promise<readonly { code?: unknown }[]>[] = [];
    for (let round = 0; round < 50; round++) {
      answers.push(client.pull(uri));
      void client.change(uri, definition({ internalName: round % 2 === 0 ? 'Service_Desk' : 'ServiceDesk' }));
    }
    for (const found of await Promise.all(answers)) assert.ok(found.length <= 1);
    assert.deepEqual(await client.pull(uri), []);
    await client.change(uri, definition({ internalName: 'Service_Desk' }));
    assert.equal((await client.pull(uri)).length, 1);
    await client.dispose();
  });

  it('come with documents that are closed and settings that change, and the last word counts', async () => {
    const random = seeded(7);
    let level = 'error';
    const client = await connect({ configuration: () => ({ rules: { 'internal-name': level } }) });
    const uris = Array.from({ length: 5 }, (_, index) => `file:///definition-${index}.xml`);
    const texts = new Map<string, string>();
    const asked: Promise<unknown>[] = [];
    for (let round = 0; round < 80; round++) {
      const one = uris[Math.floor(random() * uris.length)] ?? '';
      const text = definition({ internalName: random() < 0.5 ? `Desk${round}` : `Service_Desk${round}` });
      const chance = random();
      if (!texts.has(one)) {
        texts.set(one, text);
        void client.open(one, text);
      } else if (chance < 0.15) {
        texts.delete(one);
        void client.close(one);
      } else if (chance < 0.25) {
        level = level === 'error' ? 'hint' : 'error';
        void client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      } else {
        texts.set(one, text);
        void client.change(one, text);
      }
      const position = { line: 2, character: 30 };
      const params = { textDocument: { uri: one }, position };
      asked.push(client.pull(one), client.connection.sendRequest('textDocument/hover', params));
    }
    await Promise.all(asked);
    for (const one of uris) {
      const expected = texts.get(one)?.includes('Service_Desk') ? [level === 'error' ? 1 : 4] : [];
      assert.deepEqual(
        (await client.pull(one)).map(({ severity }) => severity),
        expected,
        one,
      );
    }
    assert.deepEqual(client.log, []);
    await client.dispose();
  });
});

type Range = NonNullable<Parameters<TestClient['change']>[2]>;

/** The text after an edit, by another way than the server's: line by line, whatever the line breaks are. */
function edited(text: string, { start, end }: Range, newText: string): string {
  const breaks = /\r\n|\r|\n/g;
  let lineStart = 0;
  for (let line = 0; line < start.line; line++) {
    breaks.lastIndex = lineStart;
    breaks.exec(text);
    lineStart = breaks.lastIndex;
  }
  return text.slice(0, lineStart + start.character) + newText + text.slice(lineStart + end.character);
}
