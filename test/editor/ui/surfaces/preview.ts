import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';
import { previewPage } from './preview-page.ts';

/** What each tab of the preview shows, and how it and the text follow each other. */
export function preview(editor: () => Editor): void {
  const page = () => editor().workbench.page;
  const { inside, field, tab, openSample, enter, inText, shows, lookAt } = previewPage(editor);

  test('the preview shows the Setup page beside the text, and both follow each other', async () => {
    const { workbench } = editor();
    await openSample();
    await shows('/reqGeneralInfo/reqInternalName', 'NorthwindSoftphone');
    await lookAt('preview-setup');

    // In the page, then in the text.
    await enter();
    const shown = field('/reqGeneralInfo/reqDisplayName').locator('input');
    await shown.fill('Northwind <Desk> & Co');
    await shown.press('Enter');
    await inText(/Northwind &lt;Desk> &amp; Co/);
    // Undone in the text, then in the page.
    await page().keyboard.press('Control+Z');
    await shows('/reqGeneralInfo/reqDisplayName', 'Northwind Softphone');
    await workbench.goBehind('>NorthwindSoftphone');
    await page().keyboard.type('2');
    await shows('/reqGeneralInfo/reqInternalName', 'NorthwindSoftphone2');
    await inside().locator('[data-field="/reqGeneralInfo/reqInternalName"][data-cursor]').waitFor();
    assert.equal((await workbench.lines()).filter((line) => line.includes('NorthwindSoftphone2')).length, 1);
    // A click on a field leads to its text.
    await field('/reqGeneralInfo/reqUseApi').locator('.key').click();
    await page().locator('.editor-instance .active-line-number', { hasText: /^8$/ }).waitFor();
  });

  test('the softphone is drawn to scale, and its corner changes the text', async () => {
    const { workbench } = editor();
    await openSample();
    await tab('Softphone').click();
    const frames = inside().locator('.frame');
    await frames.first().locator('svg').first().waitFor();
    assert.equal(await frames.count(), 2);
    await frames.first().getByRole('heading', { name: 'In the footer of a console' }).waitFor();
    assert.match((await frames.nth(1).textContent()) ?? '', /https:\/\/softphone\.northwind\.example/);
    const [inClassic, inLightning] = await Promise.all([frames.nth(0).boundingBox(), frames.nth(1).boundingBox()]);
    assert.equal(inClassic?.y, inLightning?.y, 'both are side by side');
    // Bounds are documented for Lightning Experience only.
    assert.equal(await inside().locator('.bounds').count(), 1);
    assert.match((await frames.nth(1).locator('.bounds').textContent()) ?? '', /1920 × 2560.*380 × 520.*200 × 240/s);
    await lookAt('preview-softphone');
    await frames.nth(1).locator('.bounds').scrollIntoViewIfNeeded();
    await lookAt('preview-softphone-lightning');

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
    // What Salesforce would refuse is refused here, with the reason; in the text it can be written, and is drawn as it is.
    const height = inside().locator('[data-size=height] input');
    await height.fill('100');
    await height.press('Enter');
    await inside().locator('.banner', { hasText: '240 to 2560 pixels' }).waitFor();
    await inside().getByRole('button', { name: 'Dismiss' }).click();
    // The editor may learn only now that the page had the focus, and go back to it.
    const height520 = page().locator('.editor-group-container.active .view-line', { hasText: '>520' });
    await workbench.until(height520, () => workbench.focusEditor(), 'the text is worked on');
    await workbench.goBehind('>520');
    await page().keyboard.type('0');
    await inside().getByText('This size is outside of what is allowed.').waitFor();
    await page().keyboard.press('Backspace');
    await inside().getByText('This size is outside of what is allowed.').waitFor({ state: 'detached' });
    await inside().getByLabel('Shown in').selectOption('Classic');
    await inside()
      .getByText(/^Not shown in Lightning Experience/)
      .waitFor();
    await inText(/>Classic</);
  });

  test('numbers are dialled rule by rule, and the prefixes of a country are one click away', async () => {
    await openSample();
    await tab('Dialing').click();
    await inside().locator('vscode-textarea textarea').fill('(415) 555-1212\n95551212\n+44 20 7946 0958\nno number');
    await inside().locator('.number').nth(3).waitFor();
    await inside().locator('.number').first().getByText('Step by step').click();
    await inside().locator('.number').first().locator('.steps .badge').first().waitFor();
    await lookAt('preview-dialing');
    await inside().locator('.number').nth(1).scrollIntoViewIfNeeded();
    await lookAt('preview-dialing-numbers');
    await inside().getByLabel('You are in').selectOption('US');
    await inside().getByRole('button', { name: 'Write These Prefixes' }).click();
    await inside().getByText('The definition has these prefixes.').waitFor();
    await inText(/reqInternationalPrefix.*>011</);
  });

  test('what an adapter gets is shown, copied and opened as a document', async () => {
    const { workbench } = editor();
    await openSample();
    await tab('Settings').click();
    await inside().locator('.text', { hasText: '/reqGeneralInfo/reqInternalName' }).waitFor();
    await lookAt('preview-settings');
    await inside().getByLabel('Show as').selectOption('declaration');
    await inside().getByRole('button', { name: 'Open as Document' }).click();
    await workbench.tab('Untitled-1');
    await workbench.waitForText('reqInternalName');
  });
}
