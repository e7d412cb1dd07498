import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { readVsix, vsixPath } from '../tools/vsix-files.mjs';

const files = readVsix();

function text(name: string): string {
  const content = files.get(name);
  assert.ok(content, `${name} is in the package`);
  return content.toString('utf8');
}

/** The relative targets of pictures in a Markdown text, as the package names them. */
function pictures(markdown: string): readonly string[] {
  const found = [...markdown.matchAll(/!\[[^\]]*\]\(([^)\s]+)\)|<(?:img|source)[^>]*?(?:src|srcset)="([^"]+)"/g)];
  return found.map(([, a, b]) => path.posix.normalize(a ?? b ?? '')).filter((target) => !/^https?:/.test(target));
}

describe('the package', () => {
  test('holds what ships, and nothing else', () => {
    const expected = [
      'LICENSE.txt',
      'changelog.md',
      'dist/client/browser.js',
      'dist/client/client.js',
      'dist/client/extension.js',
      'dist/server/browser.js',
      'dist/server/node.js',
      'dist/server/serve.js',
      'dist/webview/preview.css',
      'dist/webview/preview.js',
      'dist/third-party-notices.txt',
      'package.json',
      'package.nls.json',
      'readme.md',
      ...readdirSync('client/l10n')
        .filter((name) => name !== 'bundle.l10n.json')
        .map((name) => `client/l10n/${name}`),
      'client/docs/other-editors.md',
      'client/docs/performance.md',
      ...readdirSync('client/docs/rules').map((name) => `client/docs/rules/${name}`),
      ...readdirSync('client/schemas').map((name) => `client/schemas/${name}`),
      ...readdirSync('snippets').map((name) => `snippets/${name}`),
      ...readdirSync('syntaxes').map((name) => `syntaxes/${name}`),
      ...new Set(pictures(readFileSync('README.md', 'utf8'))),
    ];
    assert.deepEqual([...files.keys()].sort(), expected.sort());
  });

  // With everything for a desktop and for a browser; the pictures of the README are 200 kB of it.
  test('is below 900 kB', () => {
    const { size } = statSync(vsixPath);
    assert.ok(size < 900_000, `${size} bytes`);
  });

  test('is built for people, not for debugging', () => {
    for (const name of files.keys()) {
      if (!name.endsWith('.js')) continue;
      assert.doesNotMatch(text(name), /sourceMappingURL/, name);
      assert.ok(!text(name).includes(process.cwd()), `${name} names a path of the machine it was built on`);
    }
  });

  test('is plain ASCII where it is code: one character beyond it makes an engine keep all of a file in twice the memory', () => {
    for (const [name, content] of files) {
      if (!/^dist\/(?:client|server)\/.*\.js$/.test(name)) continue;
      const index = content.findIndex((byte) => byte > 127);
      const place = content.toString('utf8', Math.max(0, index - 40), index + 10);
      assert.equal(
        index,
        -1,
        `${name}: escape the character in …${place}… (of patterns, the bundler leaves that to us)`,
      );
    }
  });

  test('names the licence of every package in its bundles', () => {
    const notices = text('dist/third-party-notices.txt');
    for (const name of [
      'vscode-languageclient',
      'vscode-languageserver',
      '@vscode/l10n',
      '@xmldom/xmldom',
      'saxes',
      'vscode-json-languageservice',
    ]) {
      assert.match(notices, new RegExp(`^${name} [\\d.]+ \\((?:MIT|ISC)\\)$`, 'm'));
    }
    assert.doesNotMatch(notices, /undefined/);
  });

  test('loads next to nothing until a definition is seen', () => {
    const entry = text('dist/client/extension.js');
    assert.ok(entry.length < 20_000, `extension.js has ${entry.length} characters`);
    assert.match(entry, /require\("\.\/client\.js"\)/);
    assert.doesNotMatch(entry, /LanguageClient/);
  });

  test('reads no language until a client has a question', () => {
    const entry = text('dist/server/node.js');
    assert.ok(entry.length < 120_000, `node.js has ${entry.length} characters`);
    assert.match(entry, /require\("\.\/serve\.js"\)/);
    assert.doesNotMatch(entry, /reqInternalName|browser\.js/);
  });

  test('runs in a browser: nothing there asks for Node', () => {
    for (const name of ['dist/client/browser.js', 'dist/server/browser.js']) {
      const required = [...text(name).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module]) => module);
      assert.deepEqual([...new Set(required)], name.startsWith('dist/client') ? ['vscode'] : [], name);
      assert.ok(!/["'`]node:/.test(text(name)), name);
    }
  });

  test('keeps the pictures of the README as they are written', () => {
    assert.equal(text('readme.md'), readFileSync('README.md', 'utf8'));
  });

  test('holds a server that answers, wherever it is unpacked', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
    try {
      for (const [name, content] of files) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), content);
      }
      const [initialized, found] = await ask(path.join(folder, 'dist/server/node.js'), folder);
      assert.ok(typeof initialized === 'object' && initialized !== null && 'capabilities' in initialized);
      assert.deepEqual(found, []);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Starts a server over stdio and returns what it answers to `initialize`, and to a question about the workspace. */
async function ask(server: string, cwd: string): Promise<readonly unknown[]> {
  const child = spawn(process.execPath, [server, '--stdio'], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
    send({ method: 'initialized', params: {} });
    send({ id: 2, method: 'workspace/symbol', params: { query: 'reqInternalName' } });
    let output = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      output += String(chunk);
      const answers = messages(output);
      const of = (wanted: number) => answers.find(({ id }) => id === wanted);
      if (of(1) && of(2)) return [of(1)?.result, of(2)?.result];
    }
    throw new Error(`the server ended without an answer; it said: ${output}`);
  } finally {
    child.kill();
  }
}

interface Message {
  readonly id?: number;
  readonly result?: unknown;
}

/** The whole messages in what a server has sent so far. */
function messages(output: string): readonly Message[] {
  const bytes = Buffer.from(output);
  const found: Message[] = [];
  for (let at = 0; ; ) {
    const head = bytes.indexOf('\r\n\r\n', at);
    const length = head < 0 ? undefined : /Content-Length: (\d+)/.exec(bytes.toString('utf8', at, head))?.[1];
    const end = head + 4 + Number(length);
    if (length === undefined || end > bytes.length) return found;
    found.push(JSON.parse(bytes.toString('utf8', head + 4, end)));
    at = end;
  }
}
