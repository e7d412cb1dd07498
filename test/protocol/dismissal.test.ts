import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { connect, definition, type TestClient } from '../support/protocol.ts';

const uri = 'file:///service-desk.xml';
const atRoot = { start: { line: 0, character: 1 }, end: { line: 0, character: 11 } };

async function actionsAt(client: TestClient, diagnostics: readonly Diagnostic[]): Promise<CodeAction[]> {
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: diagnostics[0]?.range ?? atRoot,
    context: { diagnostics, only: ['quickfix'] },
  });
}

describe('a hint that nothing in the file can end', () => {
  it('can be switched off for good, by a client that says it can, and is then gone', async () => {
    let rules: Record<string, unknown> = {};
    const client = await connect({
      initializationOptions: { turnsRulesOff: true },
      configuration: () => ({ rules }),
    });
    await client.open(uri, definition());
    const found = await client.pull(uri);
    assert.deepEqual(
      found.map(({ code, severity }) => [code, severity]),
      [['open-cti-retirement', 4]],
    );
    const [action] = (await actionsAt(client, found)).filter(({ command }) => command);
    assert.equal(action?.edit, undefined);
    assert.equal(action?.isPreferred, undefined);
    assert.deepEqual(action?.diagnostics, found);
    assert.deepEqual(action?.command, {
      title: 'Do not show this again',
      command: 'callCenterXml.turnRuleOff',
      arguments: ['open-cti-retirement'],
    });

    rules = { 'open-cti-retirement': 'off' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await client.pull(uri), []);
    assert.deepEqual(
      (await actionsAt(client, [])).filter(({ command }) => command),
      [],
    );
    await client.dispose();
  });

  it('is not shown to a client that cannot switch it off, unless it was asked for', async () => {
    let rules: Record<string, unknown> = {};
    const client = await connect({ configuration: () => ({ rules }) });
    await client.open(uri, definition());
    assert.deepEqual(await client.pull(uri), []);
    rules = { 'open-cti-retirement': 'warning' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const found = await client.pull(uri);
    assert.deepEqual(
      found.map(({ severity }) => severity),
      [2],
    );
    assert.ok((await actionsAt(client, found)).every(({ command }) => command === undefined));
    await client.dispose();
  });

  it('is silenced by a comment, which has its use for those who do not see the hint, too', async () => {
    const silenced = `${definition()}<!-- callcenter-disable-file open-cti-retirement: known -->\n`;
    for (const turnsRulesOff of [true, false]) {
      const client = await connect({ initializationOptions: { turnsRulesOff } });
      await client.open(uri, silenced);
      assert.deepEqual(await client.pull(uri), []);
      await client.dispose();
    }
  });
});
