import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import type {
  ChangeBaselineParams,
  ComparisonChoice,
  ReadRevisionParams,
  RevisionAnswer,
} from '../../server/src/protocol/imported.ts';
import type { DocumentState } from '../../server/src/protocol.ts';
import { connect, definition, fullCapabilities, type TestClient } from '../support/protocol.ts';

const folder = 'file:///w/force-app';
const uri = `${folder}/service-desk.xml`;
const baseline = `${folder}/service-desk.callcenter-baseline.json`;
const sound = definition({ internalName: 'ServiceDesk' });
/** The same with one item more. */
const grown = sound.replace('</section>', '  <item sortOrder="9" name="team" label="Team">A</item>\n  </section>');
const added = ['item-added', 'field-set-changed-same-internal-name'];

interface Workspace {
  readonly client: TestClient;
  readonly files: Record<string, string>;
  /** Rules about the import that speak of the document now. */
  rules(): Promise<readonly string[]>;
  change(change: ChangeBaselineParams['change'], present?: string): Promise<string>;
  choose(choice: ComparisonChoice | undefined): Promise<void>;
  /** Waits until the server asks for a new look, and does `act` before. */
  refreshed(act: () => Promise<void>): Promise<void>;
}

async function start(
  text: string,
  files: Record<string, string>,
  revisions?: Record<string, string>,
  listed = false,
  opened = uri,
): Promise<Workspace> {
  const waiting: (() => void)[] = [];
  const client = await connect({
    capabilities: fullCapabilities,
    roots: ['file:///w'],
    initializationOptions: { files: true, baselines: true, revisions: revisions !== undefined },
    prepare(connection) {
      connection.onRequest('callCenterXml/findFiles', ({ suffixes }: { suffixes: readonly string[] }) =>
        listed ? Object.keys(files).filter((file) => suffixes.some((suffix) => file.endsWith(suffix))) : [],
      );
      connection.onRequest('callCenterXml/readDefinitions', ({ uris }: { uris: readonly string[] }) =>
        uris.map((file) => ({ uri: file, text: files[file] ?? '' })),
      );
      connection.onRequest('callCenterXml/readFile', (params: { uri: string }) => files[params.uri] ?? null);
      connection.onRequest<RevisionAnswer, void>('callCenterXml/readRevision', ({ revision }: ReadRevisionParams) =>
        revisions?.[revision] === undefined
          ? { kind: 'trouble', message: `There is no ${revision}.` }
          : { kind: 'text', text: revisions[revision] ?? '', uri: 'git:/w/service-desk.xml' },
      );
      connection.onRequest('workspace/diagnostic/refresh', () => {
        for (const resolve of waiting.splice(0)) resolve();
        return null;
      });
    },
  });
  await client.open(opened, text);
  const aboutImport =
    /^(?:item|section|label|order|value|flavour|internal-name|field-set|baseline|acceptance)-(?:added|removed|renamed|moved|changed|stale|unreadable)/;
  return {
    client,
    files,
    rules: async () =>
      (await client.pull(uri)).map(({ code }) => String(code)).filter((code) => aboutImport.test(code)),
    async change(change, present) {
      const params: ChangeBaselineParams = { uri, present: present ?? null, change };
      const answer = await client.connection.sendRequest<{ text?: string; reason?: string }>(
        'callCenterXml/changeBaseline',
        params,
      );
      return answer.text ?? answer.reason ?? '';
    },
    async choose(choice) {
      await client.connection.sendNotification('callCenterXml/compareWith', { uri, ...(choice && { with: choice }) });
    },
    async refreshed(act) {
      const refreshed = new Promise<void>((resolve) => waiting.push(resolve));
      await act();
      await refreshed;
    },
  };
}

async function marked(): Promise<string> {
  const { client, change } = await start(sound, {});
  const text = await change({ kind: 'mark', on: '2026-03-09' });
  await client.dispose();
  return text;
}

