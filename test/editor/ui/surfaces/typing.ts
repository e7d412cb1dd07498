import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';

export function typing(editor: () => Editor): void {
  test('a typed tag is closed, the first undo takes only that back, and its pair is renamed together', async () => {
    const { workbench } = editor();
    const { keyboard } = workbench.page;
    await workbench.openFile('open-cti.xml');
    await workbench.goBehind('label="Wait before standby (milliseconds)">5000</item>');
    await keyboard.press('Enter');
    await keyboard.type('<item sortOrder="7" name="x">');
    await workbench.waitForText('<item sortOrder="7" name="x"></item>');
    const closed = async () => (await workbench.lines()).some((line) => line.includes('name="x"></item>'));
    await keyboard.press('Control+Z');
    await workbench.waitFor('the closing tag is taken back', async () => !(await closed()));
    await workbench.waitForText('<item sortOrder="7" name="x">');
    await keyboard.press('Control+Y');
    await workbench.waitFor('the closing tag is there again', closed);
    await keyboard.type('one');
    await workbench.waitForText('<item sortOrder="7" name="x">one</item>');

    const linked = workbench.page.locator('.editor-instance .linked-editing-decoration');
    await workbench.waitFor('nothing is linked here', async () => (await linked.count()) === 0);
    await workbench.goBehind('<item', 'name="x"');
    await workbench.waitFor('the names of both tags are linked', async () => (await linked.count()) === 2);
    await keyboard.type('s');
    await workbench.waitForText('<items sortOrder="7" name="x">one</items>');
    await workbench.picture('typing');
    await keyboard.press('Backspace');
    await workbench.waitForText('<item sortOrder="7" name="x">one</item>');
    assert.equal((await workbench.lines()).filter((line) => line.includes('name="x"')).length, 1);
  });
}
