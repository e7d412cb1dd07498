import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import { memoryFiles, serveMemory } from '../support/files.ts';
import { type ConnectOptions, connect, definition, fullCapabilities, type TestClient } from '../support/protocol.ts';

const uri = 'file:///w/service-desk.xml';
const copy = 'file:///w/copies/service-desk.xml';
const rule = 'internal-name-not-unique';

function workspace(given: Readonly<Record<string, string>>, options: ConnectOptions = {}) {
  const files = memoryFiles(given);
  const client = connect({
    ...options,
    initializationOptions: { files: true },
    prepare(connection) {
      serveMemory(connection, files);
      options.prepare?.(connection);
    },
  });
  return { files, client };
}

/** The files that a definition shares its name with, by what its findings lead to. */
async function shared(client: TestClient, of = uri): Promise<readonly string[]> {
  const found = (await client.pull(of)).filter(({ code }) => code === rule);
  return found.flatMap(({ relatedInformation }) => relatedInformation ?? []).map(({ location }) => location.uri);
}

describe('definitions that are not open', () => {
  it('count for those that are, as soon as they are read', async () => {
    const { client: connecting } = workspace({ [uri]: definition(), [copy]: `\n${definition()}` });
    const client = await connecting;
    const refreshed = client.refreshed();
    await client.open(uri, definition());
    await refreshed;
    const [finding] = (await client.pull(uri)).filter(({ code }) => code === rule);
    assert.equal(finding?.severity, 2);
    assert.deepEqual(
      finding?.relatedInformation?.map(({ location }) => location),
      [{ uri: copy, range: { start: { line: 3, character: 69 }, end: { line: 3, character: 80 } } }],
    );
    await client.dispose();
  });

  it('are followed: changed, removed with their folder, come back, ignored', async () => {
    const { files, client: connecting } = workspace({ [uri]: definition(), [copy]: definition() });
    const client = await connecting;
    const after = async (step: () => Promise<void>) => {
      const refreshed = client.refreshed();
      await step();
      await refreshed;
      return shared(client);
    };
    assert.deepEqual(await after(() => client.open(uri, definition())), [copy]);
    files.asked.length = 0;
    files.files.set(copy, definition({ internalName: 'Other' }));
    assert.deepEqual(await after(() => client.fileEvents({ [copy]: 'changed' })), []);
    files.files.set(copy, definition());
    assert.deepEqual(await after(() => client.fileEvents({ [copy]: 'changed' })), [copy]);
    assert.deepEqual(files.asked, [copy, copy], 'only what changed was read');
    files.files.delete(copy);
    assert.deepEqual(await after(() => client.fileEvents({ 'file:///w/copies': 'deleted' })), []);
    files.files.set(copy, definition());
    assert.deepEqual(await after(() => client.fileEvents({ 'file:///w/copies': 'created' })), [copy]);
    files.files.set('file:///w/.gitignore', 'copies/\n');
    assert.deepEqual(await after(() => client.fileEvents({ 'file:///w/.gitignore': 'created' })), []);
    await client.dispose();
  });

  it('are found where a pattern of .gitignore is passed over, which the log tells once', async () => {
    const ignored = { 'file:///w/.gitignore': 'copies/\n**/*a*/**/*b*/**/*.xml\n' };
    const { files, client: connecting } = workspace({
      ...ignored,
      [copy]: definition(),
      'file:///w/b.xml': definition(),
    });
    const client = await connecting;
    const refreshed = client.refreshed();
    await client.open(uri, definition());
    await refreshed;
    assert.deepEqual(await shared(client), ['file:///w/b.xml']);
    const again = client.refreshed();
    files.files.delete('file:///w/.gitignore');
    await client.fileEvents({ 'file:///w/.gitignore': 'deleted' });
    await again;
    const back = client.refreshed();
    files.files.set('file:///w/.gitignore', ignored['file:///w/.gitignore']);
    await client.fileEvents({ 'file:///w/.gitignore': 'created' });
    await back;
    assert.deepEqual(
      client.log.filter((line) => line.includes('.gitignore')),
      [
        'file:///w/.gitignore: patterns with more than 4 wildcards or 4096 characters are passed over, and leave nothing out. Lines: 2',
      ],
    );
    await client.dispose();
  });

  it('are not looked for as long as no definition is open', async () => {
    const { files, client: connecting } = workspace({ [copy]: definition() });
    const client = await connecting;
    await client.open('file:///w/pom.xml', '<project/>');
    await client.fileEvents({ [copy]: 'changed', 'file:///w/new.xml': 'created' });
    assert.deepEqual(await client.pull('file:///w/pom.xml'), []);
    assert.deepEqual(files.asked, []);
    await client.dispose();
  });
});

