import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { frame, hello, open, startProcess } from '../support/raw-protocol.ts';
import { definition } from './cli.ts';
import { canWatch, readCalls, type SystemCalls, watching } from './system-calls.ts';

/** Every way in which a text can name something else that a reader might fetch. */
function lures(): Readonly<Record<string, string>> {
  const secret = pathToFileURL(path.join(folder, 'secret.txt')).href;
  const remote = 'http://127.0.0.1:9/secret.dtd';
  const under = (doctype: string, label = 'Display Name') =>
    definition({ label }).replace('<callCenter>', `${doctype}\n<callCenter>`);
  const laughs = Array.from(
    { length: 20 },
    (_, at) => `<!ENTITY e${at} "${at === 0 ? 'ha' : `&e${at - 1};`.repeat(10)}">`,
  ).join('');
  return {
    'file-entity.xml': under(`<!DOCTYPE callCenter [<!ENTITY x SYSTEM "${secret}">]>`, '&x;'),
    'relative-entity.xml': under('<!DOCTYPE callCenter [<!ENTITY x SYSTEM "secret.txt">]>', '&x;'),
    'http-entity.xml': under(`<!DOCTYPE callCenter [<!ENTITY x SYSTEM "${remote}">]>`, '&x;'),
    'public-entity.xml': under(`<!DOCTYPE callCenter [<!ENTITY x PUBLIC "-//x" "${remote}">]>`, '&x;'),
    'parameter-entity.xml': under(`<!DOCTYPE callCenter [<!ENTITY % x SYSTEM "${secret}"> %x;]>`),
    'external-subset.xml': under('<!DOCTYPE callCenter SYSTEM "secret.dtd">'),
    'remote-subset.xml': under(`<!DOCTYPE callCenter PUBLIC "-//x" "${remote}">`),
    'laughs.xml': under(`<!DOCTYPE callCenter [${laughs}]>`, '&e19;'),
    'style.xml': under(`<?xml-stylesheet href="${secret}"?><?xml-model href="${remote}"?>`),
    'include.xml': definition({
      more: `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="secret.txt" parse="text"/>`,
    }),
    'schema.xml': definition({}).replace(
      '<callCenter>',
      `<callCenter xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="${remote}">`,
    ),
    'address.xml': definition({}).replace('https://cti.contoso.example/softphone', 'http://127.0.0.1:9/secret'),
  };
}

/** What the program may look for in any folder, beside the definitions that it is given. */
const known = new Set(['.callcenterrc.json', '.gitignore', '.git', 'sfdx-project.json']);

const linux = process.platform === 'linux';
let folder = '';
let log = '';
before(() => {
  // What Node keeps of compiled code is no matter of what a definition names.
  process.env['NODE_DISABLE_COMPILE_CACHE'] = '1';
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
  folder = path.join(base, 'project');
  log = path.join(base, 'calls.txt');
  fs.mkdirSync(folder);
  for (const name of ['secret.txt', 'secret.dtd']) fs.writeFileSync(path.join(folder, name), 'do not read me');
  for (const [name, text] of Object.entries(lures())) fs.writeFileSync(path.join(folder, name), text);
});
after(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }));

/** False, with a line that says so, where nobody can watch what a program does. */
function watches(): boolean {
  if (linux && canWatch()) return true;
  console.log('No program can be watched here (strace, on Linux): which files are opened was not tested.');
  return false;
}

/** What Node opens by itself, whatever it runs. */
function ofNode(): ReadonlySet<string> {
  const [program, ...args] = watching(log, [process.execPath, '-e', '0']);
  assert.equal(spawnSync(program, args).status, 0);
  return new Set(readCalls(log, process.cwd()).opened);
}

