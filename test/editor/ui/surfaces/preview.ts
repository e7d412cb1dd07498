import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Frame, FrameLocator, Locator } from 'playwright-core';
import type { Editor } from '../open-editor.ts';
import type { Theme } from '../themes.ts';

/** Text that a page would carry out if it were taken for anything but text. */
const hostile = `<?xml version="1.0" encoding="UTF-8"?>
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="&lt;script&gt;document.title='owned'&lt;/script&gt;">
    <item sortOrder="0" name="reqInternalName" label="&lt;img src=x onerror=document.title='owned'&gt;">Hostile</item>
    <item sortOrder="1" name="reqDisplayName" label="\${document.title='owned'} {{7*7}}">&lt;/div&gt;&lt;svg onload=alert(1)&gt;</item>
    <item sortOrder="2" name="reqAdapterUrl" label="URL">javascript:document.title='owned'</item>
    <item sortOrder="3" name="reqUseApi" label="שם בעברית">true</item>
    <item sortOrder="4" name="reqSalesforceCompatibilityMode" label="Mode">Lightning</item>
  </section>
</callCenter>
`;

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

export function preview(editor: () => Editor): void {
  const page = () => editor().workbench.page;
  /** The page inside of the panel. */
  const inside = (): FrameLocator => page().frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const frame = async (): Promise<Frame> => {
    const element = await inside().locator('#page').elementHandle();
    const found = await element?.ownerFrame();
    assert.ok(found, 'the page of the preview is there');
    return found;
  };
  const field = (id: string): Locator => inside().locator(`[data-field="${id}"]`);
  const tab = (name: string): Locator => inside().getByRole('tab', { name });
  const open = async (file: string, text: string): Promise<void> => {
    await editor().workbench.openFile(file);
    await editor().workbench.waitForText(text);
    await editor().workbench.until(
      inside().getByRole('tablist'),
      async () => {
        await page().keyboard.press('Control+K');
        await page().keyboard.press('v');
      },
      'the preview is open',
    );
  };
  /** Waits until the text beside the page holds something; the lines in view are those of the editor with the focus. */
  const inText = async (pattern: RegExp): Promise<void> => {
    await editor().workbench.focusEditor();
    await editor().workbench.waitFor(`the text holds ${pattern.source}`, async () =>
      (await editor().workbench.lines()).some((line) => pattern.test(line)),
    );
  };
  const colours = async (theme: Theme): Promise<void> => {
    const mark = { light: 'vscode-light', dark: 'vscode-dark', 'high-contrast': 'vscode-high-contrast' }[theme];
    await inside().locator(`body.${mark}`).waitFor();
  };
  /** What axe-core objects to in the page. */
  const violations = async (): Promise<readonly string[]> => {
    const there = await frame();
    await there.evaluate(axe);
    return there.evaluate(async () => {
      const { axe: loaded } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
      };
      const { violations: found } = await loaded.run();
      return found.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
    });
  };

  test('the preview shows the Setup page beside the text, and both follow each other', async () => {
    const { workbench } = editor();
    await open('open-cti.xml', 'reqInternalName');
    const name = field('/reqGeneralInfo/reqInternalName').locator('input');
    await workbench.waitFor(
      'the internal name is shown',
      async () => (await name.inputValue()) === 'NorthwindSoftphone',
    );
    await workbench.parkMouse();
    await workbench.picture('preview-setup', colours);
    assert.deepEqual(await violations(), []);

    // In the page, then in the text.
    const shown = field('/reqGeneralInfo/reqDisplayName').locator('input');
    await shown.fill('Northwind <Desk> & Co');
    await shown.press('Enter');
    await inText(/Northwind &lt;Desk> &amp; Co/);
    // Undone in the text, then in the page.
    await workbench.focusEditor();
    await page().keyboard.press('Control+Z');
    await workbench.waitFor('the old name is back', async () => (await shown.inputValue()) === 'Northwind Softphone');
    await workbench.goBehind('>NorthwindSoftphone');
    await page().keyboard.type('2');
    await workbench.waitFor('the typed name is shown', async () => (await name.inputValue()) === 'NorthwindSoftphone2');
    await inside().locator('[data-field="/reqGeneralInfo/reqInternalName"][data-cursor]').waitFor();
    assert.deepEqual((await workbench.lines()).filter((line) => line.includes('NorthwindSoftphone2')).length, 1);
  });

  test('the softphone is drawn to scale, and its corner changes the text', async () => {
    const { workbench } = editor();
    await open('open-cti.xml', 'reqInternalName');
    await tab('Softphone').click();
    const frames = inside().locator('.frame');
    await frames.first().locator('svg').waitFor();
    assert.equal(await frames.count(), 2);
    assert.match((await frames.nth(1).textContent()) ?? '', /https:\/\/softphone\.northwind\.example/);
    await workbench.parkMouse();
    await workbench.picture('preview-softphone', colours);
    assert.deepEqual(await violations(), []);

    const corner = frames.first().locator('.corner');
    await corner.focus();
    await page().keyboard.press('ArrowRight');
    await inText(/reqSoftphoneWidth.*>390</);
    await corner.scrollIntoViewIfNeeded();
    const box = await corner.boundingBox();
    assert.ok(box);
    await page().mouse.move(box.x + 8, box.y + 8);
    await page().mouse.down();
    await page().mouse.move(box.x + 38, box.y + 8, { steps: 3 });
    await page().mouse.up();
    await inText(/reqSoftphoneWidth.*>4\d\d</);
    await inside().getByLabel('Shown in').selectOption('Classic');
    await inside()
      .getByText(/^Not shown in Lightning Experience/)
      .waitFor();
    await inText(/>Classic</);
  });

  test('numbers are dialled rule by rule, and the prefixes of a country are one click away', async () => {
    const { workbench } = editor();
    await open('open-cti.xml', 'reqInternalName');
    await tab('Dialing').click();
    await inside().locator('vscode-textarea textarea').fill('(415) 555-1212\n95551212\n+44 20 7946 0958\nno number');
    await inside().locator('.number').nth(3).waitFor();
    await inside().locator('.number').first().getByText('Step by step').click();
    await inside().locator('.number').first().locator('.steps .badge').first().waitFor();
    await workbench.parkMouse();
    await workbench.picture('preview-dialing', colours);
    assert.deepEqual(await violations(), []);
    await inside().getByLabel('You are in').selectOption('US');
    await inside().getByRole('button', { name: 'Write These Prefixes' }).click();
    await inside().getByText('The definition has these prefixes.').waitFor();
    await inText(/reqInternationalPrefix.*>011</);
  });

  test('what an adapter gets is shown, copied and opened as a document', async () => {
    const { workbench } = editor();
    await open('open-cti.xml', 'reqInternalName');
    await tab('Settings').click();
    await inside().locator('.text', { hasText: '/reqGeneralInfo/reqInternalName' }).waitFor();
    await workbench.parkMouse();
    await workbench.picture('preview-settings', colours);
    assert.deepEqual(await violations(), []);
    await inside().getByLabel('Show as').selectOption('declaration');
    await inside().getByRole('button', { name: 'Open as Document' }).click();
    await workbench.tab('Untitled-1');
    await workbench.waitForText('reqInternalName');
  });

  test('text of a definition is text in the preview, whatever it looks like', async () => {
    const { workbench, folder } = editor();
    writeFileSync(path.join(folder, 'hostile.xml'), hostile);
    await open('hostile.xml', 'reqInternalName');
    await inside().getByText("<script>document.title='owned'</script>").first().waitFor();
    await inside().getByText("<img src=x onerror=document.title='owned'>").first().waitFor();
    await inside().getByText(`\${document.title='owned'} {{7*7}}`).first().waitFor();
    const there = await frame();
    assert.notEqual(await there.title(), 'owned');
    assert.equal(await inside().locator('#page script, #page img, #page [onerror], #page svg[onload]').count(), 0);
    assert.equal(await inside().locator('#page a[href]').count(), 0);
    await workbench.parkMouse();
    await workbench.screenshot('preview-hostile');
    for (const name of ['Softphone', 'Dialing', 'Settings']) {
      await tab(name).click();
      assert.notEqual(await there.title(), 'owned');
    }
  });

  test('broken text leaves the last state in sight, dimmed, and leads to the error', async () => {
    const { workbench } = editor();
    await open('open-cti.xml', 'reqInternalName');
    await field('/reqGeneralInfo/reqInternalName').waitFor();
    await workbench.focusEditor();
    await workbench.goBehind('<callCenter>');
    await page().keyboard.type('<section');
    const error = inside().locator('.banner.error');
    await error.waitFor();
    await inside().locator('.outdated [data-field="/reqGeneralInfo/reqInternalName"]').waitFor();
    await workbench.screenshot('preview-broken');
    await workbench.focusEditor();
    await page().keyboard.press('Control+Z');
    await error.waitFor({ state: 'detached' });
  });

  test('a preview is there again when the window is loaded anew', async () => {
    const { workbench } = editor();
    await open('open-cti.xml', 'reqInternalName');
    await field('/reqGeneralInfo/reqInternalName').waitFor();
    await tab('Softphone').click();
    await inside().locator('[role=tab][aria-selected=true]', { hasText: 'Softphone' }).waitFor();
    // As a person does it: what is open is written down first.
    await Promise.all([page().waitForEvent('load'), workbench.runCommand('Developer: Reload Window')]);
    await page().locator('.monaco-workbench .part.statusbar').waitFor();
    await new Promise((r) => setTimeout(r, 20000));
    await inside().locator('[role=tab][aria-selected=true]', { hasText: 'Softphone' }).waitFor();
    await tab('Setup Page').click();
    await field('/reqGeneralInfo/reqInternalName').waitFor();
    await workbench.parkMouse();
  });
}
