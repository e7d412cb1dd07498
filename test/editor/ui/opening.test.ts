import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Editor, openEditor } from './workbench.ts';

describe('opening files in the editor', () => {
  let editor: Editor;
  before(async () => {
    editor = await openEditor('test/editor/workspace');
  });
  after(() => editor.close());

  test('a definition is shown as XML', async () => {
    const { workbench } = editor;
    await workbench.openFile('service-desk.xml');
    await workbench.waitForText('<callCenter>');
    const mode = workbench.page.locator('#status\\.editor\\.mode');
    await mode.waitFor();
    assert.equal(await mode.textContent(), 'XML');
  });
});
