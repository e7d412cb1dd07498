import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CancellationTokenSource, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { CheckSummary } from '../../server/src/protocol.ts';
import { memoryFiles, serveMemory } from '../support/files.ts';
import { type ConnectOptions, connect, definition } from '../support/protocol.ts';

const first = 'file:///w/first.xml';
const second = 'file:///w/sub/second.xml';
const good = 'file:///w/good.xml';

const none = { tooLarge: [], mostBytes: 8 * 1024 * 1024 };

/** Three definitions, two of them with one mistake each, and a client that keeps what is shown for each file. */
async function checked(options: ConnectOptions = {}) {
  const files = memoryFiles({
    [first]: definition({ internalName: 'First', useApi: 'TRUE' }),
    [second]: definition({ internalName: 'Second_' }),
    [good]: definition({ internalName: 'Good' }),
    'file:///w/pom.xml': '<project/>',
  });
  const shown = new Map<string, string>();
  const waiting: (() => void)[] = [];
  const client = await connect({
    ...options,
    initializationOptions: { files: true },
    prepare(connection) {
      serveMemory(connection, files);
      options.prepare?.(connection);
      connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        shown.set(uri, diagnostics.map(({ code }) => code).join());
        for (const resolve of waiting.splice(0)) resolve();
      });
    },
  });
  const run = (params: object = { except: [] }) =>
    client.connection.sendRequest<CheckSummary>('callCenterXml/checkAll', params);
  /** Waits until a file shows what it should. */
  const shows = async (uri: string, rules: string) => {
    while (shown.get(uri) !== rules) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return { files, client, shown, run, shows };
}

describe('a check of all definitions', () => {
  it('reports those that are not open, and counts', async () => {
    const { client, run, shown } = await checked();
    assert.deepEqual(await run(), { checked: 3, definitions: 3, errors: 2, warnings: 0, others: 0, ...none });
    assert.deepEqual(Object.fromEntries(shown), { [first]: 'invalid-boolean', [second]: 'internal-name', [good]: '' });
    await client.dispose();
  });

  it('leaves the findings of open documents to them, and counts what the editor holds', async () => {
    const { client, run, shown } = await checked();
    await client.open(first, definition({ internalName: 'First_', useApi: 'TRUE' }));
    assert.deepEqual(await run(), { checked: 3, definitions: 3, errors: 3, warnings: 0, others: 0, ...none });
    assert.deepEqual([...shown.keys()].sort(), [good, second]);
    await client.dispose();
  });

  it('is followed: opened, closed, changed, deleted', async () => {
    const { client, files, run, shows } = await checked();
    await run();
    await client.open(first, definition({ internalName: 'First', useApi: 'TRUE' }));
    await shows(first, '');
    await client.close(first);
    await shows(first, 'invalid-boolean');
    files.files.set(first, definition({ internalName: 'First' }));
    await client.fileEvents({ [first]: 'changed' });
    await shows(first, '');
    files.files.delete(second);
    await client.fileEvents({ 'file:///w/sub': 'deleted' });
    await shows(second, '');
    await client.dispose();
  });

  it('takes back what it said about files that are no definitions any more when it is run again', async () => {
    const { client, files, run, shown } = await checked();
    await run();
    files.files.delete(first);
    assert.equal((await run()).definitions, 2);
    assert.equal(shown.get(first), '');
    await client.dispose();
  });

  it('heeds the severities of each file, also when they change, and what a person said', async () => {
    let severities: object = { 'internal-name': 'off' };
    const configuration = (uri: string | undefined) => (uri === second ? { rules: severities } : null);
    const { client, run, shown, shows } = await checked({ configuration });
    const declined = await run({ except: [first] });
    assert.deepEqual([declined.definitions, declined.errors, shown.get(second)], [2, 0, '']);
    severities = {};
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await shows(second, 'internal-name');
    await client.dispose();
  });

  it('names those that are too large to be checked, unless they are open or somebody said that they are none', async () => {
    const { client, files, run, shown } = await checked();
    const large = definition({ internalName: 'Large' }).replace(
      '</callCenter>',
      `${' '.repeat(9_000_000)}</callCenter>`,
    );
    for (const name of ['large', 'open', 'declined']) files.files.set(`file:///w/${name}.xml`, large);
    files.files.set('file:///w/other.xml', '<project/>'.padEnd(9_000_000));
    await client.open('file:///w/open.xml', large);
    const params = { except: ['file:///w/declined.xml'] };
    const { definitions, tooLarge } = await run(params);
    assert.deepEqual([definitions, tooLarge], [3, ['file:///w/large.xml']]);
    // One that has grown since it was found.
    files.files.set(first, large);
    const grown = await run(params);
    assert.deepEqual([grown.definitions, grown.tooLarge], [2, [first, 'file:///w/large.xml']]);
    assert.equal(shown.get(first), '');
    await client.dispose();
  });

  it('reports progress, and stops when it is cancelled', async () => {
    const steps: string[] = [];
    const source = new CancellationTokenSource();
    const { client, files } = await checked({
      prepare(connection) {
        connection.onNotification('$/progress', ({ token, value }: { token: string; value: { message: string } }) => {
          assert.equal(token, 'mine');
          steps.push(value.message);
          if (steps.length === 2) source.cancel();
        });
      },
    });
    for (let i = 0; i < 1000; i++) files.files.set(`file:///w/many/${i}.xml`, definition({ internalName: `Many${i}` }));
    const params = { workDoneToken: 'mine', except: [] };
    const { token } = source;
    const summary = await client.connection.sendRequest<CheckSummary>('callCenterXml/checkAll', params, token);
    assert.deepEqual(steps.slice(0, 2), ['20 / 1003', '40 / 1003']);
    assert.equal(summary.definitions, 1003);
    assert.ok(summary.checked >= 40 && summary.checked < 1003, `${summary.checked} were checked`);
    await client.dispose();
  });
});
