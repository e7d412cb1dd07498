import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';
import { previewPage, sample } from './preview-page.ts';

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

/** Sections with so many fields each. */
function largeDefinition(count: number, fields: number): string {
  const sections = Array.from({ length: count }, (_, section) => {
    const items = Array.from(
      { length: fields },
      (_, item) =>
        `    <item sortOrder="${item}" name="item${item}" label="Item ${item}">value ${section}-${item}</item>`,
    );
    return `  <section sortOrder="${section}" name="section${section}" label="Section ${section}">\n${items.join('\n')}\n  </section>`;
  });
  return `<callCenter>\n${sections.join('\n')}\n</callCenter>\n`;
}

/** The preview of what is broken, hostile, very large, or another definition by now. */
export function previewStates(editor: () => Editor): void {
  const page = () => editor().workbench.page;
  const { inside, frame, field, tab, open, openSample, enter, shows } = previewPage(editor);
  const write = (name: string, text: string) => writeFileSync(path.join(editor().folder, name), text);

  const inView = (id: string) =>
    editor().workbench.waitFor(`${id} is in sight`, () =>
      field(id).evaluate((element) => {
        const { innerHeight } = globalThis as unknown as { innerHeight: number };
        const { top, bottom } = element.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      }),
    );
  /** Sets the cursor of the text behind the first occurrence of something in all of it. */
  const goBehind = async (text: string, mark: string): Promise<void> => {
    const before = text.slice(0, text.indexOf(mark) + mark.length).split('\n');
    await editor().workbench.focusEditor();
    await editor().workbench.goTo(before.length, (before.at(-1) ?? '').length + 1);
  };

  test('text of a definition is text in the preview, whatever it looks like', async () => {
    const { workbench } = editor();
    write('hostile.xml', hostile);
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

  test('the page runs and loads nothing but its own script and style sheet', async () => {
    await openSample();
    const there = await frame();
    await there.evaluate(() => {
      interface Element {
        textContent: string;
        src: string;
        click(): void;
        setAttribute(name: string, value: string): void;
        append(element: Element): void;
      }
      const { document, addEventListener } = globalThis as unknown as {
        document: { body: Element; createElement(name: string): Element };
        addEventListener(type: string, hear: (event: { readonly effectiveDirective: string }) => void): void;
      };
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        document.body.setAttribute(`data-refused-${effectiveDirective}`, '');
      });
      const add = (name: string, change: (element: Element) => void): void => {
        const element = document.createElement(name);
        change(element);
        document.body.append(element);
      };
      add('script', (script) => {
        script.textContent = "document.title = 'owned'";
      });
      add('button', (button) => {
        button.setAttribute('onclick', "document.title = 'owned'");
        button.setAttribute('style', 'color: red');
        button.click();
      });
      add('img', (img) => {
        img.src = 'https://elsewhere.example/x.png';
      });
      add('iframe', (inner) => {
        inner.src = 'https://elsewhere.example/';
      });
      void fetch('https://elsewhere.example/').catch(() => undefined);
    });
    const directives = ['script-src-elem', 'script-src-attr', 'style-src-attr', 'img-src', 'frame-src', 'connect-src'];
    for (const directive of directives) {
      await inside().locator(`body[data-refused-${directive}]`).waitFor();
    }
    assert.notEqual(await there.title(), 'owned');
  });

  test('broken text leaves the last state in sight, dimmed, and leads to the error', async () => {
    const { workbench } = editor();
    await openSample();
    await field('/reqGeneralInfo/reqInternalName').waitFor();
    await workbench.goBehind('<callCenter>');
    await page().keyboard.type('<section');
    const error = inside().locator('.banner.error');
    await error.waitFor();
    await inside().locator('.outdated [data-field="/reqGeneralInfo/reqInternalName"]').waitFor();
    assert.equal(await inside().getByRole('button', { name: 'Remove Data region' }).count(), 0);
    await workbench.closeCompletions();
    // Nothing is in front of it.
    await inside().getByRole('button', { name: 'Go to the Error' }).click({ trial: true });
    await workbench.screenshot('preview-broken');
    await workbench.goTo(1, 1);
    await inside().getByRole('button', { name: 'Go to the Error' }).click();
    await page()
      .locator('.editor-instance .active-line-number', { hasText: /^[34]$/ })
      .waitFor();
    await workbench.focusEditor();
    await page().keyboard.press('Control+Z');
    await error.waitFor({ state: 'detached' });
  });

  test('a preview follows the active definition until it is locked to one', async () => {
    const { workbench } = editor();
    await openSample();
    await shows('/reqGeneralInfo/reqInternalName', 'NorthwindSoftphone');
    await page().keyboard.press('Control+1');
    await workbench.openFile('partner-telephony.xml');
    await shows('/reqGeneralInfo/reqInternalName', 'FabrikamVoice');
    await inside().getByText('partner-telephony.xml · Follows the active definition').waitFor();
    await enter();
    await workbench.runCommand('Toggle Preview Lock');
    await inside().getByText('Locked to partner-telephony.xml').waitFor();
    await page().keyboard.press('Control+1');
    await workbench.openFile(sample);
    await workbench.waitForText('NorthwindSoftphone');
    await shows('/reqGeneralInfo/reqInternalName', 'FabrikamVoice');
    await enter();
    await workbench.runCommand('Toggle Preview Lock');
    await workbench.focusEditor();
    await shows('/reqGeneralInfo/reqInternalName', 'NorthwindSoftphone');
    await workbench.openFile('cti-toolkit.xml');
    await inside().getByText('cti-toolkit.xml · Follows the active definition').waitFor();
    await tab('Softphone').click();
    await inside()
      .getByText(/found by its ProgID/)
      .waitFor();
  });

  test('each tab begins at its top, and is where it was left when a person comes back', async () => {
    const { workbench } = editor();
    await openSample();
    const there = await frame();
    const scrolled = () => there.evaluate(() => (globalThis as unknown as { scrollY: number }).scrollY);
    // A click of Playwright's scrolls by itself towards what stays in sight.
    const choose = (name: string) => tab(name).dispatchEvent('click');
    await field('/NorthwindSettings/greeting').scrollIntoViewIfNeeded();
    const left = await scrolled();
    assert.ok(left > 100);
    await choose('Softphone');
    await inside().locator('.frame').first().waitFor();
    await workbench.waitFor('the softphone is seen from its top', async () => (await scrolled()) === 0);
    await choose('Setup Page');
    await workbench.waitFor('the Setup page is where it was left', async () => (await scrolled()) === left);
    await choose('Softphone');
    await page().keyboard.press('Control+1');
    await workbench.openFile('partner-telephony.xml');
    await inside().getByText('partner-telephony.xml · Follows the active definition').waitFor();
    await choose('Setup Page');
    await field('/reqGeneralInfo/reqInternalName').waitFor();
    assert.equal(await scrolled(), 0, 'another definition is seen from its top');
  });

  test('a preview of ten thousand fields draws those in sight, and follows the text', async () => {
    const { workbench } = editor();
    const text = largeDefinition(100, 100);
    write('large.xml', text);
    await open('large.xml', 'section0');
    const fields = inside().locator('.field');
    await inside().getByText('Section 99').waitFor();
    assert.equal(await fields.count(), 0);
    await field('/section0').getByRole('button', { name: 'Section 0', exact: true }).click();
    await shows('/section0/item0', 'value 0-0');
    await workbench.focusEditor();
    await workbench.goBehind('>value 0-0');
    await page().keyboard.type('7');
    await shows('/section0/item0', 'value 0-07');

    await inside().getByRole('button', { name: 'Expand All' }).click();
    await field('/section99').scrollIntoViewIfNeeded();
    await inside().locator('[data-field="/section99/item0"]').waitFor();
    await inside().locator('[data-field="/section0/item0"]').waitFor({ state: 'detached' });
    assert.ok((await fields.count()) < 1500, 'what is far out of sight is drawn no more');
    await workbench.screenshot('preview-large');
    // Also into a section that is open, but not drawn.
    await goBehind(text, 'value 50-60');
    await inside().locator('[data-field="/section50/item60"][data-cursor]').waitFor();
    await inView('/section50/item60');
  });

  test('a section of three thousand fields draws those in sight, and goes where the cursor and an edit go', async () => {
    const text = largeDefinition(1, 3000);
    write('long.xml', text);
    await open('long.xml', 'section0');
    await inside().getByRole('button', { name: 'Section 0', exact: true }).click();
    await shows('/section0/item0', 'value 0-0');
    const fields = inside().locator('.field');
    assert.ok((await fields.count()) < 300, 'what is out of sight is not drawn');

    await goBehind(text, 'value 0-1500');
    await page().keyboard.type('7');
    await shows('/section0/item1500', 'value 0-15007');
    await inView('/section0/item1500');

    const adder = field('/section0').locator('.adder');
    await adder.locator('summary').click();
    await adder.locator('vscode-textfield[name=name] input').fill('lastOfAll');
    await adder.getByRole('button', { name: 'Add' }).click();
    await shows('/section0/lastOfAll', '');
    await inView('/section0/lastOfAll');
    assert.ok((await fields.count()) < 500);
  });

  test('a preview is there again when the window is loaded anew', async () => {
    const { workbench } = editor();
    await openSample();
    await field('/reqGeneralInfo/reqInternalName').waitFor();
    await tab('Softphone').click();
    await inside().locator('[role=tab][aria-selected=true]', { hasText: 'Softphone' }).waitFor();
    // As a person does it: what is open is written down first.
    await Promise.all([page().waitForEvent('load'), workbench.runCommand('Developer: Reload Window')]);
    await page().locator('.monaco-workbench .part.statusbar').waitFor();
    await inside().locator('[role=tab][aria-selected=true]', { hasText: 'Softphone' }).waitFor();
    await tab('Setup Page').click();
    await shows('/reqGeneralInfo/reqInternalName', 'NorthwindSoftphone');
    await workbench.parkMouse();
  });
}
