import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sniff } from '../../server/src/language/index.ts';
import { connect, definition, fullCapabilities, type TestClient } from '../support/protocol.ts';

const rc = '.callcenterrc.json';
const uri = 'file:///w/force-app/service-desk.xml';
/** One finding, of a rule that Salesforce's own message proves: error. */
const wrong = definition({ internalName: 'Service_Desk' });
/** The same finding, in a definition with a name of its own. */
const otherWrong = definition({ internalName: 'Help_Desk' });

interface Files {
  readonly files: Record<string, string>;
  readonly asked: string[];
  readonly registered: { readonly globPattern: unknown }[];
  /** Tells the server that files have changed, and waits until it asks for a new look. */
  changed(...uris: readonly string[]): Promise<void>;
  pull(document?: string): Promise<readonly (string | undefined)[]>;
  readonly client: TestClient;
}

const severityNames = ['', 'error', 'warning', 'information', 'hint'];

async function start(
  files: Record<string, string>,
  options: { readonly roots?: readonly string[]; readonly settings?: () => unknown; readonly watches?: false } = {},
): Promise<Files> {
  const asked: string[] = [];
  const registered: { readonly globPattern: unknown }[] = [];
  const waiting: (() => void)[] = [];
  const { workspace } = fullCapabilities;
  const watches = options.watches ?? true;
  const watching = { dynamicRegistration: watches, relativePatternSupport: watches };
  const client = await connect({
    capabilities: { ...fullCapabilities, workspace: { ...workspace, didChangeWatchedFiles: watching } },
    roots: options.roots ?? ['file:///w'],
    initializationOptions: { files: true },
    configuration: () => options.settings?.() ?? {},
    prepare(connection) {
      connection.onRequest('callCenterXml/findFiles', () => []);
      connection.onRequest('callCenterXml/readFile', (params: { uri: string }) => {
        asked.push(params.uri);
        return files[params.uri] ?? null;
      });
      connection.onRequest('workspace/diagnostic/refresh', () => {
        for (const resolve of waiting.splice(0)) resolve();
        return null;
      });
      connection.onRequest('client/registerCapability', (params: { registrations: readonly Registration[] }) => {
        for (const { registerOptions } of params.registrations) registered.push(...(registerOptions?.watchers ?? []));
        return null;
      });
    },
  });
  return {
    files,
    asked,
    registered,
    client,
    async changed(...uris) {
      const refreshed = new Promise<void>((resolve) => waiting.push(resolve));
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: uris.map((changed) => ({ uri: changed, type: 2 })),
      });
      await refreshed;
    },
    async pull(document = uri) {
      return (await client.pull(document)).map(({ code, severity }) => `${code} ${severityNames[severity ?? 0]}`);
    },
  };
}

interface Registration {
  readonly registerOptions?: { readonly watchers?: readonly { readonly globPattern: unknown }[] };
}

