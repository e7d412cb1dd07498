import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';

export function imported(editor: () => Editor): void {
  test('what has changed since the import is seen in the text, compared, planned and accepted for good', async () => {
    const { workbench, folder } = editor();
    const { page } = workbench;
    const toast = (text: string) => page.locator('.notification-toast', { hasText: text });
    await workbench.openFile('open-cti.xml');
    await workbench.waitForText('name="region"');
    await workbench.runCommand('Call Center: Mark as Imported');
    await workbench.pick('Those of this file, as they are now');
    await toast('keeps the fields as imported').waitFor();
    const lens = (text: string) => page.locator('.codelens-decoration', { hasText: text }).first();
    await lens('No field changed since the import').waitFor();
    await page.keyboard.press('Escape');

    // One item renamed, one taken away.
    await workbench.goBehind('name="region');
    await page.keyboard.type('Name');
    await workbench.goBehind('name="recordCalls"');
    await page.keyboard.press('Control+Shift+K');
    await workbench.problems();
    await workbench.problem('item-renamed').waitFor();
    await workbench.problem('item-removed').waitFor();
    await workbench.problem('field-set-changed-same-internal-name').waitFor();
    // Without the panel the whole file is in view.
    await workbench.runCommand('View: Hide Panel');
    await workbench.goTo(1, 1);
    await lens('2 changes since the import').waitFor();
    await workbench.waitForText('recordCalls was here');
    await workbench.parkMouse();
    await workbench.picture('changed-since-import');

    await workbench.runCommand('Call Center: Compare with Baseline');
    await page.locator('.tab.active', { hasText: 'open-cti.callcenter-baseline.json ↔ open-cti.xml' }).waitFor();
    await page.locator('.monaco-diff-editor .editor.original .view-line', { hasText: 'recordCalls' }).waitFor();
    await workbench.parkMouse();
    await workbench.picture('compared-with-baseline');
    await workbench.runCommand('View: Close Editor');
    await workbench.tab('open-cti.xml');

    await workbench.runCommand('Call Center: Show Re-import Plan');
    const plan = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await plan.getByRole('heading', { level: 1, name: /NorthwindSoftphone/ }).waitFor();
    await workbench.parkMouse();
    await workbench.picture('reimport-plan', async (theme) => {
      const mark = { light: 'vscode-light', dark: 'vscode-dark', 'high-contrast': 'vscode-high-contrast' }[theme];
      await plan.locator(`body.${mark}`).waitFor();
    });
    await workbench.runCommand('View: Close Editor');
    await workbench.tab('open-cti.xml');

    await workbench.focusEditor();
    await page.keyboard.press('Control+S');
    await workbench.problems();
    await workbench.problem('item-renamed').waitFor();
    await workbench.runCommand('Call Center: Accept All Changes since the Import');
    const input = page.locator('.quick-input-widget .quick-input-box input');
    await input.fill('Ships with the next release');
    await page.locator('.quick-input-message', { hasText: 'kept in the baseline file' }).waitFor();
    await workbench.picture('accept-changes');
    await input.press('Enter');
    const name = page.locator('.quick-input-message', { hasText: 'Your name' });
    const done = workbench.problem('item-renamed');
    // Git may know who works here, or nobody does.
    await Promise.race([name.waitFor(), done.waitFor({ state: 'detached' })]);
    if (await name.isVisible()) {
      await input.fill('Nora Northwind');
      await input.press('Enter');
    }
    await done.waitFor({ state: 'detached' });
    await workbench.problem('field-set-changed-same-internal-name').waitFor({ state: 'detached' });
    const baseline = JSON.parse(readFileSync(path.join(folder, 'open-cti.callcenter-baseline.json'), 'utf8'));
    assert.deepEqual(
      baseline.accepted.map(({ rule, reason }: { rule: string; reason: string }) => [rule, reason]),
      [
        ['item-renamed', 'Ships with the next release'],
        ['item-removed', 'Ships with the next release'],
      ],
    );

    await page.reload();
    await page.locator('.monaco-workbench .part.statusbar').waitFor();
    await workbench.openFile('open-cti.xml');
    await lens('Accepted changes since the import').waitFor();
    await workbench.problems();
    assert.equal(await workbench.problem('item-renamed').count(), 0);
    await workbench.focusEditor();
    await workbench.parkMouse();
    await workbench.picture('accepted-changes');
  });
}
