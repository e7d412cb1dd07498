// A headless Chromium that shows VS Code's workbench and reaches nothing outside this machine.
import { chromium as playwright } from 'playwright-core';
import { chromium } from './requirements.mjs';
import { Stop } from './say.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Every look-up of another machine fails at once.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
];

/**
 * @returns {Promise<{ page: import('playwright-core').Page, close: () => Promise<void> }>} an empty page of 1280 × 800 px
 */
export async function openBrowser() {
  const executablePath = chromium.find();
  if (executablePath === undefined) throw new Stop(`${chromium.name} is missing: ${chromium.help}.`);
  const browser = await playwright.launch({ executablePath, headless: true, chromiumSandbox: false, args: flags });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  return { page: await context.newPage(), close: () => browser.close() };
}