describe('what a definition is compared with', () => {
  it('is the baseline beside it, and another one as soon as that is there', async () => {
    const text = await marked();
    const { client, files, rules, refreshed } = await start(grown, {});
    assert.deepEqual(await rules(), []);
    files[baseline] = text;
    await refreshed(() =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: baseline, type: 1 }] }),
    );
    assert.deepEqual([...(await rules())].sort(), [...added].sort());
    const lens = await client.connection.sendRequest<{ command: { title: string } }[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    assert.deepEqual(
      lens.map(({ command }) => command.title),
      ['1 change since the import on 2026-03-09', 'Compare', 'Accept', 'Re-import plan'],
    );
    await client.dispose();
  });

  it('is a baseline, too, that comes while it is looked for', async () => {
    const text = await marked();
    let answer: (text: null) => void = () => undefined;
    const slow = new Promise<null>((resolve) => {
      answer = resolve;
    });
    let reads = 0;
    const files: Record<string, string> = {};
    Object.defineProperty(files, baseline, { get: () => (reads++ === 0 ? slow : text) });
    const { client, rules, refreshed } = await start(grown, files);
    const first = rules();
    await refreshed(async () => {
      const changes = [{ uri: baseline, type: 1 }];
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      answer(null);
    });
    await first;
    assert.deepEqual([...(await rules())].sort(), [...added].sort());
    await client.dispose();
  });

  it('is what a person chose, and what the team agreed on where nobody chose', async () => {
    const files = { [`${folder}/.callcenterrc.json`]: '{ "baseline": { "compareWith": "git:v1" } }' };
    const { client, rules, choose, refreshed } = await start(grown, files, { v1: sound, v2: grown });
    assert.deepEqual([...(await rules())].sort(), [...added].sort());
    await refreshed(() => choose({ kind: 'git', revision: 'v2' }));
    assert.deepEqual(await rules(), []);
    await refreshed(() => choose({ kind: 'git', revision: 'v3' }));
    const [trouble] = (await client.pull(uri)).filter(({ code }) => code === 'baseline-unreadable');
    assert.match(String(trouble?.message), /^There is no v3\. So nobody knows/);
    await refreshed(() => choose(undefined));
    assert.deepEqual([...(await rules())].sort(), [...added].sort());
    await client.dispose();
  });

  it('can be another definition, in either form', async () => {
    const twin = `${folder}/ServiceDesk.callCenter-meta.xml`;
    const { client, rules, choose, refreshed } = await start(grown, { [twin]: sound });
    await refreshed(() => choose({ kind: 'definition', uri: twin }));
    assert.deepEqual([...(await rules())].sort(), [...added].sort());
    await client.dispose();
  });
});

describe('a project that has the call center as retrieved', () => {
  const offered = async (root: string) => {
    const uri = `${root}/force-app/service-desk.xml`;
    const twin = `${root}/force-app/ServiceDesk.callCenter-meta.xml`;
    const retrieved =
      '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><displayName>A</displayName></CallCenter>';
    const files: Record<string, string> = {
      [twin]: retrieved,
      [uri]: sound,
      [`${root}/sfdx-project.json`]: '{ "packageDirectories": [{ "path": "force-app" }] }',
    };
    const { client } = await start(sound, files, undefined, true, uri);
    const lenses = async () =>
      (await client.connection.sendRequest<{ command: { title: string; arguments: string[] } }[] | null>(
        'textDocument/codeLens',
        { textDocument: { uri } },
      )) ?? [];
    let [lens] = await lenses();
    // The files of the workspace are known a little later.
    for (let asked = 0; !lens && asked < 2000; asked++) [lens] = await lenses();
    assert.match(lens?.command.title ?? '', /compare with ServiceDesk\.callCenter-meta\.xml$/);
    assert.deepEqual(lens?.command.arguments, [uri, twin]);
    await client.dispose();
  };

  it('offers it by itself, as long as nothing else says what was imported', () => offered('file:///w'));

  // As VS Code writes the addresses of every file on Windows, and of folders with a space.
  it('offers it, too, where its address has escapes', () => offered('file:///c%3A/my%20work'));
});

describe('the re-import plan', () => {
  it('names the files that read an old key as people know them', async () => {
    const text = await marked();
    const code = "settings['/reqGeneralInfo/reqSoftphoneWidth']";
    const gone = sound.replace(/.*reqSoftphoneWidth.*\n/, '');
    const files = { [baseline]: text, [`${folder}/C%23%20code/phone.js`]: code };
    const { client } = await start(gone, files, undefined, true);
    const plan = await client.connection.sendRequest<string>('callCenterXml/reimportPlan', { uri });
    assert.match(plan, /force-app\/C# code\/phone\.js/);
    await client.dispose();
  });
});

describe('the state of a document', () => {
  it('says what came of the import, also where that takes longer to read than the state to be told', async () => {
    const text = await marked();
    const states: DocumentState[] = [];
    let wake: () => void = () => undefined;
    let read: () => void = () => undefined;
    const client = await connect({
      capabilities: fullCapabilities,
      initializationOptions: { files: true, documentState: true },
      prepare(connection) {
        connection.onRequest('callCenterXml/findFiles', () => []);
        connection.onRequest('callCenterXml/readDefinitions', () => []);
        connection.onRequest('callCenterXml/readFile', async (params: { uri: string }) => {
          if (params.uri !== baseline) return null;
          // As slow as can be, the first time.
          if (states.length === 0) {
            await new Promise<void>((resolve) => {
              read = resolve;
            });
          }
          return text;
        });
        connection.onNotification('callCenterXml/documentState', (state: DocumentState) => {
          states.push(state);
          wake();
        });
      },
    });
    const next = async (count: number): Promise<void> => {
      while (states.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    };
    await client.open(uri, grown);
    await next(1);
    read();
    await next(2);
    // Read anew, it does not count as gone meanwhile.
    await client.fileEvents({ [baseline]: 'changed' });
    await client.change(uri, sound);
    await next(3);
    assert.deepEqual(
      states.map(({ imported }) => (imported?.kind === 'compared' ? imported.changes : imported?.kind)),
      [undefined, 1, 0],
    );
    await client.dispose();
  });
});

describe('the baseline file', () => {
  it('takes acceptances, and is not written over when it cannot be read', async () => {
    const text = await marked();
    const { client, files, rules, change, refreshed } = await start(grown, { [baseline]: text });
    const accepted = await change({ kind: 'accept', reason: 'Ships soon', by: 'Ann', on: '2026-04-01' }, text);
    assert.match(accepted, /"rule": "item-added".*"reason": "Ships soon"/);
    files[baseline] = accepted;
    await refreshed(() =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: baseline, type: 2 }] }),
    );
    assert.deepEqual(await rules(), []);
    assert.match(await change({ kind: 'mark', on: '2026-04-02' }, '{'), /^The baseline is no JSON/);
    await client.dispose();
  });

  it('loses acceptances of changes that are not there', async () => {
    const text = await marked();
    const first = await start(grown, { [baseline]: text });
    const accepted = await first.change({ kind: 'accept', reason: 'Ships soon', by: 'Ann', on: '2026-04-01' }, text);
    await first.client.dispose();
    const { client, rules, change } = await start(sound, { [baseline]: accepted });
    assert.deepEqual(await rules(), ['acceptance-stale']);
    assert.equal(JSON.parse(await change({ kind: 'prune' }, accepted)).accepted.length, 0);
    await client.dispose();
  });
});