describe('what a team has agreed on', () => {
  it('holds for the findings, the nearest file counting, and the settings of a person are on top', async () => {
    let settings: unknown = {};
    const team = await start(
      {
        [`file:///w/${rc}`]: '{ "rules": { "internal-name": "hint" } }',
        [`file:///${rc}`]: '{ "rules": { "internal-name": "off" } }',
      },
      { settings: () => settings },
    );
    await team.client.open(uri, wrong);
    assert.deepEqual(await team.pull(), ['internal-name hint']);
    settings = { preset: null, rules: { 'internal-name': 'warning' } };
    await team.client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await team.pull(), ['internal-name warning']);
    await team.client.dispose();
  });

  it('names a preset, which that of the settings takes the place of', async () => {
    let preset: unknown = null;
    const gap = definition().replace('sortOrder="6"', 'sortOrder="7"');
    const team = await start({ [`file:///w/${rc}`]: '{ "preset": "relaxed" }' }, { settings: () => ({ preset }) });
    await team.client.open(uri, gap);
    assert.deepEqual(await team.pull(), ['sort-order-gap information']);
    const seen: string[] = [];
    for (preset of ['strict', 'salesforce', '', undefined]) {
      await team.client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      seen.push(...(await team.pull()).map(String));
    }
    assert.deepEqual(seen, [
      'sort-order-gap error',
      'sort-order-gap warning',
      'sort-order-gap information',
      'sort-order-gap information',
    ]);
    assert.equal(team.client.log.filter((line) => line.includes('callCenterXml.preset must be one of')).length, 1);
    await team.client.dispose();
  });

  it('is seen at once when the file is made, changed or deleted', async () => {
    const team = await start({});
    await team.client.open(uri, wrong);
    assert.deepEqual(await team.pull(), ['internal-name error']);
    team.files[`file:///w/${rc}`] = '{ "rules": { "internal-name": "warning" } }';
    await team.changed(`file:///w/${rc}`);
    assert.deepEqual(await team.pull(), ['internal-name warning']);
    team.files[`file:///w/force-app/${rc}`] = '{ "rules": { "internal-name": "off" } }';
    await team.changed('file:///w/x.page', `file:///w/force-app/${rc}`);
    assert.deepEqual(await team.pull(), []);
    delete team.files[`file:///w/force-app/${rc}`];
    await team.changed(`file:///w/force-app/${rc}`);
    assert.deepEqual(await team.pull(), ['internal-name warning']);
    await team.client.dispose();
  });

  it('is read once, however much is typed', async () => {
    const team = await start({});
    await team.client.open(uri, wrong);
    await team.pull();
    const asked = () => team.asked.filter((file) => file.endsWith(rc));
    assert.deepEqual(asked(), [`file:///w/force-app/${rc}`, `file:///w/${rc}`, `file:///${rc}`]);
    for (let i = 0; i < 5; i++) {
      await team.client.change(uri, definition({ internalName: `Service_${i}` }));
      assert.deepEqual(await team.pull(), ['internal-name error']);
    }
    await team.client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///w/pages/x.page', type: 1 }],
    });
    await team.pull();
    assert.equal(asked().length, 3);
    await team.client.dispose();
  });

  it('is looked for anew when a definition opens, where nobody tells of changes', async () => {
    const team = await start({}, { watches: false });
    await team.client.open(uri, wrong);
    assert.deepEqual(await team.pull(), ['internal-name error']);
    team.files[`file:///${rc}`] = '{ "rules": { "internal-name": "hint" } }';
    await team.client.open('file:///w/other.xml', otherWrong);
    assert.deepEqual(await team.pull('file:///w/other.xml'), ['internal-name hint']);
    await team.client.dispose();
  });

  it('is looked for anew also where the beginning of a definition does not tell that it is one, but not for other XML', async () => {
    const team = await start({}, { watches: false });
    await team.client.open(uri, wrong);
    await team.pull();
    team.files[`file:///${rc}`] = '{ "rules": { "internal-name": "hint" } }';
    const before = team.asked.length;
    await team.client.open('file:///w/pom.xml', '<project><name>desk</name></project>');
    await team.pull('file:///w/pom.xml');
    assert.deepEqual(
      team.asked.slice(before).filter((asked) => asked.endsWith(rc)),
      [],
    );
    const late = `<?xml version="1.0"?>\n<!--${' history'.repeat(10_000)} -->\n${otherWrong.replace(/^<\?.*\?>\s*/, '')}`;
    assert.equal(sniff(late), 'other');
    await team.client.open('file:///w/late.xml', late);
    assert.deepEqual(await team.pull('file:///w/late.xml'), ['internal-name hint']);
    await team.client.dispose();
  });

  it('is not read again for each definition that opens, where changes are told', async () => {
    const team = await start({});
    await team.client.open(uri, wrong);
    await team.pull();
    const before = team.asked.length;
    await team.client.open('file:///w/force-app/other.xml', otherWrong);
    await team.pull('file:///w/force-app/other.xml');
    assert.deepEqual(
      team.asked.slice(before).filter((asked) => asked.endsWith(rc)),
      [],
    );
    team.files[`file:///${rc}`] = '{ "rules": { "internal-name": "hint" } }';
    await team.changed(`file:///${rc}`);
    assert.deepEqual(await team.pull(), ['internal-name hint']);
    await team.client.dispose();
  });

  it('is looked for anew also where changes are told, in what is no disk: not all of that can be watched', async () => {
    const root = 'vscode-vfs://github/contoso/desk';
    const team = await start({}, { roots: [root] });
    await team.client.open(`${root}/desk.xml`, wrong);
    assert.deepEqual(await team.pull(`${root}/desk.xml`), ['internal-name error']);
    team.files[`${root}/${rc}`] = '{ "rules": { "internal-name": "hint" } }';
    await team.client.open(`${root}/other.xml`, otherWrong);
    assert.deepEqual(await team.pull(`${root}/other.xml`), ['internal-name hint']);
    await team.client.dispose();
  });

  it('holds in workspaces that are no folder of a disk', async () => {
    const root = 'vscode-vfs://github/contoso/desk';
    const team = await start({ [`${root}/${rc}`]: '{ "rules": { "internal-name": "hint" } }' }, { roots: [root] });
    await team.client.open(`${root}/force-app/desk.xml`, wrong);
    assert.deepEqual(await team.pull(`${root}/force-app/desk.xml`), ['internal-name hint']);
    await team.client.dispose();
  });

  it('holds for documents that were never saved, in the folder of the workspace', async () => {
    const team = await start(
      {
        [`file:///w/${rc}`]: '{ "rules": { "internal-name": "hint" } }',
        [`file:///v/sub/${rc}`]: '{ "rules": { "internal-name": "off" } }',
      },
      { roots: ['file:///w', 'file:///v'] },
    );
    for (const [document, found] of [
      ['untitled:Untitled-1', ['internal-name hint']],
      ['untitled:/w/new/desk.xml', ['internal-name hint']],
      ['untitled:/v/sub/desk.xml', []],
    ] as const) {
      await team.client.open(document, wrong);
      assert.deepEqual(await team.pull(document), found, document);
    }
    await team.client.dispose();
    const alone = await start({}, { roots: [] });
    await alone.client.open('untitled:Untitled-1', wrong);
    assert.deepEqual(await alone.pull('untitled:Untitled-1'), ['internal-name error']);
    await alone.client.dispose();
  });
});

