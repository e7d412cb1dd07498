// A headless Chromium that shows VS Code's workbench and reaches nothing outside this machine.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
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
 * @param {{ readonly foreignFrames?: boolean }} [options] `foreignFrames`: pages inside the page that come from another
 *   origin may keep cookies and service workers, as those of a person's own browser usually may
 * @returns {Promise<{ page: import('playwright-core').Page, close: () => Promise<void> }>} an empty page of 1280 × 800 px
 */
export async function openBrowser({ foreignFrames = false } = {}) {
  const executablePath = chromium.find();
  if (executablePath === undefined) throw new Stop(`${chromium.name} is missing: ${chromium.help}.`);
  const launch = { executablePath, headless: true, chromiumSandbox: false, args: flags };
  const window = { viewport: { width: 1280, height: 800 } };
  if (!foreignFrames) {
    const browser = await playwright.launch(launch);
    const context = await browser.newContext(window);
    return { page: await context.newPage(), close: () => browser.close() };
  }
  const profile = mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
  mkdirSync(path.join(profile, 'Default'));
  const preferences = { profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } };
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  const context = await playwright.launchPersistentContext(profile, { ...launch, ...window });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { page: context.pages()[0] ?? (await context.newPage()), close };
}
