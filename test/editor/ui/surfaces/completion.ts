import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';

export function completion(editor: () => Editor): void {
  test('the name of an item is offered with its documentation, and brings the whole item', async () => {
    const { workbench } = editor();
    const { keyboard } = workbench.page;
    await workbench.openFile('mistakes.xml');
    await workbench.goBehind('label="Use CTI API">TRUE</item>');
    await keyboard.press('Enter');
    await keyboard.type('<item sortOrder="4" name="');
    const names = await workbench.completions('reqSoftphoneHeight');
    assert.equal(names[0], 'reqSoftphoneHeight');
    assert.ok(!names.includes('reqSoftphoneWidth'), 'what is there already is not offered again');
    const docs = await workbench.completionDocs();
    assert.match(docs, /^reqSoftphoneHeight — Softphone Height/);
    assert.match(docs, /240 to 2560/);
    await workbench.picture('completion-item');
    await workbench.complete('reqSoftphoneHeight');
    await workbench.waitForText('name="reqSoftphoneHeight" label=');
    const line = (await workbench.lines()).find((text) => text.includes('reqSoftphoneHeight'));
    assert.match(
      line ?? '',
      /^ {8}<item sortOrder="4" name="reqSoftphoneHeight" label="Softphone Height">\d+<\/item>$/,
    );
  });

  test('between elements, whole items are offered, and nothing that has no place there', async () => {
    const { workbench } = editor();
    await workbench.openFile('open-cti.xml');
    await workbench.goBehind('label="International Prefix">00</item>');
    await workbench.page.keyboard.press('Enter');
    const offered = await workbench.completions('item');
    assert.ok(
      offered.every((label) => /^(?:req\w+|item)$/.test(label)),
      offered.join(', '),
    );
  });

  test('the values of an item are offered, the usual one first', async () => {
    const { workbench } = editor();
    await workbench.openFile('open-cti.xml');
    await workbench.goBehind('label="Salesforce Compatibility Mode">Cla');
    assert.deepEqual(await workbench.completions('Lightning'), ['Classic_and_Lightning', 'Classic', 'Lightning']);
    assert.match(await workbench.completionDocs(), /^The softphone shows in both\./);
    await workbench.picture('completion-value');
    await workbench.page.locator('.suggest-widget .monaco-list-row').last().click();
    await workbench.waitForText('>Lightning</item>');
  });

  test('an empty file is offered whole definitions, once each', async () => {
    const { workbench, folder } = editor();
    writeFileSync(path.join(folder, 'empty.xml'), '');
    await workbench.openFile('empty.xml');
    const flavours = ['Open CTI', 'CTI Toolkit', 'Partner Telephony', 'Amazon Connect'];
    assert.deepEqual(await workbench.completions('Open CTI'), [
      ...flavours.map((flavour) => `${flavour} call center definition`),
      'callCenter',
    ]);
    await workbench.completionDocs();
    await workbench.picture('completion-definition');
    await workbench.complete('Partner Telephony');
    for (const text of ['<?xml version="1.0"', 'name="reqVendorInfoApiName"', 'name="reqHvcc"', '</callCenter>']) {
      await workbench.waitForText(text);
    }
  });
}
