import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';

export function converting(editor: () => Editor): void {
  test('a definition opens in the other form beside it, with a report of what is different', async () => {
    const { workbench, folder } = editor();
    await workbench.openFile('partner-telephony.xml');
    await workbench.waitForText('<callCenter>');
    await workbench.runCommand('Call Center: Convert to Metadata API CallCenter');
    await workbench.tab('FabrikamVoice.callCenter-meta.xml');
    await workbench.waitForText('<displayName>');
    const notice = workbench.page.locator('.notification-toast', { hasText: 'was converted' });
    await notice.waitFor();
    await workbench.parkMouse();
    await workbench.picture('converted');
    assert.ok(!existsSync(path.join(folder, 'FabrikamVoice.callCenter-meta.xml')), 'nothing is written');

    await notice.getByRole('button', { name: 'Show Report' }).click();
    await workbench.parkMouse();
    const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await page.getByRole('heading', { level: 1, name: /FabrikamVoice/ }).waitFor();
    assert.match((await page.locator('li').first().textContent()) ?? '', /^line 3: .*SCVBYOT/);
    await workbench.picture('conversion-report', async (theme) => {
      const mark = { light: 'vscode-light', dark: 'vscode-dark', 'high-contrast': 'vscode-high-contrast' }[theme];
      await page.locator(`body.${mark}`).waitFor();
    });
  });
  test('what is different is found in the file that was converted', async () => {
    const { workbench } = editor();
    await workbench.openFile('partner-telephony.xml');
    await workbench.waitForText('<callCenter>');
    await workbench.runCommand('Call Center: Convert to Metadata API CallCenter');
    const notice = workbench.page.locator('.notification-toast', { hasText: 'was converted' });
    await notice.getByRole('button', { name: 'Go to a Place' }).click();
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'SCVBYOT' }).waitFor();
    await workbench.picture('conversion-places');
    await workbench.pick('SCVBYOT');
    await workbench.tab('partner-telephony.xml');
    await workbench.page.locator('#status\\.editor\\.selection', { hasText: 'Ln 3,' }).waitFor();
  });
}
