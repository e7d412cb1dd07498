// Runs real VS Code without a desktop: its server, whose page a browser shows.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { run, Stop } from './say.mjs';
import { newest } from './vscode-installations.mjs';

/** Settings under which an editor is quiet and keeps its hands off the files. A caller's settings come on top. */
const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  // A browser saves after a delay by itself, into the files of the tests.
  'files.autoSave': 'off',
  'git.enabled': false,
  'editor.minimap.enabled': false,
};

/**
 * @typedef {object} StartOptions
 * @property {string} [folder] what the address opens
 * @property {Readonly<Record<string, unknown>>} [settings] user settings
 * @property {readonly string[]} [vsix] extensions to install
 * @property {number | undefined} [port] a free one when it is not given
 * @property {import('./vscode-installations.mjs').Installation} [installation] the newest when it is not given
 * @property {boolean} [tests] whether a page may run tests inside the extension host
 *
 * @typedef {object} VsCode
 * @property {string} address e.g. `http://127.0.0.1:8123/?folder=/tmp/samples`
 * @property {number} port
 * @property {string} settingsFile the user's settings; the editor follows its changes
 * @property {Promise<void>} ended when the server has ended, by `stop` or by itself
 * @property {() => string} log what the server has printed
 * @property {() => Promise<void>} stop ends the server and all it started, and removes its folders
 */

/**
 * Starts VS Code's server on this machine, in fresh folders of its own: nothing of the person's own VS Code is read or
 * written. It ends with this process at the latest.
 *
 * @param {StartOptions} options
 * @returns {Promise<VsCode>} once it answers
 */
export async function startVsCode({ folder, settings = {}, vsix = [], port: wanted, installation, tests = false }) {
  const { node, program } = installation ?? (await newest());
  const base = mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
  const remove = () => rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  try {
    const settingsFile = path.join(base, 'user/User/settings.json');
    mkdirSync(path.dirname(settingsFile), { recursive: true });
    mkdirSync(path.join(base, 'home'));
    writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
    const places = [
      '--accept-server-license-terms',
      ...['--server-data-dir', path.join(base, 'server')],
      ...['--user-data-dir', path.join(base, 'user')],
      ...['--extensions-dir', path.join(base, 'extensions')],
    ];
    const env = environment(node, path.join(base, 'home'));
    for (const file of vsix) await install({ node, program }, file, places, env);

    const port = wanted ?? (await freePort());
    const logFile = path.join(base, 'server.log');
    const log = openSync(logFile, 'w');
    const server = spawn(
      node,
      [
        ...program,
        ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
        ...['--telemetry-level', 'off', '--disable-workspace-trust'],
        ...(tests ? ['--enable-smoke-test-driver'] : []),
        ...places,
      ],
      // A process group of its own: extension hosts and language servers end with it.
      { env, stdio: ['ignore', log, log], detached: process.platform !== 'win32' },
    );
    closeSync(log);
    const atExit = () => {
      endGroup(server, 'SIGKILL');
      remove();
    };
    const atSignal = () => process.exit(130);
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    process.once('exit', atExit);
    for (const signal of signals) process.once(signal, atSignal);
    /** @type {Promise<void>} */
    const ended = new Promise((resolve, reject) => {
      server.once('error', (error) => reject(new Stop(`VS Code's server could not be started: ${error.message}.`)));
      server.once('exit', () => resolve());
    });
    const readLog = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
    const stop = async () => {
      endGroup(server, 'SIGTERM');
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000))]);
      atExit();
      process.removeListener('exit', atExit);
      for (const signal of signals) process.removeListener(signal, atSignal);
    };

    const root = `http://127.0.0.1:${port}/`;
    try {
      await answering(`${root}version`, ended, 60_000);
    } catch (error) {
      const output = readLog().trim();
      await stop();
      throw new Stop(`VS Code's server did not start (${String(error)}). It said:\n${output}`);
    }
    // `--default-folder` would open it under other URIs than extensions have for it: their problems show in no file then.
    const address = folder === undefined ? root : `${root}?folder=${inAddress(folder)}`;
    return { address, port, settingsFile, ended, log: readLog, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * @param {string} folder
 * @returns {string} its path with `/`, as the value of a query
 */
function inAddress(folder) {
  const { pathname } = pathToFileURL(path.resolve(folder));
  return encodeURIComponent(decodeURIComponent(pathname)).replaceAll('%2F', '/');
}

/**
 * The environment without what belongs to this process alone, and with a home folder that is thrown away.
 *
 * @param {string} node
 * @param {string} home_
 * @returns {NodeJS.ProcessEnv}
 */
function environment(node, home_) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE_OPTIONS$|NODE_TEST|VSCODE_)/.test(name));
  return {
    ...Object.fromEntries(kept),
    HOME: home_,
    // No gallery: the editor asks no server for extensions.
    EXTENSIONS_GALLERY: '{}',
    PATH: `${path.dirname(node)}${path.delimiter}${process.env['PATH'] ?? ''}`,
  };
}

/**
 * @param {import('./vscode-installations.mjs').Installation} installation
 * @param {string} file a VSIX
 * @param {readonly string[]} places
 * @param {NodeJS.ProcessEnv} env
 */
async function install({ node, program }, file, places, env) {
  if (!existsSync(file)) throw new Stop(`There is no ${file} to install. \`npm run package\` makes it.`);
  const args = [...program, ...places, '--install-extension', path.resolve(file)];
  const { code, output } = await run(node, args, { env, capture: true });
  if (code !== 0 || !output.includes('successfully installed')) {
    throw new Stop(`VS Code did not install ${file}:\n${output.trim()}`);
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child the leader of a process group
 * @param {NodeJS.Signals} signal
 */
function endGroup(child, signal) {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    if (child.exitCode === null) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // The whole group has ended already.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** @returns {Promise<number>} a port of 127.0.0.1 that nobody listens on */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/**
 * @param {string} url
 * @param {Promise<void>} ended of the server that shall answer
 * @param {number} ms how long it may take
 */
async function answering(url, ended, ms) {
  let over = false;
  const watch = ended.finally(() => {
    over = true;
  });
  const deadline = performance.now() + ms;
  for (;;) {
    try {
      const response = await fetch(url);
      await response.arrayBuffer();
      if (response.ok) return;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // `fetch` says so while nobody listens.
    }
    if (over) await watch.then(() => Promise.reject(new Error('it ended at once')));
    if (performance.now() > deadline) throw new Error(`no answer within ${ms / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
