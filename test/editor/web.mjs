// Runs the suite of test/editor/web in VS Code as a web page, with a folder in memory and a worker; a headless browser
// shows it.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from '../tools/browser.mjs';
import { note, Stop } from '../tools/say.mjs';
import { serveWebPage, webBuilds } from './web-page.mjs';

const minutes = 9;
const screenshots = 'test/editor/screenshots';

/** @typedef {'memory' | 'read-only'} Workspace what the page opens: a folder whose changes stay in memory, or one that can neither be written nor searched */

/** @type {Readonly<Record<(typeof webBuilds)[number]['name'], readonly Workspace[]>>} */
const workspaces = { 'web-oldest': ['memory'], 'web-newest': ['memory', 'read-only'] };

/** @returns {Promise<import('../tools/rings.mjs').Counts>} */
export async function runWebSuites() {
  let passed = 0;
  let failed = 0;
  for (const build of webBuilds) {
    for (const workspace of workspaces[build.name]) {
      note(
        `as a web page, in VS Code ${build.version}, with a folder that is ${workspace === 'memory' ? 'in memory' : workspace}:`,
      );
      const counts = await runWebSuite(build, workspace);
      passed += counts.passed;
      failed += counts.failed;
    }
  }
  return { passed, failed };
}

/**
 * @param {(typeof webBuilds)[number]} build
 * @param {Workspace} workspace
 * @returns {Promise<import('../tools/rings.mjs').Counts>}
 */
async function runWebSuite(build, workspace) {
  const served = await serveWebPage(build, (copy) => ({
    // In the extension's folder: a page runs tests of an extension from there only.
    extensionTestsPath: copy('dist/test/editor/web/index.js', 'extension/suite/index.js'),
    ...(workspace === 'memory'
      ? { folderPath: copy('test/editor/workspace', 'workspace') }
      : { folderUri: 'read-only:/project', extensionPaths: [path.resolve('test/editor/web/read-only-fs')] }),
  }));
  try {
    const browser = await openBrowser({ foreignFrames: true });
    try {
      return await watchPage(browser.page, served.address, workspace, `${build.version}-${workspace}`);
    } finally {
      await browser.close();
    }
  } finally {
    served.close();
  }
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
    // Ours and nobody else's: other tests before this one look at rendered Markdown.
    const ours = 'iframe.webview.ready[src*="extensionId=call-center-xml.call-center-xml"]';
    const frame = page.frameLocator(ours).last().frameLocator('iframe#active-frame');
    await frame.getByText('Phone in a Browser').first().waitFor({ timeout });
    seen = true;
    await page.locator('.tab', { hasText: 'Preview' }).first().click({ button: 'middle' });
  };
  const memory = workspace === 'memory';
  (memory ? closePreview : closeRefusal)().catch((error) => {
    // Where the page was closed before, the tests inside have failed, and say so.
    if (!page.isClosed()) note(`✖ the page › ${error instanceof Error ? error.message : String(error)}`);
  });
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