describe('a configuration with mistakes', () => {
  it('is told of in the log once, with its place, and what can be understood holds', async () => {
    const team = await start({
      [`file:///w/${rc}`]: '{\n  "preset": "strickt",\n  "rules": { "internal-name": "hint", "sekret": "off" }\n}',
    });
    await team.client.open(uri, wrong);
    assert.deepEqual(await team.pull(), ['internal-name hint']);
    await team.client.open('file:///w/other.xml', otherWrong);
    await team.pull('file:///w/other.xml');
    await team.pull();
    const lines = () => team.client.log.filter((line) => line.includes(rc));
    assert.deepEqual(lines(), [
      `file:///w/${rc}:2:13 “strickt” is no preset: there are salesforce, strict, relaxed.`,
      `file:///w/${rc}:3:39 There is no rule “sekret”. Did you mean “secret”? The entry is ignored.`,
    ]);
    team.files[`file:///w/${rc}`] = '{';
    await team.changed(`file:///w/${rc}`);
    assert.deepEqual(await team.pull(), ['internal-name error']);
    assert.equal(lines().length, 3);
    assert.match(lines()[2] ?? '', /:1:2 This is no JSON, so nothing of the configuration holds: /);
    await team.client.dispose();
  });
});

describe('files that are out of reach', () => {
  it('leave the rules as they are, and the log says so once', async () => {
    const client = await connect({ initializationOptions: { files: true } });
    await client.open(uri, wrong);
    await client.open('file:///w/other.xml', otherWrong);
    assert.equal((await client.pull(uri))[0]?.severity, 1);
    await client.pull('file:///w/other.xml');
    assert.equal(client.log.filter((line) => line.startsWith(`${rc} could not be looked for`)).length, 1);
    await client.dispose();
  });

  it('hold findings up for a moment only, and count as soon as they are there', async () => {
    let arrive: (text: string) => void = () => undefined;
    const text = new Promise<string>((resolve) => {
      arrive = resolve;
    });
    let refreshed: () => void = () => undefined;
    const refresh = new Promise<void>((resolve) => {
      refreshed = resolve;
    });
    const client = await connect({
      initializationOptions: { files: true },
      prepare(connection) {
        connection.onRequest('callCenterXml/findFiles', () => []);
        connection.onRequest('callCenterXml/readFile', ({ uri: file }) => (file.endsWith(rc) ? text : null));
        connection.onRequest('workspace/diagnostic/refresh', () => {
          refreshed();
          return null;
        });
      },
    });
    await client.open(uri, wrong);
    assert.equal((await client.pull(uri))[0]?.severity, 1);
    arrive('{ "rules": { "internal-name": "hint" } }');
    await refresh;
    assert.equal((await client.pull(uri))[0]?.severity, 4);
    await client.dispose();
  });
});

describe('the folders in which a configuration may lie', () => {
  it('are watched: the workspace as a whole, and each folder above it and above other documents', async () => {
    const team = await start({}, { roots: ['file:///home/me/w'] });
    await team.client.open('file:///home/you/v/desk.xml', wrong);
    await team.client.open('file:///home/you/v/other.xml', wrong);
    await team.client.open('file:///home/me/w/a/b/desk.xml', wrong);
    await team.pull('file:///home/me/w/a/b/desk.xml');
    const patterns = team.registered.map(({ globPattern }) => globPattern);
    assert.ok(patterns.includes(`**/${rc}`));
    assert.deepEqual(
      patterns.filter((pattern) => typeof pattern !== 'string'),
      ['file:///home/you/v', 'file:///home/you', 'file:///home', 'file:///home/me'].map((baseUri) => ({
        baseUri,
        pattern: rc,
      })),
    );
    await team.client.dispose();
  });
});
