import assert from 'node:assert/strict';
import { fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
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

const pipeIn = (folder: string): string =>
  process.platform === 'win32' ? `\\\\.\\pipe\\${path.basename(folder)}` : path.join(folder, 'pipe');

/** A server that was told to call, once it has. `ended` tells its exit code and what it wrote to its standard error. */
async function called(call: (port: number, pipe: string) => readonly string[]) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
  const pipe = pipeIn(folder);
  const exchanges = [net.createServer(), net.createServer()] as const;
  const [atPort, atPipe] = exchanges;
  atPort.listen(0, '127.0.0.1');
  atPipe.listen(pipe);
  await Promise.all(exchanges.map((exchange) => once(exchange, 'listening')));
  const { port } = atPort.address() as net.AddressInfo;
  const child = spawn(process.execPath, [server, ...call(port, pipe)], { stdio: ['ignore', 'inherit', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<{ readonly code: number | null; readonly said: string }>((resolve) => {
    child.once('close', (code) => {
      for (const exchange of exchanges) exchange.close();
      rmSync(folder, { recursive: true, force: true });
      resolve({ code, said });
    });
  });
  const socket = await new Promise<net.Socket>((resolve, reject) => {
    for (const exchange of exchanges) exchange.once('connection', resolve);
    void ended.then(({ code }) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return { socket, ended };
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

  const calls: readonly (readonly [string, (port: number, pipe: string) => readonly string[]])[] = [
    ['a port', (port) => [`--socket=${port}`]],
    ['a port, in two words', (port) => ['--socket', String(port)]],
    ['a pipe', (_, pipe) => [`--pipe=${pipe}`]],
    ['a pipe, in two words', (_, pipe) => ['--pipe', pipe]],
  ];
  for (const [where, call] of calls) {
    it(`speaks over ${where} where the client waits for it, and ends with it`, async () => {
      const { socket, ended } = await called(call);
      const connection = createProtocolConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket));
      assert.deepEqual(await useOnce(connection), ['internal-name']);
      assert.equal((await ended).code, 0);
    });
  }

  it('ends where its client goes without a word, or sends what nobody can read', async () => {
    const left = await called((port) => [`--socket=${port}`]);
    left.socket.end();
    assert.equal((await left.ended).code, 1);
    const confused = await called((_, pipe) => [`--pipe=${pipe}`]);
    confused.socket.write('Content-Length: -5\r\n\r\n');
    const { code, said } = await confused.ended;
    assert.equal(code, 1);
    assert.match(said, /cannot read its input: a message has no valid header/);
  });

  it('says that nobody waits for it at an address, and ends with 1', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
    const { status, stderr } = spawnSync(process.execPath, [server, `--pipe=${pipeIn(folder)}`], { encoding: 'utf8' });
    rmSync(folder, { recursive: true, force: true });
    assert.equal(status, 1);
    assert.match(stderr, /no client waits for it/);
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
