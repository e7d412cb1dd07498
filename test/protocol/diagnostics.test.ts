import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect, definition, fullCapabilities } from '../support/protocol.ts';

const uri = 'file:///service-desk.xml';
const wrong = definition({ internalName: 'Service_Desk' });
const value = { start: { line: 2, character: 69 }, end: { line: 2, character: 81 } };

/** A client from before findings could be pulled. */
const pushed = { capabilities: {} };

describe('findings that a client pulls', () => {
  it('have a place, a rule, a source and a severity, and go when the text is mended', async () => {
    const client = await connect();
    await client.open(uri, wrong);
    const [finding, ...others] = await client.pull(uri);
    assert.deepEqual(others, []);
    assert.deepEqual(finding?.range, value);
    assert.equal(finding?.code, 'internal-name');
    assert.equal(finding?.source, 'call-center-xml');
    assert.equal(finding?.severity, 1);
    await client.change(uri, 'ServiceDesk', value);
    assert.deepEqual(await client.pull(uri), []);
    await client.dispose();
  });

  it('link to the page of their rule, for a client that can open it', async () => {
    const capabilities = { textDocument: { diagnostic: { codeDescriptionSupport: true } } };
    const client = await connect({ capabilities, initializationOptions: { rulePages: true } });
    await client.open(uri, wrong);
    const [finding] = await client.pull(uri);
    assert.equal(finding?.codeDescription?.href, 'call-center-xml:/rules/internal-name.md');
    await client.dispose();
  });

  it('link nowhere for other clients', async () => {
    const client = await connect();
    await client.open(uri, wrong);
    assert.equal((await client.pull(uri))[0]?.codeDescription, undefined);
    await client.dispose();
  });

  it('are never sent without being asked for', async () => {
    const client = await connect();
    void client.published(uri).then(() => assert.fail('findings were pushed to a client that pulls'));
    await client.open(uri, wrong);
    assert.equal((await client.pull(uri)).length, 1);
    await client.close(uri);
    assert.deepEqual(await client.pull(uri), []);
    await client.dispose();
  });

  it('are the same for each of very many documents, all at once and again one by one, and follow edits', async () => {
    const client = await connect();
    const uris = Array.from({ length: 40 }, (_, index) => `file:///${index}.xml`);
    for (const each of uris) await client.open(each, wrong);
    // That many share a name is told as well, as soon as that is known.
    const pull = async (each: string) => (await client.pull(each)).filter(({ code }) => code === 'internal-name');
    const all = await Promise.all(uris.map(pull));
    for (const findings of all) assert.deepEqual(findings, all[0]);
    assert.equal(all[0]?.length, 1);
    for (const each of uris) assert.deepEqual(await pull(each), all[0]);
    await client.change('file:///0.xml', 'ServiceDesk', value);
    assert.deepEqual(await pull('file:///0.xml'), []);
    assert.deepEqual(await pull('file:///1.xml'), all[0]);
    await client.dispose();
  });

  it('stay away from the left side of a comparison', async () => {
    const client = await connect();
    for (const scheme of ['git', 'gitlens', 'svn', 'vscode-local-history']) {
      const old = `${scheme}:/service-desk.xml?ref=HEAD`;
      await client.open(old, wrong);
      assert.deepEqual(await client.pull(old), [], scheme);
    }
    for (const scheme of ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'sftp']) {
      const here = `${scheme}://host/service-desk.xml`;
      await client.open(here, wrong);
      assert.equal((await client.pull(here)).length, 1, scheme);
    }
    await client.dispose();
  });

  it('follow the settings of the resource, and are fetched again when these change', async () => {
    let rules: Record<string, unknown> = { 'internal-name': 'hint' };
    let refreshed: () => void = () => undefined;
    const refresh = new Promise<void>((resolve) => {
      refreshed = resolve;
    });
    const client = await connect({
      configuration: (scope) => (scope === uri ? { rules } : {}),
      prepare(connection) {
        connection.onRequest('workspace/diagnostic/refresh', () => {
          refreshed();
          return null;
        });
      },
    });
    const other = 'file:///elsewhere/other.xml';
    await client.open(uri, wrong);
    await client.open(other, wrong);
    assert.equal((await client.pull(uri))[0]?.severity, 4);
    assert.equal((await client.pull(other))[0]?.severity, 1);
    rules = { 'internal-name': 'off' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refresh;
    assert.deepEqual(await client.pull(uri), []);
    await client.dispose();
  });

  it('follow settings that are asked for once in a folder, as long as one of its documents is open', async () => {
    const asked: (string | undefined)[] = [];
    const client = await connect({
      configuration(scope) {
        asked.push(scope);
        return {};
      },
    });
    const names = ['file:///a/1.xml', 'file:///a/2.xml', 'file:///a/b/1.xml', 'untitled:1', 'untitled:2'];
    for (const name of names) {
      await client.open(name, wrong);
      await client.pull(name);
    }
    assert.deepEqual(asked, ['file:///a/1.xml', 'file:///a/b/1.xml', 'untitled:1', 'untitled:2']);
    const close = (name: string) =>
      client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: name } });
    await close('file:///a/1.xml');
    await client.pull('file:///a/2.xml');
    assert.equal(asked.length, 4);
    await close('file:///a/2.xml');
    await client.open('file:///a/1.xml', wrong);
    await client.pull('file:///a/1.xml');
    assert.equal(asked.length, 5);
    await client.dispose();
  });

  it('do not wait for ever for settings that do not come, and follow them when they do', async () => {
    let answer: (settings: object) => void = () => undefined;
    const settings = new Promise<object>((resolve) => {
      answer = resolve;
    });
    const client = await connect({ configuration: () => settings });
    await client.open(uri, wrong);
    assert.equal((await client.pull(uri))[0]?.severity, 1);
    const refreshed = client.refreshed();
    answer({ rules: { 'internal-name': 'hint' } });
    await refreshed;
    assert.equal((await client.pull(uri))[0]?.severity, 4);
    await client.dispose();
  });

  it('leave broken XML to another extension where the client says so, unless the rule is asked for', async () => {
    const broken = wrong.replace('</callCenter>', '');
    const rulesUnder = async (configuration: object) => {
      const client = await connect({ configuration: () => configuration });
      await client.open(uri, broken);
      const found = await client.pull(uri);
      await client.dispose();
      return found.map(({ code }) => code).includes('xml-syntax');
    };
    assert.equal(await rulesUnder({}), true);
    assert.equal(await rulesUnder({ syntaxDiagnostics: 'on' }), true);
    assert.equal(await rulesUnder({ syntaxDiagnostics: 'off' }), false);
    assert.equal(await rulesUnder({ syntaxDiagnostics: 'off', rules: { 'xml-syntax': 'error' } }), true);
  });

  it('keep their severity where a setting makes no sense, which the log says', async () => {
    const client = await connect({
      configuration: () => ({ rules: { 'internal-name': 'fatal', 'no-such-rule': 'off' } }),
    });
    await client.open(uri, wrong);
    assert.equal((await client.pull(uri))[0]?.severity, 1);
    assert.ok(client.log.some((line) => line.includes('“fatal” cannot be the severity of “internal-name”')));
    assert.ok(client.log.some((line) => line.includes('no rule “no-such-rule”')));
    await client.dispose();
  });

  it('are about the syntax alone in a definition larger than a person wants, and link that notice nowhere', async () => {
    let largeFileSize: unknown = 0.0001;
    const capabilities = { ...fullCapabilities, textDocument: { diagnostic: { codeDescriptionSupport: true } } };
    const client = await connect({
      capabilities,
      initializationOptions: { rulePages: true },
      configuration: () => ({ largeFileSize }),
    });
    await client.open(uri, wrong);
    const [notice, ...others] = await client.pull(uri);
    assert.equal(notice?.code, 'large-file');
    assert.equal(notice.severity, 3);
    assert.equal(notice.codeDescription, undefined);
    assert.deepEqual(others, []);
    for (largeFileSize of [5, null, 0, -1, 'x', Number.POSITIVE_INFINITY]) {
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      const codes = (await client.pull(uri)).map(({ code }) => code);
      assert.deepEqual(codes, ['internal-name'], String(largeFileSize));
    }
    assert.ok(client.log.some((line) => line.includes('callCenterXml.largeFileSize must be a number of megabytes')));
    await client.dispose();
  });

  it('are about the syntax alone in a definition of more than 5 MB, unless somebody says otherwise', async () => {
    const client = await connect();
    const text = (size: number) =>
      wrong.replace('</callCenter>', `<!-- ${'x'.repeat(size - wrong.length - 9)} --></callCenter>`);
    for (const [size, code] of [
      [5_000_000, 'internal-name'],
      [5_000_001, 'large-file'],
    ] as const) {
      await client.open(uri, text(size));
      assert.deepEqual(
        (await client.pull(uri)).map((found) => found.code),
        [code],
      );
      await client.close(uri);
    }
    await client.dispose();
  });

  it('are at most a thousand', async () => {
    const client = await connect();
    const spoilt = '<item sortOrder="0" name="reqUseApi" lable="x">TRUE</item><entry/>\n'.repeat(300);
    await client.open(uri, definition().replace('    <item sortOrder="0"', `${spoilt}    <item sortOrder="0"`));
    assert.equal((await client.pull(uri)).length, 1000);
    await client.dispose();
  });

  it('speak about text that is no XML any more', async () => {
    const client = await connect();
    await client.open(uri, definition().replace('softphone<', 'softphone?a=1&b=2<'));
    const found = await client.pull(uri);
    assert.deepEqual(
      found.map((diagnostic) => diagnostic.code),
      ['xml-syntax'],
    );
    assert.ok(client.log.every((line) => !line.includes('cti.contoso.example')));
    await client.dispose();
  });

  it('take a flavour that a person chose', async () => {
    const client = await connect({ initializationOptions: { flavours: { [uri]: 'ctiToolkit' } } });
    await client.open(uri, definition());
    const asToolkit = await client.pull(uri);
    assert.ok(asToolkit.some((diagnostic) => diagnostic.code === 'missing-required-item'));
    await client.connection.sendNotification('callCenterXml/setFlavour', { uri });
    assert.deepEqual(await client.pull(uri), []);
    await client.dispose();
  });
});

