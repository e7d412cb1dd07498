import assert from 'node:assert/strict';
import { fork, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  type CompletionList,
  createProtocolConnection,
  type DocumentDiagnosticReport,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { definition, withCursor } from '../support/protocol.ts';

const server = path.resolve('dist/server/node.js');
const uri = 'file:///service-desk.xml';

/** Initializes, opens, pulls, shuts down; gives the codes that were found. */
async function useOnce(connection: ProtocolConnection): Promise<unknown[]> {
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'xml', version: 1, text: definition({ internalName: 'Service_Desk' }) },
  });
  const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  return report.kind === 'full' ? report.items.map((diagnostic) => diagnostic.code) : [];
}

describe('dist/server/node.js', () => {
  it('speaks over standard input and output, and ends with 0', async () => {
    const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    assert.deepEqual(await useOnce(connection), ['internal-name']);
    assert.equal(await ended, 0);
  });

  it('speaks over the channel between Node processes, and ends with 0', async () => {
    const child = fork(server, ['--node-ipc'], { execArgv: [] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    assert.deepEqual(await useOnce(connection), ['internal-name']);
    assert.equal(await ended, 0);
  });

  it('finds the files of the workspace on the disk for clients that serve none', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
    const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      for (const name of ['pages', 'node_modules/other']) mkdirSync(path.join(folder, name), { recursive: true });
      writeFileSync(path.join(folder, 'pages/softphone.page'), '');
      writeFileSync(path.join(folder, 'node_modules/other/foreign.page'), '');
      const connection = createProtocolConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
      );
      connection.listen();
      const folderUri = pathToFileURL(folder).href;
      await connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri: null,
        workspaceFolders: [{ uri: folderUri, name: 'w' }],
        capabilities: {},
      });
      await connection.sendNotification('initialized', {});
      const { text, position } = withCursor(definition().replace('https://cti.contoso.example/softphone', '|'));
      const textDocument = { uri: `${folderUri}/a.xml`, languageId: 'xml', version: 1, text };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
      const list = await connection.sendRequest<CompletionList>('textDocument/completion', { textDocument, position });
      const pages = list.items.map((item) => item.textEdit?.newText).filter((edit) => edit?.startsWith('/apex/'));
      assert.deepEqual(pages, ['/apex/softphone']);
      connection.dispose();
    } finally {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('says how it wants to be called, and ends with 2', () => {
    for (const args of [[], ['--help'], ['file.xml']]) {
      const { status, stderr, stdout } = spawnSync(process.execPath, [server, ...args], { encoding: 'utf8' });
      assert.equal(status, 2);
      assert.match(stderr, /--stdio/);
      assert.equal(stdout, '');
    }
  });
});
