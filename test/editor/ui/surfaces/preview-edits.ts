import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Editor } from '../open-editor.ts';
import { previewPage } from './preview-page.ts';

const secrets = `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Contoso</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Contoso</item>
    <item sortOrder="2" name="reqAdapterUrl" label="CTI Adapter URL">https://phone.contoso.example/</item>
    <item sortOrder="3" name="reqUseApi" label="Use CTI API">yes</item>
  </section>
  <section sortOrder="1" name="ContosoSettings" label="Contoso Settings">
    <item sortOrder="0" name="apiToken" label="Token">h7Gk29sLq0</item>
  </section>
</callCenter>
`;

/** What a person changes in the page of a preview. */
export function previewEdits(editor: () => Editor): void {
  const page = () => editor().workbench.page;
  const { inside, frame, nextFrames, field, tab, open, openSample, enter, inText, shows, lookAt, focused } =
    previewPage(editor);
  /**
   * Drags by the handle. Both are brought into sight first: what is scrolled between pressing the button and moving makes the
   * browser drag whatever lies under the mouse by then.
   */
  const drag = async (from: Locator, onto: Locator): Promise<void> => {
    await onto.evaluate((element) => {
      (element as unknown as { scrollIntoView(options: object): void }).scrollIntoView({ block: 'center' });
    });
    await from.locator('.grip').dragTo(onto);
  };

  test('fields and sections are moved by keyboard and by drag', async () => {
    const { workbench } = editor();
    await openSample();
    const region = field('/NorthwindSettings/region');
    await region.getByRole('button', { name: 'Move Data region down' }).focus();
    await page().keyboard.press('Enter');
    await page().keyboard.press('Enter');
    await workbench.waitFor(
      'the focus stays with the field',
      async () => (await focused()) === 'Move Data region down',
    );
    await inside()
      .locator('[data-field="/NorthwindSettings/queues"] + [data-field="/NorthwindSettings/region"]')
      .waitFor();
    await inText(/sortOrder="2" name="region"/);

    await drag(field('/NorthwindSettings/greeting'), field('/NorthwindSettings/recordCalls'));
    await inText(/sortOrder="0" name="greeting"/);
    await inside()
      .locator('[data-field="/NorthwindSettings/greeting"] + [data-field="/NorthwindSettings/recordCalls"]')
      .waitFor();

    // Into another section, and a section with all it holds.
    await drag(field('/NorthwindSettings/greeting'), field('/reqDialingOptions/reqInternationalPrefix'));
    await field('/reqDialingOptions/greeting').waitFor();
    await inside().getByRole('button', { name: 'Collapse All' }).click();
    const head = (id: string) => field(id).locator('.section-head');
    await drag(head('/NorthwindSettings'), head('/reqDialingOptions'));
    await inside().locator('[data-field="/NorthwindSettings"] + [data-field="/reqDialingOptions"]').waitFor();
    await inText(/<section sortOrder="1" name="NorthwindSettings"/);
  });

  test('Ctrl+Z in the page undoes what was done there, and Ctrl+Shift+Z and Ctrl+Y do it again', async () => {
    const { workbench } = editor();
    await openSample();
    const name = '/reqGeneralInfo/reqDisplayName';
    const input = field(name).locator('input');
    await enter();
    await input.fill('Northwind Desk');
    // Nothing is in the text yet: the control undoes by itself.
    await page().keyboard.press('Control+Z');
    await shows(name, 'Northwind Softphone');
    await input.fill('Northwind Desk');
    await page().keyboard.press('Enter');
    // The page has it from the text.
    await inside().getByRole('heading', { name: 'Northwind Desk' }).waitFor();
    await page().keyboard.press('Control+Z');
    await shows(name, 'Northwind Softphone');
    await workbench.waitFor('the page has the focus again', async () => (await focused()) === 'Display Name');
    await page().keyboard.press('Control+Shift+Z');
    await shows(name, 'Northwind Desk');
    await workbench.waitFor('the page has the focus again', async () => (await focused()) === 'Display Name');
    await page().keyboard.press('Control+Z');
    await shows(name, 'Northwind Softphone');
    await workbench.waitFor('the page has the focus again', async () => (await focused()) === 'Display Name');
    await page().keyboard.press('Control+Y');
    await shows(name, 'Northwind Desk');
    await inText(/>Northwind Desk</);
  });

  test('a page that the editor has left without the focus takes it, where it was, once the person is back', async () => {
    const { workbench } = editor();
    await openSample();
    await enter();
    await field('/reqGeneralInfo/reqDisplayName').locator('input').focus();
    await workbench.focusEditor();
    assert.equal(await focused(), '');
    // As after a step of the history whose focus VS Code has lost on the way.
    const there = await frame();
    await there.evaluate(() => {
      const { postMessage } = globalThis as unknown as { postMessage(message: object): void };
      postMessage({ type: 'back' });
    });
    await workbench.waitFor('the page has the focus', async () => (await focused()) === 'Display Name');
  });

  test('fields and sections are added from the catalog or under names of one’s own, and removed', async () => {
    const { workbench } = editor();
    await openSample();
    await field('/reqDialingOptions').getByRole('button', { name: 'Remove Dialing Options', exact: true }).click();
    await field('/reqDialingOptions').waitFor({ state: 'detached' });
    await workbench.waitFor('the focus is beside', async () => (await focused()) === 'Remove Northwind Settings');
    const addSection = inside().locator('.setup > .adder');
    await addSection.locator('summary').click();
    await addSection.locator('select').selectOption('reqDialingOptions');
    await addSection.getByRole('button', { name: 'Add' }).click();
    await field('/reqDialingOptions').waitFor();

    const addField = field('/reqGeneralInfo').locator('.adder');
    await addField.locator('summary').click();
    await addField.locator('select').selectOption('reqCanvasNamespace');
    await addField.getByRole('button', { name: 'Add' }).click();
    await field('/reqGeneralInfo/reqCanvasNamespace').waitFor();
    await workbench.waitFor('the focus is in the new field', async () => (await focused()) === 'Canvas Namespace');
    await page().keyboard.type('northwind');
    await page().keyboard.press('Enter');
    await inText(/name="reqCanvasNamespace".*>northwind</);

    const own = field('/NorthwindSettings').locator('.adder');
    await own.locator('summary').click();
    await own.locator('vscode-textfield[name=name] input').fill('wrapUp');
    await own.locator('vscode-textfield[name=label] input').fill('Wrap-up');
    // Also once something is typed it can be seen what goes where.
    for (const name of ['Name', 'Label']) await own.getByText(name, { exact: true }).waitFor({ timeout: 5000 });
    await own.scrollIntoViewIfNeeded();
    await lookAt('preview-add');
    await own.getByRole('button', { name: 'Add' }).click();
    await field('/NorthwindSettings/wrapUp').waitFor();
    await inText(/name="wrapUp" label="Wrap-up"/);
    await field('/NorthwindSettings/wrapUp').getByRole('button', { name: 'Remove Wrap-up' }).click();
    await field('/NorthwindSettings/wrapUp').waitFor({ state: 'detached' });
  });

  test('an edit takes nobody back into the page who has gone on to the text', async () => {
    const { workbench } = editor();
    await openSample();
    await workbench.focusEditor();
    const remove = field('/reqDialingOptions').getByRole('button', { name: 'Remove Dialing Options', exact: true });
    // As if the text had been gone to before the edit was made.
    await remove.evaluate((button) => (button as unknown as { click(): void }).click());
    await field('/reqDialingOptions').waitFor({ state: 'detached' });
    await nextFrames();
    assert.equal(await focused(), '');
    await workbench.goBehind('Northwind Softphone');
    await page().keyboard.type(' 7');
    await shows('/reqGeneralInfo/reqDisplayName', 'Northwind Softphone 7');
  });

  test('an edit takes nobody back who has gone on in the page before it was made', async () => {
    const { workbench } = editor();
    await openSample();
    await enter();
    const there = await frame();
    // Sooner than any edit is made.
    await there.evaluate(() => {
      interface Element {
        focus(): void;
        click(): void;
      }
      const { document } = globalThis as unknown as { document: { querySelector(selector: string): Element } };
      const remove = document.querySelector('[aria-label="Remove Data region"]');
      remove.focus();
      remove.click();
      document.querySelector('[aria-label="Move Greeting up"]').focus();
    });
    await field('/NorthwindSettings/region').waitFor({ state: 'detached' });
    await inside().getByRole('status').getByText('The text was changed.').waitFor();
    await nextFrames();
    assert.equal(await focused(), 'Move Greeting up');
    // Who has not gone anywhere is taken beside it.
    const other = inside().getByRole('button', { name: 'Remove Record calls' });
    await other.focus();
    await page().keyboard.press('Enter');
    await workbench.waitFor('the focus is beside', async () => /^Remove Queues/.test(await focused()));
  });

  test('a secret is masked until it is revealed, and a problem leads to its fixes', async () => {
    const { workbench, folder } = editor();
    writeFileSync(path.join(folder, 'contoso.xml'), secrets);
    await open('contoso.xml', 'reqInternalName');
    const token = field('/ContosoSettings/apiToken');
    await token.getByRole('button', { name: 'Reveal Token' }).waitFor();
    const there = await frame();
    assert.doesNotMatch(await there.content(), /h7Gk29sLq0/);
    await token.getByRole('button', { name: 'Reveal Token' }).click();
    await shows('/ContosoSettings/apiToken', 'h7Gk29sLq0');
    await token.getByRole('button', { name: 'Hide Token' }).click();
    await token.getByRole('button', { name: 'Reveal Token' }).waitFor();
    await tab('Settings').click();
    await inside().locator('.text', { hasText: 'apiToken' }).waitFor();
    assert.doesNotMatch(await there.content(), /h7Gk29sLq0/);
    await tab('Setup Page').click();

    const problem = field('/reqGeneralInfo/reqUseApi').locator('.problems li').first();
    await problem.getByRole('button', { name: 'Quick Fix' }).click();
    const fixes = page().locator('.action-widget .monaco-list-row.action');
    await fixes.first().waitFor();
    await fixes.filter({ hasText: 'true' }).first().click();
    await workbench.parkMouse();
    await problem.waitFor({ state: 'detached' });
    await inText(/name="reqUseApi".*>true</);
  });

  test('a metadata file is shown and edited like any other', async () => {
    const { workbench, folder } = editor();
    const name = 'Litware.callCenter-meta.xml';
    copyFileSync(`test/fixtures/ok/${name}`, path.join(folder, name));
    await open(name, 'displayName');
    const display = inside().locator('[data-field="<displayName>"] input');
    await display.fill('Litware & Sons');
    await display.press('Enter');
    await inText(/<displayName>Litware &amp; Sons</);
    await inside().getByRole('heading', { name: 'Litware & Sons' }).waitFor();
    await lookAt('preview-metadata');
    await workbench.focusEditor();
    await page().keyboard.press('Control+Z');
    await inside().getByRole('heading', { name: 'Litware & Sons' }).waitFor({ state: 'detached' });
  });

  test('what a metadata file says beside its items has a label, or can be removed', async () => {
    const { workbench, folder } = editor();
    const name = 'Litware.callCenter-meta.xml';
    const text = readFileSync(`test/fixtures/ok/${name}`, 'utf8');
    writeFileSync(
      path.join(folder, name),
      text.replace('&quot;reqUseApi', '&quot;reqTimeout&quot;:&quot;5000&quot;,$&'),
    );
    await open(name, 'displayName');
    await enter();
    await inside().getByRole('button', { name: 'Edit the label of Display Name' }).click();
    const label = inside().locator('[data-field="<displayName>"] .name input');
    await label.fill('Shown as');
    await label.press('Enter');
    await inText(/<displayNameLabel>Shown as</);
    await inside().getByRole('button', { name: 'Remove reqTimeout' }).click();
    await inside().locator('[data-field="{reqTimeout}"]').waitFor({ state: 'detached' });
    await workbench.waitFor('the focus is beside', async () => (await focused()) === 'Edit the label of Shown as');
    assert.equal(await inside().getByRole('button', { name: 'Remove Shown as' }).count(), 0);
  });
}