describe('definitions that are open', () => {
  it('count as they are in the editor, and as on disk again when they are closed', async () => {
    const { client: connecting } = workspace({ [uri]: definition(), [copy]: definition() });
    const client = await connecting;
    const after = async (step: () => Promise<void>) => {
      const refreshed = client.refreshed();
      await step();
      await refreshed;
      return shared(client);
    };
    assert.deepEqual(await after(() => client.open(uri, definition())), [copy]);
    assert.deepEqual(await after(() => client.open(copy, definition({ internalName: 'Unsaved' }))), []);
    assert.deepEqual(await after(() => client.change(copy, definition())), [copy]);
    assert.deepEqual(await after(() => client.change(copy, definition({ internalName: 'Unsaved2' }))), []);
    assert.deepEqual(await after(() => client.close(copy)), [copy]);
    await client.dispose();
  });

  it('are asked for again only when a name has changed, not at every edit', async () => {
    let refreshes = 0;
    const { client: connecting } = workspace(
      { [uri]: definition(), [copy]: definition() },
      {
        prepare(connection) {
          connection.onRequest('workspace/diagnostic/refresh', () => {
            refreshes++;
            return null;
          });
        },
      },
    );
    const client = await connecting;
    await client.open(uri, definition());
    for (let i = 0; (await shared(client)).length === 0; i++) assert.ok(i < 1000, 'the index arrives');
    const before = refreshes;
    for (let i = 0; i < 20; i++) await client.change(uri, `${'\n'.repeat(i)}${definition()}`);
    // A rename of the other one comes after whatever the edits would have set off.
    await client.fileEvents({ [copy]: 'deleted' });
    for (let i = 0; (await shared(client)).length > 0; i++) assert.ok(i < 100_000, 'the copy leaves');
    assert.equal(refreshes, before + 1);
    await client.dispose();
  });

  it('are compared with no other when git ignores them', async () => {
    const { client: connecting } = workspace({
      [uri]: definition(),
      [copy]: definition(),
      'file:///w/.gitignore': 'copies/',
    });
    const client = await connecting;
    const refreshed = client.refreshed();
    await client.open(uri, definition());
    await refreshed;
    await client.open(copy, definition());
    assert.deepEqual([await shared(client), await shared(client, copy)], [[], []]);
    await client.dispose();
  });

  it('are told of by clients that are sent their findings, too', async () => {
    const capabilities = { ...fullCapabilities, textDocument: { publishDiagnostics: { relatedInformation: true } } };
    const { client: connecting } = workspace({ [uri]: definition(), [copy]: definition() }, { capabilities });
    const client = await connecting;
    await client.open(uri, definition());
    let found: Diagnostic[] = [];
    while (found.length === 0) found = (await client.published(uri)).diagnostics;
    assert.deepEqual(
      found.map(({ code }) => code),
      [rule],
    );
    await client.dispose();
  });
});

describe('a search that lasts', () => {
  it('shows its progress, and one that does not shows none', async () => {
    const shown: unknown[] = [];
    const many: Record<string, string> = {};
    for (let i = 0; i < 120; i++) many[`file:///w/${i}.xml`] = '<a/>';
    const files = memoryFiles(many);
    let release: (() => void) | undefined;
    const begun = new Promise<void>((resolve) => {
      release = resolve;
    });
    const client = await connect({
      capabilities: { ...fullCapabilities, window: { workDoneProgress: true } },
      initializationOptions: { files: true },
      prepare(connection) {
        serveMemory(connection, files);
        connection.onRequest('callCenterXml/readDefinitions', async () => {
          await begun;
          return [];
        });
        connection.onRequest('window/workDoneProgress/create', () => null);
        connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
          shown.push(value);
          if (value.kind === 'begin') release?.();
        });
      },
    });
    await client.open(uri, definition());
    await begun;
    await client.open('file:///w/other.xml', definition({ internalName: 'Other' }));
    while (shown.length < 5) await client.pull(uri);
    assert.deepEqual(
      shown.map((value) => Object.entries(value as object).filter(([key]) => key !== 'title' && key !== 'cancellable')),
      [
        [
          ['kind', 'begin'],
          ['percentage', 0],
        ],
        [
          ['kind', 'report'],
          ['percentage', 42],
          ['message', '50 / 120'],
        ],
        [
          ['kind', 'report'],
          ['percentage', 83],
          ['message', '100 / 120'],
        ],
        [
          ['kind', 'report'],
          ['percentage', 100],
          ['message', '120 / 120'],
        ],
        [['kind', 'end']],
      ],
    );
    await client.dispose();
  });
});
