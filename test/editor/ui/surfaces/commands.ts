import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';

export function commands(editor: () => Editor): void {
  test('a new definition is filled in, and saved under the name it was given', async () => {
    const { workbench, folder } = editor();
    await workbench.runCommand('Call Center: New Call Center Definition');
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Amazon Connect' }).waitFor();
    await workbench.picture('new-definition');
    await workbench.pick('CTI Toolkit');
    await workbench.tab('CtiToolkitCallCenter.xml');
    await workbench.waitForText('name="reqProgId"');
    const file = path.join(folder, 'CtiToolkitCallCenter.xml');
    assert.ok(!existsSync(file), 'nothing is written before a person saves');
    await workbench.focusEditor();
    await workbench.waitFor('the file is saved', async () => {
      await workbench.page.keyboard.press('Control+S');
      return existsSync(file);
    });
    await workbench.waitFor('its whole text is there', async () =>
      readFileSync(file, 'utf8').trimEnd().endsWith('</callCenter>'),
    );
    await workbench.tab('CtiToolkitCallCenter.xml');
  });

  test('sort orders are renumbered', async () => {
    const { workbench } = editor();
    await workbench.openFile('mistakes.xml');
    await workbench.problems();
    await workbench.problem('sort-order-gap').waitFor();
    await workbench.focusEditor();
    await workbench.runCommand('Call Center: Renumber sortOrder');
    await workbench.waitForText('<item sortOrder="4" name="reqSoftphoneWidth"');
    await workbench.waitForText('<item sortOrder="2" name="reqInternationalPrefix"');
    await workbench.problem('sort-order-gap').waitFor({ state: 'detached' });
  });

  test('a document is formatted, its values are not', async () => {
    const { workbench, folder } = editor();
    const messy = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<callCenter>',
      '<section   sortOrder="0" name="reqGeneralInfo"',
      '  label="General Information">',
      '            <item sortOrder="0" name="reqInternalName" label="Internal Name">Fabrikam</item>',
      '<item sortOrder="1"  name="reqDisplayName" label="Display Name">  Fabrikam   Phone </item>',
      '</section></callCenter>',
      '',
    ].join('\n');
    writeFileSync(path.join(folder, 'messy.xml'), messy);
    await workbench.openFile('messy.xml');
    // Known as a definition, and so with a formatter, once it has its problems.
    await workbench.squiggles('error').first().waitFor();
    const expected = [
      '<callCenter>',
      '    <section sortOrder="0" name="reqGeneralInfo" label="General Information">',
      '        <item sortOrder="0" name="reqInternalName" label="Internal Name">Fabrikam</item>',
      '        <item sortOrder="1" name="reqDisplayName" label="Display Name">  Fabrikam   Phone </item>',
      '    </section>',
      '</callCenter>',
    ];
    await workbench.waitFor('the document is formatted', async () => {
      await workbench.page.keyboard.press('Control+Shift+I');
      const lines = await workbench.lines();
      return expected.every((line, index) => lines[index + 1] === line);
    });
  });

  test('the output says what happened, and no value of any file', async () => {
    const { workbench } = editor();
    await workbench.openFile('partner-telephony.xml');
    await workbench.waitForText('<callCenter>');
    await workbench.runCommand('Output: Show Output Channels');
    await workbench.pick('Call Center Definitions');
    const output = workbench.page.locator('.part.panel .view-lines');
    const shown = async () => ((await output.textContent()) ?? '').replaceAll('\u00a0', ' ');
    await workbench.waitFor('the output tells of the file', async () =>
      (await shown()).includes('partner-telephony.xml: Partner Telephony'),
    );
    await workbench.runCommand('View: Toggle Maximized Panel');
    await workbench.waitFor('its first line is in view', async () => /Call Center Definitions \d/.test(await shown()));
    const text = await shown();
    assert.match(text, /The language server runs/);
    for (const value of [
      'fabrikam__VoiceConnector',
      'BEGIN CERTIFICATE',
      'MIIBIjCByQ',
      'Wingtip_Phone',
      'softphone.northwind',
    ]) {
      assert.ok(!text.includes(value), value);
    }
    await workbench.parkMouse();
    await workbench.picture('output');
    await workbench.runCommand('View: Toggle Maximized Panel');
  });
}
