import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConvertAnswer } from '../../server/src/protocol.ts';
import { connect, definition } from '../support/protocol.ts';

const uri = 'file:///force-app/callcenter.xml';
const method = 'callCenterXml/convert';

describe('converting', () => {
  it('answers with the other form, its file name, and what could not cross', async () => {
    const client = await connect();
    const text = definition();
    await client.open(uri, text);
    const there = await client.connection.sendRequest<ConvertAnswer>(method, { uri, to: 'metadata' });
    assert.ok(there.kind === 'converted');
    assert.match(there.text, /<CallCenter xmlns=/);
    assert.match(there.fileName, /^\w+\.callCenter-meta\.xml$/);
    assert.deepEqual(there.losses, []);

    const component = `file:///force-app/${there.fileName}`;
    await client.open(component, there.text.replace('</CallCenter>', '<version>5</version></CallCenter>'));
    const back = await client.connection.sendRequest<ConvertAnswer>(method, { uri: component, to: 'import' });
    assert.ok(back.kind === 'converted');
    assert.deepEqual(
      back.losses.map(({ code, range }) => [code, range.end.character - range.start.character]),
      [['version', 1]],
    );
    await client.dispose();
  });

  it('refuses what is half-typed, with the place, and says nothing about documents that are not open', async () => {
    const client = await connect();
    await client.open(uri, `${definition().replace('</callCenter>', '')}`);
    const answer = await client.connection.sendRequest<ConvertAnswer>(method, { uri, to: 'metadata' });
    assert.ok(answer.kind === 'refused');
    assert.match(answer.reason, /not well-formed/);
    assert.ok(answer.range.start.line > 0);
    assert.equal(await client.connection.sendRequest(method, { uri: 'file:///other.xml', to: 'import' }), null);
    await assert.rejects(client.connection.sendRequest(method, { uri, to: 'pdf' }), /to must be one of/);
    await client.dispose();
  });
});
