// The pictures of the README, from the samples, as a person sees them. Run by test/editor/pictures.mjs.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { openEditor } from './open-editor.ts';
import type { Workbench } from './workbench.ts';

const folder = 'client/images';

/** They ship, and the package has a limit: small enough together, sharp enough for text. */
const quality = 9;

interface Picture {
  readonly name: string;
  /** The part of the window that the picture shows, in px. */
  readonly clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  arrange(workbench: Workbench): Promise<void>;
}

/** The editor and what is below it, without the side bar. */
const editorPart = { x: 352, y: 36, width: 926, height: 732 };

const pictures: readonly Picture[] = [
  {
    name: 'overview',
    clip: { ...editorPart, height: 640 },
    async arrange(workbench) {
      await workbench.openFile('mistakes.xml');
      await workbench.squiggles('error').first().waitFor();
      await workbench.problems();
      await workbench.problem('internal-name').waitFor();
      await workbench.focusEditor();
      await workbench.goBehind('Wingtip_Ph');
      await workbench.quickFixes();
    },
  },
  {
    name: 'completion',
    clip: { ...editorPart, height: 520 },
    async arrange(workbench) {
      await workbench.openFile('mistakes.xml');
      await workbench.goBehind('label="Use CTI API">TRUE</item>');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.type('<item sortOrder="4" name="');
      await workbench.completions('reqSoftphoneHeight');
      await workbench.completionDocs();
    },
  },
  {
    name: 'preview',
    clip: { x: 52, y: 36, width: 1226, height: 580 },
    async arrange(workbench) {
      await openPreview(workbench, 'open-cti.xml');
      const value = inPreview(workbench, '[data-field="/reqGeneralInfo/reqUseApi"]');
      await workbench.focusEditor();
      await workbench.goBehind('label="Use CTI API">true');
      await workbench.page.keyboard.type('e');
      // Once to the first letter, and once to where the line begins, so that nothing is cut off there; then into the item.
      for (let times = 0; times < 2; times++) await workbench.page.keyboard.press('Home');
      for (let times = 0; times < 9; times++) await workbench.page.keyboard.press('ArrowRight');
      await value.locator('.problems li').waitFor();
      await inPreview(workbench, '[data-field="/reqGeneralInfo/reqUseApi"].here').waitFor();
      await value.evaluate((field) => field.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'dialing',
    clip: { x: 664, y: 36, width: 614, height: 640 },
    async arrange(workbench) {
      await openPreview(workbench, 'open-cti.xml');
      await inPreview(workbench, '[role=tab]', 'Dialing').click();
      await inPreview(workbench, 'vscode-textarea textarea').fill('95551212');
      await inPreview(workbench, '.number .problems').first().waitFor();
      await inPreview(workbench, '.number').first().getByText('Step by step').click();
      await inPreview(workbench, '.prefixes').evaluate((element) => element.scrollIntoView());
    },
  },
  {
    name: 'imported',
    clip: { ...editorPart, height: 540 },
    async arrange(workbench) {
      const { page } = workbench;
      await workbench.openFile('open-cti.xml');
      await workbench.waitForText('name="region"');
      await workbench.runCommand('Call Center: Mark as Imported');
      await workbench.pick('Those of this file, as they are now');
      await page.locator('.notification-toast', { hasText: 'keeps the fields as imported' }).waitFor();
      await workbench.runCommand('Notifications: Clear All Notifications');
      await workbench.goBehind('name="region');
      await page.keyboard.type('Name');
      await workbench.goBehind('name="recordCalls"');
      await page.keyboard.press('Control+Shift+K');
      await workbench.goTo(1, 1);
      await page.locator('.codelens-decoration', { hasText: '2 changes since the import' }).waitFor();
      await workbench.waitForText('recordCalls was here');
    },
  },
];

function inPreview({ page }: Workbench, selector: string, hasText = ''): Locator {
  const inside = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  return inside.locator(selector, { hasText });
}

const sideBar = 'View: Toggle Primary Side Bar Visibility';

/** The text on the left, the preview on the right, and nothing else. */
async function openPreview(workbench: Workbench, file: string): Promise<void> {
  const { page } = workbench;
  await workbench.openFile(file);
  await workbench.waitForText('reqInternalName');
  await workbench.runCommand(sideBar);
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  await workbench.focusEditor();
  await workbench.runCommand('Call Center: Open Preview to the Side');
  await inPreview(workbench, '[data-field="/reqGeneralInfo/reqInternalName"]').waitFor();
}

async function takeAll(): Promise<void> {
  const { workbench, close } = await openEditor('test/samples', { 'breadcrumbs.enabled': false });
  try {
    mkdirSync(folder, { recursive: true });
    const chromium = await workbench.page.context().newCDPSession(workbench.page);
    // Where the copy of the samples lies says nothing to a reader.
    await workbench.page.addStyleTag({ content: '.markers-panel .label-description { visibility: hidden }' });
    for (const { name, clip, arrange } of pictures) {
      await arrange(workbench);
      await workbench.parkMouse();
      const path = `${folder}/${name}.webp`;
      // Playwright knows no WebP, which takes a quarter less than JPEG for letters as sharp.
      const { data } = await chromium.send('Page.captureScreenshot', {
        format: 'webp',
        quality,
        clip: { ...clip, scale: 1 },
      });
      writeFileSync(path, data, 'base64');
      console.log(`${path}  ${Math.ceil(statSync(path).size / 1000)} kB`);
      await workbench.page.screenshot({ path: `test/editor/screenshots/readme-${name}.png`, clip });
      await workbench.closeAll();
      if (await workbench.page.locator('.part.sidebar').isHidden()) await workbench.runCommand(sideBar);
    }
  } finally {
    await close();
  }
}

takeAll().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