describe('findings that the server pushes', () => {
  it('come when a document opens, go when it is mended, and go when it is closed', async () => {
    const client = await connect(pushed);
    const opened = client.published(uri);
    await client.open(uri, wrong);
    const first = await opened;
    assert.equal(first.version, 1);
    assert.deepEqual(
      first.diagnostics.map((diagnostic) => diagnostic.code),
      ['internal-name'],
    );
    const mended = client.published(uri);
    await client.change(uri, definition());
    assert.deepEqual(await mended, { uri, version: 2, diagnostics: [] });
    const spoilt = client.published(uri);
    await client.change(uri, wrong);
    assert.equal((await spoilt).diagnostics.length, 1);
    const closed = client.published(uri);
    await client.close(uri);
    assert.deepEqual((await closed).diagnostics, []);
    await client.dispose();
  });

  it('speak about the last of several quick changes only', async () => {
    const client = await connect(pushed);
    const published = client.published(uri);
    await client.open(uri, wrong);
    await client.change(uri, wrong);
    await client.change(uri, definition());
    assert.deepEqual(await published, { uri, version: 3, diagnostics: [] });
    await client.dispose();
  });

  it('follow settings that a client can only push', async () => {
    const client = await connect(pushed);
    const opened = client.published(uri);
    await client.open(uri, wrong);
    await opened;
    const changed = client.published(uri);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { callCenterXml: { rules: { 'internal-name': 'information' } } },
    });
    assert.equal((await changed).diagnostics[0]?.severity, 3);
    // What is said of excluded files beside them takes nothing from them.
    const again = client.published(uri);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { callCenterXml: { rules: { 'internal-name': 'hint' } }, files: { exclude: {} } },
    });
    assert.equal((await again).diagnostics[0]?.severity, 4);
    await client.dispose();
  });

  it('are empty for documents that are not ours', async () => {
    const client = await connect(pushed);
    const published = client.published('file:///pom.xml');
    await client.open('file:///pom.xml', '<project><name>a & b</name></project>');
    assert.deepEqual((await published).diagnostics, []);
    await client.dispose();
  });
});
