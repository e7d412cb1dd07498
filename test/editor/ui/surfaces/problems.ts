import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';

export function problems(editor: () => Editor): void {
  test('problems are marked, listed with their rule, and go when a quick fix has mended the text', async () => {
    const { workbench } = editor();
    await workbench.openFile('mistakes.xml');
    await workbench.squiggles('error').first().waitFor();
    await workbench.squiggles('warning').first().waitFor();
    await workbench.problems();
    const name = workbench.problem('internal-name');
    await name.waitFor();
    assert.match((await name.textContent()) ?? '', /Wingtip_Phone.*1 to 40 letters.*call-center-xml.*\[Ln 5, Col 74\]/);
    for (const rule of ['xml-syntax', 'invalid-boolean', 'misspelt-name']) await workbench.problem(rule).waitFor();
    await workbench.parkMouse();
    await workbench.picture('problems');

    await workbench.focusEditor();
    await workbench.goBehind('Wingtip_Ph');
    assert.equal((await workbench.quickFixes())[0], 'Change it to WingtipPhone');
    await workbench.picture('quick-fix');
    await workbench.applyFix('WingtipPhone');
    await workbench.waitForText('>WingtipPhone<');
    await name.waitFor({ state: 'detached' });

    await workbench.goBehind('>TR');
    await workbench.quickFixes();
    await workbench.applyFix('true');
    await workbench.waitForText('>true<');
    await workbench.problem('invalid-boolean').waitFor({ state: 'detached' });
  });

  test('problems are marked in a file that is opened from the explorer, too', async () => {
    const { workbench } = editor();
    const row = workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'mistakes.xml' });
    await workbench.until(workbench.squiggles('error').first(), () => row.click(), 'problems are marked');
    await workbench.focusEditor();
  });

  test('Fix All mends what has one right answer', async () => {
    const { workbench } = editor();
    await workbench.openFile('mistakes.xml');
    await workbench.problems();
    await workbench.problem('xml-syntax').waitFor();
    await workbench.focusEditor();
    await workbench.runCommand('Fix All');
    for (const text of ['embedded&amp;theme', 'reqSalesforceCompatibilityMode', '>300<'])
      await workbench.waitForText(text);
    for (const rule of ['xml-syntax', 'misspelt-name', 'softphone-size']) {
      await workbench.problem(rule).waitFor({ state: 'detached' });
    }
    // The one that is kept is for the author to choose.
    await workbench.problem('duplicate-item').waitFor();
  });

  test('a problem leads to the page of its rule', async () => {
    const { workbench } = editor();
    await workbench.openFile('mistakes.xml');
    await workbench.problems();
    await workbench.problem('internal-name').locator('a.monaco-link').click();
    await workbench.parkMouse();
    await workbench.tab('internal-name.md');
    const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await page.getByRole('heading', { level: 1, name: 'internal-name' }).waitFor();
    await page.getByRole('heading', { name: 'Why it matters' }).waitFor();
    await workbench.picture('rule-page', async (theme) => {
      const mark = { light: 'vscode-light', dark: 'vscode-dark', 'high-contrast': 'vscode-high-contrast' }[theme];
      await page.locator(`body.${mark}`).waitFor();
    });
  });
}
