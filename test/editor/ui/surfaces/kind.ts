import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';
import type { Workbench } from '../workbench.ts';

/** Opens what stands behind `{}` in the status bar, once it says `text`. */
async function languageStatus(workbench: Workbench, text: string): Promise<string> {
  const shown = workbench.page.locator('.hover-language-status', { hasText: text }).first();
  await workbench.until(
    shown,
    async () => {
      await workbench.parkMouse();
      await workbench.page.locator('#status\\.languageStatus').hover();
    },
    `the language status says ${text}`,
  );
  return (await shown.textContent()) ?? '';
}

/** Clicks "Change" there and picks what the file shall be. */
async function choose(workbench: Workbench, choice: string): Promise<void> {
  await workbench.page.locator('.hover-language-status a', { hasText: 'Change' }).first().click();
  await workbench.pick(choice);
}

export function kind(editor: () => Editor): void {
  test('the status bar names the kind of call center, and a click chooses another', async () => {
    const { workbench } = editor();
    await workbench.openFile('open-cti.xml');
    await workbench.problems();
    await workbench.focusEditor();
    assert.match(await languageStatus(workbench, 'Open CTI · Classic and Lightning'), /import form, detected/);
    await workbench.picture('language-status');

    await workbench.page.locator('.hover-language-status a', { hasText: 'Change' }).first().click();
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Not a call center definition' }).waitFor();
    await workbench.parkMouse();
    assert.match((await rows.first().textContent()) ?? '', /^Detect automatically.*The content says: Open CTI/);
    await workbench.picture('kind');
    await workbench.pick('CTI Toolkit');
    await workbench.problem('missing-required-item', 'reqProgId').waitFor();
    assert.match(await languageStatus(workbench, 'CTI Toolkit'), /chosen for this file/);

    await choose(workbench, 'Not a call center definition');
    await workbench.problem('missing-required-item').first().waitFor({ state: 'detached' });
    await languageStatus(workbench, 'Not a call center definition');
    await workbench.picture('not-a-definition');

    await choose(workbench, 'Detect automatically');
    await languageStatus(workbench, 'Open CTI · Classic and Lightning');
    await workbench.parkMouse();
  });

  test('XML that is not ours is left alone', async () => {
    const { workbench } = editor();
    await workbench.openFile('recipe.xml');
    await workbench.problems();
    await workbench.focusEditor();
    await workbench.goBehind('<step>');
    await workbench.page.keyboard.press('Enter');
    // The editor itself offers the words of the text.
    const offered = await workbench.completions('ingredient');
    assert.ok(!offered.some((text) => /call ?center|req[A-Z]|section|item/i.test(text)), offered.join(', '));
    await workbench.page.keyboard.press('Escape');
    assert.equal(await workbench.squiggles('error').count(), 0);
    assert.equal(await workbench.page.locator('#status\\.languageStatus').count(), 0);
    assert.equal(await (await workbench.problems()).count(), 0);
    await workbench.picture('other-xml');
  });
}
