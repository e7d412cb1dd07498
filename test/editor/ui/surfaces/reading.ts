import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';

export function reading(editor: () => Editor): void {
  test('a definition is shown as XML', async () => {
    const { workbench } = editor();
    await workbench.openFile('open-cti.xml');
    await workbench.waitForText('<callCenter>');
    const mode = workbench.page.locator('#status\\.editor\\.mode');
    await mode.waitFor();
    assert.equal(await mode.textContent(), 'XML');
  });

  test('a hover explains the item, with its key and its source', async () => {
    const { workbench } = editor();
    await workbench.openFile('open-cti.xml');
    await workbench.goBehind('name="reqSoftphone');
    const text = await workbench.hover('Softphone Height');
    for (const part of [/240 to 2560/, /Required: Open CTI/, /\/reqGeneralInfo\/reqSoftphoneHeight/, /Source \(/]) {
      assert.match(text, part);
    }
    assert.ok(await workbench.page.locator('.monaco-hover a[data-href^="https://developer.salesforce.com/"]').count());
    await workbench.picture('hover');
  });

  test('the outline shows labels and values', async () => {
    const { workbench } = editor();
    await workbench.openFile('open-cti.xml');
    await workbench.runCommand('Explorer: Focus on Outline View');
    const row = (text: string) => workbench.page.locator('.outline-tree .monaco-list-row', { hasText: text }).first();
    await row('Northwind Softphone').waitFor();
    assert.equal(await row('General Information').textContent(), 'General InformationreqGeneralInfo');
    assert.equal(await row('Internal Name').textContent(), 'Internal NameNorthwindSoftphone · reqInternalName');
    await workbench.picture('outline');
  });

  test('required, optional and own names and placeholders have colours of their own', async () => {
    const { workbench } = editor();
    await workbench.runCommand('New Call Center Definition');
    await workbench.pick('Open CTI');
    await workbench.waitForText('softphone.example.com');
    await workbench.page.keyboard.press('Control+End');
    await workbench.goBehind('label="International Prefix"></item>');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.insertText('<item sortOrder="3" name="team" label="Team">Sales</item>');
    const texts = ['reqUseApi', 'reqOutsidePrefix', 'team', 'reqDialingOptions', 'softphone.example.com', 'Sales'];
    const colours = async () =>
      Promise.all(
        texts.map((text) =>
          workbench.page
            .locator('.editor-instance .view-line span > span')
            .filter({ hasText: new RegExp(`^${text.replaceAll('.', '\\.')}$`) })
            .first()
            .evaluate((span) => globalThis.String(span.computedStyleMap().get('color'))),
        ),
      );
    await workbench.waitFor('all of them have different colours', async () => {
      return new Set(await colours()).size === texts.length;
    });
    await workbench.picture('colours');
  });

  test('elements fold, also where no indentation shows them', async () => {
    const { workbench } = editor();
    await workbench.openFile('partner-telephony.xml');
    await workbench.waitForText('BEGIN CERTIFICATE');
    const shows = async (text: string) => (await workbench.lines()).some((line) => line.includes(text));
    await workbench.waitFor('the certificate is folded', async () => {
      await workbench.runCommand('Fold Level 3');
      return !(await shows('MBMxETAPBgNVBAMM'));
    });
    assert.ok(await shows('BEGIN CERTIFICATE'));
    await workbench.picture('folding');
    await workbench.runCommand('Unfold All');
    await workbench.waitForText('MBMxETAPBgNVBAMM');
  });
}