function assertHarmless(calls: SystemCalls, given: readonly string[]): void {
  assert.deepEqual(calls.network, []);
  assert.deepEqual(calls.written, []);
  assert.deepEqual([...new Set(calls.started.map((program) => path.basename(program)))], ['node']);
  const allowed = ofNode();
  const ours = path.resolve('dist');
  const strange = calls.opened.filter((file) => {
    if (allowed.has(file) || file.startsWith(`${ours}/`) || given.includes(file)) return false;
    if (/^\/(?:proc|sys|dev|lib|usr|etc)\//.test(file)) return false;
    // What a module asks for when it looks whether another one is there, and which package it is in.
    if (file.endsWith('/package.json') && !file.startsWith(folder)) return false;
    // A folder on the way up, and what is looked for in each.
    const [place, name] = [path.dirname(file), path.basename(file)];
    const above = (candidate: string) => `${folder}/`.startsWith(candidate === '/' ? '/' : `${candidate}/`);
    if (above(file) || (known.has(name) && above(place))) return false;
    return !(path.basename(place) === '.git' && above(path.dirname(place)));
  });
  assert.deepEqual([...new Set(strange)], []);
  // The watch works: what had to be read was seen.
  assert.ok(given.some((file) => calls.opened.includes(file)));
}

const baselineOf = (file: string) => file.replace(/\.xml$/, '.callcenter-baseline.json');

describe('nothing that a definition names is opened or fetched', () => {
  test('by the command line', () => {
    if (!watches()) return;
    const files = Object.keys(lures()).map((name) => path.join(folder, name));
    for (const args of [
      ['check', folder],
      ['check', ...files],
      ['convert', '--to', 'metadata', ...files.slice(-1)],
    ]) {
      const [program, ...rest] = watching(log, [process.execPath, path.resolve('dist/cli.js'), ...args]);
      const { status, stdout, stderr } = spawnSync(program, rest, { cwd: folder, encoding: 'utf8', timeout: 120_000 });
      assert.ok(status === 0 || status === 1, `${status}: ${stderr}`);
      assert.doesNotMatch(stdout + stderr, /do not read me|hahaha/);
      assertHarmless(readCalls(log, folder), [...files, ...files.map(baselineOf)]);
    }
  });

  test('by the language server, whatever it is asked', async () => {
    if (!watches()) return;
    const texts = Object.entries(lures());
    const server = startProcess((command) => watching(log, command));
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'project' }];
    server.write(hello({ textDocument: { diagnostic: {} } }, { workspaceFolders }));
    const asked: string[] = [];
    for (const [name, text] of texts) {
      const uri = pathToFileURL(path.join(folder, name)).href;
      const textDocument = { uri };
      const at = text.split('\n').findIndex((line) => line.includes('reqDisplayName'));
      const position = { line: at, character: 75 };
      const range = { start: { line: 0, character: 0 }, end: { line: at + 9, character: 0 } };
      const requests: Readonly<Record<string, object>> = {
        'textDocument/diagnostic': { textDocument },
        'textDocument/completion': { textDocument, position },
        'textDocument/hover': { textDocument, position },
        'textDocument/definition': { textDocument, position },
        'textDocument/references': { textDocument, position, context: { includeDeclaration: true } },
        'textDocument/documentLink': { textDocument },
        'textDocument/documentSymbol': { textDocument },
        'textDocument/semanticTokens/full': { textDocument },
        'textDocument/codeAction': { textDocument, range, context: { diagnostics: [] } },
        'textDocument/formatting': { textDocument, options: { tabSize: 2, insertSpaces: true } },
        'callCenterXml/preview': { uri },
        'callCenterXml/convert': { uri, to: 'metadata' },
        'callCenterXml/reimportPlan': { uri },
      };
      server.write(open(uri, text));
      for (const [method, params] of Object.entries(requests)) {
        const id = `${name} ${method}`;
        asked.push(id);
        server.write(frame({ id, method, params }));
      }
    }
    server.write(frame({ id: 'all', method: 'callCenterXml/checkAll', params: { except: [] } }));
    for (const id of [...asked, 'all']) assert.equal((await server.answer(id)).error, undefined, id);
    assert.doesNotMatch(JSON.stringify(server.received), /do not read me|hahaha/);
    server.write(frame({ id: 'shutdown', method: 'shutdown' }), frame({ method: 'exit' }));
    assert.equal(await server.ended, 0, server.complaints());
    const files = texts.map(([name]) => path.join(folder, name));
    assertHarmless(readCalls(log, process.cwd()), [...files, ...files.map(baselineOf)]);
  });

  test('which a watch would see', () => {
    if (!watches()) return;
    const reading = `require('fs').readFileSync('${path.join(folder, 'secret.txt')}');require('net').connect(9, '127.0.0.1').on('error', () => undefined)`;
    const [program, ...args] = watching(log, [process.execPath, '-e', reading]);
    spawnSync(program, args);
    const calls = readCalls(log, folder);
    assert.ok(calls.opened.includes(path.join(folder, 'secret.txt')));
    assert.ok(calls.network.length > 0);
    assert.throws(() => assertHarmless(calls, []), assert.AssertionError);
  });
});
