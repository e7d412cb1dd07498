import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';

export function messages(editor: () => Editor): void {
  test('a message from Salesforce leads to its meaning, its place and its fix, by keyboard alone', async () => {
    const { workbench } = editor();
    const { page } = workbench;
    await workbench.openFile('mistakes.xml');
    await workbench.problems();
    await workbench.problem('internal-name').waitFor();
    await workbench.focusEditor();
    await workbench.runCommand('Call Center: Explain a Message from Salesforce');
    await page.locator('.quick-input-title', { hasText: 'Explain a Message from Salesforce' }).waitFor();
    await page.keyboard.insertText('Line 5: limited to 40 alphanumeric characters, no symbols or spaces');
    await page.keyboard.press('Enter');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Go to line 5' }).waitFor();
    await workbench.picture('message');
    const labels = await rows.evaluateAll((found) => found.map((row) => row.getAttribute('aria-label') ?? ''));
    assert.match(labels[0] ?? '', /^The internal name is refused, what it means, .*40 letters and digits/);
    assert.match(labels[1] ?? '', /^Go to line 5, .*internal-name.*Wingtip_Phone/);
    assert.match(labels[2] ?? '', /^Change it to WingtipPhone/);
    for (let row = 0; row < 2; row++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await workbench.waitForText('>WingtipPhone</item>');
    await workbench.problem('internal-name').waitFor({ state: 'detached' });
  });

  test('an unknown message is called unknown, and leads to the rules and their pages', async () => {
    const { workbench } = editor();
    const { page } = workbench;
    await workbench.openFile('open-cti.xml');
    await workbench.runCommand('Call Center: Explain a Message from Salesforce');
    await page.locator('.quick-input-title', { hasText: 'Explain a Message from Salesforce' }).waitFor();
    await page.keyboard.insertText('Something went wrong');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: 'This Message Is Not Known' }).waitFor();
    await workbench.pick('Show the list of all rules');
    const list = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await list.getByRole('heading', { level: 1, name: 'Rules' }).waitFor();
    const link = list.getByRole('link', { name: 'canvas-pair' });
    // A page that has just come may not listen to its links yet.
    const opened = page.locator('.tab.active[data-resource-name="canvas-pair.md"]');
    await workbench.until(opened, () => link.click({ timeout: 3000 }), 'the page of the rule is open');
  });

  test('all definitions are checked but too large ones, and the Problems view lists those that are not open', async () => {
    const { workbench, folder } = editor();
    const { page } = workbench;
    const large = path.join(folder, 'large.xml');
    writeFileSync(large, '<callCenter/>'.padEnd(9_000_000));
    await workbench.openFile('recipe.xml');
    await workbench.runCommand('Call Center: Check All Definitions in Workspace');
    const toast = page.locator('.notification-toast', { hasText: 'Call center definitions checked: ' });
    await toast.waitFor();
    await workbench.picture('check-all');
    assert.match(
      (await toast.textContent()) ?? '',
      /Not checked, because they are larger than 8 MB \(1\): large\.xml\. The command line checks them/,
    );
    rmSync(large);
    await toast.getByRole('button', { name: 'Show Problems' }).click();
    await workbench.parkMouse();
    await workbench.problem('misspelt-name').first().waitFor();
    await workbench.picture('check-all-problems');
  });
}