describe('a definition that is renamed', () => {
  const renamed = `${folder}/help-desk.xml`;

  async function moves(
    files: Record<string, string>,
    renames: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, string>>> {
    const { client } = await start(sound, { [uri]: sound, ...files }, undefined, true);
    await client.pull(uri);
    const edit = await client.connection.sendRequest<{
      documentChanges: { kind: string; oldUri: string; newUri: string }[];
    } | null>('workspace/willRenameFiles', {
      files: Object.entries(renames).map(([oldUri, newUri]) => ({ oldUri, newUri })),
    });
    await client.dispose();

    for (const { kind } of edit?.documentChanges ?? []) assert.equal(kind, 'rename');
    return Object.fromEntries(edit?.documentChanges.map(({ oldUri, newUri }) => [oldUri, newUri]) ?? []);
  }

  it('takes its baseline along, to where the new name has it', async () => {
    const text = await marked();
    assert.deepEqual(await moves({ [baseline]: text }, { [uri]: renamed }), {
      [baseline]: `${folder}/help-desk.callcenter-baseline.json`,
    });
    const away = 'file:///w/elsewhere';
    const team = {
      [`${away}/.callcenterrc.json`]: `{ "baseline": { "path": "kept/\${name}.callcenter-baseline.json" } }`,
    };
    assert.deepEqual(await moves({ [baseline]: text, ...team }, { [uri]: `${away}/Service%20Desk.XML` }), {
      [baseline]: `${away}/kept/Service%20Desk.callcenter-baseline.json`,
    });
  });

  it('takes nothing along that is not there or moves by itself, and takes the place of nothing', async () => {
    const text = await marked();
    const other = `${folder}/help-desk.callcenter-baseline.json`;
    assert.deepEqual(await moves({}, { [uri]: renamed }), {});
    assert.deepEqual(await moves({ [baseline]: text, [other]: text }, { [uri]: renamed }), {});
    assert.deepEqual(await moves({ [baseline]: text }, { [uri]: renamed, [baseline]: 'file:///w/kept.json' }), {});
    assert.deepEqual(await moves({ [baseline]: text }, { [uri]: `${uri}.bak` }), {});
  });

  it('leaves a baseline to the other form that stays, and takes it along with both', async () => {
    const files = {
      [baseline]: await marked(),
      [`${folder}/service-desk.callCenter-meta.xml`]:
        '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><displayName>Service Desk</displayName></CallCenter>',
    };
    assert.deepEqual(await moves(files, { [uri]: renamed }), {});
    const both = {
      [uri]: renamed,
      [`${folder}/service-desk.callCenter-meta.xml`]: `${folder}/help-desk.callCenter-meta.xml`,
    };
    assert.deepEqual(await moves(files, both), { [baseline]: `${folder}/help-desk.callcenter-baseline.json` });
  });

  it('is told of by clients alone that can move files with it', async () => {
    const { workspaceEdit, ...workspace } = fullCapabilities.workspace ?? {};
    const filters = async (capabilities: ClientCapabilities) => {
      const client = await connect({ capabilities });
      await client.dispose();
      return client.initialized.capabilities.workspace?.fileOperations?.willRename?.filters.map(
        ({ pattern }) => pattern.glob,
      );
    };
    assert.deepEqual(await filters(fullCapabilities), ['**/*.{xml,callcenter}']);
    assert.equal(await filters({ ...fullCapabilities, workspace }), undefined);
  });
});
