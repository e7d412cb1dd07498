#!/usr/bin/env node
// Looks like VS Code's `code` to @vscode/test-electron, and runs the extension tests that it is given in VS Code's
// server and a headless browser. So the same test file runs here and on a desktop.
//
// Beyond the command line of `code`, it takes from the environment:
//   CALL_CENTER_XML_VSIX        an extension to install first
//   CALL_CENTER_XML_VSCODE      `oldest`: the oldest VS Code at hand, in the place of the newest
//   CALL_CENTER_XML_*           handed on to the extension host, as a desktop does with its whole environment
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.mjs';
import { main, Stop } from './say.mjs';
import { ensureOldestVsCode, ensureVsCode } from './vscode-installations.mjs';
import { startVsCode } from './vscode-server.mjs';

const minutes = 9;
const failureScreenshot = 'test/editor/screenshots/failure-extension-host.png';

await main(async () => {
  const { values, positionals } = parseArgs({
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
      'install-extension': { type: 'string' },
    },
    // What a desktop needs and a server does not (`--no-sandbox` and the like) is passed over.
    strict: false,
    allowPositionals: true,
  });
  const { extensionDevelopmentPath: development, extensionTestsPath: suite, 'user-data-dir': userData } = values;
  if (typeof development !== 'string' || typeof suite !== 'string') {
    throw new Stop(
      'This stand-in for `code` only runs tests: --extensionDevelopmentPath and --extensionTestsPath are needed.',
    );
  }
  const folder = positionals.find((name) => existsSync(name));
  if (folder === undefined) throw new Stop('This stand-in for `code` needs a folder to open.');

  const oldest = process.env['CALL_CENTER_XML_VSCODE'] === 'oldest';
  const installation = await (oldest ? ensureOldestVsCode() : ensureVsCode());
  const given = process.env['CALL_CENTER_XML_VSIX'];
  const vscode = await startVsCode({
    tests: true,
    installation,
    settings: typeof userData === 'string' ? settingsIn(userData) : {},
    vsix: given === undefined ? [] : [given],
  });
  const browser = await openBrowser();
  try {
    return await runSuite(browser.page, vscode.address, { development, suite, folder }, vscode.ended);
  } finally {
    await browser.close();
    await vscode.stop();
  }
});

/**
 * @param {string} userData
 * @returns {Record<string, unknown>} the user settings kept there
 */
function settingsIn(userData) {
  const file = path.join(userData, 'User/settings.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} address
 * @param {{ development: string, suite: string, folder: string }} paths
 * @param {Promise<void>} serverEnded
 * @returns {Promise<number>} what the suite ends with: 0, or 1 when it rejects
 */
async function runSuite(page, address, paths, serverEnded) {
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.once('crash', () => reject(new Stop('The browser page crashed.')));
    serverEnded.then(() => reject(new Stop("VS Code's server ended before the tests did.")), reject);
    const limit = setTimeout(
      () => reject(new Stop(`The tests did not end within ${minutes} minutes; see ${failureScreenshot}.`)),
      minutes * 60_000,
    );
    limit.unref();
  });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) =>
    log(type, args),
  );

  const url = new URL(address);
  const remote = (/** @type {string} */ file) => `vscode-remote://${url.host}${path.resolve(file)}`;
  const environment = Object.entries(process.env).filter(([name]) => name.startsWith('CALL_CENTER_XML_'));
  url.searchParams.set('folder', path.resolve(paths.folder));
  url.searchParams.set(
    'payload',
    JSON.stringify([
      ['extensionDevelopmentPath', remote(paths.development)],
      ['extensionTestsPath', remote(paths.suite)],
      ['skipWelcome', 'true'],
      ['extensionEnvironment', JSON.stringify(Object.fromEntries(environment))],
    ]),
  );
  try {
    await page.goto(url.href);
    return await ended;
  } catch (error) {
    mkdirSync(path.dirname(failureScreenshot), { recursive: true });
    await page.screenshot({ path: failureScreenshot });
    throw error;
  }
}

/**
 * What the extension host prints, without the workbench's own talk.
 *
 * @param {string} type a method of `console`
 * @param {unknown[]} args
 */
function log(type, args) {
  const noise =
    /^(?:Resolv|Creating a socket|\[reconnection|\[Service Worker|\[AgentHost|\[AccountPolicy|Ignoring fetching|Updating additional builtin|Canceled|CodeExpectedError)/;
  if (noise.test(String(args[0]))) return;
  if (type === 'error' || type === 'warn') console.error(...args);
  else console.log(...args);
}
